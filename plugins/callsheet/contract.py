"""What an operation promises, as JSON Schema 2020-12: `callsheet.promises`, written out.

For those who do not use `callsheet.schema` yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from callsheet.documents import BASE64, Document, component_key, component_schemas, document
from callsheet.model import DataType, Operation, Property
from callsheet.promises import Types, promised_requests, promised_responses
from callsheet.rows import rows_schema
from callsheet.schema import Schema as _Schema
from callsheet.schema.infer import shown_in
from callsheet.schema.type_words import schema_of_words, word_of

__all__ = [
    "BASE64",
    "Schema",
    "Types",
    "component_key",
    "component_schemas",
    "data_type_of",
    "properties_schema",
    "request_schema",
    "response_schema",
    "shape_schema",
    "type_schema",
]

Schema = Document
_NONE: Types = {}


def type_schema(data_type: DataType | None) -> Schema:
    """The schema of a type."""
    return document(schema_of_words(data_type.written)) if data_type else {}


def shape_schema(schema: _Schema) -> Schema:
    """A schema as a document."""
    return document(schema)


def data_type_of(schema: _Schema) -> DataType | None:
    """The type of a page's words, or of words for what an example shows."""
    if not schema.written:
        return None
    word = word_of(schema.written)
    return DataType(word, schema.written, tuple(map(str, schema.values)) if word == "enum" else ())


def properties_schema(
    properties: Iterable[Property], *, records: Iterable[Mapping[str, Any]] = ()
) -> Schema:
    """The schema of an object with these properties, each of which may be null."""
    record = shown_in(rows_schema(tuple(properties)), records)
    return document(
        replace(
            record,
            properties=tuple(
                replace(item, schema=item.schema.or_null()) for item in record.properties
            ),
        )
    )


def request_schema(
    operation: Operation, types: Types = _NONE, *, described: bool = True
) -> Schema | None:
    """The first promised request body; None where there is none, or raw bytes."""
    first = next(iter(promised_requests(operation, described=described)), None)
    return None if first is None or first.binary else document(first.schema, types)


def response_schema(
    operation: Operation, types: Types = _NONE, *, described: bool = True
) -> Schema | None:
    """The first promised body of a success; None where there is none."""
    status = operation.success.code if operation.success else 200
    found = promised_responses(operation, status, types, described=described)
    return document(found[0].schema, types) if found else None
