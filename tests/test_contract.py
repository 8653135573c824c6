"""The schemas of bodies: what tables and examples say together, said once where it is the same."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from callsheet.catalog import Catalog
from callsheet.contract import field_schema, properties_schema, request_schema, response_schema
from callsheet.model import Property, Span
from callsheet.source.datatypes import read_type
from callsheet.typedefs import define_types, rows_as_fields

WRITTEN = ["", "string", "int32", "byte", "array", "array of int32", "object", "object of Name"]

values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**40), 2**40), st.sampled_from(["", "a"])),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "1", "2", "fieldName"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def row(name: str, written: str, words: str = "") -> Property:
    return Property(name, read_type(written), False, words, (), Span(1, 1))


rows = st.builds(
    row,
    st.sampled_from("abc"),
    st.sampled_from([*WRITTEN, "Name", "Enum: a, b"]),
    st.sampled_from(["", "Words."]),
)
records = st.dictionaries(st.sampled_from("abc"), values)


# The second example has a property that the first one has not.
@example([row("a", "array")], [{"a": [{"b": 1}]}, {"a": [{"c": None}]}], False)
@given(st.lists(rows, max_size=4), st.lists(records, max_size=3), st.booleans())
def test_a_property_is_all_that_its_row_and_the_examples_say(
    table: list[Property], shown: list[dict[str, Any]], nullable: bool
) -> None:
    made = properties_schema(table, nullable=nullable, records=shown)["properties"]
    fields = rows_as_fields(table, shown)
    assert made == {field.name: field_schema(field, nullable=nullable) for field in fields}


def test_a_schema_without_words_is_the_schema_but_for_them(catalog: Catalog) -> None:
    types = define_types(catalog.operations, catalog.type_tables)
    seen = 0
    for operation in catalog.operations:
        for schema_of in (request_schema, response_schema):
            bare = schema_of(operation, types, described=False)
            assert bare == _without_words(schema_of(operation, types))
            seen += bare is not None
    assert seen > 5


def _without_words(schema: Any) -> Any:
    """A copy without the descriptions that rows give to properties."""
    made = copy.deepcopy(schema)
    record = made
    while record and "properties" not in record and "$ref" not in record:
        record = record.get("items") or record.get("additionalProperties")
    for inner in record.get("properties", {}).values() if record else ():
        inner.pop("description", None)
    return made
