"""One schema that says what several say together, as `allOf` does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from math import lcm
from typing import Any

from callsheet.schema.schema import NOTHING, Property, Schema

_LEAST = ("maximum", "exclusive_maximum", "max_length", "max_items", "max_properties")
_GREATEST = ("minimum", "exclusive_minimum", "min_length", "min_items", "min_properties")
_FLAGS = ("unique_items", "read_only", "write_only", "deprecated")
_EMPTY = Schema()


def conjunction(schemas: Iterable[Schema]) -> Schema:
    """Return a schema that allows what all of these allow, as far as one can say it.

    What can't be said together, such as two patterns, stays beside it in `all_of`.
    """
    result = _EMPTY
    for schema in schemas:
        flat = replace(schema, all_of=()) if schema.all_of else schema
        result = _both(result, flat) if result != _EMPTY else flat
        if schema.all_of:
            result = _both(result, conjunction(schema.all_of))
    return result


def _both(one: Schema, other: Schema) -> Schema:
    if NOTHING in (one, other):
        return NOTHING
    changes: dict[str, Any] = {}
    for name in _LEAST:
        changes[name] = _bound(min, getattr(one, name), getattr(other, name))
    for name in _GREATEST:
        changes[name] = _bound(max, getattr(one, name), getattr(other, name))
    for name in _FLAGS:
        changes[name] = getattr(one, name) or getattr(other, name)
    changes["types"] = _types(one.types, other.types)
    if None in (changes["types"],):
        return NOTHING
    changes["properties"] = _properties(one, other)
    changes["required"] = tuple(
        name
        for name in dict.fromkeys((*one.required, *other.required))
        if all(item.name != name for item in changes["properties"])
    )
    changes["enum"] = _enum(one, other)
    changes["multiple_of"] = _multiple(one.multiple_of, other.multiple_of)
    for name in ("items", "additional_properties"):
        inner = [s for s in (getattr(one, name), getattr(other, name)) if s is not None]
        changes[name] = conjunction(inner) if inner else None
    rest: list[Schema] = [*one.all_of, *other.all_of]
    for field in fields(Schema):
        if field.name in changes or field.name == "all_of":
            continue
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        empty = getattr(_EMPTY, field.name)
        changes[field.name] = mine if mine != empty else theirs
        if field.name in _ASSERTED and mine != empty and theirs not in (empty, mine):
            rest.append(Schema(**{field.name: theirs}))
    return Schema(**changes, all_of=tuple(rest))


_ASSERTED = frozenset(
    {
        "any_of",
        "const",
        "content_encoding",
        "format",
        "not_",
        "one_of",
        "pattern",
        "pattern_properties",
        "prefix_items",
        "ref",
    }
)
"""What says something about values and can't be said twice in one schema."""


def _bound(choose: Callable[..., Any], one: Any, other: Any) -> Any:
    given = [bound for bound in (one, other) if bound is not None]
    return choose(given) if given else None


def _types(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...] | None:
    """The types that both allow; None where there is none."""
    if not one or not other:
        return one or other
    shared = [name for name in one if name in other or (name == "integer" and "number" in other)]
    shared += [name for name in other if name == "integer" and "number" in one and name not in one]
    return tuple(shared) or None


def _properties(one: Schema, other: Schema) -> tuple[Property, ...]:
    merged: dict[str, Property] = {item.name: item for item in one.properties}
    for item in other.properties:
        known = merged.get(item.name)
        merged[item.name] = (
            item
            if known is None
            else replace(
                known,
                schema=conjunction((known.schema, item.schema)),
                required=known.required or item.required,
            )
        )
    demanded: Mapping[str, None] = dict.fromkeys((*one.required, *other.required))
    return tuple(
        replace(item, required=True) if item.name in demanded else item for item in merged.values()
    )


def _enum(one: Schema, other: Schema) -> tuple[Any, ...]:
    if not one.enum or not other.enum:
        return one.enum or other.enum
    allowed = {item.literal for item in other.enum}
    return tuple(item for item in one.enum if item.literal in allowed)


def _multiple(one: float | None, other: float | None) -> float | None:
    if isinstance(one, int) and isinstance(other, int) and one > 0 and other > 0:
        return lcm(one, other)
    return one if one is not None else other
