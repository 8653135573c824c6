"""What operations promise, worked out when it is first needed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from callsheet.contract import Schema, response_schema, shape_schema
from callsheet.model import Operation
from callsheet.schema.infer import combine, infer
from callsheet.server.made import kind_of
from callsheet.typedefs import response_body


class Contracts:
    """The schemas of what operations answer with."""

    def __init__(self) -> None:
        self._known: dict[str, Schema | None] = {}

    def of(self, operation: Operation) -> Schema | None:
        """The schema of a successful response body; None where there is none."""
        if operation.uid not in self._known:
            schema, body = response_schema(operation), response_body(operation)
            shown = [value for _, value in body.examples] if body else []
            self._known[operation.uid] = schema and deepened(schema, shown)
        return self._known[operation.uid]


def deepened(schema: Schema, examples: Iterable[Any]) -> Schema:
    """A schema with what examples show of the objects about which it says nothing more.

    Such objects are of types of the API, which have no tables of their own.
    """
    if "items" in schema:
        items = [item for value in examples if isinstance(value, list) for item in value]
        return {**schema, "items": deepened(schema["items"], items)}
    shown = [value for value in examples if isinstance(value, dict)]
    if "additionalProperties" in schema:
        values = [value for record in shown for value in record.values()]
        return {**schema, "additionalProperties": deepened(schema["additionalProperties"], values)}
    if "properties" in schema:
        inner = {
            name: deepened(found, [record[name] for record in shown if name in record])
            for name, found in schema["properties"].items()
        }
        return {**schema, "properties": inner}
    if shown and kind_of(schema) == "object":
        return {**shape_schema(combine(infer(value) for value in shown)), **schema}
    return schema
