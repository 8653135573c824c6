"""What a schema is worded as is read as that schema again, and what is not is told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callsheet.schema import EnumValue, Literal, Schema, enumeration
from callsheet.schema.json_schema import read_schema, write_schema
from callsheet.schema.schema import Discriminator
from callsheet.schema.words.compositions import array_of, map_of, one_of
from callsheet.schema.words.facets import Facet, read_row, schema_of_row
from callsheet.schema.words.rare_words import inner_schema, inner_words
from callsheet.schema.words.wording import MAX_LENGTH, named_examples, word_for, wording
from tests.schema.strategies import SCHEMAS

texts = st.text(max_size=12)
values = st.one_of(st.none(), st.booleans(), st.integers(-(10**20), 10**20), texts)


@given(st.lists(texts, min_size=1, max_size=4, unique=True), texts)
def test_texts_are_read_as_they_were(listed: list[str], default: str) -> None:
    schema = enumeration(listed, types=("string",), default=Literal.of(default))
    found = wording(schema, "string")
    assert found.unsaid == ()
    read = schema_of_row("string", found.facets)
    assert (read.values, read.default) == (tuple(listed), Literal.of(default))


@given(st.lists(values, min_size=1, max_size=4, unique_by=repr))
def test_values_of_no_stated_type_are_read_as_they_were(listed: list[Any]) -> None:
    found = wording(enumeration(listed), "any")
    assert found.unsaid == ()
    assert schema_of_row("any", found.facets).enum == enumeration(listed).enum


@given(
    st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False, width=32)),
    st.one_of(st.none(), st.integers(-(10**9), 10**9)),
)
def test_limits_are_read_as_they_were(low: float | None, high: int | None) -> None:
    schema = Schema(types=("number",), minimum=low, exclusive_maximum=high)
    found = wording(schema, "double")
    read = schema_of_row("double", found.facets)
    said = {"minimum": read.minimum, "exclusiveMaximum": read.exclusive_maximum}
    wanted = {"minimum": low, "exclusiveMaximum": high}
    assert all(said[key] == wanted[key] or key in found.unsaid for key in said)
    assert "exclusiveMaximum" not in found.unsaid


@pytest.mark.parametrize(
    ("schema", "unsaid"),
    [
        ({"type": "string", "contains": {}}, "contains"),
        ({"type": "array", "prefixItems": [{"title": "x" * MAX_LENGTH}]}, "prefixItems"),
        ({"type": "object", "patternProperties": {"a``b": {}}}, "patternProperties"),
        ({"type": "object", "xml": {"name": "a", "x-own": 1}}, "xml"),
        ({"type": "string", "pattern": "("}, "pattern"),
        ({"type": "string", "default": 5}, "default"),
        ({"type": "string", "enum": ["x" * MAX_LENGTH]}, "enum"),
        ({"type": "string", "readOnly": True, "writeOnly": True}, "writeOnly"),
    ],
)
def test_what_no_cell_says_is_told(schema: dict[str, Any], unsaid: str) -> None:
    read = read_schema(schema, str)
    assert unsaid in wording(read, word_for(read)).unsaid


def test_what_says_nothing_of_values_is_not_told() -> None:
    read = read_schema({"type": "string", "$comment": "x", "x-own": 1, "title": "T"}, str)
    assert wording(read, "string").unsaid == ()


def test_a_value_has_what_it_means_beside_it() -> None:
    values = (EnumValue(Literal.of(1), "by ship"), EnumValue(Literal.of(2)))
    found = wording(Schema(types=("integer",), enum=values), "int32")
    assert dict(found.facets) == {Facet.VALUES: "`1`: by ship, `2`"}
    assert schema_of_row("int32", found.facets).enum == values


def test_types_are_put_together() -> None:
    written = array_of(map_of(one_of(["null", "A", "string", "A"])))
    assert written == "array of map of (A or string or null)"
    assert array_of(one_of(["A", "null"])) == "array of (A or null)"
    read = schema_of_row(written)
    assert read.items
    assert read.items.additional_properties
    assert read.items.additional_properties.nullable


@pytest.mark.parametrize(
    "document",
    [
        {"type": "unknown"},
        {"type": ["unknown", 5]},
        {"minimum": 10**400},
        {"maximum": float("nan")},
    ],
)
def test_what_is_no_type_and_no_number_says_nothing(document: dict[str, Any]) -> None:
    assert read_schema(document, str) == Schema()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"maximum": 5, "exclusiveMaximum": True}, {"exclusiveMaximum": 5}),
        ({"maximum": 5, "exclusiveMaximum": False}, {"maximum": 5}),
        ({"type": "string", "example": "a"}, {"type": "string", "examples": ["a"]}),
        (
            {"type": "string", "format": "byte"},
            {"type": "string", "contentEncoding": "base64"},
        ),
        ({"type": "file"}, {"type": "string", "format": "binary"}),
    ],
)
def test_older_keywords_mean_what_they_did(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert read_schema(old, str) == read_schema(new, str)


LETTER = Schema(ref="Letter")
BOX = Schema(ref="Box")


@pytest.mark.parametrize(
    ("written", "limits", "schema"),
    [
        (
            "either Letter or Box",
            "selected by `kind` (`paper`: Letter, `wood`: Box)",
            Schema(
                any_of=(LETTER, BOX),
                exclusive=True,
                discriminator=Discriminator("kind", (("paper", "Letter"), ("wood", "Box"))),
            ),
        ),
        (
            "object",
            "at least 1 property, selected by `$type`",
            Schema(types=("object",), min_properties=1, discriminator=Discriminator("$type")),
        ),
        (
            "object",
            "at least one of `phone`, `email`",
            Schema(
                types=("object",), any_of=(Schema(required=("phone",)), Schema(required=("email",)))
            ),
        ),
        (
            "object",
            "exactly one of `a`, `b`",
            Schema(types=("object",), one_of=(Schema(required=("a",)), Schema(required=("b",)))),
        ),
        (
            "byte",
            "media type `image/png`",
            Schema(types=("string",), content_encoding="base64", content_media_type="image/png"),
        ),
        (
            "array of integer",
            "at most 9 items, each 1 to 3",
            Schema(
                types=("array",),
                max_items=9,
                items=Schema(types=("integer",), minimum=1, maximum=3),
            ),
        ),
        ("number", "at most 1e30", Schema(types=("number",), maximum=1e30)),
    ],
)
def test_limits_of_objects_lists_and_files(written: str, limits: str, schema: Schema) -> None:
    read = schema_of_row(written, ((Facet.LIMITS, limits),))
    assert write_schema(read, str) == write_schema(schema, str)
    found = wording(schema, written, within=True)
    assert (dict(found.facets)[Facet.LIMITS], found.unsaid) == (limits, ())


def test_several_examples_have_names() -> None:
    listed = [EnumValue(Literal.of(5), "few"), EnumValue(Literal.of(100), "many")]
    cell = named_examples(listed, "integer")
    assert cell == "`5`: few, `100`: many"
    read = schema_of_row("integer", ((Facet.EXAMPLE, cell),))
    assert [example.value for example in read.examples] == [5, 100]
    [one] = schema_of_row("string", ((Facet.EXAMPLE, "a, b: c"),)).examples
    assert one.value == "a, b: c"


@pytest.mark.parametrize(
    ("written", "format_"),
    [
        ("integer", ""),
        ("Integer", "int32"),
        ("number", ""),
        ("Number", "double"),
        ("int64", "int64"),
    ],
)
def test_numbers_have_the_size_that_their_word_says(written: str, format_: str) -> None:
    assert schema_of_row(written).format == format_


@settings(max_examples=200)
@given(document=SCHEMAS)
def test_a_schema_in_a_code_span_is_read_again(document: dict[str, Any]) -> None:
    schema = read_schema(document, str)
    assert inner_schema(inner_words(schema)) == schema


@pytest.mark.parametrize(
    ("kind", "limit"),
    [
        ("array", 'begins with `int32`, `{"pattern": "^a, b|c`; not a limit$"}`'),
        ("string", "contains `@`"),
        ("string", "begins with `a`"),
        ("any", "if `string`, then something"),
    ],
)
def test_what_is_no_condition_is_a_fault(kind: str, limit: str) -> None:
    _, faults = read_row(kind, ((Facet.LIMITS, limit),))
    assert faults


@pytest.mark.parametrize(
    ("kind", "limits"),
    [
        ("array", "at least 2 items, begins with `int32`, `Depot`, no further items, unique"),
        ("array of array", "each contains 1 to 2 of `int32`, unique"),
        ("object", "no other properties, properties `^x-` are `string`"),
        ("string", '1 to 5 characters, pattern `^a`, also fits `{"pattern": "b$"}`'),
        ("any", 'if `string` else `{"minimum": 3}`'),
        ("object", "XML name `a`, XML namespace `urn:a`, XML prefix `b`, XML attribute"),
        ("integer", "at least 1, none of `7`, `13`"),
    ],
)
def test_conditions_are_written_as_they_are_read(kind: str, limits: str) -> None:
    schema, faults = read_row(kind, ((Facet.LIMITS, limits),))
    assert faults == ()
    again = wording(schema, kind, within=True)
    assert again.unsaid == ()
    assert schema_of_row(kind, again.facets) == schema
