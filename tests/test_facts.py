"""The project's own pages against an independent statement of the same facts.

`facts/vendor.json` was taken from the Swagger files of the API's vendor, not from the pages.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.model import DataType, Location, Operation, Property

FACTS: dict[str, Any] = json.loads((Path(__file__).parent / "facts" / "vendor.json").read_text())

SWAGGER_NAMES = {
    "bool": "boolean",
    "byte": "string/byte",
    "date-time": "string/date-time",
    "enum": "string",
    "int32": "integer/int32",
}

# Swagger states what goes over the wire for an image type in `Accept`, the page what does for JSON.
BINARY_OR_BASE64 = {"string/binary": "string/byte"}


def swagger_type(data_type: DataType | None) -> str | None:
    return SWAGGER_NAMES.get(data_type.name, data_type.name) if data_type else None


def properties(rows: tuple[Property, ...]) -> dict[str, str | None] | None:
    return {row.name: swagger_type(row.type) for row in rows} or None


def stated(operation: Operation) -> dict[str, Any]:
    """What a page says, in the words of the facts."""
    body, response = operation.request_body, operation.response
    assert response is not None
    return {
        "method": operation.method,
        "route": operation.route.template,
        "parameters": [
            {
                "in": p.location.value,
                "name": p.name,
                "type": swagger_type(p.type),
                "required": bool(p.required),
            }
            for p in operation.parameters
            if p.location is not Location.HEADER
        ],
        "request_properties": "binary"
        if body and body.binary
        else properties(body.properties)
        if body
        else None,
        "consumes": list(operation.request_media_types),
        "statuses": sorted(status.code for status in operation.statuses),
        "response_type": swagger_type(response.body_type),
        "response_properties": properties(response.properties),
    }


def test_every_operation_has_facts(catalog: Catalog) -> None:
    assert {operation.uid for operation in catalog.operations} == set(FACTS)


@pytest.mark.parametrize("uid", sorted(FACTS))
def test_page_states_the_facts(catalog: Catalog, uid: str) -> None:
    facts = dict(FACTS[uid])
    facts["response_type"] = BINARY_OR_BASE64.get(facts["response_type"], facts["response_type"])
    said = stated(catalog.by_uid[uid])
    if uid == "v1PersonEntity_PutImageInfo":
        # The Swagger file reuses the response's type; the page leaves out what only the server
        # sets, as the vendor's page does.
        for name in ("TableRight", "FieldProperties"):
            facts["request_properties"] = {
                key: value for key, value in facts["request_properties"].items() if key != name
            }
    assert said == facts
