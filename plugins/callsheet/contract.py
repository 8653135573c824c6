"""What an operation promises, as JSON Schema 2020-12 (the dialect of OpenAPI 3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from callsheet.memo import remembers
from callsheet.model import DataType, Operation, Property
from callsheet.typedefs import (
    Body,
    Field,
    Layout,
    Shape,
    TypeDefinition,
    combine,
    infer,
    look,
    of_type,
    request_body,
    response_body,
)

Schema = dict[str, Any]
"""Schemas are read, not changed: what is said alike in several places may be one object."""

Types = Mapping[str, TypeDefinition]
"""The definitions that a schema may refer to as components."""

BASE64 = r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
"""RFC 4648, 4. `contentEncoding` alone is an annotation, which validators don't check."""

_NONE: Types = {}

_BUILT_IN: dict[str, Schema] = {
    "array": {"type": "array"},
    "binary": {},
    "bool": {"type": "boolean"},
    "byte": {"type": "string", "contentEncoding": "base64", "pattern": BASE64},
    "date-time": {"type": "string", "format": "date-time"},
    "double": {"type": "number", "format": "double"},
    "enum": {"type": "string"},
    "int32": {"type": "integer", "format": "int32", "minimum": -(2**31), "maximum": 2**31 - 1},
    "int64": {"type": "integer", "format": "int64", "minimum": -(2**63), "maximum": 2**63 - 1},
    "object": {"type": "object"},
    "string": {"type": "string"},
}

# What a component's key cannot have, and the underscore that would read as an escape.
_ESCAPED = re.compile(r"[^A-Za-z0-9._-]|_(?=x)")


@remembers(4096, len)
def component_key(name: str) -> str:
    """The key of a type below `components/schemas`, different for different names.

    OpenAPI 3.1.0, 4.8.7, allows letters, digits, `.`, `-` and `_` in it. All else is escaped as
    in ISO/IEC 9075-14, 9.1: `A/B` becomes `A_x2F_B`.
    """
    return _ESCAPED.sub(lambda match: f"_x{ord(match[0]):X}_", name)


def type_schema(
    data_type: DataType | None, *, nullable: bool = False, types: Types = _NONE
) -> Schema:
    """The schema of a type.

    Args:
        data_type: The type; without one, anything goes.
        nullable: Whether null is a value of it, too.
        types: The types that are components; a named type that is not among them is some object.
    """
    if data_type is None:
        return {}
    return _type_schema(data_type, nullable, data_type.name in types)


def _type_schema(data_type: DataType, nullable: bool, is_component: bool) -> Schema:
    if is_component:
        reference = {"$ref": f"#/components/schemas/{component_key(data_type.name)}"}
        return {"anyOf": [reference, {"type": "null"}]} if nullable else reference
    schema = dict(_BUILT_IN.get(data_type.name, {"type": "object"}))
    if data_type.name == "enum" and data_type.values:
        schema["enum"] = [*data_type.values, *([None] if nullable else [])]
    if nullable and "type" in schema:
        schema["type"] = [schema["type"], "null"]
    return schema


def shape_schema(shape: Shape, *, nullable: bool = False, types: Types = _NONE) -> Schema:
    """The schema of a shape, with all that is known of its inside.

    Args:
        shape: The shape.
        nullable: Whether null is a value of it even if no example shows that.
        types: The types that are components.
    """
    nullable = nullable or shape.nullable
    if shape.type and not (shape.properties or shape.items or shape.values):
        return _leaf(shape.type, nullable, shape.type.name in types, "")
    schema = type_schema(shape.type, nullable=nullable, types=types)
    if shape.properties:
        schema["properties"] = {
            field.name: field_schema(field, types=types) for field in shape.properties
        }
    if shape.items:
        schema["items"] = shape_schema(shape.items, types=types)
    if shape.values:
        schema["additionalProperties"] = shape_schema(shape.values, types=types)
    return schema


def field_schema(field: Field, *, nullable: bool = False, types: Types = _NONE) -> Schema:
    """The schema of a property, with its description.

    Siblings of `$ref` count in JSON Schema 2020-12, 8.2.3.1.
    """
    shape, data_type = field.shape, field.shape.type
    if data_type and not (shape.properties or shape.items or shape.values):
        nullable = nullable or shape.nullable
        return _leaf(data_type, nullable, data_type.name in types, field.description)
    schema = shape_schema(shape, nullable=nullable, types=types)
    return {**schema, "description": field.description} if field.description else schema


# Of all rows of a publication, five in six say what another one says.
@remembers(8192, lambda kind, nullable, is_component, text: len(kind.written) + len(text))
def _leaf(data_type: DataType, nullable: bool, is_component: bool, description: str) -> Schema:
    """The schema of a type, with a description where there is one."""
    schema = _type_schema(data_type, nullable, is_component)
    return {**schema, "description": description} if description else schema


def component_schemas(types: Types) -> dict[str, Schema]:
    """What goes below `components/schemas`: a schema for each definition."""
    schemas = {}
    for name, definition in types.items():
        key = component_key(name)
        title = {} if key == name else {"title": name}
        schemas[key] = {**title, **shape_schema(definition.shape, types=types)}
    return schemas


def properties_schema(
    properties: Iterable[Property],
    *,
    nullable: bool = False,
    records: Iterable[Mapping[str, Any]] = (),
    types: Types = _NONE,
    described: bool = True,
) -> Schema:
    """The schema of an object with these properties; others are allowed.

    Args:
        properties: The rows of a table.
        nullable: Whether each of them may be null.
        records: Example objects, which show what arrays hold and what may be null.
        types: The types that are components.
        described: Whether to say what the rows say in words.
    """
    properties = tuple(properties)
    shown = list(records)
    made: dict[str, Schema] = {}
    for row in properties:
        words = _words(row) if described else ""
        if (data_type := row.type) and not _has_inside(data_type):
            # The page wins over the values, which add null and nothing else.
            null = nullable or any(record.get(row.name, "") is None for record in shown)
            made[row.name] = _leaf(data_type, null, data_type.name in types, words)
        else:
            field = Field(row.name, _shape_of_row(row, shown), words)
            made[row.name] = field_schema(field, nullable=nullable, types=types)
    schema: Schema = {"type": "object", "properties": made}
    if required := list(dict.fromkeys(p.name for p in properties if p.required)):
        schema["required"] = required
    return schema


def _words(row: Property) -> str:
    return row.full_description if row.extras else row.about


def _has_inside(data_type: DataType) -> bool:
    """Whether there may be more to say of the values: the items of arrays, the parts of objects."""
    return data_type.name in ("array", "object")


def _shape_of_row(row: Property, records: Sequence[Mapping[str, Any]]) -> Shape:
    """What a row says, with what example objects add, as `rows_as_fields` has it."""
    shown = [look(row.type, r[row.name], row.name) for r in records if row.name in r]
    if row.type and shown:
        # They are all of the type, and say no less than the type alone does.
        return combine(shown)
    return combine([of_type(row.type), *shown])


def request_schema(
    operation: Operation, types: Types = _NONE, *, described: bool = True
) -> Schema | None:
    """The schema of the request body; None where it has no body or is raw bytes.

    Args:
        operation: The operation.
        types: The types that are components.
        described: Whether to say what the rows say in words.
    """
    body = request_body(operation)
    if body is None:
        return None
    if not body.rows:
        return shape_schema(_whole(body), types=types)
    records = [record for _, record in body.records()]
    record = properties_schema(body.rows, records=records, types=types, described=described)
    return _laid_out(body, record)


def response_schema(
    operation: Operation, types: Types = _NONE, *, described: bool = True
) -> Schema | None:
    """The schema of a successful response body as JSON; None where there is none.

    A property may be null, because `$select` nulls out what is not selected; all documented
    properties are present. A body whose table is that of its type's definition, if that is among
    the types, is a reference to it.

    Args:
        operation: The operation.
        types: The types that are components.
        described: Whether to say what the rows say in words.
    """
    body = response_body(operation)
    if body is None or (body.type is None and not body.rows):
        return None
    if not body.rows:
        return shape_schema(_whole(body), types=types)
    if _is_defined(body, types):
        return type_schema(body.type, types=types)
    records = [record for _, record in body.records()]
    schema = properties_schema(
        body.rows, nullable=True, records=records, types=types, described=described
    )
    required = list(dict.fromkeys(row.name for row in body.rows))
    return _laid_out(body, {**schema, "required": required})


def _whole(body: Body) -> Shape:
    """The shape of a body without a table: of its type and its examples."""
    if body.type is None:
        return combine(infer(value) for _, value in body.examples if value is not None)
    return combine([of_type(body.type), *(look(body.type, v) for _, v in body.examples)])


def _laid_out(body: Body, record: Schema) -> Schema:
    match body.layout:
        case Layout.ARRAY:
            return {"type": "array", "items": record}
        case Layout.DICTIONARY:
            return {"type": "object", "additionalProperties": record}
    return record


def _is_defined(body: Body, types: Types) -> bool:
    definition = types.get(body.type.name) if body.type else None
    if definition is None or body.layout is not Layout.OBJECT:
        return False
    defined = {field.name: field.shape.type for field in definition.properties}
    return {row.name: row.type for row in body.rows} == defined
