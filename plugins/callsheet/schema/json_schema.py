"""Reading and writing of schemas as JSON Schema documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from callsheet.schema.rare_keywords import (
    RARE,
    counts,
    is_number,
    listed,
    mapped,
    read_rare,
    write_rare,
)
from callsheet.schema.schema import (
    ANYTHING,
    NOTHING,
    TYPES,
    Discriminator,
    EnumValue,
    Literal,
    PropertySchema,
    Schema,
)

MAX_DEPTH = 64
"""Nested schemas that are read; deeper ones allow everything."""

_TEXTS = {
    "format": "format",
    "title": "title",
    "description": "description",
    "pattern": "pattern",
    "contentEncoding": "content_encoding",
    "contentMediaType": "content_media_type",
}
_NUMBERS = {
    "multipleOf": "multiple_of",
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "exclusive_minimum",
    "exclusiveMaximum": "exclusive_maximum",
}
_COUNTS = {
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_items",
    "maxItems": "max_items",
    "minProperties": "min_properties",
    "maxProperties": "max_properties",
}
_PLAIN = (*_TEXTS, *_NUMBERS, *_COUNTS)
_plain_values = attrgetter(*_TEXTS.values(), *_NUMBERS.values(), *_COUNTS.values())

_FLAGS = {
    "uniqueItems": "unique_items",
    "readOnly": "read_only",
    "writeOnly": "write_only",
    "deprecated": "deprecated",
}
_SCHEMAS = {"items": "items", "additionalProperties": "additional_properties", "not": "not_"}
_LISTS = {"prefixItems": "prefix_items", "allOf": "all_of", "anyOf": "any_of", "oneOf": "one_of"}
_EXCLUSIVE = {"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"}
_NULLABLE = ("nullable", "x-nullable")
_NULL_ALONE = {"nullable": True}
ASSUMED = "x-callsheet-assumed"
"""The sibling fields that no page states: OpenAPI requires them, or examples show them."""

MEANINGS = "x-enumDescriptions"
"""Meanings of values, by the value: JSON Schema has no keyword for it next to `enum`."""

_READ = {
    *("type", "$ref", "enum", "const", "default", "examples", "properties", "required"),
    *("patternProperties", "discriminator", "example", MEANINGS, *_NULLABLE),
    *(*_TEXTS, *_NUMBERS, *_COUNTS, *_FLAGS, *_SCHEMAS, *_LISTS, *RARE),
}

KEYWORDS: Mapping[str, str] = {
    "const": "const",
    "default": "default",
    "discriminator": "discriminator",
    "enum": "enum",
    "examples": "examples",
    "pattern_properties": "patternProperties",
    "required": "required",
    **{
        field: keyword
        for names in (_TEXTS, _NUMBERS, _COUNTS, _FLAGS, _SCHEMAS, _LISTS)
        for keyword, field in names.items()
    },
}
"""The keywords of JSON Schema by the fields of `Schema` for them."""


def read_schema(document: Any, name_of: Callable[[str], str], depth: int = MAX_DEPTH) -> Schema:
    """Read a schema.

    Keywords of OpenAPI 3.0 and Swagger 2.0, such as `nullable` and `example`, are understood, too.
    Invalid keywords are ignored, and what is not a schema at all allows everything.

    Args:
        document: The schema as the `json` module reads it: an object, true or false.
        name_of: Returns the name of the type that a reference means.
        depth: The number of nested schemas to read.
    """
    if document is False:
        return NOTHING
    if not isinstance(document, Mapping) or depth <= 0:
        return ANYTHING

    document = _modern(document)

    def read(inner: Any) -> Schema:
        return read_schema(inner, name_of, depth - 1)

    keywords = _keywords(document, read)
    reference = document.get("$ref")
    if isinstance(reference, str):
        keywords["ref"] = name_of(reference)
    types = document.get("type")
    named = [types] if isinstance(types, str) else listed(types)
    schema = Schema(
        types=tuple(name for name in named if isinstance(name, str) and name in TYPES),
        enum=tuple(_enum(document)),
        const=Literal.of(document["const"]) if "const" in document else None,
        default=Literal.of(document["default"]) if "default" in document else None,
        examples=tuple(map(Literal.of, listed(document.get("examples")))),
        pattern_properties=tuple(
            (pattern, read(inner)) for pattern, inner in mapped(document.get("patternProperties"))
        ),
        discriminator=_discriminator(document.get("discriminator"), name_of),
        rare=None if document.keys().isdisjoint(RARE) else read_rare(document, read),
        others=tuple(
            (name, Literal.of(value)) for name, value in document.items() if name not in _READ
        ),
        **_properties(document, read),
        **keywords,
    )
    if not any(document.get(keyword) is True for keyword in _NULLABLE):
        return schema
    # Beside a reference, a type that has no null would take it back.
    return (schema.replace(types=()) if schema.ref else schema).or_null()


def _keywords(document: Mapping[str, Any], read: Callable[[Any], Schema]) -> dict[str, Any]:
    """Return the fields of a schema whose keywords differ from them in name only."""
    keywords: dict[str, Any] = {}
    for names, allowed in ((_TEXTS, _is_text), (_NUMBERS, is_number), (_FLAGS, _is_flag)):
        keywords |= {
            field: document[keyword]
            for keyword, field in names.items()
            if allowed(document.get(keyword))
        }
    keywords |= counts(document, _COUNTS)
    for keyword, field in _SCHEMAS.items():
        if keyword in document:
            keywords[field] = read(document[keyword])
    for keyword, field in _LISTS.items():
        if isinstance(document.get(keyword), list):
            keywords[field] = tuple(read(inner) for inner in document[keyword])
    return keywords


def _modern(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Translate a schema of OpenAPI 3.0 or Swagger 2.0 to 2020-12, except its `nullable`.

    What our own export merely assumes is left out.
    """
    changes: dict[str, Any] = {}
    for bound, exclusive in _EXCLUSIVE.items():
        if document.get(exclusive) is True:
            changes |= {exclusive: document.get(bound), bound: None}
    if "example" in document:
        changes["examples"] = [document["example"], *listed(document.get("examples"))]
    if document.get("format") == "byte" and "contentEncoding" not in document:
        changes |= {"contentEncoding": "base64", "format": None}
    assumed = listed(document.get(ASSUMED))
    changes |= {name: None for name in assumed if isinstance(name, str) and name in document}
    if document.get("type") == "file":
        changes |= {"type": "string", "format": "binary"}
    if _NULL_ALONE in (parts := listed(document.get("allOf"))):
        # It means something only next to a type (OpenAPI 3.0.3, 4.7.24), which tools do not heed.
        changes |= {**_NULL_ALONE, "allOf": [part for part in parts if part != _NULL_ALONE]}
    return {**document, **changes} if changes else document


def _enum(document: Mapping[str, Any]) -> Iterator[EnumValue]:
    meanings = dict(mapped(document.get(MEANINGS)))
    for literal in map(Literal.of, listed(document.get("enum"))):
        about = meanings.get(_key(literal))
        yield EnumValue(literal, about if isinstance(about, str) else "")


def _key(literal: Literal) -> str:
    """Return the key of a value in the descriptions of values."""
    return literal.value if isinstance(literal.value, str) else literal.text


def _properties(document: Mapping[str, Any], read: Callable[[Any], Schema]) -> dict[str, Any]:
    named = [name for name in listed(document.get("required")) if isinstance(name, str)]
    required = dict.fromkeys(named)
    described = [
        PropertySchema(name, read(inner), name in required or None)
        for name, inner in mapped(document.get("properties"))
    ]
    known = {item.name for item in described}
    others = tuple(name for name in required if name not in known)
    return {"properties": tuple(described), "required": others}


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _discriminator(value: Any, name_of: Callable[[str], str]) -> Discriminator | None:
    if isinstance(value, str) and value:
        # Swagger 2.0 names the property alone.
        return Discriminator(value)
    if not isinstance(value, Mapping) or not isinstance(value.get("propertyName"), str):
        return None
    mapping = ((name, name_of(str(target))) for name, target in mapped(value.get("mapping")))
    return Discriminator(value["propertyName"], tuple(mapping))


def write_schema(
    schema: Schema,
    reference: Callable[[str], str],
    write: Callable[[Schema], dict[str, Any]] | None = None,
) -> dict[str, Any]:
    """Write a schema as JSON Schema 2020-12.

    Args:
        schema: The schema.
        reference: Returns the URI of a named type.
        write: Writes the schemas within it; by default, this function.
    """

    def inner(part: Schema) -> dict[str, Any] | bool:
        if part.not_ is not None and part.replace(written="", span=None) == NOTHING:
            return False
        return write(part) if write else write_schema(part, reference)

    written = _written_values(schema, reference)
    if not has_more(schema):
        return written
    if schema.properties:
        written["properties"] = {item.name: inner(item.schema) for item in schema.properties}
    if schema.pattern_properties:
        written["patternProperties"] = {
            pattern: inner(part) for pattern, part in schema.pattern_properties
        }
    required = [item.name for item in schema.properties if item.required] + list(schema.required)
    if required:
        written["required"] = required
    for keyword, field in _SCHEMAS.items():
        if (part := getattr(schema, field)) is not None:
            written[keyword] = inner(part)
    for keyword, field in _LISTS.items():
        if parts := getattr(schema, field):
            name = "oneOf" if schema.exclusive and field == "any_of" else keyword
            written.setdefault(name, []).extend(map(inner, parts))
    if schema.discriminator:
        written["discriminator"] = {"propertyName": schema.discriminator.property_name}
        if schema.discriminator.mapping:
            written["discriminator"]["mapping"] = {
                value: reference(name) for value, name in schema.discriminator.mapping
            }
    if schema.rare:
        written |= write_rare(schema.rare, inner)
    return {**written, **{name: literal.value for name, literal in schema.others}}


def has_more(schema: Schema) -> bool:
    """Tell whether a schema may have others within it, as hardly any property has."""
    # Attribute by attribute, which is faster than a loop.
    one = schema.properties or schema.items or schema.additional_properties or schema.any_of
    other = schema.one_of or schema.all_of or schema.prefix_items or schema.pattern_properties
    rest = schema.not_ or schema.rare or schema.required or schema.discriminator or schema.others
    return bool(one or other or rest)


def _written_values(schema: Schema, reference: Callable[[str], str]) -> dict[str, Any]:
    """Write the keywords of a schema that contain no other schemas."""
    written: dict[str, Any] = {}
    if schema.ref:
        written["$ref"] = reference(schema.ref)
        if schema.nullable:
            written = {"anyOf": [written, {"type": "null"}]}
    elif schema.types:
        written["type"] = schema.types[0] if len(schema.types) == 1 else list(schema.types)
    written |= {
        keyword: value
        for keyword, value in zip(_PLAIN, _plain_values(schema), strict=True)
        if value is not None and value != ""
    }
    if schema.enum:
        written["enum"] = [item.value for item in schema.enum]
        meanings = {_key(item.literal): item.description for item in schema.enum}
        if any(meanings.values()):
            written[MEANINGS] = {name: about for name, about in meanings.items() if about}
    for keyword, literal in (("const", schema.const), ("default", schema.default)):
        if literal is not None:
            written[keyword] = literal.value
    if schema.examples:
        written["examples"] = [literal.value for literal in schema.examples]
    for keyword, field in _FLAGS.items():
        if getattr(schema, field):
            written[keyword] = True
    return written


def closed_object(description: str, properties: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with exactly these properties."""
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def count(description: str) -> dict[str, Any]:
    """Return the schema of a number of things."""
    return {"type": "integer", "minimum": 0, "description": description}
