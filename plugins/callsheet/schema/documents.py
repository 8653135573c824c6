"""Schemas as OpenAPI 3.1 documents have them."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import replace
from typing import Any

from callsheet.memo import cached, cached_by
from callsheet.schema import Schema
from callsheet.schema.formats import INTEGER_BITS
from callsheet.schema.json_schema import write_schema
from callsheet.schema.schema import TYPES

Document = dict[str, Any]
"""Documents are read, not changed: what is said alike in several places may be one object."""

BASE64 = r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
"""RFC 4648, 4. `contentEncoding` alone is an annotation, which validators don't check."""

OCTET_STREAM = "application/octet-stream"
"""The media type of raw bytes of which nothing else is known."""

REFERENCE = "#/components/schemas/"

# What a component's key cannot have, and the underscore that would read as an escape.
_ESCAPED = re.compile(r"[^A-Za-z0-9._-]|_(?=x)")


@cached(4096)
def component_key(name: str) -> str:
    """Return the key of a type below `components/schemas`, different for different names.

    OpenAPI 3.1.0, 4.8.7, allows letters, digits, `.`, `-` and `_` in it. All else is escaped as
    in ISO/IEC 9075-14, 9.1: `A/B` becomes `A_x2F_B`.
    """
    return _ESCAPED.sub(lambda match: f"_x{ord(match[0]):X}_", name)


def reference(name: str) -> str:
    """Return the reference to the component of a named type."""
    return REFERENCE + component_key(name)


def document(schema: Schema, types: Container[str] = ()) -> Document:
    """Write a schema as JSON Schema 2020-12.

    Args:
        schema: The schema.
        types: The types that are components; another named type is some object.
    """
    if (name := schema.reference) and not schema.ref and name not in types:
        # An object or null, in one.
        schema = replace(schema, any_of=(), types=("object", "null"))
    if _has_inside(schema):
        return write_schema(
            _spelled_out(schema, schema.ref in types), reference, lambda s: document(s, types)
        )
    return _leaf(schema, schema.ref in types)


def without_implied(schema: Schema, known: Schema) -> Schema:
    """Return a schema without the limits that a format implies, which many documents spell out.

    Args:
        schema: The schema.
        known: Has the format.
    """
    changes: dict[str, Any] = {}
    if bits := INTEGER_BITS.get(known.format):
        if schema.minimum == -(2**bits):
            changes["minimum"] = None
        # As a floating-point number, the largest integer of 64 bits is the next one.
        if schema.maximum in (2**bits - 1, 2**bits):
            changes["maximum"] = None
    if known.content_encoding == "base64" and schema.pattern == BASE64:
        changes["pattern"] = ""
    return replace(schema, **changes) if changes else schema


def _has_inside(schema: Schema) -> bool:
    return bool(
        schema.properties
        or schema.items
        or schema.additional_properties
        or schema.any_of
        or schema.one_of
        or schema.all_of
        or schema.prefix_items
        or schema.pattern_properties
        or schema.not_
    )


# Of all rows of a publication, five in six say what another one says.
@cached_by(8192, lambda schema, is_component: len(schema.description))
def _leaf(schema: Schema, is_component: bool) -> Document:
    return write_schema(_spelled_out(schema, is_component), reference)


def _spelled_out(schema: Schema, is_component: bool) -> Schema:
    """A schema that says what its formats mean, and refers to components only."""
    changes: dict[str, Any] = {}
    if schema.ref and not is_component:
        changes = {"ref": "", "types": ("object",)}
    if len(schema.types) == len(TYPES):
        changes["types"] = ()
    if schema.format == "binary":
        # Raw bytes are no text (OpenAPI 3.1.0, 4.8.14.3).
        changes |= {"types": (), "format": "", "content_media_type": OCTET_STREAM}
    if schema.content_encoding == "base64" and not schema.pattern:
        changes["pattern"] = BASE64
    return replace(schema, **changes) if changes else schema


def component_schemas(types: Mapping[str, Schema]) -> dict[str, Document]:
    """Return what goes below `components/schemas`: a schema for each named type."""
    schemas = {}
    for name, schema in types.items():
        key = component_key(name)
        title = {} if key == name else {"title": name}
        schemas[key] = {**title, **document(schema, types)}
    return schemas
