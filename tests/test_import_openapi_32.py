"""Documents of OpenAPI 3.2 are read, and what pages have no place for is reported by kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from callsheet.catalog import Catalog
from callsheet.checks.rules.tables.media_types import fault_of
from callsheet.importing import (
    Imported,
    Specification,
    import_openapi,
    plan_files,
    read_specification,
    write_files,
)

OBJECT: dict[str, Any] = {"type": "object", "properties": {"size": {"type": "integer"}}}
DONE = {"204": {"summary": "It is done."}}
QUERY = {
    "operationId": "search",
    "requestBody": {"content": {"application/json": {"schema": OBJECT}}},
    "responses": {
        "200": {
            "description": "All that was found.",
            "content": {
                "application/jsonl": {
                    "itemSchema": OBJECT,
                    "examples": {"one": {"dataValue": [{"size": 1}]}},
                },
                "text/event-stream": {"$ref": "#/components/mediaTypes/events~1new"},
                "text/csv": {"$ref": "#/components/mediaTypes/none"},
            },
        }
    },
}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.2.0",
    "$self": "https://acme.example/openapi.yaml",
    "info": {"title": "Parcels", "version": "1"},
    "servers": [{"url": "https://api.acme.example", "name": "the real one"}],
    "tags": [{"name": "all", "summary": "All", "kind": "nav"}, {"name": "new", "parent": "all"}],
    "paths": {
        "/parcels": {
            "query": QUERY,
            "additionalOperations": {
                "COPY": {"operationId": "copy", "responses": DONE},
                "copy": {"operationId": "other", "responses": DONE},
            },
        }
    },
    "components": {"mediaTypes": {"events/new": {"itemSchema": {"type": "string"}}}},
}


def imported() -> Imported:
    return import_openapi(Specification("api.json", DOCUMENT, "3.2.0"))


def test_operations_with_any_method_are_read(tmp_path: Path) -> None:
    list(write_files(plan_files(imported(), tmp_path)))
    catalog = Catalog.read(tmp_path, cached=False)
    assert catalog.findings == ()
    found = {(each.method, each.route.template): each for each in catalog.operations}
    assert found.keys() == {("QUERY", "/parcels"), ("COPY", "/parcels")}
    [status] = found["COPY", "/parcels"].statuses
    assert status.description == "It is done."


def test_streams_are_lists_of_their_items() -> None:
    search = next(each for each in imported().operations if each.uid == "search")
    assert list(search.response_media_types) == [
        "application/jsonl",
        "text/event-stream",
        "text/csv",
    ]
    assert search.response is not None
    kinds = {body.media_type: body.type for body in search.response.bodies if body.type}
    assert kinds["text/event-stream"].written == "array of string"
    shown = [example for example in search.example_responses if example.name == "one"]
    assert [example.body.split() for example in shown] == [["[", "{", '"size":', "1", "}", "]"]]


def test_what_is_on_no_page_is_reported_by_kind() -> None:
    assert fault_of("application/jsonl") is None
    messages = " ".join(finding.message for finding in imported().findings)
    for part in (
        "The address of the document itself",
        "A stream of items is a list",
        "There is nothing at `#/components/mediaTypes/none`",
        "`copy` is not a method in capitals",
    ):
        assert part in messages


def test_files_of_openapi_3_2_are_read(tmp_path: Path) -> None:
    file = tmp_path / "api.yaml"
    file.write_text(
        "openapi: 3.2.0\ninfo: {title: A, version: '1'}\n"
        "paths: {/a: {query: {responses: {'200': {description: A}}}}}\n",
        encoding="utf-8",
    )
    [operation] = import_openapi(read_specification(file)).operations
    assert operation.method == "QUERY"
