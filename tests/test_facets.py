"""Whatever a page says of values, everybody honours: a cell for each facet and each of them."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape

from callsheet.catalog import Catalog
from callsheet.diff import compare, read_tree
from callsheet.export import export_openapi
from callsheet.model import Operation
from callsheet.model.contents import request_contents
from callsheet.pages import write_page
from callsheet.render import Prose, render_operation
from callsheet.samples import python_sample
from callsheet.schema import Evaluator
from callsheet.schema.words import facets
from callsheet.source import read_page
from tests.parcels import Reader, catalog_of, serving


@dataclass(frozen=True)
class Facet:
    """Something that a row says of its values.

    Attributes:
        type: Its type cell.
        cells: Its further cells, by column.
        good: A value that fits.
        bad: A value that does not fit; None where every value of the type does.
        keyword: The keyword of JSON Schema that says it, and with what value.
        shown: What a reader sees of it.
        mark: What the section of the body says of the body as a whole.
    """

    type: str
    cells: Mapping[str, str]
    good: Any
    bad: Any
    keyword: tuple[str, Any]
    shown: str
    mark: str = ""


NO_BODY: Any = object()
"""What a request has whose body is left out."""

FACETS = {
    "minimum": Facet("int32", {"Limits": "at least 5"}, 7, 4, ("minimum", 5), "at least 5"),
    "maximum": Facet("int32", {"Limits": "at most 5"}, 3, 6, ("maximum", 5), "at most 5"),
    "exclusive minimum": Facet(
        "double", {"Limits": "above 5"}, 5.5, 5, ("exclusiveMinimum", 5), "above 5"
    ),
    "exclusive maximum": Facet(
        "double", {"Limits": "below 5"}, 4.5, 5, ("exclusiveMaximum", 5), "below 5"
    ),
    "multiple": Facet("int32", {"Limits": "multiple of 5"}, 10, 7, ("multipleOf", 5), "multiple"),
    "least length": Facet(
        "string", {"Limits": "at least 3 characters"}, "abc", "ab", ("minLength", 3), "at least 3"
    ),
    "most length": Facet(
        "string", {"Limits": "at most 3 characters"}, "abc", "abcd", ("maxLength", 3), "at most 3"
    ),
    "pattern": Facet(
        "string", {"Limits": "pattern `^[A-Z]+$`"}, "AB", "ab", ("pattern", "^[A-Z]+$"), "^[A-Z]+$"
    ),
    "least items": Facet(
        "array of int32", {"Limits": "at least 2 items"}, [1, 2], [1], ("minItems", 2), "at least 2"
    ),
    "most items": Facet(
        "array of int32", {"Limits": "at most 1 item"}, [1], [1, 2], ("maxItems", 1), "at most 1"
    ),
    "unique items": Facet(
        "array of int32", {"Limits": "unique"}, [1, 2], [1, 1], ("uniqueItems", True), "differ"
    ),
    "values": Facet("string", {"Values": "`a`, `b`"}, "a", "c", ("enum", ["a", "b"]), "Values"),
    "values of numbers": Facet("int32", {"Values": "1, 2"}, 1, 3, ("enum", [1, 2]), "Values"),
    "values of items": Facet(
        "array of string",
        {"Values": "F, U"},
        ["F"],
        ["X"],
        ("items", {"type": "string", "enum": ["F", "U"]}),
        "Values",
    ),
    "values of a map": Facet(
        "map of string",
        {"Values": "`F`: Fragile, `U`"},
        {"a": "F"},
        {"a": "X"},
        (
            "additionalProperties",
            {"type": "string", "enum": ["F", "U"], "x-enumDescriptions": {"F": "Fragile"}},
        ),
        "Fragile",
    ),
    "values of items of any type": Facet(
        "array", {"Values": "F, U"}, ["F"], ["X"], ("items", {"enum": ["F", "U"]}), "Values"
    ),
    "values that are lists": Facet(
        "array of string", {"Values": '`["a"]`, `[]`'}, ["a"], ["b"], ("enum", [["a"], []]), "a"
    ),
    "values that are lists, without backticks": Facet(
        "array of string", {"Values": '["a", "b"], []'}, [], ["b"], ("enum", [["a", "b"], []]), "a"
    ),
    "length of items": Facet(
        "array of string",
        {"Limits": "at most 3 characters, at most 2 items"},
        ["abc"],
        ["abcd"],
        ("items", {"type": "string", "maxLength": 3}),
        "at most 3 characters",
    ),
    "pattern of items": Facet(
        "array of string",
        {"Limits": "pattern `^[A-Z]$`, unique"},
        ["A"],
        ["a"],
        ("items", {"type": "string", "pattern": "^[A-Z]$"}),
        "^[A-Z]$",
    ),
    "default of items": Facet(
        "array of string", {"Default": "F, U"}, ["F"], None, ("default", ["F", "U"]), "Default"
    ),
    "example of items": Facet(
        "array of int32", {"Example": "1"}, [1], None, ("examples", [[1]]), "Example"
    ),
    "default": Facet("int32", {"Default": "5"}, 5, None, ("default", 5), "Default"),
    "example": Facet("string", {"Example": "Ada"}, "Ada", None, ("examples", ["Ada"]), "Example"),
    "null": Facet("string", {"Nullable": "Yes"}, None, 5, ("type", ["string", "null"]), "null"),
    "deprecated": Facet(
        "string", {"Deprecated": "Yes"}, "x", None, ("deprecated", True), "deprecated"
    ),
    "deprecated since": Facet(
        "string", {"Deprecated": "Since 2.0"}, "x", None, ("deprecated", True), "Since 2.0"
    ),
    "read-only": Facet(
        "string", {"Access": "read-only"}, "x", None, ("readOnly", True), "Only comes back"
    ),
    "write-only": Facet(
        "string", {"Access": "write-only"}, "x", None, ("writeOnly", True), "Is only sent"
    ),
    "required": Facet("string", {"Required": "Yes"}, "x", ..., ("required", ["v"]), "required"),
    "uuid": Facet(
        "uuid", {}, "3fa85f64-5717-4562-b3fc-2c963f66afa6", "x", ("format", "uuid"), "uuid"
    ),
    "date": Facet("date", {}, "2026-03-14", "2026-03-32", ("format", "date"), "date"),
    "email": Facet("email", {}, "ada@example.com", "ada", ("format", "email"), "email"),
    "uri": Facet("uri", {}, "https://example.com/a", "a b", ("format", "uri"), "uri"),
    "items": Facet("array of string", {}, ["x"], [1], ("items", {"type": "string"}), "array of"),
    "required body": Facet(
        "string", {}, "x", NO_BODY, ("requestBody", True), ">required<", "**Required**"
    ),
    "optional body": Facet(
        "string", {}, NO_BODY, None, ("requestBody", False), ">optional<", "**Optional**"
    ),
    "alternatives": Facet("int32 or bool", {}, True, "x", ("anyOf", 2), "int32 or bool"),
}


def page(facet: Facet, value: Any, *, plain: bool = False) -> str:
    """A page with one row that has a facet, and an example that sends a value."""
    cells = {} if plain else facet.cells
    written = "string" if plain and not facet.cells else facet.type
    # A body is optional where nothing is said, so what is optional now was required before.
    mark = {"**Optional**": "**Required**"}.get(facet.mark, "") if plain else facet.mark
    sent = json.dumps(body_of(value)) if value is not NO_BODY else ""
    heads = ["Property Name", "Type", *cells, "Description"]
    return "\n".join(
        [
            "---",
            "title: POST Thing",
            "uid: v1Thing_Post",
            "---",
            "",
            "# POST Thing",
            "",
            "```http",
            "POST /api/v1/Thing",
            "```",
            "",
            "Makes a thing.",
            "",
            "## Request Headers",
            "",
            "| Parameter Name | Description |",
            "|---|---|",
            "| Content-Type | `application/json` |",
            "",
            "## Request Body: thing",
            *(["", mark] if mark else []),
            "",
            f"| {' | '.join(heads)} |",
            "|" + "---|" * len(heads),
            f"| {' | '.join(['v', written, *cells.values(), 'It is said here.'])} |",
            f"| {' | '.join(['w', 'int32', *([''] * len(cells)), 'Another one.'])} |",
            "",
            "## Response: object",
            "",
            "| Response | Description |",
            "|---|---|",
            "| 200 | It is there. |",
            "",
            "## Sample request",
            "",
            "```http!",
            "POST /api/v1/Thing",
            *(["Content-Type: application/json", "", sent] if sent else []),
            "```",
            "",
        ]
    )


def body_of(value: Any) -> Any:
    """What a request sends."""
    if value is NO_BODY:
        return None
    return {"w": 1} if value is ... else {"v": value, "w": 1}


def operation_of(text: str) -> Operation:
    reading = read_page(text.encode(), "Thing/v1Thing_Post.md")
    assert reading.operation
    return reading.operation


class Plain:
    """Markdown that stays as it is."""

    def block(self, text: str, taken: Any) -> Prose:
        return Prose(text)

    def inline(self, text: str) -> str:
        return text


def reading_understands(facet: Facet, folder: Path) -> None:
    reading = read_page(page(facet, facet.good).encode(), "Thing/v1Thing_Post.md")
    assert reading.findings == ()


def a_reader_sees(facet: Facet, folder: Path) -> None:
    html = render_operation(operation_of(page(facet, facet.good)), Plain(), ()).html
    assert (facet.shown if facet.mark else str(escape(facet.shown))) in html


def a_sample_sends(facet: Facet, folder: Path) -> None:
    text = page(facet, facet.good).partition("## Sample request")[0]
    operation = operation_of(text)
    (content,) = request_contents(operation)
    program = python_sample(operation)
    if facet.good is NO_BODY:
        assert "json=" not in python_sample(operation_of(page(facet, facet.good))).text
    sent = program.text.partition("json=")[2]
    stated = content.schema.property("v")
    assert stated
    if stated.schema.read_only:
        assert '"v"' not in sent
        return
    calls = ast.walk(ast.parse(program.text))
    body = next(
        each.value for each in calls if isinstance(each, ast.keyword) and each.arg == "json"
    )
    if isinstance(body, ast.Name):
        # What does not fit into the call has a name of its own.
        name = body.id
        body = next(
            each.value
            for each in ast.walk(ast.parse(program.text))
            if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == name
        )
    value = ast.literal_eval(body)["v"]
    assert Evaluator().mismatches(value, stated.schema) == []


def the_server_holds(facet: Facet, folder: Path) -> None:
    catalog = catalog_of({"Thing/v1Thing_Post": page(facet, facet.good)})
    with serving(catalog) as (server, store):
        reader = Reader(server, store)
        assert send(reader, facet.good).status == 200
        if facet.bad is not None:
            refused = send(reader, facet.bad)
            assert refused.status in (400, 422)
            assert json.loads(refused.body)["errors"][0]["documented"].startswith("Thing/")


def send(reader: Reader, value: Any) -> Any:
    return reader.ask("POST", "/api/v1/Thing", body_of(value))


def docs_ci_finds(facet: Facet, folder: Path) -> None:
    from tests.checks.offences import offences

    right = {code for code, _ in offences(page(facet, facet.good), "CS3", "CS2")}
    assert right == set()
    if facet.bad is not None:
        wrong = {code for code, _ in offences(page(facet, facet.bad), "CS3")}
        assert wrong


def openapi_says(facet: Facet, folder: Path) -> None:
    (folder / "Thing").mkdir()
    (folder / "Thing/v1Thing_Post.md").write_text(page(facet, facet.good), encoding="utf-8")
    document = export_openapi(Catalog.read(folder)).document
    schema = document["components"]["schemas"]["v1Thing_Post.request"]
    keyword, value = facet.keyword
    if keyword == "requestBody":
        assert document["paths"]["/api/v1/Thing"]["post"]["requestBody"]["required"] is value
    elif keyword == "required":
        assert schema["required"] == value
    elif keyword == "anyOf":
        assert len(schema["properties"]["v"]["anyOf"]) == value
    else:
        assert schema["properties"]["v"][keyword] == value


def diff_tells(facet: Facet, folder: Path) -> None:
    trees = []
    for name, plain in (("old", True), ("new", False)):
        (folder / name).mkdir()
        text = page(facet, facet.good, plain=plain)
        (folder / name / "v1Thing_Post.md").write_text(text, encoding="utf-8")
        trees.append(read_tree(str(folder / name), lambda: folder))
    assert compare(*trees).changes


def a_page_is_written_with(facet: Facet, folder: Path) -> None:
    operation = operation_of(page(facet, facet.good))
    again = operation_of(write_page(operation))
    assert again.request_body
    assert operation.request_body
    assert again.body_required == operation.body_required
    written, read = again.request_body.properties[0], operation.request_body.properties[0]
    assert (written.schema, written.required) == (read.schema, read.required)


HONOURERS: tuple[Callable[[Facet, Path], None], ...] = (
    reading_understands,
    a_reader_sees,
    a_sample_sends,
    the_server_holds,
    docs_ci_finds,
    openapi_says,
    diff_tells,
    a_page_is_written_with,
)


@pytest.mark.parametrize("honours", HONOURERS, ids=lambda function: function.__name__)
@pytest.mark.parametrize("name", FACETS)
def test_a_facet_is_honoured(
    name: str, honours: Callable[[Facet, Path], None], tmp_path: Path
) -> None:
    honours(FACETS[name], tmp_path)


def test_words_of_cells_may_be_in_code_or_an_emoji() -> None:
    columns = facets.Facet
    cells = ((columns.REQUIRED, "\u2714\ufe0f"), (columns.ACCESS, "`readOnly`"))
    schema, faults = facets.read_row("string", cells)
    assert (schema.read_only, faults) == (True, ())
    assert facets.is_yes("\u2714\ufe0f") is True
