"""Schemas of example values, and what several schemas have in common.

What a page states counts more than what its examples show: they add which values are null, and what
is inside of arrays and objects of which the page says no more.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from callsheet.schema.conjunction import conjunction
from callsheet.schema.formats import is_date_time
from callsheet.schema.schema import ANYTHING, NULL, TYPES, Literal, Property, Schema
from callsheet.schema.words.type_words import schema_of_words

MAX_DEPTH = 32
"""Deeper than this, values are not looked into."""

DICTIONARY_KEY = "fieldName"
"""The key that stands for every key in the example of a dictionary."""

NULL_SHOWN = Schema(types=TYPES)
"""Anything goes, and null has been seen."""

_NUMBERED = re.compile(r"(.*?)(\d{1,9})", re.DOTALL)


def infer(value: Any, name: str = "", depth: int = 0) -> Schema:
    """Return the schema of a JSON value whose type is stated nowhere.

    Args:
        value: As the `json` module reads it.
        name: The property it belongs to, which tells dictionaries apart.
        depth: How many values are around it.
    """
    match value:
        case None:
            return NULL_SHOWN
        case bool():
            return schema_of_words("bool")
        case int():
            return schema_of_words("int32" if -(2**31) <= value < 2**31 else "int64")
        case float():
            return schema_of_words("double")
        case str():
            return schema_of_words("date-time" if is_date_time(value) else "string")
        case list():
            return _array(schema_of_words("array"), value, name, depth)
        case _:
            return _object(schema_of_words("object"), value, name, depth)


def look(stated: Schema, value: Any, name: str = "") -> Schema:
    """Return the schema of a value whose type a page states; the page wins over the value.

    Args:
        stated: What the page states.
        value: As the `json` module reads it.
        name: The property it belongs to.
    """
    if not is_stated(stated):
        seen = infer(value, name)
        return seen if stated in (ANYTHING, NULL_SHOWN) else conjunction((stated, seen))
    if value is None:
        return stated.or_null()
    if isinstance(value, list) and stated.type == "array" and stated.items is None:
        return _array(stated, value, name, 0)
    if isinstance(value, dict) and _is_open(stated):
        return _object(stated, value, name, 0)
    return stated


def shown_in(
    stated: Schema,
    values: Iterable[Any],
    name: str = "",
    *,
    inline: bool = False,
    nulls: bool = True,
) -> Schema:
    """Return what a page states with what examples add, in the properties that it states, too.

    Args:
        stated: What the page states.
        values: What examples have there.
        name: The property they belong to.
        inline: Whether the objects that examples show of a named type stand in the place of its
            name, for who has no definitions of named types.
        nulls: Whether null is a value wherever examples show it. A page that tells of null is not
            overruled by them.
    """
    shown = list(values)
    if not nulls and is_stated(stated):
        shown = [value for value in shown if value is not None]
    if not shown:
        return stated
    if is_stated(stated) and stated.type not in ("array", "object"):
        found = _inlined(stated, shown, name) if inline and stated.reference else stated
        return found.or_null() if None in shown else found
    if stated.properties:
        records = [value for value in shown if isinstance(value, dict)]
        inner = tuple(
            Property(
                item.name,
                shown_in(
                    item.schema, _of(records, item.name), item.name, inline=inline, nulls=nulls
                ),
                item.required,
                item.span,
            )
            for item in stated.properties
        )
        found = replace(stated, properties=inner)
        return found.or_null() if None in shown else found
    for field, held in (
        ("items", stated.items),
        ("additional_properties", stated.additional_properties),
    ):
        if held is not None and (held.properties or (inline and _has_reference(held))):
            parts = [part for value in shown for part in _parts(value, field)]
            within = shown_in(held, parts, name, inline=inline, nulls=nulls)
            change: dict[str, Any] = {field: within}
            found = replace(stated, **change)
            return found.or_null() if None in shown else found
    return combine([stated, *(look(stated, value, name) for value in shown)])


def _inlined(stated: Schema, shown: Iterable[Any], name: str) -> Schema:
    """What examples show of a named type; the name, where they show no object."""
    values = [infer(value, name) for value in shown if value is not None]
    seen = combine(values) if values else stated
    if seen.type != "object":
        return stated
    seen = replace(seen, written=stated.reference)
    return seen.or_null() if stated.nullable else seen


def _has_reference(schema: Schema) -> bool:
    """Whether values of a schema are of a named type, or arrays or dictionaries of such."""
    inner = (schema.items, schema.additional_properties)
    return bool(schema.reference) or any(_has_reference(each) for each in inner if each)


def _of(records: Iterable[Mapping[str, Any]], name: str) -> list[Any]:
    return [record[name] for record in records if name in record]


def _parts(value: Any, field: str) -> Iterable[Any]:
    if field == "items":
        return value if isinstance(value, list) else ()
    return value.values() if isinstance(value, dict) else ()


def is_stated(schema: Schema) -> bool:
    """Whether a schema says of which type the values are."""
    if schema.types:
        return len(schema.types) < len(TYPES)
    return bool(
        schema.ref or schema.enum or schema.any_of or schema.one_of or schema.all_of or schema.const
    )


def is_same_kind(one: Schema, other: Schema) -> bool:
    """Whether two schemas are about values of one type, whatever their limits and parts."""
    return one is other or kind_of(one) == kind_of(other)


def is_dictionary(value: Mapping[str, Any], name: str = "") -> bool:
    """Return whether the keys of an example object are data instead of property names.

    The examples of dictionaries have the key `fieldName`, or the keys `1`, `2`, … behind nothing,
    behind a mark such as `Depot:`, or behind the name of the property itself.
    """
    if set(value) == {DICTIONARY_KEY}:
        return True
    if len(value) < 2:
        return False
    prefixes = set()
    for number, key in enumerate(value, 1):
        match = _NUMBERED.fullmatch(key)
        if match is None or int(match[2]) != number:
            return False
        prefixes.add(match[1])
    prefix = prefixes.pop()
    return not prefixes and (prefix in ("", name) or not prefix[-1].isalnum())


def _array(stated: Schema, value: Sequence[Any], name: str, depth: int) -> Schema:
    if not value or depth >= MAX_DEPTH:
        return stated
    return replace(stated, items=combine(infer(item, name, depth + 1) for item in value))


def _object(stated: Schema, value: Mapping[str, Any], name: str, depth: int) -> Schema:
    if not value or depth >= MAX_DEPTH:
        return stated
    if is_dictionary(value, name):
        values = combine(infer(inner, "", depth + 1) for inner in value.values())
        return replace(stated, additional_properties=values)
    properties = (Property(key, infer(inner, key, depth + 1)) for key, inner in value.items())
    return replace(stated, properties=tuple(properties))


def _is_open(schema: Schema) -> bool:
    return (
        schema.type == "object"
        and not schema.properties
        and schema.additional_properties in (None, ANYTHING)
    )


def combine(schemas: Iterable[Schema]) -> Schema:
    """Return what fits all of these; without one, anything goes.

    Limits and words are those of the first of them that has the type which takes in all others.
    """
    # Most are the very same object, and to hash a schema is to hash all that is in it.
    distinct = [*{id(schema): schema for schema in schemas}.values()]
    known = [*dict.fromkeys(distinct)] if len(distinct) > 1 else distinct
    if len(known) == 1:
        return known[0]
    nullable = any(schema.nullable for schema in known)
    typed = [schema for schema in known if is_stated(schema)]
    common = _common(typed)
    if common is None:
        return NULL_SHOWN if nullable else ANYTHING
    if len(typed) > 1:
        common = _with_parts(common, typed)
    return common.or_null() if nullable else common


def _with_parts(common: Schema, schemas: Sequence[Schema]) -> Schema:
    properties = combine_properties(item for schema in schemas for item in schema.properties)
    items = [schema.items for schema in schemas if schema.items]
    values = [schema.additional_properties for schema in schemas if schema.additional_properties]
    return replace(
        common,
        properties=properties,
        items=combine(items) if items else None,
        # With names among the keys it is no dictionary after all.
        additional_properties=combine(values) if values and not properties else None,
    )


def combine_properties(properties: Iterable[Property]) -> tuple[Property, ...]:
    """Return one property for each name, in the order of the first sight."""
    by_name: dict[str, list[Property]] = {}
    for item in properties:
        by_name.setdefault(item.name, []).append(item)
    return tuple(
        same[0]
        if len(same) == 1
        else replace(same[0], schema=combine(item.schema for item in same))
        for same in by_name.values()
    )


def _common(schemas: Iterable[Schema]) -> Schema | None:
    """The narrowest type that takes in all of these; None where there is none."""
    found: Schema | None = None
    for schema in schemas:
        if found is None or is_same_kind(found, schema):
            found = found or schema
        elif wider := _WIDER.get(frozenset((kind_of(found), kind_of(schema)))):
            found = schema_of_words(wider)
        else:
            return None
    return found


_NULL = Literal.of(None)
Kind = tuple[Hashable, ...]


def kind_of(schema: Schema) -> Kind:
    """Return what makes a type, null aside: the same for all schemas of one kind."""
    if len(schema.types) == 1 and not (schema.enum or schema.const or schema.any_of):
        # Most are as simple as that.
        return (*schema.types, schema.format, schema.content_encoding)
    if name := schema.reference:
        return (name,)
    values = tuple(item.literal for item in schema.enum if item.literal != _NULL)
    choices = schema.any_of or schema.one_of or schema.all_of
    simple = *(n for n in schema.types if n != "null"), schema.format, schema.content_encoding
    if not (values or schema.const or choices):
        return simple
    return *simple, values, schema.const, tuple(inner for inner in choices if inner != NULL)


_WIDER = {
    frozenset((kind_of(schema_of_words(one)), kind_of(schema_of_words(other)))): wider
    for one, other, wider in (
        ("int32", "int64", "int64"),
        ("int32", "double", "double"),
        ("int64", "double", "double"),
        ("string", "date-time", "string"),
        ("string", "byte", "string"),
    )
}
"""The type that takes in the values of both."""
