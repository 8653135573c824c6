"""Styles of parameters are honoured: by samples, server, checks, site, export and the rest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from callsheet.catalog import Catalog
from callsheet.coverage import read_coverage
from callsheet.diff import compare, read_tree
from callsheet.export import export_openapi
from callsheet.model import Operation, StyledParameter, Styles
from callsheet.pages import write_page
from callsheet.render import Prose, render_operation
from callsheet.samples import LANGUAGES, samples_of
from callsheet.samples.collections.postman import postman_collection
from callsheet.samples.request.request import prepare
from callsheet.server.http.messages import HttpResponse
from callsheet.source import read_page
from tests.checks.offences import offences
from tests.interpreters import lay_out, run_all
from tests.ledger import Ledger, keeping
from tests.parcels import Reader, catalog_of, serving
from tests.sites import console_data
from tests.starting import run

ROUTE = "/api/v1/Thing/{ids}/{tags}/{point}"
PAGE = f"""---
title: GET Thing
uid: v1Thing_Get
---

# GET Thing

```http
GET {ROUTE}
```

Gives things.

| Path Part | Type | Required | Style | Example | Description |
| --- | --- | --- | --- | --- | --- |
| ids | array of int32 | Yes | comma-separated | `[1, 2]` | Which. |
| tags | array of string | Yes | label, exploded | `["a", "b,c"]` | Tags. |
| point | object of int32 | Yes | matrix, exploded | `{{"x": 1, "y": 2}}` | Where. |

## Query String Parameters

| Parameter Name | Type | Required | Style | Example | Description |
| --- | --- | --- | --- | --- | --- |
| marks | array of int32 | Yes | repeated | `[3, 4]` | Marks. |
| sizes | array of int32 | Yes | pipe-separated | `[5, 6]` | Sizes. |
| words | array of string | Yes | space-separated | `["red", "blue"]` | Words. |
| names | array of string | Yes | comma-separated | `["Ada", "Bob"]` | Names. |
| filter | object of int32 | Yes | in brackets | `{{"max": 8, "min": 7}}` | Filter. |
| window | object of int32 | Yes | form, exploded | `{{"from": 9, "to": 10}}` | Window. |

## Request Headers

| Parameter Name | Type | Required | Style | Example | Description |
| --- | --- | --- | --- | --- | --- |
| X-Ids | array of int32 | Yes | comma-separated | `[11, 12]` | Ids. |
| X-Point | object of int32 | Yes | comma-separated, exploded | `{{"x": 13, "y": 14}}` | Where. |

## Cookies

| Name | Type | Required | Style | Example | Description |
| --- | --- | --- | --- | --- | --- |
| prefs | array of int32 | Yes | comma-separated | `[15, 16]` | Preferences. |

## Response: object

| Response | Description |
| --- | --- |
| 200 | They are there. |
"""
PATH = "/api/v1/Thing/1,2/.a.b%2Cc/;x=1;y=2"
QUERY = [
    ("marks", "3"),
    ("marks", "4"),
    ("sizes", "5|6"),
    ("words", "red blue"),
    ("names", "Ada,Bob"),
    ("filter[max]", "8"),
    ("filter[min]", "7"),
    ("from", "9"),
    ("to", "10"),
]
FIELDS = {"X-Ids": "11,12", "X-Point": "x=13,y=14", "Cookie": "prefs=15,16"}


def operation_of(text: str) -> Operation:
    reading = read_page(text.encode(), "Thing/v1Thing_Get.md")
    assert reading.findings == ()
    assert reading.operation
    return reading.operation


def target(path: str = PATH, query: list[tuple[str, str]] | None = None) -> str:
    return f"{path}?{urlencode(QUERY if query is None else query, quote_via=quote)}"


def with_request(asked: str, fields: dict[str, str] | None = None) -> str:
    lines = "\n".join(f"{name}: {value}" for name, value in (fields or FIELDS).items())
    return f"{PAGE}\n## Sample request\n\n```http!\nGET {asked}\n{lines}\n```\n"


def test_a_sample_sends_what_the_cells_have_by_the_style() -> None:
    request = prepare(operation_of(PAGE))
    path = "".join(part if isinstance(part, str) else part.encoded for part in request.path)
    assert path == PATH
    assert [*request.query] == QUERY
    assert dict(request.headers) == FIELDS


def test_what_the_example_shows_counts_before_the_cells() -> None:
    query = [pair for pair in QUERY if pair[0] not in ("sizes", "from", "to")]
    shown = target(
        PATH.replace("1,2", "8,9").replace("x=1", "x=7"),
        [("sizes", "50|60"), ("from", "90"), *query],
    )
    fields = {"X-Ids": "1, 2", "X-Point": "x=3", "Cookie": "prefs=5; other=6"}
    request = prepare(operation_of(with_request(shown, fields)))
    path = "".join(part if isinstance(part, str) else part.encoded for part in request.path)
    assert path == "/api/v1/Thing/8,9/.a.b%2Cc/;x=7;y=2"
    assert ("sizes", "50|60") in request.query
    assert ("from", "90") in request.query
    assert "to" not in dict(request.query)
    sent = {"X-Ids": "1,2", "X-Point": "x=3", "Cookie": "prefs=5; other=6"}
    assert dict(request.headers) == sent


def test_an_author_chooses_items() -> None:
    chosen = "uid: v1Thing_Get\nsamples: {path: {ids: 5}, query: {sizes: [1, 2], marks: [9]}}"
    request = prepare(operation_of(PAGE.replace("uid: v1Thing_Get", chosen)))
    assert ("sizes", "1|2") in request.query
    assert [text for name, text in request.query if name == "marks"] == ["9"]
    assert request.path_values[0].encoded == "5"


def test_postman_has_the_same_request() -> None:
    collection = postman_collection([operation_of(PAGE)], "Things")
    sent = collection["item"][0]["item"][0]["request"]
    assert [(pair["key"], pair["value"]) for pair in sent["url"]["query"]] == QUERY
    values = {each["key"]: each["value"] for each in sent["url"]["variable"]}
    assert values == {"ids": "1,2", "tags": ".a.b%2Cc", "point": ";x=1;y=2"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_writes_the_texts_of_the_styles(language: str) -> None:
    (sample, *_) = samples_of(operation_of(PAGE), [LANGUAGES[language]])
    for text in ("1,2", ".a.b%2Cc", ";x=1;y=2", "11,12", "x=13,y=14", "prefs=15,16"):
        assert text in sample.text
    for text in ("5|6", "red blue", "Ada,Bob"):
        assert text in sample.text or quote(text) in sample.text or quote(text, "") in sample.text


@pytest.mark.slow
@pytest.mark.parametrize("language", ["python", "curl", "javascript", "typescript", "php"])
def test_programs_send_the_same_request(language: str, tmp_path: Path) -> None:
    with keeping(Ledger()) as ledger:
        paths = lay_out(samples_of(operation_of(PAGE), [LANGUAGES[language]])[:1], tmp_path)
        assert run_all({paths[0]: f"{ledger.url}/0"}, tmp_path) == {}
        (sent,) = ledger.sent["0"]
    assert sent.path == PATH.replace("%2C", ",")
    assert [*sent.query] == QUERY
    assert {name: sent.headers[name.lower()] for name in FIELDS} == FIELDS


def ask(asked: str, fields: dict[str, str] | None = None) -> HttpResponse:
    with serving(catalog_of({"Thing/v1Thing_Get": PAGE})) as (server, store):
        named = {n.replace("-", "_"): v for n, v in (FIELDS if fields is None else fields).items()}
        return Reader(server, store).ask("GET", asked, **named)


def test_the_server_takes_what_the_sample_sends() -> None:
    assert ask(target()).status == 200
    # As RFC 6570 has it, too, and as clients that encode all of a value.
    assert ask(target().replace("Ada%2CBob", "Ada,Bob")).status == 200
    assert ask(target("/api/v1/Thing/1%2C2/.a.b/%3Bx%3D1%3By%3D2")).status == 200


CHANGES: list[tuple[str, str, str, str]] = [
    ("path", "1,2", "1;2", "an integer (`int32`)"),
    ("path", ".a", "a", "label, exploded, such as `.a.b`"),
    ("path", ";x=1", "x=1", "matrix, exploded, such as `;key=a`"),
    ("path", ";x=1", ";x=one", "an integer (`int32`)"),
    ("query", "marks=4", "marks=four", "an integer (`int32`)"),
    ("query", "marks=3", "marks=3%2C4", "an integer (`int32`)"),
    ("query", "5%7C6", "5%2C6", "an integer (`int32`)"),
    ("query", "names=Ada%2CBob", "names=Ada&names=Bob", "comma-separated, such as `names=a,b`"),
    ("query", "filter%5Bmin%5D=7", "filter=min%2C7", "in brackets, such as `filter[key]=a`"),
    ("query", "filter%5Bmin%5D=7", "filter%5Bmin%5D=low", "an integer (`int32`)"),
    ("query", "from=9", "from=now", "an integer (`int32`)"),
    ("header", "11,12", "11;12", "an integer (`int32`)"),
    ("header", "x=13", "x:13", "comma-separated, exploded, such as `key=a`"),
    ("cookie", "15,16", "15,b", "an integer (`int32`)"),
]


def changed(right: str, wrong: str) -> tuple[str, dict[str, str]]:
    asked, fields = target(), {n: v.replace(right, wrong) for n, v in FIELDS.items()}
    path, _, query = asked.partition("?")
    if right in PATH:
        return f"{path.replace(right, wrong)}?{query}", FIELDS
    return f"{path}?{query.replace(right, wrong)}", fields


@pytest.mark.parametrize(("place", "right", "wrong", "expected"), CHANGES)
def test_the_server_refuses_another_style_and_other_values(
    place: str, right: str, wrong: str, expected: str
) -> None:
    response = ask(*changed(right, wrong))
    assert response.status in (400, 422)
    (error,) = json.loads(response.body)["errors"]
    assert error["in"] == place
    assert error["documented"].startswith("Thing/v1Thing_Get.md:")
    assert expected.replace("`", "") in error["expected"].replace("`", "")


def test_the_server_misses_what_is_required() -> None:
    response = ask(PATH, {})
    assert {error["name"] for error in json.loads(response.body)["errors"]} == {
        *("marks", "sizes", "words", "names", "filter", "window", "X-Ids", "X-Point", "prefs")
    }


def test_docs_ci_finds_nothing_in_what_is_right() -> None:
    assert offences(with_request(target()), "CS0", "CS3") == []


@pytest.mark.parametrize(("place", "right", "wrong", "expected"), CHANGES)
def test_docs_ci_finds_another_style_and_other_values(
    place: str, right: str, wrong: str, expected: str
) -> None:
    code = {"path": "CS324", "query": "CS322"}.get(place, "CS315")
    found = offences(with_request(*changed(right, wrong)), "CS3")
    assert [each for each, _ in found] == [code]


def test_docs_ci_misses_what_is_required() -> None:
    found = offences(with_request(PATH, {"Accept": "*/*"}), "CS3")
    assert len([code for code, _ in found if code == "CS321"]) == 6


def test_the_console_begins_with_what_a_reader_writes() -> None:
    operation = operation_of(PAGE)
    data = console_data(operation)
    fields = {entry["name"]: entry for entry in (*data["path"], *data["query"])}
    assert {name: entry["value"] for name, entry in fields.items()} == {
        "ids": "1, 2",
        "tags": '["a", "b,c"]',
        "point": '{"x": "1", "y": "2"}',
        "marks": "3, 4",
        "sizes": "5, 6",
        "words": "red, blue",
        "names": "Ada, Bob",
        "filter": '{"max": "8", "min": "7"}',
        "window": '{"from": "9", "to": "10"}',
    }
    said = [fields["sizes"][key] for key in ("style", "explode", "shape")]
    assert said == ["pipeDelimited", False, "array"]


NESTED = """---
title: GET Thing
uid: v1Thing_Get
---

# GET Thing

```http
GET /api/v1/Thing
```

Gives things.

## Query String Parameters

| Parameter Name | Type | Required | Style | Limits | Description |
| --- | --- | --- | --- | --- | --- |
| size | object | Yes | in brackets | | How large. |
| size.min | int32 | Yes | | at least 1 | From. |
| size.unit | string | No | | | In what. |
| shape | Shape | | in brackets | | How it looks. |
| a.b | string | | | | A name with a dot. |

## Response: object

| Response | Description |
| --- | --- |
| 200 | They are there. |
"""
SHAPE = """---
title: Shape
defines: Shape
---

# Shape

| Property Name | Type | Required | Description |
| --- | --- | --- | --- |
| corners | int32 | Yes | How many. |
"""


def test_rows_within_an_object_are_its_properties(tmp_path: Path) -> None:
    operation = operation_of(NESTED)
    assert dict(prepare(operation).query) == {"size[min]": "1", "size[unit]": "example"}
    found = {each["name"]: each for each in parameters(exported(NESTED, tmp_path))}
    assert found.keys() == {"size", "shape", "a.b"}
    schema = found["size"]["schema"]
    assert (schema["required"], [*schema["properties"]]) == (["min"], ["min", "unit"])
    data = console_data(operation)
    assert [entry["name"] for entry in map(as_entry, data["query"])] == ["size", "shape", "a.b"]


def as_entry(written: Any) -> Any:
    return written if isinstance(written, dict) else {"name": written[0]}


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("size[min]=2&shape[corners]=3&a.b=x", ""),
        ("size[min]=0", "size.min"),
        ("size[unit]=m", "size.min"),
        ("", "size"),
        ("size[min]=2&shape[corners]=three", "shape.corners"),
        ("size[min]=2&shape[sides]=3", "shape.corners"),
    ],
)
def test_objects_are_held_against_their_properties(query: str, name: str) -> None:
    with serving(catalog_of({"Thing/v1Thing_Get": NESTED, "Shape": SHAPE})) as (server, store):
        response = Reader(server, store).ask("GET", f"/api/v1/Thing?{query}")
    errors = [] if response.status == 200 else json.loads(response.body)["errors"]
    assert [error["name"] for error in errors] == ([name] if name else [])


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("size[min]=2&size[unit]=m&shape[corners]=3", []),
        ("size[min]=0", ["CS322"]),
        ("size[unit]=m", ["CS322"]),
        ("", ["CS321"]),
        ("size[min]=2&seize=m", ["CS320"]),
    ],
)
def test_docs_ci_holds_objects_against_their_properties(query: str, codes: list[str]) -> None:
    asked = f"/api/v1/Thing?{query}" if query else "/api/v1/Thing"
    text = f"{NESTED}\n## Sample request\n\n```http!\nGET {asked}\n```\n"
    assert [code for code, _ in offences(text, "CS32")] == codes


def test_docs_ci_points_at_the_property_that_is_wrong() -> None:
    target = "/api/v1/Thing?size[unit]=m&size[min]=0"
    text = f"{NESTED}\n## Sample request\n\n```http!\nGET {target}\n```\n"
    assert offences(text, "CS32") == [("CS322", "size[min]=0")]


PART = """---
title: GET Part
uid: v1Part_Get
---

# GET Part

```http
GET /api/v1/Part/{id}
```

Gives a part.

| Path Part | Type | Required | Style | Description |
| --- | --- | --- | --- | --- |
| id | int32 | Yes | label | Which. |

## Response: object

| Response | Description |
| --- | --- |
| 200 | It is there. |
| 404 | It is not. |
"""


def test_programs_pass_and_cover_what_they_send(tmp_path: Path) -> None:
    pages = {"Thing": PAGE, "Size": NESTED.replace("Thing", "Size"), "Part": PART, "Shape": SHAPE}
    (tmp_path / "docs").mkdir()
    for name, text in pages.items():
        (tmp_path / f"docs/{name}.md").write_text(text, encoding="utf-8")
    code, report, _ = run(tmp_path, "test", "--docs", "docs", "--coverage", "coverage.json")
    assert code == 0, report
    missed = read_coverage(tmp_path / "coverage.json").uncovered
    assert {each.what for each in missed} == {"query shape", "query a.b"}


class Plain:
    """Markdown that stays as it is."""

    def block(self, text: str, taken: Any) -> Prose:
        return Prose(text)

    def inline(self, text: str) -> str:
        return text


def test_a_reader_sees_the_style_in_words_and_as_it_looks() -> None:
    html = render_operation(operation_of(PAGE), Plain(), ()).html
    for words in (
        "pipe-separated, as <code>sizes=a|b</code>",
        "repeated, as <code>marks=a&amp;marks=b</code>",
        "in brackets, as <code>filter[key]=a</code>",
        "matrix, exploded, as <code>;key=a</code>",
    ):
        assert words in html


def test_openapi_has_the_style(tmp_path: Path) -> None:
    document = exported(PAGE, tmp_path)
    found = {
        each["name"]: (each["style"], each["explode"], "x-callsheet-assumed" in each)
        for each in parameters(document)
    }
    assert found == {
        "ids": ("simple", False, False),
        "tags": ("label", True, False),
        "point": ("matrix", True, False),
        "marks": ("form", True, False),
        "sizes": ("pipeDelimited", False, False),
        "words": ("spaceDelimited", False, False),
        "names": ("form", False, False),
        "filter": ("deepObject", True, False),
        "window": ("form", True, False),
        "X-Ids": ("simple", False, False),
        "X-Point": ("simple", True, False),
        "prefs": ("form", False, False),
    }


@pytest.mark.parametrize(
    ("shown", "explode", "assumed"),
    [
        ("?marks=1&marks=2", True, None),
        ("?marks=1,2", False, None),
        ("", False, ["style", "explode"]),
    ],
)
def test_openapi_tells_what_is_assumed(
    shown: str, explode: bool, assumed: object, tmp_path: Path
) -> None:
    text = PAGE.replace("| repeated |", "| |")
    request = f"\n## Sample request\n\n```http!\nGET /api/v1/Thing/1/.a/;x=1{shown}\n```\n"
    (found,) = (
        each for each in parameters(exported(text + request, tmp_path)) if each["name"] == "marks"
    )
    assert (found["style"], found["explode"]) == ("form", explode)
    assert found.get("x-callsheet-assumed") == assumed


def exported(text: str, folder: Path) -> Any:
    (folder / "v1Thing_Get.md").write_text(text, encoding="utf-8")
    return export_openapi(Catalog.read(folder)).document


def parameters(document: Any) -> Any:
    (item,) = document["paths"].values()
    return item["get"]["parameters"]


def test_a_page_is_written_with_its_styles() -> None:
    operation = operation_of(PAGE)
    again = operation_of(write_page(operation))
    for before, after in zip(operation.parameters, again.parameters, strict=True):
        styles = [
            StyledParameter.of(row, Styles(each), row.schema)
            for row, each in ((before, operation), (after, again))
        ]
        assert styles[0]
        assert styles[1]
        assert styles[0].how == styles[1].how


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("| repeated |", "| comma-separated |", "was written repeated and is comma-separated now"),
        ("| repeated |", "| |", "was written repeated and is comma-separated now"),
        ("| label, exploded |", "| matrix |", "was written label, exploded and is matrix now"),
        ("| in brackets |", "| pipes |", "was written in brackets and is pipe-separated now"),
    ],
)
def test_a_changed_style_is_breaking(old: str, new: str, message: str, tmp_path: Path) -> None:
    assert [(level, kind) for level, kind, _ in differences(PAGE, old, new, tmp_path)] == [
        ("breaking", "parameter-style-changed")
    ]
    assert message in differences(PAGE, old, new, tmp_path)[0][2]


def test_other_words_for_a_style_change_nothing(tmp_path: Path) -> None:
    assert differences(PAGE, "| repeated |", "| form |", tmp_path) == []
    row = "| names | array of string | Yes | comma-separated |"
    assert differences(PAGE, row, row.replace("comma-separated", ""), tmp_path) == []


def differences(text: str, old: str, new: str, folder: Path) -> list[tuple[str, str, str]]:
    assert text.count(old) == 1
    trees = []
    for name, page in (("old", text), ("new", text.replace(old, new))):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "v1Thing_Get.md").write_text(page, encoding="utf-8")
        trees.append(read_tree(str(folder / name), lambda: folder))
    return [(each.level, each.kind, each.message) for each in compare(*trees).changes]


ITEMS = (
    NESTED.partition("| size | object")[0]
    + """| mark | array of int32 | Yes | repeated | at most 2 items | What is on it. |
| mark[] | int32 | Yes | | at least 5 | Each of them. |
| stops | array | | comma-separated | | Where it was. |
| stops[] | int32 | | | at most 3 | Each of them. |
| id[] | array of int32 | | repeated | | A name with brackets. |

## Response: object

| Response | Description |
| --- | --- |
| 200 | They are there. |
"""
)


@pytest.mark.parametrize(
    ("query", "name", "codes"),
    [
        ("mark=5&mark=6&stops=1,2&id[]=1&id%5B%5D=2", "", []),
        ("mark=5&id[]=x", "id[]", ["CS322"]),
        ("mark=5&mark=4", "mark", ["CS322"]),
        ("mark=5&stops=1,4", "stops", ["CS322"]),
        ("mark[]=5", "mark", ["CS321"]),
    ],
)
def test_rows_of_items_are_no_parameters_of_their_own(
    query: str, name: str, codes: list[str], tmp_path: Path
) -> None:
    operation = operation_of(ITEMS)
    assert prepare(operation).query == (("mark", "5"),)
    found = {each["name"]: each["schema"] for each in parameters(exported(ITEMS, tmp_path))}
    assert found.keys() == {"mark", "stops", "id[]"}
    assert (found["mark"]["items"]["minimum"], found["stops"]["items"]["maximum"]) == (5, 3)
    with serving(catalog_of({"a": ITEMS})) as (server, store):
        response = Reader(server, store).ask("GET", f"/api/v1/Thing?{query}")
    errors = [] if response.status == 200 else json.loads(response.body)["errors"]
    assert [error["name"].partition("[")[0] for error in errors] == (
        [name.partition("[")[0]] if name else []
    )
    text = f"{ITEMS}\n## Sample request\n\n```http!\nGET /api/v1/Thing?{query}\n```\n"
    assert sorted(code for code, _ in offences(text, "CS32")) == codes


@pytest.mark.parametrize(
    "type_", ["int32", "bool", "string", "Enum: A, B", "date", "array of int32"]
)
@pytest.mark.parametrize("query", ["n", "n=", "a=1&n", "n&a=1"])
def test_a_parameter_without_a_value_is_a_finding_where_the_server_refuses_it(
    type_: str, query: str
) -> None:
    start = NESTED.partition("| size | object")[0]
    rows = f"| n | {type_} | | | | One. |\n| a | int32 | | | | Two. |\n"
    fence = f"\n```http\nGET /api/v1/Thing?{query}\n```\n"
    rest = f"\n## Response: object\n{NESTED.partition('## Response: object')[2]}"
    sample = f"\n## Sample request\n\n```http!\nGET /api/v1/Thing?{query}\n```\n"
    with serving(catalog_of({"a": start + rows + rest})) as (server, store):
        refused = Reader(server, store).ask("GET", f"/api/v1/Thing?{query}").status != 200
    found = offences(start + rows + rest + sample, "CS322")
    assert found == ([("CS322", "" if "n=" in query else "n")] if refused else [])
    # Below the table, a name alone stands for any value.
    assert bool(offences(start + rows + fence + rest, "CS322")) is (refused and "n=" in query)
