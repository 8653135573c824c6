"""The guide's page of the page format: each of its examples is read by the reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from callsheet.checks.engine.runner import check
from callsheet.checks.engine.selection import Selection
from callsheet.http.forms import read_parts
from callsheet.http.parameter_styles import (
    ParameterStyle,
    Style,
    Texts,
    write_header,
    write_path,
    write_query,
)
from callsheet.model import (
    BUILT_IN_TYPES,
    LinkKind,
    Location,
    Operation,
    Outgoing,
    SectionKind,
    read_style,
    stated_style,
    style_words,
)
from callsheet.model.contents import own_parameters, request_contents, response_contents
from callsheet.model.encodings import encodings
from callsheet.model.rows import rows_schema
from callsheet.schema import Evaluator
from callsheet.schema.annotations import ANNOTATIONS, annotations_of
from callsheet.schema.words.type_words import WORDS
from callsheet.source import Reading, read_page
from tests.checks.offences import offences
from tests.conftest import DOCS
from tests.guide import fences

PAGE = DOCS / "page-format.md"
HEAD = """\
---
title: Title
uid: v1Parcel_Get
---
"""
ROUTE = """
# Heading

```http
GET /api/v1/Parcel/{id}
```
"""
EXAMPLES = {
    fence.title: fence.text for fence in fences(PAGE) if fence.label == "markdown" and fence.title
}

Check = Callable[[Operation], None]
CHECKS: dict[str, Check] = {}


def of(title: str) -> Callable[[Check], Check]:
    """Names the example that a function is about."""

    def name(check: Check) -> Check:
        CHECKS[title] = check
        return check

    return name


def reading(title: str) -> Reading:
    """An example as the reader reads it, completed to a page."""
    text = EXAMPLES[title]
    if not text.startswith("---"):
        text = HEAD + ("" if "```http\n" in text.split("##")[0] else ROUTE) + "\n" + text
    return read_page(text.encode(), "reference/page.md")


def names(operation: Operation, location: Location) -> list[tuple[str, str | None, bool]]:
    parameters = operation.parameters_in(location)
    return [(p.name, p.type.name if p.type else None, bool(p.required)) for p in parameters]


@of("Callback")
def callback(operation: Operation) -> None:
    (found,) = operation.callbacks
    assert (found.name, found.method) == ("parcelMoved", "POST")
    assert found.address == "{$request.body#/callbackUrl}"
    assert found.body
    assert [row.name for row in found.body.properties] == ["parcelId", "place"]
    assert [example.target for example in found.examples] == ["/hooks/parcels"]
    assert not operation.example_requests


@of("Callback with a page of its own")
def callback_page(operation: Operation) -> None:
    address = "{$request.body#/callbackUrl}"
    assert operation.outgoing == Outgoing("parcelMoved", "v1Parcel_Order", address)


@of("Webhook")
def webhook(operation: Operation) -> None:
    assert operation.outgoing == Outgoing("parcel.lost")
    assert operation.request_body
    assert [example.target for example in operation.example_requests] == ["/"]


@of("Lists and objects as parameters")
def styles(operation: Operation) -> None:
    found = [stated_style(row) for row in operation.parameters]
    assert found == [
        ParameterStyle(Style.SIMPLE),
        ParameterStyle(Style.FORM, explode=True),
        ParameterStyle(Style.PIPE),
        ParameterStyle(Style.DEEP, explode=True),
        ParameterStyle(Style.DEEP, explode=True),
        None,
        ParameterStyle(Style.SIMPLE),
    ]
    query = own_parameters(operation, Location.QUERY)
    assert [row.name for row, _ in query] == ["mark", "depot", "weight", "size"]
    assert query[-1][1].property("max")


def test_the_table_of_styles_is_true() -> None:
    text = PAGE.read_text(encoding="utf-8")
    table = text.partition("| Style | Location | `style`")[2].partition("\n\n")[0]
    words = ""
    for line in table.split("\n")[2:]:
        cells = [cell.strip() for cell in line.strip("| ").split(" | ")]
        cells = ["", *cells] if line.startswith("| | ") else cells
        words = cells[-4].strip("`") or words
        style, explode = (part.strip("` ") for part in cells[-2].split(","))
        list_, *object_ = re.findall("`([^`]+)`", cells[-1])
        for place in cells[-3].split(", "):
            how = read_style(words, Location(place))
            assert how == ParameterStyle(Style(style), explode=explode == "true")
            assert style_words(how, Location(place)) == words
            values: list[tuple[Texts, str]] = (
                [(["1", "2"], list_)] if how.style is not Style.DEEP else []
            )
            values += [({"w": "3", "h": "4"}, each) for each in object_ or [list_] if "w" in each]
            for value, shown in values:
                name = "ids" if isinstance(value, list) else "size"
                wanted = {
                    "query": write_query(name, value, how).replace("%5B", "[").replace("%5D", "]"),
                    "path": write_path(name, value, how),
                    "header": write_header(value, how),
                }
                assert wanted.get(place, shown) == shown


@of("A whole page")
def whole(operation: Operation) -> None:
    assert (operation.uid, operation.title) == ("v1Parcel_Put", "Change a parcel")
    assert (operation.method, operation.route.template) == ("PUT", "/api/v1/Parcel/{id}")
    assert operation.summary == "Changes what is known of a parcel."
    assert names(operation, Location.PATH) == [("id", "int32", True)]
    assert names(operation, Location.QUERY) == [("notify", "bool", False)]
    assert len(names(operation, Location.HEADER)) == 3
    assert operation.request_body
    assert operation.request_body.name == "parcel"
    assert operation.response
    assert operation.response.body_type
    assert operation.response.body_type.name == "Parcel"
    assert [s.code for s in operation.statuses] == [200, 404]
    assert operation.example_request
    assert operation.example_request.body == '{"Label": "Glasses"}'
    assert operation.example_response
    assert operation.example_response.status == 200
    assert len(operation.sections) == 9


@of("Front matter")
def front_matter(operation: Operation) -> None:
    assert operation.uid == "v1Parcel_Put"
    assert operation.title == "Change a parcel"
    assert operation.front_matter["owner"] == "The depot team"
    assert operation.front_matter["samples"] == {"path": {"id": 2}}


@of("Heading and route")
def route(operation: Operation) -> None:
    assert operation.sections[0].title == "Change a parcel"
    assert (operation.method, operation.route.parameters) == ("PUT", ("id",))


@of("Description")
def description(operation: Operation) -> None:
    assert operation.summary == "Changes what is known of a parcel."
    text = "\n".join(text.markdown for text in operation.description)
    for part in ("- A parcel that", "## When it is refused", "```json", "> [!NOTE]"):
        assert part in text
    assert len(operation.sections) == 1


@of("Path parameters")
def path_parameters(operation: Operation) -> None:
    assert names(operation, Location.PATH) == [("id", "int32", True), ("part", "string", True)]


@of("Required")
def required(operation: Operation) -> None:
    assert names(operation, Location.QUERY) == [
        ("depot", "string", True),
        ("notify", "bool", False),
    ]
    assert operation.parameters[0].about == "Where the parcel is."


@of("Query parameters")
def query_parameters(operation: Operation) -> None:
    assert [name for name, _, _ in names(operation, Location.QUERY)] == ["notify", "$select"]
    assert [text.markdown for text in operation.query_examples] == [
        "GET /api/v1/Parcel/7?notify=true",
        "GET /api/v1/Parcel/7?$select=Label,Weight",
    ]


@of("Request headers")
def headers(operation: Operation) -> None:
    assert names(operation, Location.HEADER)[3] == ("If-Unmodified-Since", None, False)
    assert operation.request_media_types == ("application/json", "application/json-patch+json")
    assert operation.response_media_types == ("application/json", "application/xml")


@of("Types")
def types(operation: Operation) -> None:
    assert operation.request_body
    read = {p.name: p.type for p in operation.request_body.properties}
    assert {name: data_type.name for name, data_type in read.items() if data_type} == {
        "Label": "string",
        "Weight": "int32",
        "Price": "double",
        "Fragile": "bool",
        "Posted": "date-time",
        "Photo": "byte",
        "Serial": "int64",
        "Stops": "array",
        "Marks": "array",
        "Codes": "array",
        "Dues": "object",
        "Kind": "enum",
        "Receiver": "Person",
    }
    assert read["Marks"]
    assert read["Marks"].of == "string"
    assert read["Codes"]
    assert read["Codes"].of == "(int32 or null)"
    assert read["Dues"]
    assert read["Dues"].of == "double"
    assert read["Kind"]
    assert read["Kind"].values == ("Letter", "Box", "Pallet")
    assert read["Receiver"]
    assert read["Receiver"].is_named


@of("Request body")
def request_body(operation: Operation) -> None:
    assert operation.request_body
    assert (operation.request_body.name, operation.request_body.type) == ("parcel", None)
    assert [p.required for p in operation.request_body.properties] == [True]
    prose = next(s.prose for s in operation.sections if s.kind is SectionKind.REQUEST_BODY)
    assert prose[0].markdown.startswith("The parcel.")


@of("Required request body")
def required_body(operation: Operation) -> None:
    assert operation.body_required is True
    prose = next(s.prose for s in operation.sections if s.kind is SectionKind.REQUEST_BODY)
    assert [text.markdown for text in prose] == ["The parcel as it shall be."]


@of("Optional request body")
def optional_body(operation: Operation) -> None:
    assert operation.body_required is False
    assert not operation.needs_body
    prose = next(s.prose for s in operation.sections if s.kind is SectionKind.REQUEST_BODY)
    assert [text.markdown for text in prose] == ["Without it, the parcel is sent on as it is."]


@of("Request body of one value")
def one_value(operation: Operation) -> None:
    assert operation.request_body
    assert operation.request_body.type
    assert (operation.request_body.name, operation.request_body.type.name) == ("label", "string")
    assert operation.request_body.properties == ()


@of("Request body of bytes")
def raw_bytes(operation: Operation) -> None:
    assert operation.request_body
    assert operation.request_body.binary
    assert operation.request_media_types == ("image/png", "multipart/form-data")


@of("Example of a form")
def example_of_a_form(operation: Operation) -> None:
    assert operation.example_request
    body, kind = operation.example_request.body, operation.example_request.header("content-type")
    parts = read_parts("\r\n".join(body.split("\n")).encode(), kind or "")
    assert [(part.name, part.media_type) for part in parts] == [
        ("Label", ""),
        ("Receiver", "application/json"),
        ("Photo", "image/png"),
    ]
    text = HEAD + ROUTE + EXAMPLES["Example of a form"]
    assert [code for code, _ in offences(text, "CS30")] == []
    assert [at for _, at in offences(text.replace('"Ann"', "5"), "CS30")] == ["5"]


@of("JSON Patch")
def json_patch(operation: Operation) -> None:
    assert operation.request_body
    assert operation.request_body.type
    assert operation.request_body.type.name == "array"
    assert operation.example_request
    assert operation.example_request.header("content-type") == "application/json-patch+json"
    assert '"op": "replace"' in operation.example_request.body


@of("Response and statuses")
def statuses(operation: Operation) -> None:
    assert [(s.code, s.description) for s in operation.statuses] == [
        (200, "The parcel."),
        (304, "It has not changed."),
        (404, "There is no such parcel."),
    ]
    assert operation.response
    assert operation.response.type
    assert operation.response.type.name == "object"


@of("Response body")
def response_body(operation: Operation) -> None:
    assert operation.response
    assert operation.response.body_type
    assert operation.response.body_type.name == "Parcel"
    assert [p.name for p in operation.response.properties] == ["ParcelId", "Label"]


@of("Response body as a line")
def response_line(operation: Operation) -> None:
    assert operation.response
    assert operation.response.body_type
    assert operation.response.body_type.name == "int32"
    assert operation.sections[-1].kind is SectionKind.RESPONSE_BODY


@of("Examples")
def examples(operation: Operation) -> None:
    assert operation.example_request
    assert operation.example_request.target == "/api/v1/Parcel/7"
    assert operation.example_response
    assert operation.example_response.body == '{"ParcelId": 7}'


@of("Several examples")
def several(operation: Operation) -> None:
    assert len(operation.example_requests) == 1
    assert [r.status for r in operation.example_responses] == [200, 404]
    prose = [text.markdown for text in operation.sections[-1].prose]
    assert prose == ["It is there:", "It is not:"]


@of("Tables in general")
def tables(operation: Operation) -> None:
    (parameter,) = operation.parameters
    assert parameter.name == "kind"
    assert parameter.description == "`Letter | Box`, or a | b."
    assert parameter.type
    assert parameter.type.name == "string"
    assert parameter.extras == (("since", "2.1"),)


@pytest.mark.parametrize("title", CHECKS)
def test_an_example_is_read_as_the_guide_says(title: str) -> None:
    read = reading(title)
    assert read.findings == ()
    assert read.operation is not None
    CHECKS[title](read.operation)


def test_the_examples_of_ordinary_pages() -> None:
    defines = reading("A page that defines a type").page.defines
    assert defines is not None
    assert (defines.name, [p.name for p in defines.properties]) == (
        "Person",
        ["PersonId", "Address"],
    )
    links = [(link.kind, link.target) for link in reading("Links and notes").page.links]
    assert links == [
        (LinkKind.XREF, "v1Parcel_Get"),
        (LinkKind.XREF, "v1Parcel_List"),
        (LinkKind.MENTION, "v1Parcel_Move"),
        (LinkKind.FILE, "../guide/parcels.md"),
        (LinkKind.INCLUDE, "../includes/limits.md"),
    ]


@of("Servers and security")
def servers_and_security(operation: Operation) -> None:
    assert (operation.summary, operation.operation_id) == ("Changes a parcel.", "putParcel")
    assert operation.deprecated
    assert operation.tags == ("parcels", "writing")
    assert [server.url for server in operation.servers] == [
        "https://api.acme.example",
        "https://test.acme.example",
    ]
    basic, combined, none = operation.security or ()
    assert [use.name for use in basic] == ["basic"]
    assert [(use.name, use.scopes) for use in combined] == [
        ("oauth2", ("parcels.write",)),
        ("tenant", ()),
    ]
    assert combined[1].scheme
    assert (combined[1].scheme.type, combined[1].scheme.parameter) == ("apiKey", "X-Tenant")
    assert none == ()


@of("Parameters in one table")
def parameters_in_one_table(operation: Operation) -> None:
    assert [(p.name, p.location, p.required) for p in operation.parameters] == [
        ("id", Location.PATH, True),
        ("notify", Location.QUERY, False),
        ("X-Trace", Location.HEADER, None),
        ("session", Location.COOKIE, None),
    ]
    assert operation.parameters[2].schema.format == "uuid"


@of("What values may be")
def values(operation: Operation) -> None:
    assert operation.request_body
    label, weight, speed, marks, note = (p.schema for p in operation.request_body.properties)
    assert (label.min_length, label.max_length, label.pattern) == (1, 40, "[A-Z].*")
    assert [literal.value for literal in label.examples] == ["Glasses"]
    assert (weight.exclusive_minimum, weight.maximum, weight.multiple_of) == (0, 30000, 10)
    assert weight.default
    assert weight.default.value == 500
    assert [(item.value, item.description) for item in speed.enum] == [
        (1, "by ship"),
        (2, "by air"),
    ]
    assert (marks.max_items, marks.unique_items) == (5, True)
    assert note.types == ("string", "null")
    assert [literal.value for literal in note.examples] == [None]
    assert [p.required for p in operation.request_body.properties] == [
        True,
        False,
        None,
        None,
        None,
    ]


@of("Properties within properties")
def nested(operation: Operation) -> None:
    assert operation.request_body
    schema = rows_schema(operation.request_body.properties)
    receiver, stops, marks = schema.properties
    assert (receiver.required, [p.name for p in receiver.schema.properties]) == (True, ["name"])
    assert receiver.schema.properties[0].required
    assert stops.schema.items
    assert [p.name for p in stops.schema.items.properties] == ["city"]
    assert marks.schema.items
    assert marks.schema.items.values == ("Fragile", "Urgent")


@of("Request bodies by media type")
def request_bodies(operation: Operation) -> None:
    contents = request_contents(operation)
    assert [content.media_type for content in contents] == [
        "application/json",
        "multipart/form-data",
    ]
    assert [len(content.schema.properties) for content in contents] == [1, 2]


@of("Classes of statuses")
def classes_of_statuses(operation: Operation) -> None:
    assert [s.code for s in operation.statuses] == [200]
    assert operation.response
    assert [r.name for r in operation.response.ranges] == ["4XX", "default"]


@of("Other responses")
def other_responses(operation: Operation) -> None:
    (success,), (problem,) = (response_contents(operation, status) for status in (200, 404))
    assert response_contents(operation, 409) == ()
    assert [p.name for p in success.schema.properties] == ["ParcelId"]
    assert [p.name for p in problem.schema.properties] == ["title"]
    assert operation.response
    assert [(h.name, h.status) for h in operation.response.headers] == [("ETag", "200")]


@of("Links of a response")
def links_of_a_response(operation: Operation) -> None:
    assert operation.response
    [link] = operation.response.links
    assert (link.name, link.operation, link.status) == ("change", "v1Parcel_Put", "200")
    assert link.parameters == (("id", "$response.body#/ParcelId"),)
    assert link.description == "Changes this parcel."


@of("Annotations")
def annotations_of_rows(operation: Operation) -> None:
    [body] = operation.request_bodies
    assert annotations_of(body.properties[0].schema) == {"x-order": 1, "title": "In grams"}
    assert operation.front_matter[ANNOTATIONS]["pathItem"] == {"x-team": "depots"}


@of("Conditions")
def conditions(operation: Operation) -> None:
    [content] = request_contents(operation)
    fits = Evaluator().fits
    route: dict[str, list[tuple[object, bool]]] = {
        "Stops": [(["Depot 1", "Oslo"], True), (["Oslo"], False), (["Depot"] * 4, False)],
        "Place": [([1, 2.5], True), ([1, "x"], False), ([1, 2, 3], False)],
        "Marks": [({"a": "x"}, True), ({"a" * 9: "x"}, False), ({"a": 1}, False)],
        "Code": [("a1", True), ("none", False), ("tmp1", False)],
        "Fee": [
            ({}, True),
            ({"Currency": "NOK"}, True),
            ({"Amount": 1}, False),
            ({"Currency": "NOK", "More": 1}, False),
        ],
        "Depot": [("north", True), (5, True), ("no", False), (None, False)],
    }
    for name, values in route.items():
        for value, expected in values:
            assert fits({name: value}, content.schema) is expected, (name, value)


@of("Parts of a form")
def parts_of_a_form(operation: Operation) -> None:
    [content] = request_contents(operation)
    found = encodings(content.rows)
    assert found["Photo"].media_type == "image/png"
    assert found["Notes"].headers == {"X-Language": {"schema": {"type": "string"}}}
    assert found["Sizes"].how == ParameterStyle(Style.FORM)


@of("Responses by status")
def responses_by_status(operation: Operation) -> None:
    [content] = response_contents(operation, 200)
    assert [item.name for item in content.schema.properties] == ["ParcelId"]
    [content] = response_contents(operation, 404)
    assert content.schema.ref == "Problem"


@of("Examples with names")
def named_examples(operation: Operation) -> None:
    expected = ["A parcel that is there", "Nobody's parcel"]
    assert [example.name for example in operation.example_requests] == expected
    assert [example.name for example in operation.example_responses] == expected


@of("Tables of others")
def tables_of_others(operation: Operation) -> None:
    assert names(operation, Location.QUERY) == [("send_mail", "bool", True)]


def test_no_example_is_left_out() -> None:
    assert set(EXAMPLES) == {*CHECKS, "A page that defines a type", "Links and notes"}


def test_every_type_is_named() -> None:
    table = PAGE.read_text(encoding="utf-8").partition("## Types\n")[2].partition("````")[0]
    for written in WORDS:
        assert f"`{written}" in table.lower() or f"`{written.title()}" in table, written
    for name in BUILT_IN_TYPES - {"enum"}:
        assert f"`{name}" in table, name
    assert "`Enum: A, B, C`" in table


def test_every_section_has_an_example() -> None:
    shown = "".join(EXAMPLES.values()).lower()
    for kind in (
        "## query string parameters",
        "## request headers",
        "## request body:",
        "## response:",
        "### response body:",
        "## sample request",
        "## sample response",
        "| path part |",
    ):
        assert kind in shown


def test_the_whole_page_has_no_findings(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(EXAMPLES["A whole page"], encoding="utf-8")
    (tmp_path / "index.md").write_text("# Parcels\n\n- [Change](page.md)\n", encoding="utf-8")
    found = [f.message for f in check(tmp_path, Selection()).findings if f.severity != "note"]
    assert found == []
