"""Values of XML and forms, in which a list of one item and the item look the same."""

from collections.abc import Mapping
from typing import Any

from callsheet.http.media_types import is_json
from callsheet.schema import ANYTHING, Schema
from callsheet.schema.i_json import read_json
from callsheet.schema.texts import named, value_of_text
from callsheet.server.engine.call import Call
from callsheet.server.engine.contracts import Contract, Types


def as_promised(
    call: Call, document: Mapping[str, Any], contract: Contract, types: Types
) -> dict[str, Any]:
    """Return a document in which those properties have the shape that the page promises.

    What is not sent as JSON has only elements and texts, and the page of a request may leave open
    which of them are lists.

    Args:
        call: The request.
        document: What it sends.
        contract: What is promised of the answer, which says what is a list.
        types: The named types.
    """
    if is_json(call.request.headers.get("Content-Type") or ""):
        return {**document}
    wrong = contract.wrong_properties(document)
    return {**document, **{n: _shaped(document[n], _of(contract.schema, n), types) for n in wrong}}


def _of(schema: Schema, name: str) -> Schema:
    """Return the schema of a property."""
    item = schema.property(name)
    return item.schema if item else schema.additional_properties or ANYTHING


def _shaped(value: Any, schema: Schema, types: Types) -> Any:
    schema = named(schema, types)
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            # What has no fields of its own is sent as JSON in a form.
            value = read_json(value)
        except ValueError:
            return value
    if "array" in schema.types:
        items = value if isinstance(value, list) else [] if value in (None, "") else [value]
        return [_shaped(item, schema.items or ANYTHING, types) for item in items]
    if isinstance(value, dict):
        return {name: _shaped(item, _of(schema, name), types) for name, item in value.items()}
    if value == "" and "object" in schema.types:
        return {}
    return value_of_text(value, schema, types) if isinstance(value, str) else value
