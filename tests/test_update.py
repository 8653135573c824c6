"""Pages follow a new version of their document, and keep every line of their authors."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from callsheet.catalog import Catalog
from callsheet.importing import Specification
from callsheet.sync import SourceDocument, UpdatePlan, plan_update
from callsheet.sync.contradictions import compare_pages
from tests.depots import Document, depots

LIST, ADD, REMOVE = "depots/listDepots.md", "depots/addDepot.md", "depots/removeDepot.md"


@cache
def _source_of(text: str) -> SourceDocument:
    return SourceDocument.of(Specification("openapi.yaml", json.loads(text), "3.1.0"))


def source_of(document: Document) -> SourceDocument:
    return _source_of(json.dumps(document))


def apply(plan: UpdatePlan) -> None:
    for page in plan.pages:
        file = plan.root / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(page.after)


def write_pages(document: Document, root: Path) -> None:
    for path, text in source_of(document).texts.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def left(document: Document, root: Path) -> list[str]:
    catalog = Catalog.read(root, cached=False)
    return [each.message for each in compare_pages(source_of(document), catalog)]


# What a new version of a document may change.

Change = Callable[[Document], object]


def get(document: Document) -> Any:
    return document["paths"]["/depots"]["get"]


def post(document: Document) -> Any:
    return document["paths"]["/depots"]["post"]


def parameter(document: Document, number: int) -> Any:
    return get(document)["parameters"][number]


def depot(document: Document) -> Any:
    return document["components"]["schemas"]["Depot"]


def body(document: Document) -> Any:
    return post(document)["requestBody"]


def move_route(document: Document) -> None:
    paths = document["paths"]
    old = next(path for path in paths if path.endswith("}"))
    paths["/v2/depots/{key}"] = item = paths.pop(old)
    item["delete"]["parameters"][0]["name"] = "key"


def add_operation(document: Document) -> None:
    document["paths"]["/towns"] = {
        "get": {"operationId": "listTowns", "responses": {"200": {"description": "Towns."}}}
    }


CHANGES: dict[str, Change] = {
    "limit": lambda d: parameter(d, 0)["schema"].update(maximum=50),
    "no limit": lambda d: parameter(d, 2)["schema"].pop("maxLength", None),
    "default": lambda d: parameter(d, 0)["schema"].update(default=7),
    "no default": lambda d: parameter(d, 0)["schema"].pop("default", None),
    "required": lambda d: parameter(d, 0).update(required=True),
    "optional": lambda d: parameter(d, 2).update(required=False),
    "value": lambda d: parameter(d, 1)["schema"]["enum"].append("huge"),
    "no values": lambda d: parameter(d, 1)["schema"].pop("enum", None),
    "type": lambda d: parameter(d, 3)["schema"]["items"].update(format="int64"),
    "described parameter": lambda d: parameter(d, 0).update(description="No more than these."),
    "new parameter": lambda d: get(d)["parameters"].insert(
        1, {"name": "cursor", "in": "query", "schema": {"type": "string"}, "description": "Where."}
    ),
    "no parameter": lambda d: get(d)["parameters"].pop(3),
    "no header": lambda d: get(d)["parameters"].pop(4),
    "cookie": lambda d: get(d)["parameters"].append(
        {"name": "sid", "in": "cookie", "schema": {"type": "string"}, "description": "Who."}
    ),
    "property": lambda d: depot(d)["properties"].update(
        colour={"type": "string", "description": "Its colour.", "deprecated": True}
    ),
    "no property": lambda d: depot(d)["properties"].pop("kind", None),
    "property type": lambda d: depot(d)["properties"]["capacity"].update(format="int64"),
    "property required": lambda d: depot(d).update(required=["name", "capacity"]),
    "property null": lambda d: depot(d)["properties"]["note"].update(type="string"),
    "property text": lambda d: depot(d)["properties"]["name"].update(description="Its label."),
    "status": lambda d: get(d)["responses"].update({"429": {"description": "Too many."}}),
    "no status": lambda d: get(d)["responses"].pop("404", None),
    "status text": lambda d: get(d)["responses"]["200"].update(description="Those depots."),
    "other error": lambda d: post(d)["responses"]["422"].update(
        content={"application/problem+json": {"schema": {"$ref": "#/components/schemas/Person"}}}
    ),
    "response header": lambda d: get(d)["responses"]["200"]["headers"].update(
        {"X-Page": {"description": "Which.", "schema": {"type": "integer"}}}
    ),
    "no response headers": lambda d: get(d)["responses"]["200"].pop("headers", None),
    "media type": lambda d: body(d)["content"].update(
        {"application/xml": {"schema": {"$ref": "#/components/schemas/Depot"}}}
    ),
    "optional body": lambda d: body(d).update(required=False),
    "no body": lambda d: post(d).pop("requestBody", None),
    "deprecated": lambda d: get(d).update(deprecated=True),
    "security": lambda d: get(d).update(security=[{}, {"token": []}]),
    "server": lambda d: d.update(servers=[{"url": "https://new.example.com"}]),
    "summary": lambda d: get(d).update(summary="List all depots"),
    "description": lambda d: post(d).update(description="Adds one depot."),
    "operation id": lambda d: post(d).update(operationId="createDepot"),
    "route": move_route,
    "operation": add_operation,
    "no operation": lambda d: d["paths"].pop("/towns", None),
}  # fmt: skip
"""Changes of a document by name; each may find that another one has removed its subject."""


def changed(document: Document, names: list[str]) -> Document:
    document = deepcopy(document)
    for name in names:
        try:
            CHANGES[name](document)
        except (KeyError, IndexError):
            continue
    return document


# What an author may write.

FENCE = re.compile(r"(`{3,}).*?\n.*?\n\1", re.DOTALL)


def gaps(text: str) -> list[int]:
    """The places between two blocks: blank lines outside of front matter and fences."""
    start = text.index("\n---\n", 3) + 5
    fences = [match.span() for match in FENCE.finditer(text)]
    places = [match.start() + 1 for match in re.finditer(r"\n\n", text)]
    inside = {p for p in places for first, last in fences if first < p < last}
    return [place for place in places if place >= start and place not in inside] + [len(text)]


def cells(text: str) -> list[int]:
    """The ends of the last cells of rows."""
    rows = re.finditer(
        r"^\|(?!---)(?! \w+ ?\w* \| (?:Type|Description|Required)).* \|$", text, re.M
    )
    return [match.end() - 2 for match in rows]


def write_paragraph(text: str, place: int, mark: str) -> str:
    places = gaps(text)
    at = places[place % len(places)]
    return f"{text[:at]}\n{mark} is a paragraph.\n{text[at:]}"


def write_section(text: str, place: int, mark: str) -> str:
    heads = [match.start() for match in re.finditer(r"^## ", text, re.M)] or [len(text)]
    at = heads[place % len(heads)]
    section = f"## Notes {mark}\n\nAll about {mark}.\n\n- one {mark}\n\n"
    return f"{text[:at]}{section}{text[at:]}"


def write_example(text: str, place: int, mark: str) -> str:
    return f'{text}\n```json\n{{"note": "{mark}"}}\n```\n'


def write_in_cell(text: str, place: int, mark: str) -> str:
    places = cells(text)
    if not places:
        return text + f"\n{mark}\n"
    at = places[place % len(places)]
    return f"{text[:at].rstrip()} {mark} in a cell.{text[at:]}"


def write_sentence(text: str, place: int, mark: str) -> str:
    words = [match.end() for match in re.finditer(r"^[A-Z][^|#`\n]*\.$", text, re.M)]
    if not words:
        return text + f"\n{mark}\n"
    at = words[place % len(words)]
    return f"{text[:at]} {mark} is a sentence.{text[at:]}"


def write_row(text: str, place: int, mark: str) -> str:
    tables = list(re.finditer(r"^\|(?:---\|)+\n", text, re.M))
    if not tables:
        return text + f"\n{mark}\n"
    rule = tables[place % len(tables)]
    empty = " | ".join([""] * (rule[0].count("---") - 1))
    first = "451" if "| Response |" in text[: rule.start()].split("\n\n")[-1] else mark.lower()
    return f"{text[: rule.end()]}| {first} {empty}| Of {mark}. |\n{text[rule.end() :]}"


def write_table(text: str, place: int, mark: str) -> str:
    if "defines: " in text:
        # There, any table is one of properties.
        return write_paragraph(text, place, mark)
    at = gaps(text)[0]
    return f"{text[:at]}\n| Name | Description |\n|---|---|\n| {mark} | Of it. |\n{text[at:]}"


WRITERS = (
    write_table,
    write_paragraph,
    write_section,
    write_example,
    write_in_cell,
    write_sentence,
    write_row,
)


@st.composite
def turns(draw: st.DrawFn) -> list[tuple[list[str], list[tuple[int, int, int]], bool]]:
    """Turns of document and author: what changes, what is written where, and if OLD is known."""
    names = st.lists(st.sampled_from(sorted(CHANGES)), max_size=5)
    writings = st.lists(
        st.tuples(st.integers(0, len(WRITERS) - 1), st.integers(0, 9), st.integers(0, 50)),
        max_size=4,
    )
    return draw(st.lists(st.tuples(names, writings, st.booleans()), min_size=1, max_size=3))


def texts(root: Path) -> Iterator[tuple[Path, str]]:
    for file in sorted(root.rglob("*.md")):
        yield file, file.read_text(encoding="utf-8")


@settings(
    max_examples=60,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(turns=turns())
def test_no_line_of_an_author_is_lost(
    turns: list[tuple[list[str], list[tuple[int, int, int]], bool]],
) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        document = depots()
        write_pages(document, root)
        marks: list[str] = []
        for names, writings, knows_old in turns:
            for writer, page, place in writings:
                files = [file for file, _ in texts(root) if file.name != "index.md"]
                file = files[page % len(files)]
                mark = f"Author{len(marks)}"
                marks.append(mark)
                text = WRITERS[writer](file.read_text(encoding="utf-8"), place, mark)
                file.write_text(text, encoding="utf-8")
            lines = [line for _, text in texts(root) for line in text.split("\n")]
            own = {mark: [line for line in lines if f"{mark} " in f"{line} "] for mark in marks}
            old, document = document, changed(document, names)
            former = source_of(old) if knows_old else None
            apply(plan_update(source_of(document), root, former))
            after = "\n".join(text for _, text in texts(root))
            for mark in marks:
                assert all(sentence(line, mark) in after for line in own[mark]), mark
            of_others = ("author", "451", "page documents the operation")
            assert [m for m in left(document, root) if not any(o in m for o in of_others)] == []
            # Who does not name the former document takes a row of the author's own for an old one.
            for again in (former, source_of(document) if knows_old else None):
                assert plan_update(source_of(document), root, again).pages == []


def sentence(line: str, mark: str) -> str:
    """What the author wrote on a line that also has words of the document."""
    match = re.search(rf"(?:Of |All about |one |Notes )?{mark}\b[^|\n]*", line)
    assert match
    return match[0].strip()
