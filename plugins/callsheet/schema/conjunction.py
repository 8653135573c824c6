"""Conjunction: several schemas merged into one, which allows what all of them allow, as `allOf`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from math import lcm
from typing import Any

from callsheet.schema.schema import NOTHING, EnumValue, PropertySchema, Schema

_LEAST = ("maximum", "exclusive_maximum", "max_length", "max_items", "max_properties")
_GREATEST = ("minimum", "exclusive_minimum", "min_length", "min_items", "min_properties")
_FLAGS = ("unique_items", "read_only", "write_only", "deprecated")
_EMPTY = Schema()


def conjunction(schemas: Iterable[Schema]) -> Schema:
    """Return one schema that allows what all of these allow.

    Keywords that cannot be merged, such as two patterns, stay in its `all_of`.
    """
    flat = [part for schema in schemas for part in _flat(schema) if part != _EMPTY]
    if len(flat) < 2:
        return flat[0] if flat else _EMPTY
    return _merge(flat)


def _flat(schema: Schema) -> Iterator[Schema]:
    """Yield a schema without its `all_of`, and the conjunction of that."""
    if not schema.all_of:
        yield schema
        return
    yield schema.replace(all_of=())
    yield conjunction(schema.all_of)


def _merge(schemas: Sequence[Schema]) -> Schema:
    if NOTHING in schemas:
        return NOTHING
    changes: dict[str, Any] = {}
    for names, choose in ((_LEAST, min), (_GREATEST, max), (_FLAGS, any)):
        for name in names:
            given = [bound for s in schemas if (bound := getattr(s, name)) is not None]
            changes[name] = choose(given) if given else None
    types, enum = _types(schemas), _enum(schemas)
    if types is None or enum is None:
        return NOTHING
    changes |= {"types": types, "enum": enum}
    changes["properties"] = _properties(schemas)
    # A property says itself that it is required; a name stays where no schema has that property.
    known = {item.name for item in changes["properties"]}
    demanded = dict.fromkeys(name for schema in schemas for name in schema.required)
    changes["required"] = tuple(name for name in demanded if name not in known)
    changes["multiple_of"] = _multiple(schemas)
    for name in ("items", "additional_properties"):
        inner = [part for s in schemas if (part := getattr(s, name)) is not None]
        changes[name] = conjunction(inner) if inner else None
    rest = [part for schema in schemas for part in schema.all_of]
    for field in fields(Schema):
        if field.name in changes or field.name == "all_of":
            continue
        empty = getattr(_EMPTY, field.name)
        values = [value for s in schemas if (value := getattr(s, field.name)) != empty]
        # Of annotations, such as the title, the first one counts.
        changes[field.name] = values[0] if values else empty
        if field.name in _ASSERTED:
            others = dict.fromkeys(value for value in values if value != values[0])
            rest += (_with_keyword(field.name, value) for value in others)
    return Schema(**changes, all_of=tuple(rest))


def _with_keyword(keyword: str, value: Any) -> Schema:
    keywords: dict[str, Any] = {keyword: value}
    return Schema(**keywords)


_ASSERTED = frozenset(
    {
        "any_of", "const", "content_encoding", "format", "not_", "one_of", "pattern",
        "pattern_properties", "prefix_items", "rare", "ref",
    }
)  # fmt: skip
"""Keywords that constrain values and cannot be merged: a second one goes to `all_of`."""


def _types(schemas: Iterable[Schema]) -> tuple[str, ...] | None:
    """Return the types that all of them allow; None where there is none, () where any goes."""
    shared: tuple[str, ...] = ()
    for types in (schema.types for schema in schemas if schema.types):
        shared = _shared(shared, types) if shared else types
        if not shared:
            return None
    return shared


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    # Every integer is a number: what both allow are the integers.
    shared = [name for name in one if name in other or (name == "integer" and "number" in other)]
    shared += [name for name in other if name == "integer" and "number" in one and name not in one]
    return tuple(shared)


def _properties(schemas: Iterable[Schema]) -> tuple[PropertySchema, ...]:
    demanded: set[str] = set()
    by_name: dict[str, list[PropertySchema]] = {}
    for schema in schemas:
        demanded.update(schema.required)
        for item in schema.properties:
            by_name.setdefault(item.name, []).append(item)
    return tuple(_property(same, name in demanded) for name, same in by_name.items())


def _property(same: Sequence[PropertySchema], demanded: bool) -> PropertySchema:
    """Merge what several schemas say of one property."""
    first = same[0]
    # By identity first: mostly it is one object, and to compare schemas takes as long as they are
    # deep.
    distinct = [*{id(item.schema): item.schema for item in same}.values()]
    schema = conjunction(dict.fromkeys(distinct)) if len(distinct) > 1 else first.schema
    stated = {item.required for item in same} - {None}
    required = True if demanded or True in stated else first.required
    if schema is first.schema and required == first.required:
        return first
    return replace(first, schema=schema, required=required)


def _enum(schemas: Iterable[Schema]) -> tuple[EnumValue, ...] | None:
    """Return the values that all of them list; None where no value is in all lists."""
    shared: tuple[EnumValue, ...] = ()
    for enum in (schema.enum for schema in schemas if schema.enum):
        allowed = {item.literal for item in enum}
        shared = tuple(item for item in shared if item.literal in allowed) if shared else enum
        if not shared:
            return None
    return shared


def _multiple(schemas: Iterable[Schema]) -> float | None:
    found: float | None = None
    for step in (s.multiple_of for s in schemas if s.multiple_of is not None):
        # Fractions have no multiple that floating point could state exactly; there, the first
        # counts.
        if isinstance(found, int) and isinstance(step, int) and found > 0 and step > 0:
            found = lcm(found, step)
        elif found is None:
            found = step
    return found
