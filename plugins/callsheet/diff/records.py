"""Finds the properties that two objects share, and those that only one of them has.

It does not matter how a page says what is within a property: by nested rows, or by a named type
with the same properties.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from callsheet.diff.types import FindType, TypePairs
from callsheet.model import OTHERS
from callsheet.schema import ANYTHING, PropertySchema, Schema


@dataclass(frozen=True, slots=True)
class PropertyPair:
    """A property of one tree or both.

    Attributes:
        old: The property in the old tree, under its whole name, such as `items[].name`.
        new: The property in the new tree, likewise.
    """

    old: PropertySchema | None
    new: PropertySchema | None


def property_pairs(old: Schema, new: Schema, types: TypePairs) -> Iterator[PropertyPair]:
    """Yield the properties of two objects, each followed by those within it.

    What is within a property that only one of them has is left out.

    Args:
        old: The schema in the old tree.
        new: The schema in the new tree.
        types: The named types.
    """
    yield from _pairs(old, new, types, "")


def _pairs(old: Schema, new: Schema, types: TypePairs, prefix: str) -> Iterator[PropertyPair]:
    for item in old.properties:
        was, other = replace(item, name=prefix + item.name), new.property(item.name)
        if other is None:
            yield PropertyPair(was, None)
        else:
            yield from pairs_within(was, replace(other, name=was.name), types)
    for item in new.properties:
        if old.property(item.name) is None:
            yield PropertyPair(None, replace(item, name=prefix + item.name))


def pairs_within(
    old: PropertySchema, new: PropertySchema, types: TypePairs
) -> Iterator[PropertyPair]:
    """Yield a property of both trees, and those within it, as `property_pairs` does."""
    was = _resolved(old, old.schema, new.schema, types.old)
    now = _resolved(new, new.schema, old.schema, types.new)
    yield PropertyPair(replace(old, schema=was), replace(new, schema=now))
    # Below a type of one tree, types of the other one are not resolved, but taken to be equal: two
    # types that contain themselves could otherwise be resolved in turn, endlessly.
    if was is not old.schema:
        types = replace(types, new=_unresolved)
    if now is not new.schema:
        types = replace(types, old=_unresolved)
    marks = ""
    while (held := _held(was)) and (now_held := _held(now)) and held[1] == now_held[1]:
        was, now, marks = held[0], now_held[0], f"{marks}{held[1]}"
    if (was.properties or now.properties) and _is_record(was) and _is_record(now):
        yield from _pairs(was, now, types, f"{new.name}{marks}.")


def _held(schema: Schema) -> tuple[Schema, str] | None:
    """Return what an array or a map holds, and what names it after the name of a property."""
    if schema.items:
        return schema.items, "[]"
    if schema.additional_properties and not schema.properties:
        return schema.additional_properties, f".{OTHERS}"
    return None


def _resolved(item: PropertySchema, schema: Schema, other: Schema, find: FindType) -> Schema:
    """Return a schema with the properties of its named type where the other schema lists them."""
    if schema.items and other.items:
        items = _resolved(item, schema.items, other.items, find)
        return schema if items is schema.items else schema.replace(items=items)
    if schema.additional_properties and other.additional_properties and not schema.properties:
        values = _resolved(item, schema.additional_properties, other.additional_properties, find)
        is_same = values is schema.additional_properties
        return schema if is_same else schema.replace(additional_properties=values)
    if not schema.reference or other.reference or not other.properties:
        return schema
    found = find(schema.reference)
    if found is None:
        return schema
    if found is ANYTHING:
        return other.replace(description=schema.description)
    # A change is reported where the type is used, not where it is defined.
    properties = tuple(replace(each, span=item.span) for each in found.properties)
    whole = schema.replace(ref="", any_of=(), types=("object",), written="object")
    whole = whole.replace(properties=properties)
    return whole.or_null() if schema.nullable else whole


def _is_record(schema: Schema) -> bool:
    return schema.type == "object" or bool(schema.reference)


def _unresolved(_: str) -> Schema:
    return ANYTHING
