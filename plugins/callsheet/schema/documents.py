"""Schemas as JSON Schema for OpenAPI 3.1, spelled out for validators that check no formats."""

from collections.abc import Container, Mapping
from typing import Any

from callsheet import lazy_re as re
from callsheet.memo import cached, cached_by_identity
from callsheet.schema import Schema
from callsheet.schema.formats import INTEGER_BITS
from callsheet.schema.json_schema import has_more, write_schema
from callsheet.schema.schema import TYPES

Document = dict[str, Any]
"""Documents must not be changed: equal parts of them may be one object."""

BASE64 = r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
"""RFC 4648, 4. `contentEncoding` alone is an annotation, which validators don't check."""

OCTET_STREAM = "application/octet-stream"
"""The media type of raw bytes of which nothing else is known."""

REFERENCE = "#/components/schemas/"

# Characters that a key cannot have, and an underscore that would read as the start of an escape.
_ESCAPED = re.compile(r"[^A-Za-z0-9._-]|_(?=x)")
_ESCAPE = re.compile(r"_x([0-9A-F]{1,5})_")


@cached(4096)
def component_key(name: str) -> str:
    """Return the key of a type below `components/schemas`, different for different names.

    OpenAPI 3.1.0, 4.8.7, allows letters, digits, `.`, `-` and `_` in it. Everything else is escaped
    as in ISO/IEC 9075-14, 9.1: `A/B` becomes `A_x2F_B`.
    """
    return _ESCAPED.sub(lambda match: f"_x{ord(match[0]):X}_", name)


def name_of_key(key: str) -> str:
    """Return the name that has a key, the reverse of `component_key`."""
    name = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), key)
    return name if component_key(name) == key else key


def reference(name: str) -> str:
    """Return the reference to the component of a named type."""
    return REFERENCE + component_key(name)


def document(schema: Schema, types: Container[str] = ()) -> Document:
    """Write a schema as JSON Schema 2020-12.

    Args:
        schema: The schema.
        types: The named types that are components; any other becomes a plain object.
    """
    if (name := schema.reference) and not schema.ref and name not in types:
        # `anyOf` of a reference and null becomes one schema with two types.
        schema = schema.replace(any_of=(), types=("object", "null"))
    is_component = bool(schema.ref) and schema.ref in types
    if is_component or has_more(schema):
        written = _spelled_out(schema, is_component)
        return write_schema(written, reference, lambda inner: document(inner, types))
    return _leaf(schema)


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
    return schema.replace(**changes) if changes else schema


# Equal rows have one schema, and five in six of a real publication repeat another one.
@cached_by_identity(8192)
def _leaf(schema: Schema) -> Document:
    return write_schema(_spelled_out(schema), reference)


def _spelled_out(schema: Schema, is_component: bool = False) -> Schema:
    """Spell out what formats mean, and drop references to anything but components."""
    changes: dict[str, Any] = {}
    if schema.ref and not is_component:
        changes = {"ref": "", "types": ("object",)}
    if len(schema.types) == len(TYPES):
        changes["types"] = ()
    if schema.format == "binary":
        # This is how OpenAPI 3.1 names raw bytes (4.8.14.3); the format is for generators of
        # clients, which know a file by nothing else.
        known = schema.content_media_type or OCTET_STREAM
        changes |= {"types": ("string",), "content_media_type": known}
    if schema.content_encoding == "base64" and not schema.pattern:
        changes["pattern"] = BASE64
    return schema.replace(**changes) if changes else schema


def component_schemas(types: Mapping[str, Schema]) -> dict[str, Document]:
    """Return the content of `components/schemas`: a schema for each named type."""
    schemas = {}
    for name, schema in types.items():
        key = component_key(name)
        # An import takes a name without its namespace, unless a title says that this is the name.
        title = {"title": name} if key != name or "." in name else {}
        schemas[key] = {**document(schema, types), **title}
    return schemas
