"""Schemas and values for property tests, as JSON."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Schemas = st.SearchStrategy[dict[str, Any]]

_NAMES = st.sampled_from(["a", "b", "id", "x/y", "é"])
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-20, 20),
    st.sampled_from([0.5, -1.5, 2.0, 1e10]),
    st.sampled_from(["", "a", "abc", "ABC", "a1", "2026-03-14", "not a date", "é", "x" * 30]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_NAMES, inner, max_size=4),
    max_leaves=12,
)
_TYPES = st.sampled_from(
    ["null", "boolean", "integer", "number", "string", "array", "object", ["string", "null"]]
)
_LEAVES: Schemas = st.fixed_dictionaries(
    {},
    optional={
        "type": _TYPES,
        "enum": st.lists(SCALARS, min_size=1, max_size=4),
        "const": SCALARS,
        "minimum": st.integers(-10, 10),
        "maximum": st.integers(-10, 10) | st.just(2.5),
        "exclusiveMinimum": st.integers(-10, 10),
        "exclusiveMaximum": st.integers(-10, 10),
        "multipleOf": st.sampled_from([1, 2, 3, 0.5]),
        "minLength": st.integers(0, 4),
        "maxLength": st.integers(0, 4),
        "pattern": st.sampled_from(["^a", "b", "^[a-z]+$", "^(?:ab?)*c?$", "\\d", "^$"]),
    },
)


def _wider(inner: Schemas) -> Schemas:
    either = inner | st.booleans()
    return st.fixed_dictionaries(
        {},
        optional={
            "type": _TYPES,
            "properties": st.dictionaries(_NAMES, either, max_size=3),
            "required": st.lists(_NAMES, unique=True, max_size=2),
            "additionalProperties": either,
            "patternProperties": st.dictionaries(st.sampled_from(["^a", "x"]), either, max_size=1),
            "items": either,
            "prefixItems": st.lists(either, min_size=1, max_size=2),
            "minItems": st.integers(0, 3),
            "maxItems": st.integers(0, 3),
            "uniqueItems": st.booleans(),
            "minProperties": st.integers(0, 3),
            "maxProperties": st.integers(0, 3),
            "allOf": st.lists(either, min_size=1, max_size=2),
            "anyOf": st.lists(either, min_size=1, max_size=3),
            "oneOf": st.lists(either, min_size=1, max_size=3),
            "not": either,
            "contains": either,
            "minContains": st.integers(0, 2),
            "maxContains": st.integers(0, 2),
            "propertyNames": either,
            "dependentRequired": st.dictionaries(_NAMES, st.lists(_NAMES, max_size=2), max_size=2),
            "dependentSchemas": st.dictionaries(_NAMES, either, max_size=2),
            "if": either,
            "then": either,
            "else": either,
            "unevaluatedItems": either,
            "unevaluatedProperties": either,
        },
    )


SCHEMAS: Schemas = st.recursive(_LEAVES, _wider, max_leaves=8)
