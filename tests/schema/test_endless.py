"""Which types have values that end."""

from __future__ import annotations

import pytest

from callsheet.schema import NULL, PropertySchema, Schema
from callsheet.schema.endless import endless_types
from callsheet.schema.words.type_words import schema_of_words


def record(**properties: Schema) -> Schema:
    found = tuple(
        PropertySchema(name, schema, required=True) for name, schema in properties.items()
    )
    return Schema(types=("object",), properties=found)


TREE = Schema(ref="Tree")


@pytest.mark.parametrize(
    ("schema", "endless"),
    [
        (record(tree=TREE), True),
        (record(other=Schema(ref="Other")), True),
        (record(inner=record(tree=TREE)), True),
        (record(trees=Schema(types=("array",), items=TREE, min_items=1)), True),
        (record(one=Schema(any_of=(TREE, record(tree=TREE)))), True),
        (Schema(all_of=(Schema(types=("object",)), record(tree=TREE))), True),
        (Schema(types=("object",), properties=(PropertySchema("tree", TREE),)), False),
        (record(trees=Schema(types=("array",), items=TREE)), False),
        (record(tree=TREE.or_null()), False),
        (record(tree=Schema(any_of=(TREE, schema_of_words("string")))), False),
        (record(tree=Schema(ref="Unheard")), False),
        (
            record(tree=Schema(types=("object", "null"), properties=record(a=TREE).properties)),
            False,
        ),
        (NULL, False),
        (TREE, True),
    ],
)
def test_a_type_that_requires_itself_has_no_value(schema: Schema, endless: bool) -> None:
    types = {"Tree": schema, "Other": record(tree=TREE), "Leaf": record(text=NULL)}
    found = endless_types(types)
    assert ("Tree" in found, "Other" in found, "Leaf" in found) == (endless, endless, False)


def test_a_chain_of_thousands_of_types_ends() -> None:
    types = {f"T{n}": record(next=Schema(ref=f"T{n + 1}")) for n in range(20_000)}
    assert endless_types({**types, "T20000": NULL}) == frozenset()
    assert len(endless_types({**types, "T20000": Schema(ref="T0")})) == 20_001
