"""What an operation promises, as JSON Schema 2020-12 (the dialect of OpenAPI 3.1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from callsheet.model import DataType, Operation, Property

Schema = dict[str, Any]

BASE64 = r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
"""RFC 4648, 4. `contentEncoding` alone is an annotation, which validators don't check."""

_BUILT_IN: dict[str, Schema] = {
    "array": {"type": "array"},
    "binary": {},
    "bool": {"type": "boolean"},
    "byte": {"type": "string", "contentEncoding": "base64", "pattern": BASE64},
    "date-time": {"type": "string", "format": "date-time"},
    "double": {"type": "number", "format": "double"},
    "int32": {"type": "integer", "format": "int32", "minimum": -(2**31), "maximum": 2**31 - 1},
    "int64": {"type": "integer", "format": "int64", "minimum": -(2**63), "maximum": 2**63 - 1},
    "object": {"type": "object"},
    "string": {"type": "string"},
}


def type_schema(data_type: DataType | None, *, nullable: bool = False) -> Schema:
    """The schema of a type.

    Args:
        data_type: The type; without one, anything goes.
        nullable: Whether null is a value of it, too.
    """
    if data_type is None:
        return {}
    if data_type.name == "enum":
        values: list[str | None] = [*data_type.values, *([None] if nullable else [])]
        return {"enum": values}
    # The pages define no type of the API; such a value is an object whose properties are open.
    schema = dict(_BUILT_IN.get(data_type.name, {"type": "object"}))
    if nullable and "type" in schema:
        schema["type"] = [schema["type"], "null"]
    return schema


def properties_schema(properties: Iterable[Property], *, nullable: bool = False) -> Schema:
    """The schema of an object with these properties; others are allowed."""
    properties = tuple(properties)
    schema: Schema = {
        "type": "object",
        "properties": {p.name: type_schema(p.type, nullable=nullable) for p in properties},
    }
    if required := [p.name for p in properties if p.required]:
        schema["required"] = required
    return schema


def request_schema(operation: Operation) -> Schema | None:
    """The schema of the request body; None where it has no body or is raw bytes."""
    body = operation.request_body
    if body is None or body.binary:
        return None
    return properties_schema(body.properties) if body.properties else type_schema(body.type)


def response_schema(operation: Operation) -> Schema | None:
    """The schema of a successful response body as JSON; None where there is none.

    A property may be null, because `$select` nulls out what is not selected; all documented
    properties are present.
    """
    response, success = operation.response, operation.success
    if response is None or success is None or success.code == 204:
        return None
    if response.properties:
        schema = properties_schema(response.properties, nullable=True)
        return {**schema, "required": [p.name for p in response.properties]}
    data_type = response.body_type or response.type
    return None if data_type is None else type_schema(data_type)
