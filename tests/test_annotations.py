"""What a document says to tools comes back from its pages, and readers do not see it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.export import export_openapi
from callsheet.importing import Specification, import_openapi, plan_files, write_files
from callsheet.render import render_operation
from callsheet.source import read_page
from tests.test_render import PlainMarkdown

Document = dict[str, Any]

RECORD: Document = {
    "type": "object",
    "properties": {
        "weight": {"type": "integer", "x-order": 1, "$comment": "c | d `e`", "title": "In grams"},
        "route": {
            "type": "object",
            "x-n": {"a": [1, None]},
            "properties": {"first": {"type": "string", "x-i": 3}},
        },
        "marks": {"type": "array", "x-l": 1, "items": {"type": "string", "x-item": 2}},
        "depot": {"$ref": "#/components/schemas/Depot"},
    },
}
DEPOT: Document = {
    "type": "object",
    "title": "A place for parcels",
    "x-table": "depots",
    "externalDocs": {"url": "https://acme.example/depots"},
    "properties": {"id": {"type": "integer", "externalDocs": {"url": "https://acme.example/id"}}},
}
DOCUMENT: Document = {
    "openapi": "3.1.0",
    "info": {
        "title": "Parcels",
        "version": "1",
        "x-logo": {"url": "https://acme.example/logo.png"},
        "contact": {"name": "Ann", "x-room": 7},
    },
    "tags": [{"name": "Parcels", "x-displayName": "All parcels"}],
    "paths": {
        "/parcels": {
            "x-path": {"a": 1},
            "post": {
                "operationId": "send",
                "tags": ["Parcels"],
                "x-internal": [True, "2020-01-01"],
                "parameters": [
                    {
                        "name": "q",
                        "in": "query",
                        "x-of-parameter": "p",
                        "schema": {"type": "string", "x-of-schema": 1, "title": "The query"},
                    }
                ],
                "requestBody": {
                    "x-name": "parcel",
                    "required": True,
                    "content": {"application/json": {"schema": RECORD, "x-media": 1}},
                },
                "responses": {
                    "200": {
                        "description": "It.",
                        "x-response": 1,
                        "headers": {"X-Left": {"x-h": 1, "schema": {"type": "string", "x-s": 1}}},
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Depot"}}
                        },
                    }
                },
                "security": [{"key": []}],
            },
        }
    },
    "components": {
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "K", "x-k": 1}},
        "schemas": {"Depot": DEPOT},
    },
    "x-root": {"groups": ["a"]},
}


def imported(document: Document, root: Path) -> tuple[Catalog, set[str]]:
    found = import_openapi(Specification("api.json", document, "3.1.0"))
    plan = plan_files(found, root)
    assert plan.findings == ()
    list(write_files(plan))
    catalog = Catalog.read(root, cached=False)
    assert catalog.findings == ()
    return catalog, {str(each) for each in found.findings}


def annotations_within(document: Any, node: Any) -> dict[str, Any]:
    """The annotations of a node and of what is within it, by their places without references."""
    while isinstance(node, dict) and "$ref" in node:
        key = node["$ref"].removeprefix("#/components/")
        kind, _, name = key.partition("/")
        node = document["components"][kind][name]
    found: dict[str, Any] = {}
    listed = enumerate(node) if isinstance(node, list) else node.items()
    for key, value in listed:
        is_schema = isinstance(node, dict) and {"type", "properties"} & node.keys()
        if str(key).startswith("x-") or (is_schema and key in ("title", "$comment")):
            found[str(key)] = value
        elif is_schema and key == "externalDocs":
            found[key] = value
        elif isinstance(value, dict | list):
            found |= {f"{key}/{k}": v for k, v in annotations_within(document, value).items()}
    return found


def test_annotations_come_back_at_their_places(tmp_path: Path) -> None:
    pages, told = imported(DOCUMENT, tmp_path / "once")
    assert told == set()
    document = json.loads(json.dumps(export_openapi(pages).document))
    places = [key for key in DOCUMENT if key != "components"]
    wanted = annotations_within(DOCUMENT, {key: DOCUMENT[key] for key in places})
    assert len(wanted) == 29
    found = annotations_within(document, {key: document[key] for key in places})
    assert found == wanted
    assert document["components"]["securitySchemes"]["key"]["x-k"] == 1
    again, told = imported(document, tmp_path / "again")
    assert told == set()
    assert json.loads(json.dumps(export_openapi(again).document)) == document


def test_readers_do_not_see_annotations(tmp_path: Path) -> None:
    pages, _ = imported(DOCUMENT, tmp_path)
    [operation] = pages.operations
    shown = render_operation(operation, PlainMarkdown(), ()).html
    assert "weight" in shown
    assert not any(
        word in shown for word in ("x-order", "In grams", "x-of-parameter", "x-internal")
    )


@pytest.mark.parametrize("cell", ["x", "[1]", "`{`", f"`{'[' * 60 + ']' * 60}`"])
def test_a_cell_that_cannot_be_read_is_a_finding(cell: str) -> None:
    rows = f"| Name | Type | Annotations |\n|---|---|---|\n| a | string | {cell} |\n"
    text = f"---\nuid: a\n---\n\n# A\n\n```http\nPUT /a\n```\n\n## Request Body: A\n\n{rows}"
    [finding] = read_page(text.encode(), "a.md").findings
    assert (finding.code, finding.line) == ("CS028", 15)


def test_annotations_of_authors_break_no_export(tmp_path: Path) -> None:
    keys = "{x-since: 2020-01-01, get: {x-a: 1}, responses: {x-b: 1, '200': 7}, pathItem: 3}"
    page = f"---\nuid: a\nannotations: {keys}\n---\n\n# A\n\n```http\nGET /a\n```\n"
    (tmp_path / "a.md").write_text(page)
    (tmp_path / "index.md").write_text("---\nannotations: {paths: {x-a: 1}, info: [1]}\n---\n# A\n")
    document = export_openapi(Catalog.read(tmp_path, cached=False)).document
    assert document["paths"]["/a"]["get"]["x-since"] == "2020-01-01"
    assert [*document["paths"]] == ["/a"]
    assert [*document["paths"]["/a"]] == ["get"]
    json.dumps(document)
