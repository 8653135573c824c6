"""Inference of schemas from example values, and merging of what several sources say.

What a page states takes precedence over what its examples show. They only add which values are
null, and what is inside of arrays and objects that the page does not describe.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import is_
from typing import Any

from callsheet import lazy_re as re
from callsheet.schema.conjunction import conjunction
from callsheet.schema.formats import is_date_time
from callsheet.schema.json_schema import ASSUMED
from callsheet.schema.schema import ANYTHING, NULL, TYPES, Literal, PropertySchema, Schema
from callsheet.schema.words.type_words import schema_of_words

MAX_DEPTH = 32
"""Nested values that are inspected; deeper ones are ignored."""

DICTIONARY_KEY = "fieldName"
"""The placeholder key in the example of a dictionary."""

NULL_SHOWN = Schema(types=TYPES)
"""Anything is allowed, and null has been seen."""

_MIXED = schema_of_words("any")
"""Anything is allowed, as a page states it or as values of several types show."""

_MIXED_OR_NULL = _MIXED.replace(types=TYPES)

_NUMBERED = re.compile(r"(.*?)(\d{1,9})", re.DOTALL)


def infer(value: Any, name: str = "", depth: int = 0) -> Schema:
    """Infer the schema of a JSON value whose type is not stated.

    Args:
        value: As the `json` module reads it.
        name: The property it belongs to, which helps to recognise dictionaries.
        depth: The number of values around it.
    """
    match value:
        case None:
            return NULL_SHOWN
        # Before `int`, of which `bool` is a subclass.
        case bool():
            return schema_of_words("bool")
        case int():
            # The narrowest type: `combine` widens it where other examples show larger numbers.
            return schema_of_words("int32" if -(2**31) <= value < 2**31 else "int64")
        case float():
            return schema_of_words("double")
        case str():
            return schema_of_words("date-time" if is_date_time(value) else "string")
        case list():
            return _array(schema_of_words("array"), value, name, depth)
        case _:
            return _object(schema_of_words("object"), value, name, depth)


def completed_by_value(stated: Schema, value: Any, name: str = "") -> Schema:
    """Complete the stated schema of a value by what the value shows; the statement wins.

    Args:
        stated: What the page states.
        value: As the `json` module reads it.
        name: The property it belongs to.
    """
    if _takes_all(stated):
        return stated
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


def completed_by_examples(
    stated: Schema,
    values: Sequence[Any],
    name: str = "",
    *,
    inline: bool = False,
    nulls: bool = True,
) -> Schema:
    """Complete a stated schema, and those of its properties, by what examples show.

    Args:
        stated: What the page states.
        values: The values in examples.
        name: The property they belong to.
        inline: Whether to replace a named type by the objects that examples show, for consumers
            without definitions of named types.
        nulls: Whether examples make values nullable; not where the page says what may be null.
    """
    is_typed = is_stated(stated)
    # Null in an example contradicts the page then, which is a finding and no evidence.
    shown = values if nulls or not is_typed else [v for v in values if v is not None]
    if not shown or (not is_typed and _takes_all(stated)):
        return stated
    if is_typed and stated.type not in ("array", "object"):
        found = _inlined(stated, shown, name) if inline and stated.reference else stated
        return found.or_null() if None in shown else found
    if stated.properties:
        records = [value for value in shown if isinstance(value, dict)]
        inner = []
        for item in stated.properties if records else ():
            parts = [record[item.name] for record in records if item.name in record]
            schema = item.schema
            if parts:
                schema = completed_by_examples(schema, parts, item.name, inline=inline, nulls=nulls)
            inner.append(_with_schema(item, schema))
        # Most examples add nothing, and a copy costs more than the comparison.
        is_same = all(map(is_, inner, stated.properties))
        found = stated if is_same else stated.replace(properties=tuple(inner))
        return found.or_null() if None in shown else found
    for field, held in (
        ("items", stated.items),
        ("additional_properties", stated.additional_properties),
    ):
        if held is not None and (held.properties or (inline and _has_reference(held))):
            parts = [part for value in shown for part in _parts(value, field)]
            within = completed_by_examples(held, parts, name, inline=inline, nulls=nulls)
            change: dict[str, Any] = {field: within}
            found = stated.replace(**change)
            return found.or_null() if None in shown else found
    seen = [completed_by_value(stated, value, name) for value in shown]
    # To merge a type without parts with what completes it would change nothing.
    has_parts = stated.items is not None or stated.additional_properties is not None
    found = combine(seen if is_typed and not has_parts else [stated, *seen])
    if is_stated(found) or stated in (ANYTHING, NULL_SHOWN):
        return found
    # Values of several types, or null, show no type; what else is stated stays.
    return conjunction((stated, found))


def with_assumed(schema: Schema, stated: Schema, described: Schema) -> Schema:
    """Mark what a schema has from examples alone, and describe the rest.

    Args:
        schema: The stated schema, completed by examples.
        stated: What a page states.
        described: The same with its descriptions.
    """
    if schema is stated:
        return described
    if described is not stated and schema == stated.or_null():
        return described.or_null()
    assumed: list[str] = []
    if is_stated(schema) and not is_stated(stated):
        assumed += ("type", "format")
    changes: dict[str, Any] = {}
    if described.description != stated.description:
        changes["description"] = described.description
    if schema.properties and not stated.properties:
        assumed.append("properties")
    elif schema.properties:
        changes["properties"] = tuple(
            _with_schema(item, with_assumed(item.schema, known.schema, told.schema))
            if (known := stated.property(item.name)) and (told := described.property(item.name))
            else item
            for item in schema.properties
        )
    for field, keyword in (("items", "items"), ("additional_properties", "additionalProperties")):
        inner, known_inner = getattr(schema, field), getattr(stated, field)
        if inner is not None and known_inner is None:
            assumed.append(keyword)
        elif inner is not None:
            changes[field] = with_assumed(inner, known_inner, getattr(described, field))
    if assumed:
        changes["others"] = (*schema.others, (ASSUMED, Literal.of(assumed)))
    return schema.replace(**changes) if changes else schema


def is_type_assumed(schema: Schema) -> bool:
    """Tell whether no page states a type: there is none, or it is marked as assumed."""
    marks = (literal.value for name, literal in schema.others if name == ASSUMED)
    return not is_stated(schema) or any("type" in names for names in marks)


def _with_schema(item: PropertySchema, schema: Schema) -> PropertySchema:
    if schema is item.schema:
        return item
    return PropertySchema(item.name, schema, item.required, item.span)


def _inlined(stated: Schema, shown: Iterable[Any], name: str) -> Schema:
    """Return the schema that examples show of a named type; the type, if they show no object."""
    values = [infer(value, name) for value in shown if value is not None]
    seen = combine(values) if values else stated
    if seen.type != "object":
        return stated
    seen = seen.replace(written=stated.reference)
    return seen.or_null() if stated.nullable else seen


def _has_reference(schema: Schema) -> bool:
    """Tell whether values of a schema are of a named type, or arrays or dictionaries of it."""
    inner = (schema.items, schema.additional_properties)
    return bool(schema.reference) or any(_has_reference(each) for each in inner if each)


def _parts(value: Any, field: str) -> Iterable[Any]:
    if field == "items":
        return value if isinstance(value, list) else ()
    return value.values() if isinstance(value, dict) else ()


def is_stated(schema: Schema) -> bool:
    """Tell whether a schema states a type of its values."""
    if schema.types:
        return len(schema.types) < len(TYPES)
    return bool(
        schema.ref or schema.enum or schema.any_of or schema.one_of or schema.all_of or schema.const
    )


def _takes_all(schema: Schema) -> bool:
    """Tell whether a schema states that anything is allowed, or mixed values show it."""
    return schema.written == _MIXED.written and not is_stated(schema)


def is_same_kind(one: Schema, other: Schema) -> bool:
    """Tell whether two schemas have the same type, whatever their limits and parts."""
    return one is other or kind_of(one) == kind_of(other)


def is_dictionary(value: Mapping[str, Any], name: str = "") -> bool:
    """Tell whether the keys of an example object are data instead of property names.

    Examples of dictionaries have the key `fieldName`, or the keys `1`, `2`, …, which may follow a
    prefix such as `Depot:` or the name of the property itself.
    """
    if set(value) == {DICTIONARY_KEY}:
        return True
    # One numbered key may just as well be a property, such as `line1`.
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
    return stated.replace(items=combine(infer(item, name, depth + 1) for item in value))


def _object(stated: Schema, value: Mapping[str, Any], name: str, depth: int) -> Schema:
    if not value or depth >= MAX_DEPTH:
        return stated
    if is_dictionary(value, name):
        values = combine(infer(inner, "", depth + 1) for inner in value.values())
        return stated.replace(additional_properties=values)
    properties = (PropertySchema(key, infer(inner, key, depth + 1)) for key, inner in value.items())
    return stated.replace(properties=tuple(properties))


def _is_open(schema: Schema) -> bool:
    return (
        schema.type == "object"
        and not schema.properties
        and schema.additional_properties in (None, ANYTHING)
    )


def combine(schemas: Iterable[Schema]) -> Schema:
    """Return the narrowest schema that takes in all of these; without any, all is allowed.

    Limits and words are those of the first one with the resulting type.
    """
    # Most are one and the same object; hashing a schema hashes everything in it, so identity first.
    distinct = [*{id(schema): schema for schema in schemas}.values()]
    if len(distinct) == 2:
        known = distinct[: 1 + (distinct[0] != distinct[1])]
    else:
        known = [*dict.fromkeys(distinct)] if distinct[1:] else distinct
    if len(known) == 1:
        return known[0]
    nullable = any(schema.nullable for schema in known)
    if open_ := next(filter(_takes_all, known), None):
        return open_
    typed = [schema for schema in known if is_stated(schema)]
    common = _common(typed)
    if common is None and typed:
        # More values are not evidence against it, unlike a type that is only unknown.
        return _MIXED_OR_NULL if nullable else _MIXED
    if common is None:
        return NULL_SHOWN if nullable else ANYTHING
    if len(typed) > 1:
        common = _with_parts(common, typed)
    return common.or_null() if nullable else common


def _with_parts(common: Schema, schemas: Sequence[Schema]) -> Schema:
    properties = combine_properties(item for schema in schemas for item in schema.properties)
    items = [schema.items for schema in schemas if schema.items]
    values = [schema.additional_properties for schema in schemas if schema.additional_properties]
    # An object with named properties is not a dictionary after all, unless that is what is stated.
    is_both = bool(common.properties and common.additional_properties)
    return common.replace(
        properties=properties,
        items=combine(items) if items else None,
        additional_properties=combine(values) if values and (is_both or not properties) else None,
    )


def combine_properties(properties: Iterable[PropertySchema]) -> tuple[PropertySchema, ...]:
    """Return one property for each name, in the order of first occurrence."""
    by_name: dict[str, list[PropertySchema]] = {}
    for item in properties:
        by_name.setdefault(item.name, []).append(item)
    return tuple(
        same[0]
        if len(same) == 1
        else replace(same[0], schema=combine(item.schema for item in same))
        for same in by_name.values()
    )


def _common(schemas: Iterable[Schema]) -> Schema | None:
    """Return the narrowest type that takes in all of these; None where there is none."""
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
    """Return a key that is equal for schemas of the same type, null aside."""
    if len(schema.types) == 1 and not (schema.enum or schema.const or schema.any_of):
        # The fast path, for most schemas.
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
        ("int32", "integer", "integer"),
        ("int64", "integer", "integer"),
        ("int32", "int64", "int64"),
        ("integer", "number", "number"),
        ("int32", "number", "number"),
        ("int64", "number", "number"),
        ("float", "number", "number"),
        ("double", "number", "number"),
        ("int32", "double", "double"),
        ("integer", "double", "double"),
        ("int64", "double", "double"),
        ("string", "date-time", "string"),
        ("string", "byte", "string"),
    )
}
"""The type that takes in the values of both."""
