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

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from callsheet.catalog import Catalog
from callsheet.cli import main
from callsheet.export import export_openapi
from callsheet.findings import Span
from callsheet.importing import Specification
from callsheet.sync import SourceDocument, UpdatePlan, plan_update
from callsheet.sync.contradictions import compare_pages
from callsheet.sync.page import EditedPage
from tests.depots import Document, depots, save

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
    "extension": lambda d: get(d).update({"x-internal": True}),
    "extension of a parameter": lambda d: parameter(d, 0).update({"x-order": 3}),
    "annotation": lambda d: depot(d)["properties"]["name"].update({"x-order": 3}),
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
        r"^\|(?!---)(?! \w+ ?\w* \| (?:Type|Description|Required)).* \|$", text, re.MULTILINE
    )
    return [match.end() - 2 for match in rows]


def write_paragraph(text: str, place: int, mark: str) -> str:
    places = gaps(text)
    at = places[place % len(places)]
    return f"{text[:at]}\n{mark} is a paragraph.\n{text[at:]}"


def write_section(text: str, place: int, mark: str) -> str:
    heads = [match.start() for match in re.finditer(r"^## ", text, re.MULTILINE)] or [len(text)]
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
    words = [match.end() for match in re.finditer(r"^[A-Z][^|#`\n]*\.$", text, re.MULTILINE)]
    if not words:
        return text + f"\n{mark}\n"
    at = words[place % len(words)]
    return f"{text[:at]} {mark} is a sentence.{text[at:]}"


def write_row(text: str, place: int, mark: str) -> str:
    tables = list(re.finditer(r"^\|(?:---\|)+\n", text, re.MULTILINE))
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
@pytest.mark.slow
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


# Single cases.


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "reference"
    write_pages(depots(), folder)
    return folder


def edit(file: Path, right: str, wrong: str) -> None:
    text = file.read_bytes().decode()
    assert text.count(right) == 1, right
    file.write_bytes(text.replace(right, wrong).encode())


def update(
    root: Path, *names: str, old: Document | None = None, document: Document | None = None
) -> UpdatePlan:
    """Update pages to a document with some changes, or to another one."""
    document = changed(depots(), [*names]) if document is None else document
    plan = plan_update(source_of(document), root, source_of(old) if old else None)
    apply(plan)
    return plan


def exported(root: Path) -> Any:
    """The document of pages, without what readers alone need."""
    document = json.loads(json.dumps(export_openapi(Catalog.read(root, cached=False)).document))
    return without_words(document)


def without_words(value: Any) -> Any:
    words = {"description", "summary", "example", "examples", "title", "x-callsheet-uid"}
    if isinstance(value, dict):
        return {key: without_words(item) for key, item in value.items() if key not in words}
    return [without_words(item) for item in value] if isinstance(value, list) else value


def test_the_facts_are_those_of_a_new_import(root: Path, tmp_path: Path) -> None:
    # Without the last one, no operation would need the type `Problem`, whose page stays.
    gone = {"no operation", "no body", "route", "operation id", "other error"}
    document = changed(depots(), [name for name in CHANGES if name not in gone])
    (root / LIST).write_text((root / LIST).read_text() + "\n## Notes\n\nSome.\n", encoding="utf-8")
    plan = update(root, document=document, old=depots())
    assert plan.findings == []
    write_pages(document, tmp_path / "new")
    assert exported(root) == exported(tmp_path / "new")
    assert "## Notes\n\nSome.\n" in (root / LIST).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(set(CHANGES) - {"no operation"}))
def test_each_change_reaches_the_pages(name: str, root: Path) -> None:
    plan = update(root, name, old=depots())
    assert plan.pages
    assert left(changed(depots(), [name]), root) == []
    assert update(root, name).pages == []


def test_a_page_that_nobody_edited_is_written_anew(root: Path, tmp_path: Path) -> None:
    document = changed(depots(), ["limit", "property", "no status", "described parameter"])
    update(root, document=document, old=depots())
    write_pages(document, tmp_path / "new")
    for file, text in texts(tmp_path / "new"):
        assert (root / file.relative_to(tmp_path / "new")).read_text(encoding="utf-8") == text


def test_texts_are_kept_unless_they_are_those_of_the_former_document(root: Path) -> None:
    edit(root / LIST, "| How many at most. |", "| Please ask for few. |")
    names = ("described parameter", "status text", "summary")
    update(root, *names)
    text = (root / LIST).read_text(encoding="utf-8")
    assert all(words in text for words in ("Please ask for few.", "| The depots. |"))
    plan = update(root, *names, old=depots())
    text = (root / LIST).read_text(encoding="utf-8")
    assert "Please ask for few." in text
    assert "| Those depots. |" in text
    assert "title: List all depots" in text
    [finding] = plan.findings
    assert "`limit` was changed here and in the document, and was kept." in finding.message
    assert "Please ask for few." in text.split("\n")[finding.line - 1]


def with_annotations(number: int) -> Document:
    """The document with annotations on one operation and three of its parameters."""
    document = depots()
    for owner in (get(document), *get(document)["parameters"][:3]):
        owner["x-n"] = number
    return document


def test_annotations_are_kept_unless_they_are_those_of_the_former_document(tmp_path: Path) -> None:
    was, now = with_annotations(1), with_annotations(2)
    first = get(was)["parameters"][0]["name"]
    write_pages(was, tmp_path)
    file = tmp_path / LIST
    rows = [line for line in file.read_text(encoding="utf-8").split("\n") if '{"x-n": 1}' in line]
    assert len(rows) == 3
    own = rows[0].replace('"x-n": 1', '"x-n": 1, "x-own": 3')
    edit(file, rows[0], own)
    edit(file, "\nannotations:\n  x-n: 1\n", "\nannotations:\n  x-n: 1\n  x-own: 3\n")
    # A fact changes in the row, too.
    parameter(now, 0)["schema"] = {"type": "boolean"}
    plan = update(tmp_path, old=was, document=now)
    text = file.read_text(encoding="utf-8")
    [row] = [line for line in text.split("\n") if line.startswith(f"| {first} |")]
    assert '"x-own": 3' in row
    assert "| bool |" in row
    assert text.count('{"x-n": 2}') == 2
    assert "  x-own: 3\n" in text
    told = [(each.line, each.message) for each in plan.findings]
    lines = text.split("\n")
    assert {line for line, _ in told} == {lines.index("annotations:") + 1, lines.index(row) + 1}
    assert all("was changed here and in the document, and was kept" in says for _, says in told)


def test_what_was_written_about_something_that_is_gone_is_kept(root: Path) -> None:
    edit(
        root / ADD,
        "| Its kind. |\n| manager | Person |  |",
        "| Halls are cold. |\n| manager | Person |  |",
    )
    edit(root / ADD, "**Required**", "**Required**\n\nSend all of it.")
    update(root, "no property", old=depots())
    text = (root / ADD).read_text(encoding="utf-8")
    comment = text[text.index("<!-- No longer in the OpenAPI document") :].split("-->")[0]
    assert "| kind | string |  |  | `shed`, `hall` |  |  | Halls are cold. |" in comment
    assert text.count("<!--") == 1
    update(root, "no body", old=changed(depots(), ["no property"]))
    text = (root / ADD).read_text(encoding="utf-8")
    assert "## Request Body" not in text
    assert all(words in text for words in ("Halls are cold.", "Send all of it."))


def test_bytes_that_are_not_changed_stay(root: Path) -> None:
    page = root / LIST
    edit(page, "| limit |", "| *limit* |")
    edit(
        page,
        "| How many at most. |",
        "| How many at most. | <!-- callsheet: ignore CS608 -- no -->",
    )
    edit(page, "uid: listDepots", "# An author's remark\nuid: listDepots\nowner: Ada")
    edit(page, "security:\n", "security:  # as agreed\n")
    page.write_bytes(
        b"\xef\xbb\xbf" + page.read_bytes().removesuffix(b"\n").replace(b"\n", b"\r\n")
    )
    before = page.read_bytes()
    update(root, "limit", "security", "cookie", old=depots())
    after = page.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf---\r\n")
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert not after.endswith(b"\n")
    text = after.decode()
    assert (
        "| *limit* | int32 |  | `20` |  | 1 to 50 |  | How many at most. | <!-- callsheet:" in text
    )
    assert "# An author's remark\r\nuid: listDepots\r\nowner: Ada" in text
    assert "# as agreed\r\nsecurity:" in text
    kept = [line for line in before.decode().split("\r\n") if "| *limit* |" not in line]
    assert [line for line in kept if line and line not in text] == ["security:  # as agreed"]


def test_tables_of_other_layouts_keep_their_columns(root: Path) -> None:
    page = root / LIST
    start, end = "| Parameter Name | Type | Required", "\n\n```http\nGET /depots?code"
    text = page.read_text(encoding="utf-8")
    table = (
        "| Owner | Name | Data type | Details |\n| --- | :-- | --- | --- |\n"
        "| us | limit | int32 | How many. |\n| them | code | string | **Required** A code. |"
    )
    text = text[: text.index(start)] + table + text[text.index(end) :]
    page.write_text(text, encoding="utf-8")
    update(root)
    assert left(depots(), root) == []
    text = page.read_text(encoding="utf-8")
    head = "| Owner | Name | Data type | Default | Values | Limits | Style | Details |"
    assert f"{head}\n|---|:--|---|---|---|---|---|---|\n" in text.replace(" --- ", "---").replace(
        " :-- ", ":--"
    )
    assert "| us | limit | int32 | `20` |  | 1 to 100 |  | How many. |" in text
    assert "| **Required** A code. |" in text
    update(root, "optional")
    assert "pattern `^[A-Z]+$` |  | A code. |" in page.read_text(encoding="utf-8")


def test_what_is_not_understood_is_told_with_its_line_and_stays(root: Path) -> None:
    page = root / LIST
    edit(page, "## Query String Parameters", "## Parameters")
    edit(page, "| Parameter Name | Type | Required", "| Parameter Name | Type | In | Required")
    plan = update(root, "limit", "default")
    text = page.read_text(encoding="utf-8")
    assert "## Query String Parameters" not in text
    assert {finding.path.endswith(LIST) for finding in plan.findings} == {True}
    assert all("This was not changed: " in finding.message for finding in plan.findings)
    (root / ADD).write_bytes((root / ADD).read_bytes() + b"\xff\n")
    plan = update(root, "deprecated", "property")
    assert any("is not in UTF-8, and was not changed" in f.message for f in plan.findings)
    assert (root / ADD).read_bytes().endswith(b"\xff\n")


def test_operations_that_come_go_and_are_renamed_are_told(root: Path) -> None:
    document = changed(depots(), ["operation", "operation id", "route"])
    plan = update(root, document=document, old=depots())
    said = "\n".join(plan.messages)
    assert (
        "The operation `addDepot` is called `createDepot` now. The uid of its page stays." in said
    )
    assert "`DELETE /depots/{depotId}` is `DELETE /v2/depots/{key}` now." in said
    assert "listTowns.md: The operation `GET /towns` is new." in said
    assert "uid: addDepot" in (root / ADD).read_text(encoding="utf-8")
    assert (root / "listTowns.md").exists()
    plan = update(root, "operation id", "route", old=document)
    [finding] = plan.findings
    assert "The operation `GET /towns` is no longer in `openapi.yaml`." in finding.message
    assert (root / "listTowns.md").exists()


def test_a_new_page_replaces_no_file(root: Path) -> None:
    (root / "listTowns.md").write_text("# Towns\n", encoding="utf-8")
    plan = update(root, "operation")
    assert (root / "listTowns.md").read_text(encoding="utf-8") == "# Towns\n"
    assert any("exists and was not changed" in finding.message for finding in plan.findings)


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["import", "openapi", *map(str, arguments)])


def test_the_command_prints_the_diff_and_writes(root: Path, tmp_path: Path) -> None:
    old = save(depots(), tmp_path / "old.yaml")
    new = save(changed(depots(), ["limit", "operation"]), tmp_path / "new.yaml")
    before = dict(texts(root))
    options = (new, "--out", root, "--update", "--from", old)
    shown = call(*options, "--dry-run")
    assert (shown.exit_code, dict(texts(root))) == (0, before)
    assert "-| limit | int32 |  | `20` |  | 1 to 100 |" in shown.stdout
    assert "+| limit | int32 |  | `20` |  | 1 to 50 |" in shown.stdout
    assert "--- /dev/null" in shown.stdout
    assert "1 page changed, 1 new; nothing was written." in shown.stderr
    done = call(*options)
    assert (done.exit_code, done.stdout) == (0, shown.stdout)
    assert left(changed(depots(), ["limit", "operation"]), root) == []
    again = call(new, "--out", root, "--update")
    assert (again.exit_code, again.stdout) == (0, "")
    gone = call(old, "--out", root, "--update", "--from", new)
    assert gone.exit_code == 1
    assert "listTowns.md:1: The operation `GET /towns` is no longer in `old.yaml`" in gone.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--from", "x.yaml"), "--from needs --update"),
        (("--update", "--force"), "--force has no effect with --update."),
        (("--update", "--tag", "a"), "--tag has no effect with --update."),
        (("--update", "--out", "nowhere"), "There is no folder `nowhere` to update."),
    ],
)
def test_wrong_usage_is_told(options: tuple[str, ...], says: str, tmp_path: Path) -> None:
    result = call(save(depots(), tmp_path / "openapi.yaml"), *options)
    assert result.exit_code == 2
    assert says in result.stderr


@pytest.mark.parametrize("is_own", [False, True], ids=["imported", "by an author"])
def test_another_name_of_the_document_changes_no_page(root: Path, is_own: bool) -> None:
    if is_own:
        for file, text in texts(root):
            file.write_text(text.replace("importedFrom: openapi.yaml\n", ""), encoding="utf-8")
    # The pages are from `openapi.yaml`.
    old = source_of(depots())
    new = SourceDocument.of(Specification("new.yaml", depots(), "3.1.0"))
    plan = plan_update(new, root, old)
    assert [page.path for page in plan.pages] == []
    assert plan.findings == []


def test_notes_have_the_lines_of_the_changed_page() -> None:
    page = EditedPage(b"1\n2\n3\n4\n5\n6\n")
    page.insert(2, ["new", "newer"])
    page.replace(Span(3, 4), ["one"])
    page.remove_block(Span(5, 5))
    assert page.content() == b"1\nnew\nnewer\n2\none\n6\n"
    assert [page.line_after(line) for line in range(1, 7)] == [1, 4, 5, 5, 5, 6]
