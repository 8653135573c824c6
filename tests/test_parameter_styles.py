"""Styles of parameters: the tables of OpenAPI and RFC 6570, and what cells and examples say."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callsheet.http.parameter_styles import (
    MAX_STEPS,
    Miss,
    ParameterStyle,
    Shape,
    Style,
    Texts,
    read_header,
    read_path,
    read_query,
    split_query,
    write_header,
    write_pairs,
    write_path,
    write_query,
)
from callsheet.model import Location, StyleOrigin, Styles, read_style, style_words
from callsheet.source import read_page
from tests.interpreters import evaluated

TEXT = "blue"
BLUES = ["blue", "black", "brown"]
ARRAY: Texts = [*BLUES]
OBJECT: Texts = {"R": "100", "G": "200", "B": "150"}
FORM, REPEATED = ParameterStyle(Style.FORM), ParameterStyle(Style.FORM, explode=True)
SIMPLE, SIMPLE_EXPLODED = ParameterStyle(Style.SIMPLE), ParameterStyle(Style.SIMPLE, explode=True)
LABEL, LABEL_EXPLODED = ParameterStyle(Style.LABEL), ParameterStyle(Style.LABEL, explode=True)
MATRIX, MATRIX_EXPLODED = ParameterStyle(Style.MATRIX), ParameterStyle(Style.MATRIX, explode=True)
SPACE, PIPE = ParameterStyle(Style.SPACE), ParameterStyle(Style.PIPE)
DEEP = ParameterStyle(Style.DEEP, explode=True)

IN_PATHS: list[tuple[ParameterStyle, Texts, str]] = [
    # OpenAPI 3.1.1, 4.8.12.4, "Style Examples"; 3.1.0 has another `label` than RFC 6570.
    (MATRIX, "", ";color"),
    (MATRIX, TEXT, ";color=blue"),
    (MATRIX, ARRAY, ";color=blue,black,brown"),
    (MATRIX, OBJECT, ";color=R,100,G,200,B,150"),
    (MATRIX_EXPLODED, "", ";color"),
    (MATRIX_EXPLODED, TEXT, ";color=blue"),
    (MATRIX_EXPLODED, ARRAY, ";color=blue;color=black;color=brown"),
    (MATRIX_EXPLODED, OBJECT, ";R=100;G=200;B=150"),
    (LABEL, "", "."),
    (LABEL, TEXT, ".blue"),
    (LABEL, ARRAY, ".blue,black,brown"),
    (LABEL, OBJECT, ".R,100,G,200,B,150"),
    (LABEL_EXPLODED, "", "."),
    (LABEL_EXPLODED, TEXT, ".blue"),
    (LABEL_EXPLODED, ARRAY, ".blue.black.brown"),
    (LABEL_EXPLODED, OBJECT, ".R=100.G=200.B=150"),
    (SIMPLE, TEXT, "blue"),
    (SIMPLE, ARRAY, "blue,black,brown"),
    (SIMPLE, OBJECT, "R,100,G,200,B,150"),
    (SIMPLE_EXPLODED, TEXT, "blue"),
    (SIMPLE_EXPLODED, ARRAY, "blue,black,brown"),
    (SIMPLE_EXPLODED, OBJECT, "R=100,G=200,B=150"),
]
IN_QUERIES: list[tuple[ParameterStyle, Texts, str]] = [
    (FORM, "", "color="),
    (FORM, TEXT, "color=blue"),
    (FORM, ARRAY, "color=blue,black,brown"),
    (FORM, OBJECT, "color=R,100,G,200,B,150"),
    (REPEATED, "", "color="),
    (REPEATED, TEXT, "color=blue"),
    (REPEATED, ARRAY, "color=blue&color=black&color=brown"),
    (REPEATED, OBJECT, "R=100&G=200&B=150"),
    (SPACE, ARRAY, "color=blue%20black%20brown"),
    (SPACE, OBJECT, "color=R%20100%20G%20200%20B%20150"),
    (PIPE, ARRAY, "color=blue%7Cblack%7Cbrown"),
    (PIPE, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
    (DEEP, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
]
# RFC 6570, 3.2: `list` is ("red", "green", "blue"), `keys` has `semi`, `dot` and `comma`.
LIST: Texts = ["red", "green", "blue"]
KEYS: Texts = {"semi": ";", "dot": ".", "comma": ","}
RFC_6570_PATHS = [
    (SIMPLE, "list", LIST, "red,green,blue"),
    (SIMPLE, "keys", KEYS, "semi,%3B,dot,.,comma,%2C"),
    (SIMPLE_EXPLODED, "keys", KEYS, "semi=%3B,dot=.,comma=%2C"),
    (SIMPLE, "hello", "Hello World!", "Hello%20World%21"),
    (LABEL, "list", LIST, ".red,green,blue"),
    (LABEL_EXPLODED, "list", LIST, ".red.green.blue"),
    (LABEL, "keys", KEYS, ".semi,%3B,dot,.,comma,%2C"),
    (MATRIX, "list", LIST, ";list=red,green,blue"),
    (MATRIX_EXPLODED, "list", LIST, ";list=red;list=green;list=blue"),
    (MATRIX, "keys", KEYS, ";keys=semi,%3B,dot,.,comma,%2C"),
    (MATRIX_EXPLODED, "keys", KEYS, ";semi=%3B;dot=.;comma=%2C"),
]
RFC_6570_QUERIES = [
    (FORM, "list", LIST, "list=red,green,blue"),
    (REPEATED, "list", LIST, "list=red&list=green&list=blue"),
    (FORM, "keys", KEYS, "keys=semi,%3B,dot,.,comma,%2C"),
    (REPEATED, "keys", KEYS, "semi=%3B&dot=.&comma=%2C"),
]


def shape(value: Texts) -> Shape:
    return {str: Shape.TEXT, list: Shape.ARRAY, dict: Shape.OBJECT}[type(value)]


@pytest.mark.parametrize(
    ("how", "name", "value", "text"),
    [*((how, "color", value, text) for how, value, text in IN_PATHS), *RFC_6570_PATHS],
)
def test_paths_are_written_and_read(
    how: ParameterStyle, name: str, value: Texts, text: str
) -> None:
    assert write_path(name, value, how) == text
    assert read_path(name, shape(value), how, text) == value


@pytest.mark.parametrize(
    ("how", "name", "value", "text"),
    [*((how, "color", value, text) for how, value, text in IN_QUERIES), *RFC_6570_QUERIES],
)
def test_queries_are_written_and_read(
    how: ParameterStyle, name: str, value: Texts, text: str
) -> None:
    assert write_query(name, value, how) == text
    assert read_query(name, shape(value), how, split_query(text)) == value


@pytest.mark.parametrize(("how", "value", "text"), IN_QUERIES)
def test_what_a_client_encodes_as_a_whole_is_read_too(
    how: ParameterStyle, value: Texts, text: str
) -> None:
    encoded = text.replace(",", "%2C")
    assert read_query("COLOR", shape(value), how, split_query(encoded)) == value


@pytest.mark.parametrize(("how", "value", "text"), IN_PATHS)
def test_a_path_that_is_encoded_as_a_whole_is_read_too(
    how: ParameterStyle, value: Texts, text: str
) -> None:
    encoded = text.replace(",", "%2C").replace(";", "%3B").replace("=", "%3D")
    assert read_path("color", shape(value), how, encoded) == value


@pytest.mark.parametrize(
    ("how", "value", "text"), [entry for entry in IN_PATHS if entry[0].style is Style.SIMPLE]
)
def test_header_fields_are_written_and_read(how: ParameterStyle, value: Texts, text: str) -> None:
    assert write_header(value, how) == text
    assert read_header(shape(value), how, text.replace(",", " , ")) == value


@pytest.mark.parametrize(
    ("how", "kind", "query"),
    [
        (FORM, Shape.ARRAY, "color=a&color=b"),
        (FORM, Shape.OBJECT, "color=R,100,G"),
        (DEEP, Shape.OBJECT, "color=R,100"),
        (DEEP, Shape.OBJECT, "color[R]=1&color[R][x]=2"),
        (DEEP, Shape.OBJECT, "color[R=1"),
        (DEEP, Shape.OBJECT, f"color{'[x]' * (MAX_STEPS + 1)}=1"),
    ],
)
def test_a_query_in_another_style_is_malformed(
    how: ParameterStyle, kind: Shape, query: str
) -> None:
    assert read_query("color", kind, how, split_query(query)) is Miss.MALFORMED


@pytest.mark.parametrize(
    ("how", "kind", "text"),
    [
        (LABEL, Shape.ARRAY, "a,b"),
        (MATRIX, Shape.ARRAY, "a,b"),
        (MATRIX, Shape.ARRAY, ";colour=a"),
        (MATRIX, Shape.ARRAY, ";color=a;color=b"),
        (SIMPLE_EXPLODED, Shape.OBJECT, "R,100"),
        (SIMPLE, Shape.OBJECT, "R,100,G"),
    ],
)
def test_a_path_in_another_style_is_malformed(how: ParameterStyle, kind: Shape, text: str) -> None:
    assert read_path("color", kind, how, text) is Miss.MALFORMED


def test_what_is_not_sent_is_absent() -> None:
    pairs = split_query("other=1")
    for how in (FORM, REPEATED, SPACE, PIPE):
        assert read_query("color", Shape.ARRAY, how, pairs) is Miss.ABSENT
    assert read_query("color", Shape.OBJECT, DEEP, pairs) is Miss.ABSENT
    assert read_query("color", Shape.OBJECT, REPEATED, []) is Miss.ABSENT
    assert write_pairs("color", [], FORM) == []


def test_objects_within_objects_go_in_brackets() -> None:
    value: Texts = {"size": {"min": "1", "max": "2"}, "tags": ["a", "b"]}
    text = write_query("f", value, DEEP)
    assert read_query("f", Shape.OBJECT, DEEP, split_query(text)) == value


ITEMS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)


@given(st.lists(ITEMS, min_size=2, max_size=5), st.sampled_from([FORM, REPEATED]))
def test_items_may_have_any_characters_in_a_query(items: list[str], how: ParameterStyle) -> None:
    text = write_query("ids", [*items], how)
    assert read_query("ids", Shape.ARRAY, how, split_query(text)) == items


@given(st.lists(ITEMS, min_size=2, max_size=5), st.sampled_from([SIMPLE, MATRIX, MATRIX_EXPLODED]))
def test_items_may_have_any_characters_in_a_path(items: list[str], how: ParameterStyle) -> None:
    text = write_path("ids", [*items], how)
    assert read_path("ids", Shape.ARRAY, how, text) == items


@pytest.mark.parametrize(
    ("location", "text", "how"),
    [
        ("query", "comma-separated", FORM),
        ("cookie", "Comma-separated", FORM),
        ("path", "comma-separated", SIMPLE),
        ("header", "`comma-separated`, exploded", SIMPLE_EXPLODED),
        ("query", "repeated", REPEATED),
        ("query", "space-separated", SPACE),
        ("query", "pipe-separated", PIPE),
        ("query", "in brackets", DEEP),
        ("path", "label", LABEL),
        ("path", "exploded label", LABEL_EXPLODED),
        ("path", "matrix (exploded)", MATRIX_EXPLODED),
        ("query", "form", REPEATED),
        ("query", "form exploded", REPEATED),
        ("query", "form, not exploded", FORM),
        ("path", "simple", SIMPLE),
        ("query", "`spaceDelimited`", SPACE),
        ("query", "pipeDelimited", PIPE),
        ("query", "deepObject", DEEP),
        ("query", "exploded", REPEATED),
    ],
)
def test_a_cell_says_a_style(location: str, text: str, how: ParameterStyle) -> None:
    assert read_style(text, Location(location)) == how


@pytest.mark.parametrize(
    "text",
    [
        "",
        "somehow",
        "repeated, not exploded",
        "comma-separated, exploded",
        "in brackets, not exploded",
    ],
)
def test_a_cell_that_says_no_style_is_none(text: str) -> None:
    assert read_style(text, Location.QUERY) is None


@pytest.mark.parametrize("location", Location)
@pytest.mark.parametrize("style", [each for each in Style if each is not Style.CONTENT])
@pytest.mark.parametrize("explode", [True, False])
def test_the_words_for_a_style_are_read_again(
    location: Location, style: Style, explode: bool
) -> None:
    how = ParameterStyle(style, explode=explode or style is Style.DEEP)
    assert read_style(style_words(how, location), location) == how


def page(rows: str, section: str = "Query String Parameters", *, shown: str = "") -> str:
    return f"""---
title: GET Thing
uid: v1Thing_Get
---

# GET Thing

```http
GET /api/v1/Thing
```

Gives things.

## {section}

| Parameter Name | Type | Style | Description |
| --- | --- | --- | --- |
{rows}

{shown}

## Response: object

| Response | Description |
| --- | --- |
| 200 | They are there. |
"""


def findings(text: str) -> list[str]:
    return [found.message for found in read_page(text.encode(), "a.md").findings]


QUERY, HEADERS, COOKIES = "Query String Parameters", "Request Headers", "Cookies"


@pytest.mark.parametrize(
    ("section", "type_", "style", "message"),
    [
        (QUERY, "int32", "somehow", "`a` has `somehow` in the column `Style`."),
        (QUERY, "array of int32", "matrix", "`a` is in the query, where nothing is `matrix`."),
        (
            QUERY,
            "string",
            "in brackets",
            "`a` is not an object or array that could be `in brackets`.",
        ),
        (QUERY, "string", "pipes", "`a` is not an object or array that could be `pipes`."),
        (HEADERS, "object", "in brackets", "`a` is in the header, where nothing is `in brackets`."),
        (COOKIES, "array", "deepObject", "`a` is in the cookie, where nothing is `deepObject`."),
    ],
)
def test_a_style_that_cannot_be_is_a_finding(
    section: str, type_: str, style: str, message: str
) -> None:
    assert findings(page(f"| a | {type_} | {style} | x |", section)) == [message]


def test_a_style_that_can_be_is_none() -> None:
    assert (
        findings(page("| a | array of int32 | repeated | x |\n| f | object | in brackets | x |"))
        == []
    )


def test_a_column_of_properties_says_something_of_its_own() -> None:
    text = page("").partition("## Query")[0] + (
        "## Request Body: chair\n\n| Property Name | Type | Style | Description |\n"
        "| --- | --- | --- | --- |\n| Legs | int32 | Bauhaus | How many. |\n"
    )
    reading = read_page(text.encode(), "a.md")
    assert reading.findings == ()
    assert reading.operation
    assert reading.operation.request_body
    (row,) = reading.operation.request_body.properties
    assert (row.facets, row.extras) == ((), (("style", "Bauhaus"),))


@pytest.mark.parametrize(
    ("row", "shown", "how", "origin"),
    [
        ("| a | array | pipe-separated | x |", "?a=1&a=2", PIPE, StyleOrigin.STATED),
        ("| a | array | | x |", "?a=1&a=2", REPEATED, StyleOrigin.SHOWN),
        ("| a | array | | x |", "?a=1,2", FORM, StyleOrigin.SHOWN),
        ("| a | object | | x |", "?a[x]=1", DEEP, StyleOrigin.SHOWN),
        ("| a | array | | x |", "?a=1", FORM, StyleOrigin.ASSUMED),
        ("| a | array | matrix | x |", "", FORM, StyleOrigin.ASSUMED),
    ],
)
def test_what_is_said_counts_then_what_is_shown(
    row: str, shown: str, how: ParameterStyle, origin: StyleOrigin
) -> None:
    operation = read_page(
        page(row, shown=f"```http\nGET /api/v1/Thing{shown}\n```").encode(), "a.md"
    ).operation
    assert operation
    found = Styles(operation).of(operation.parameters[0])
    assert (found.how, found.origin) == (how, origin)


_WRITE = """JSON.parse(given).map(([place, parameter, text]) =>
  place === "path" ? styledPart(parameter, text) : queryText(styledPairs(parameter, text)))"""


def test_the_console_writes_what_everybody_writes() -> None:
    asked: list[object] = []
    wanted: list[str] = []
    for place, table in (("path", IN_PATHS), ("query", IN_QUERIES)):
        for how, value, text in table:
            entry = {"name": "color", "style": how.style.value, "explode": how.explode}
            entry["shape"] = shape(value).value
            field = value if isinstance(value, str) else json.dumps(value)
            asked.append((place, entry, ", ".join(BLUES) if value == ARRAY else field))
            wanted.append(text if place == "path" else text.replace(",", "%2C"))
    modules = ("console/schema/parameter_styles.js", "console/request.js")
    assert evaluated(_WRITE, *modules, given=json.dumps(asked)) == wanted


def test_lists_are_in_brackets() -> None:
    how = ParameterStyle(Style.DEEP, explode=True)
    assert write_pairs("ids", ["1", "2"], how) == [("ids[]", "1"), ("ids[]", "2")]
    for pairs in ([("ids[]", "1"), ("IDS[]", "2")], [("ids[0]", "1"), ("ids[1]", "2")]):
        assert read_query("ids", Shape.ARRAY, how, pairs) == ["1", "2"]
    for pairs in ([("ids", "1")], [("ids[a]", "1")]):
        assert read_query("ids", Shape.ARRAY, how, pairs) is Miss.MALFORMED
    assert read_query("ids", Shape.ARRAY, how, []) is Miss.ABSENT
