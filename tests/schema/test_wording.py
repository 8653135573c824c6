"""What a schema is worded as is read as that schema again, and what is not is told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callsheet.schema import EnumValue, Literal, Schema, enumeration
from callsheet.schema.json_schema import read_schema
from callsheet.schema.words.facets import Facet, schema_of_row
from callsheet.schema.words.wording import MAX_LENGTH, array_of, map_of, one_of, word_for, wording

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
        ({"type": "string", "not": {"const": "x"}}, "not"),
        ({"type": "string", "contains": {}}, "contains"),
        ({"type": "array", "prefixItems": [{}]}, "prefixItems"),
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
