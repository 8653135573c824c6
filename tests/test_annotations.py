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
from tests.test_site import build, page_of

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


@pytest.mark.parametrize(
    "cell",
    ["x", "[1]", "`{`", '`{"x-a": NaN}`', r'`{"x-a": "\ud800"}`', f"`{'[' * 60 + ']' * 60}`"],
)
def test_a_cell_that_cannot_be_read_is_a_finding(cell: str) -> None:
    rows = f"| Name | Type | Annotations |\n|---|---|---|\n| a | string | {cell} |\n"
    text = f"---\nuid: a\n---\n\n# A\n\n```http\nPUT /a\n```\n\n## Request Body: A\n\n{rows}"
    [finding] = read_page(text.encode(), "a.md").findings
    assert (finding.code, finding.line) == ("CS028", 15)


def test_annotations_of_authors_break_no_export(tmp_path: Path) -> None:
    odd = "x-since: 2020-01-01, x-b: .nan, x-c: [.inf]"
    keys = f"{{{odd}, get: {{x-a: 1}}, responses: {{x-b: 1, '200': 7}}, pathItem: 3}}"
    page = f"---\nuid: a\nannotations: {keys}\n---\n\n# A\n\n```http\nGET /a\n```\n"
    (tmp_path / "a.md").write_text(page)
    (tmp_path / "index.md").write_text("---\nannotations: {paths: {x-a: 1}, info: [1]}\n---\n# A\n")
    document = export_openapi(Catalog.read(tmp_path, cached=False)).document
    assert document["paths"]["/a"]["get"]["x-since"] == "2020-01-01"
    assert [*document["paths"]] == ["/a"]
    assert [*document["paths"]["/a"]] == ["get"]
    json.dumps(document, allow_nan=False)


@pytest.mark.parametrize(
    "value",
    [
        "half \ud800",
        float("nan"),
        float("inf"),
        10**200,
        "long" * 9_000,
        json.loads("[" * 50 + "]" * 50),
    ],
    ids=["half", "nan", "inf", "number", "long", "deep"],
)
def test_what_no_page_can_say_is_left_out_alone(value: object, tmp_path: Path) -> None:
    document = json.loads(json.dumps(DOCUMENT))
    item = document["paths"]["/parcels"]
    identity = document["components"]["schemas"]["Depot"]["properties"]["id"]
    for owner in (document["info"], item, item["post"], item["post"]["parameters"][0], identity):
        owner["x-odd"] = value
    item["x-\ud800"] = 1
    pages, told = imported(document, tmp_path)
    assert len(told) == 6
    assert all(any(name in each for name in ("x-odd", "x-\ud800")) for each in told)
    found = annotations_within(DOCUMENT, {"paths": DOCUMENT["paths"]})
    exported = export_openapi(pages).document
    assert annotations_within(exported, {"paths": exported["paths"]}) == found


def test_annotations_leave_room_for_what_is_around_them_in_front_matter(tmp_path: Path) -> None:
    document = json.loads(json.dumps(DOCUMENT))
    document["paths"]["/parcels"]["x-odd"] = json.loads("[" * 46 + "]" * 46)
    _, told = imported(document, tmp_path)
    assert ["`x-odd`" in each for each in told] == [True]


@pytest.mark.slow
def test_the_page_of_a_type_has_links_and_no_annotations(tmp_path: Path) -> None:
    """Only a build of MkDocs shows what becomes of links to files."""
    document = json.loads(json.dumps(DOCUMENT))
    document["components"]["schemas"]["Depot"]["properties"]["inner"] = {
        "type": "array",
        "items": {"$ref": "#/components/schemas/Route"},
    }
    document["components"]["schemas"]["Route"] = {
        "type": "object",
        "properties": {"id": {"type": "string"}},
    }
    imported(document, tmp_path / "docs")
    site = (
        "site_name: A\ntheme: {name: mkdocs}\nplugins: [callsheet]\nmarkdown_extensions: [tables]\n"
    )
    (tmp_path / "mkdocs.yml").write_text(site)
    assert (result := build(tmp_path)).returncode == 0, result.stderr
    page = page_of(tmp_path / "site/types/Depot/index.html")
    tables = page.select("[role=main] table")
    heads = [[cell.text for cell in table("th")] for table in tables]
    assert heads == [["Name", "Type", "Description"]]
    [link] = [each for each in tables[0]("a") if "Route" in each["href"]]
    assert (link.text, link["href"]) == ("Route", "../Route/")
    assert link.parent is not None
    assert link.parent.text == "array of Route"
    used = page.select(".callsheet-type-page a[href^='../../']")
    assert [(each.text, each["href"]) for each in used] == [("/parcels", "../../Parcels/send/")]
