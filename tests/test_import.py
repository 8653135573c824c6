"""Pages from specifications: everything comes out, comes back, and nothing is lost in silence."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st

from callsheet.catalog import Catalog
from callsheet.checks.engine.runner import check
from callsheet.checks.engine.selection import Selection
from callsheet.cli import main
from callsheet.errors import ConfigurationError
from callsheet.export import openapi
from callsheet.findings import Severity
from callsheet.http.statuses import phrase
from callsheet.importing import (
    Imported,
    Specification,
    import_openapi,
    plan_files,
    read_specification,
    reading,
    write_files,
)
from callsheet.model import WHOLE, Operation, Property
from callsheet.pages import safe_line, safe_prose
from callsheet.schema.words.facets import Facet
from callsheet.source import read_page
from callsheet.untrusted import DocumentLimits
from tests.parcels import Reader, serving
from tests.vendor import differences, exported_facts, vendor_facts

Document = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """An import, written and read back."""

    imported: Imported
    catalog: Catalog
    findings: tuple[Any, ...]

    def operation(self, uid: str = "op") -> Operation:
        return self.catalog.by_uid[uid]

    def codes(self) -> set[str]:
        return {finding.code for finding in self.findings}

    def said(self) -> str:
        return "\n".join(f"{f.path} {f.code} {f.message}" for f in self.findings)


def run(document: Document, root: Path, version: str | None = None) -> Outcome:
    name = version or str(document.get("openapi") or document["swagger"])
    imported = import_openapi(Specification("api.json", document, name))
    plan = plan_files(imported, root)
    list(write_files(plan))
    catalog = Catalog.read(root, cached=False)
    return Outcome(imported, catalog, (*imported.findings, *plan.findings, *catalog.findings))


def spec(
    operation: Mapping[str, Any] | None = None, *, path: str = "/ships", **more: Any
) -> Document:
    base = {"operationId": "op", "tags": ["Fleet"], "summary": "Lists ships."}
    responses = {"responses": {"204": {"description": "Done."}}}
    item = {"get": {**base, **responses, **(operation or {})}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Harbour", "version": "1"},
        "paths": {path: item},
        **more,
    }


def answer(schema: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    media = {"application/json": {"schema": schema}}
    return {"responses": {"200": {"description": "Fine.", "content": media}}, **more}


def send(schema: Mapping[str, Any], kind: str = "application/json") -> dict[str, Any]:
    return {"requestBody": {"content": {kind: {"schema": schema}}}}


HOLDS = {"type": "array", "items": {"type": "string"}, "minItems": 1}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def written(rows: tuple[Property, ...]) -> dict[str, str]:
    return {row.name: row.type.written if row.type else "" for row in rows}


FLEET: Document = {
    "openapi": "3.0.3",
    "info": {"title": "Harbour", "version": "1", "description": "All about ships."},
    "servers": [
        {"url": "https://harbour.example/{stage}/", "variables": {"stage": {"default": "v1"}}}
    ],
    "tags": [{"name": "Ships & crews", "description": "What floats."}],
    "security": [{"Basic": []}],
    "paths": {
        "/ships": {
            "get": {
                "operationId": "listShips",
                "tags": ["Ships & crews"],
                "summary": "Lists ships.",
                "description": "Lists ships.\n\nThe *oldest* first.",
                "parameters": [
                    {
                        "name": "limit",
                        "in": "query",
                        "schema": {"type": "integer", "format": "int32"},
                    },
                    {
                        "name": "sort",
                        "in": "query",
                        "required": True,
                        "schema": {"type": "string", "enum": ["name", "age"]},
                    },
                    {
                        "name": "ids",
                        "in": "query",
                        "style": "form",
                        "explode": False,
                        "schema": {
                            "type": "array",
                            "items": {"type": "integer", "format": "int64"},
                        },
                    },
                    {"name": "X-Trace", "in": "header", "schema": {"type": "string"}},
                ],
                "responses": {
                    "200": {
                        "description": "The ships.",
                        "content": {
                            "application/json": {"schema": {"type": "array", "items": ref("Ship")}}
                        },
                    },
                    "404": {"description": "No harbour."},
                },
            },
            "post": {
                "operationId": "addShip",
                "tags": ["Ships & crews"],
                "summary": "Adds a ship.",
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": ref("Ship")}},
                },
                "responses": {
                    "201": {
                        "description": "It is there.",
                        "content": {"application/json": {"schema": ref("Ship")}},
                    }
                },
            },
        },
        "/ships/{shipId}/log": {
            "get": {
                "operationId": "getLog",
                "parameters": [
                    {
                        "name": "shipId",
                        "in": "path",
                        "required": True,
                        "schema": {"type": "integer", "format": "int32"},
                    }
                ],
                "tags": ["Ships & crews"],
                "summary": "Reads the log.",
                "responses": {
                    "200": {
                        "description": "The log.",
                        "content": {
                            "application/json": {
                                "schema": {"type": "object", "additionalProperties": ref("Entry")}
                            }
                        },
                    }
                },
            },
        },
    },
    "components": {
        "securitySchemes": {"Basic": {"type": "http", "scheme": "basic"}},
        "schemas": {
            "Ship": {
                "type": "object",
                "required": ["Name"],
                "properties": {
                    "Name": {"type": "string", "description": "What is on the bow."},
                    "Draught": {"type": "number", "format": "double"},
                    "Built": {"type": "string", "format": "date-time"},
                    "Flag": {"type": "string", "enum": ["NO", "PA"]},
                    "Picture": {"type": "string", "format": "byte"},
                    "Afloat": {"type": "boolean"},
                    "Tonnage": {"type": "integer", "format": "int64"},
                    "Owner": ref("Person"),
                    "Crew": {"type": "array", "items": ref("Person")},
                    "Log": {"type": "object", "additionalProperties": ref("Entry")},
                    "Ports": {
                        "type": "array",
                        "items": {"type": "array", "items": {"type": "string"}},
                    },
                },
            },
            "Person": {
                "type": "object",
                "properties": {"Name": {"type": "string"}, "Boss": ref("Person")},
            },
            "Entry": {
                "type": "object",
                "description": "A line of the log.",
                "properties": {"At": {"type": "string", "format": "date-time"}},
            },
        },
    },
}


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return run(FLEET, tmp_path_factory.mktemp("fleet"))


def test_a_specification_comes_back_from_its_pages(fleet: Outcome) -> None:
    wanted = exported_facts(FLEET)
    wanted = {uid: {k: _untold(v) for k, v in facts.items()} for uid, facts in wanted.items()}
    found = exported_facts(openapi(fleet.catalog))
    found = {uid: {k: _untold(v) for k, v in facts.items()} for uid, facts in found.items()}
    assert found.keys() == wanted.keys() == {"listShips", "addShip", "getLog"}
    assert differences(found, wanted) == []


def _untold(value: Any) -> Any:
    """A component of a body may have a name or none: both are objects."""
    return "object" if value in ("array", "object") else value


def test_pages_of_a_specification_have_no_errors(fleet: Outcome) -> None:
    checked = check(fleet.catalog.root, Selection())
    assert [str(f) for f in checked.findings if f.severity is Severity.ERROR] == []


def test_descriptions_survive(fleet: Outcome) -> None:
    document = openapi(fleet.catalog)
    listed = document["paths"]["/ships"]["get"]
    assert listed["summary"] == "Lists ships."
    assert listed["description"] == "Lists ships.\n\nThe *oldest* first."
    assert listed["responses"]["404"]["description"] == "No harbour."
    assert document["tags"] == FLEET["tags"]
    assert document["info"]["title"] == "Harbour"
    ship = document["components"]["schemas"]["Ship"]["properties"]
    assert ship["Name"]["description"] == "What is on the bow."


def test_types_have_pages_that_define_them(fleet: Outcome) -> None:
    tables = {table.name: table for table in fleet.catalog.type_tables}
    assert set(tables) == {"Ship", "Person", "Entry"}
    assert written(tables["Ship"].properties) == {
        "Name": "string",
        "Draught": "double",
        "Built": "date-time",
        "Flag": "string",
        "Picture": "byte",
        "Afloat": "bool",
        "Tonnage": "int64",
        "Owner": "Person",
        "Crew": "array of Person",
        "Log": "map of Entry",
        "Ports": "array of array of string",
    }
    assert [row.name for row in tables["Ship"].properties if row.required] == ["Name"]
    flag = next(row for row in tables["Ship"].properties if row.name == "Flag")
    assert flag.schema.values == ("NO", "PA")
    page = (fleet.catalog.root / "types/Entry.md").read_text(encoding="utf-8")
    assert "A line of the log." in page


def test_what_arrays_and_dictionaries_hold_is_part_of_the_contract(fleet: Outcome) -> None:
    ship = openapi(fleet.catalog)["components"]["schemas"]["Ship"]["properties"]
    assert ship["Crew"]["items"] == ref("Person")
    assert ship["Log"]["additionalProperties"] == ref("Entry")
    assert ship["Ports"]["items"]["items"] == {"type": "string"}


def test_folders_and_overviews_are_those_of_the_tags(fleet: Outcome) -> None:
    root = fleet.catalog.root
    assert fleet.operation("addShip").path == "Ships-crews/addShip.md"
    assert "What floats." in (root / "Ships-crews/index.md").read_text(encoding="utf-8")
    index = (root / "index.md").read_text(encoding="utf-8")
    assert "All about ships." in index
    assert "<!-- callsheet: operations -->" in index


def test_examples_are_complete_and_sign_in(fleet: Outcome) -> None:
    add = fleet.operation("addShip")
    assert add.example_request
    assert (
        add.example_request.header(
            "Authorization",
        )
        == "Basic cmVhZGVyOmNhbGxzaGVldA=="
    )
    body = json.loads(add.example_request.body)
    assert list(body) == list(FLEET["components"]["schemas"]["Ship"]["properties"])
    assert list(body["Owner"]) == ["Name", "Boss"]
    assert body["Flag"] in ("NO", "PA")
    assert add.example_response
    assert add.example_response.status == 201
    listed = fleet.operation("listShips").example_request
    assert listed
    assert listed.target == "/v1/ships?sort=name"


def test_an_import_is_the_same_every_time(fleet: Outcome, tmp_path: Path) -> None:
    run(FLEET, tmp_path)
    for file in fleet.catalog.root.rglob("*.md"):
        path = file.relative_to(fleet.catalog.root)
        assert (tmp_path / path).read_bytes() == file.read_bytes()


def test_swagger_2_is_read_alike(tmp_path: Path) -> None:
    document = {
        "swagger": "2.0",
        "info": {"title": "Old harbour", "version": "1"},
        "basePath": "/v0/",
        "consumes": ["application/json"],
        "produces": ["application/json", "text/xml"],
        "securityDefinitions": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
        "security": [{"key": []}],
        "paths": {
            "/ships/{id}": {
                "put": {
                    "operationId": "put",
                    "parameters": [
                        {"name": "id", "in": "path", "required": True, "type": "integer"},
                        {
                            "name": "tags",
                            "in": "query",
                            "type": "array",
                            "items": {"type": "string"},
                        },
                        {
                            "name": "ship",
                            "in": "body",
                            "schema": {"$ref": "#/definitions/Fleet.Ship"},
                        },
                    ],
                    "responses": {
                        "200": {
                            "description": "",
                            "schema": {"$ref": "#/definitions/Fleet.Ship"},
                            "examples": {"application/json": {"Name": "Fram"}},
                        }
                    },
                },
                "post": {
                    "operationId": "upload",
                    "consumes": ["multipart/form-data"],
                    "parameters": [
                        {"name": "id", "in": "path", "required": True, "type": "string"},
                        {"name": "photo", "in": "formData", "type": "file"},
                    ],
                    "responses": {"204": {"description": "Stored."}},
                },
            }
        },
        "definitions": {"Fleet.Ship": {"properties": {"Name": {"type": "string"}}}},
    }
    outcome = run(document, tmp_path)
    put, upload = outcome.operation("put"), outcome.operation("upload")
    assert put.route.template == "/v0/ships/{id}"
    assert put.request_body
    assert put.request_body.name == "ship"
    assert put.request_body.type
    assert put.request_body.type.name == "Ship"
    assert put.response_media_types == ("application/json", "text/xml")
    assert put.example_response
    assert json.loads(put.example_response.body) == {"Name": "Fram"}
    assert put.statuses[0].description == "OK"
    assert put.security
    assert put.security[0][0].scheme
    assert put.security[0][0].scheme.parameter == "X-Key"
    assert upload.request_body
    # A heading has no word for a file that may be left out, so a table has it.
    sent = [(row.name, row.type and row.type.name) for row in upload.request_body.properties]
    assert sent == [("photo", "binary")]
    assert upload.request_media_types == ("multipart/form-data",)
    assert written(put.parameters)["tags"] == "array of string"


def test_all_of_is_merged_and_alternatives_stay(tmp_path: Path) -> None:
    schemas = {
        "Base": {"type": "object", "required": ["Id"], "properties": {"Id": {"type": "string"}}},
        "Boat": {
            "allOf": [ref("Base"), {"properties": {"Oars": {"type": "integer", "format": "int32"}}}]
        },
        "Raft": {"type": "object", "properties": {"Logs": {"type": "number"}}},
        "Craft": {"oneOf": [ref("Boat"), ref("Raft")]},
        "Maybe": {"anyOf": [ref("Raft"), {"type": "null"}]},
    }
    properties = {"Boat": ref("Boat"), "Craft": ref("Craft"), "Maybe": ref("Maybe")}
    operation = answer({"type": "object", "properties": properties})
    outcome = run(spec(operation, components={"schemas": schemas}), tmp_path)
    tables = {table.name: written(table.properties) for table in outcome.catalog.type_tables}
    response = outcome.operation().response
    assert response
    assert written(response.properties) == {
        "Boat": "Boat",
        "Craft": "Craft",
        "Maybe": "Raft or null",
    }
    assert tables["Boat"] == {"Id": "string", "Oars": "int32"}
    assert tables["Craft"] == {WHOLE: "either Boat or Raft"}
    assert set(tables) == {"Boat", "Craft", "Raft"}
    boat = next(t for t in outcome.catalog.type_tables if t.name == "Boat")
    assert [row.name for row in boat.properties if row.required] == ["Id"]
    assert "Maybe" not in outcome.said()


DEEP = {"type": "object", "properties": {"Deep": {"type": "string", "format": "byte"}}}


def test_objects_without_a_name_are_rows_within_rows(tmp_path: Path) -> None:
    sides, ends = {"type": "array", "items": DEEP}, {"additionalProperties": DEEP}
    operation = answer(
        {"type": "object", "properties": {"hull": DEEP, "sides": sides, "ends": ends}}
    )
    outcome = run(spec(operation), tmp_path)
    response = outcome.operation().response
    assert response
    assert written(response.properties) == {
        "hull": "object",
        "hull.Deep": "byte",
        "sides": "array of object",
        "sides[].Deep": "byte",
        "ends": "map of object",
        "ends.*.Deep": "byte",
    }
    assert outcome.catalog.type_tables == ()
    schema = openapi(outcome.catalog)["components"]["schemas"]["op.response"]["properties"]
    assert schema["hull"]["properties"]["Deep"]["contentEncoding"] == "base64"
    assert schema["sides"]["items"]["properties"]["Deep"]["contentEncoding"] == "base64"


def test_objects_without_a_name_get_one_where_no_row_can_be(tmp_path: Path) -> None:
    schema, expected = {"oneOf": [DEEP, {"type": "string"}]}, "either OpResponseHull1 or string"
    outcome = run(spec(answer({"type": "object", "properties": {"hull": schema}})), tmp_path)
    response = outcome.operation().response
    assert response
    assert written(response.properties) == {"hull": expected}
    (table,) = outcome.catalog.type_tables
    assert written(table.properties) == {"Deep": "byte"}


A, B = ({"schema": {"type": "object", "properties": {n: {"type": "string"}}}} for n in "ab")
QUERY = {"name": "q", "in": "query"}
LIST = {"type": "array", "items": {"type": "string"}}


@pytest.mark.parametrize(
    ("more", "code", "place"),
    [
        (
            {"callbacks": {"a": {"/x": {"post": {}}}}},
            "CS046",
            "/paths/~1ships/get/callbacks/a/~1x",
        ),
        (
            {"responses": {"204": {"description": "x", "links": {"a": {}}}}},
            "CS046",
            "/paths/~1ships/get/responses/204/links/a",
        ),
        ({"x-internal": {"$ref": "#/a"}}, "CS048", "/paths/~1ships/get/x-internal"),
        ({"responses": {"2xy": {"description": "x"}}}, "CS045", "/paths/~1ships/get/responses/2xy"),
        (
            {"parameters": [{**QUERY, "style": "matrix", "schema": LIST}]},
            "CS047",
            "/paths/~1ships/get/parameters/0",
        ),
        (
            {"parameters": [{**QUERY, "schema": {**LIST, "own": {}}}]},
            "CS046",
            "/paths/~1ships/get/parameters/0",
        ),
        (
            {"parameters": [{"$ref": "other.yaml#/q"}]},
            "CS045",
            "/paths/~1ships/get/parameters/0",
        ),
        (
            {"parameters": [{"$ref": "https://example.com/a.json"}]},
            "CS045",
            "/paths/~1ships/get/parameters/0",
        ),
        ({"parameters": [{"$ref": "#/nowhere"}]}, "CS045", "/paths/~1ships/get/parameters/0"),
        ({"security": [{"gone": []}]}, "CS046", "/paths/~1ships/get/security"),
        (
            answer({"own": {"type": "string"}}),
            "CS046",
            "/paths/~1ships/get/responses/200/content/application~1json/schema",
        ),
    ],
)  # fmt: skip
def test_what_pages_cannot_say_is_told_with_its_place(
    more: dict[str, Any], code: str, place: str, tmp_path: Path
) -> None:
    outcome = run(spec(more), tmp_path)
    found = [f for f in outcome.imported.findings if f.path.endswith(f"#{place}")]
    assert code in {f.code for f in found}, outcome.said()


def test_a_plain_specification_has_no_finding(tmp_path: Path) -> None:
    assert run(spec(), tmp_path).findings == ()


def test_bodies_in_xml_have_examples(tmp_path: Path) -> None:
    ship = {"type": "object", "properties": {"id": {"type": "integer"}, "holds": HOLDS}}
    xml = {"application/xml": {"schema": ref("Ship")}}
    answers = {"200": {"description": "Fine.", "content": xml}}
    operation = {"requestBody": {"content": xml, "required": True}, "responses": answers}
    types = {"schemas": {"Ship": ship}}
    found = run(spec(operation, components=types), tmp_path).operation()
    for message in (*found.example_requests, *found.example_responses):
        root = fromstring(message.body)
        assert root.tag == "Ship"
        assert [child.tag for child in root] == ["id", *["holds"] * (len(root) - 1)]
        assert len(root) > 1


def test_limits_are_in_columns_of_their_own(tmp_path: Path) -> None:
    schema = {"type": "integer", "minimum": 1, "maximum": 9, "default": 3}
    parameter = {"name": "n", "in": "query", "description": "How many.", "schema": schema}
    outcome = run(spec({"parameters": [parameter]}), tmp_path)
    row = outcome.operation().parameters[0]
    assert row.description == "How many."
    assert row.facets == ((Facet.DEFAULT, "`3`"), (Facet.LIMITS, "1 to 9"))
    assert row.type
    assert row.type.name == "int32"
    assert outcome.findings == ()


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "integer"}, "integer"),
        ({"type": "integer", "format": "int32"}, "int32"),
        ({"type": "integer", "minimum": 0, "maximum": 2**40}, "integer"),
        ({"type": "number", "format": "float"}, "float"),
        ({"type": ["string", "null"]}, "string or null"),
        ({"type": "string", "nullable": True}, "string or null"),
        ({"type": "string", "format": "uuid"}, "uuid"),
        ({"type": "string", "contentEncoding": "base64"}, "byte"),
        ({"const": "a"}, "string"),
        ({"enum": ["a, b", "c"]}, "string"),
        ({"enum": ["a|b", "c"]}, "string"),
        ({"type": "integer", "enum": [1, 2]}, "integer"),
        ({"type": "integer", "enum": [1, 2**40]}, "integer"),
        ({"type": "array"}, "array"),
        ({"type": "array", "items": {"type": ["string", "null"]}}, "array of (string or null)"),
        ({"type": ["string", "integer"]}, "string or integer"),
        ({}, "any"),
        ({"type": "object", "additionalProperties": True}, "object"),
        ({"type": "object", "additionalProperties": {"type": "boolean"}}, "map of bool"),
    ],
)  # fmt: skip
def test_types_are_those_of_the_page_format(
    schema: dict[str, Any], expected: str, tmp_path: Path
) -> None:
    operation = answer({"type": "object", "properties": {"it": schema}})
    outcome = run(spec(operation), tmp_path)
    response = outcome.operation().response
    assert response
    assert written(response.properties) == {"it": expected}
    assert "CS049" not in outcome.codes(), outcome.said()


def test_a_success_keeps_its_body_beside_that_of_default(tmp_path: Path) -> None:
    named = {"Ship": DEEP, "Problem": {**DEEP, "properties": {"why": {"type": "string"}}}}
    responses = {
        code: {"description": "x", "content": {"application/json": {"schema": ref(name)}}}
        for code, name in (("200", "Ship"), ("default", "Problem"))
    }
    outcome = run(spec({"responses": responses}, components={"schemas": named}), tmp_path)
    again = openapi(outcome.catalog)["paths"]["/ships"]["get"]["responses"]
    found = {code: r["content"]["application/json"]["schema"] for code, r in again.items()}
    assert found == {"200": ref("Ship"), "default": ref("Problem")}


@pytest.mark.parametrize("version", ["2.0", "3.1.0"])
@pytest.mark.parametrize("explode", [True, False])
def test_an_array_is_sent_as_the_specification_says(
    version: str, explode: bool, tmp_path: Path
) -> None:
    if version == "2.0":
        said: dict[str, Any] = {**LIST, "collectionFormat": "multi" if explode else "csv"}
    else:
        said = {"schema": LIST, **({} if explode else {"explode": False})}
    operation = {"parameters": [{**QUERY, **said}]}
    document = spec(operation)
    if version == "2.0":
        document = {**document, "swagger": version}
        del document["openapi"]
    outcome = run(document, tmp_path)
    assert outcome.findings == ()
    (again,) = openapi(outcome.catalog)["paths"]["/ships"]["get"]["parameters"]
    assert (again["style"], again["explode"]) == ("form", explode)


def test_servers_with_another_path_than_the_first_one_replace_it(tmp_path: Path) -> None:
    urls = ("https://a.example/v1", "https://b.example/v1/", "https://c.example/v2", "/v1")
    document = spec(servers=[{"url": url} for url in urls])
    outcome = run(document, tmp_path)
    operation = outcome.operation()
    assert operation.route.template == "/v1/ships"
    assert [(server.url, server.replaces) for server in operation.servers] == [
        ("https://a.example", ""),
        ("https://b.example", ""),
        ("https://c.example/v2", "/v1"),
    ]
    assert operation.server_routes == ("/v2/ships",)


TENANT = {"default": "acme"}
STAGE = {"default": "live", "enum": ["live", "test"]}


@pytest.mark.parametrize(
    ("servers", "answered", "unknown"),
    [
        (["https://a.example/api", "https://b.example"], ["/api/ships", "/ships"], ["/v2/ships"]),
        (["/", "/v2/"], ["/ships", "/v2/ships"], ["/v3/ships"]),
        (["", "https://x.example/v2"], ["/ships", "/v2/ships"], ["/v3/ships"]),
        (
            [{"url": "https://{stage}.example/{stage}", "variables": {"stage": STAGE}}],
            ["/live/ships", "/test/ships"],
            ["/ships", "/else/ships"],
        ),
        (
            [{"url": "/{tenant}/v1", "variables": {"tenant": TENANT}}],
            ["/acme/v1/ships", "/other/v1/ships"],
            ["/v1/ships", "/other/v2/ships"],
        ),
    ],
)
def test_the_paths_of_all_servers_are_answered(
    servers: list[Any], answered: list[str], unknown: list[str], tmp_path: Path
) -> None:
    listed = [{"url": each} if isinstance(each, str) else each for each in servers]
    outcome = run(spec(answer({"type": "object"}), servers=listed), tmp_path)
    with serving(outcome.catalog) as found:
        reader = Reader(*found)
        assert [reader.ask("GET", path).status for path in answered] == [200] * len(answered)
        assert [reader.ask("GET", path).status for path in unknown] == [404] * len(unknown)


def test_types_within_themselves_end(tmp_path: Path) -> None:
    many = {"type": "array", "items": ref("Node")}
    schemas = {
        "Node": {"type": "object", "properties": {"Next": ref("Node"), "All": many}},
        "Loop": {"$ref": "#/components/schemas/Loop"},
        "Nest": {"type": "array", "items": ref("Nest")},
    }  # fmt: skip
    properties = {"Node": ref("Node"), "Loop": ref("Loop"), "Nest": ref("Nest")}
    operation = answer({"type": "object", "properties": properties})
    outcome = run(spec(operation, components={"schemas": schemas}), tmp_path)
    assert "leads to itself" in outcome.said()
    assert [table.name for table in outcome.catalog.type_tables] == ["Node"]


def test_a_type_that_grows_without_end_is_shown_in_part(tmp_path: Path) -> None:
    schemas = {
        f"T{n}": {"type": "object", "properties": {k: ref(f"T{n + 1}") for k in "abcdefgh"}}
        for n in range(20)
    }
    schemas["T20"] = {"type": "object", "properties": {"a": {"type": "string"}}}
    outcome = run(spec(answer(ref("T0")), components={"schemas": schemas}), tmp_path)
    assert len(outcome.catalog.type_tables) == 21
    example = outcome.operation().example_response
    assert example
    assert len(example.body) < 200_000


def test_names_that_differ_in_case_only_get_files_of_their_own(tmp_path: Path) -> None:
    document = spec()
    item = document["paths"]["/ships"]
    item["post"] = {**item["get"], "operationId": "OP", "tags": ["FLEET"]}
    item["put"] = {**item["get"], "operationId": "Types", "tags": ["types"]}
    item["patch"] = {k: v for k, v in item["get"].items() if k not in ("operationId", "tags")}
    outcome = run(document, tmp_path)
    paths = [operation.path for operation in outcome.catalog.operations]
    assert len({path.casefold() for path in paths}) == len(paths) == 4
    assert {o.group for o in outcome.catalog.operations} == {"Fleet", "FLEET-2", "types-2", ""}
    assert "patchShips" in outcome.catalog.by_uid


def test_security_comes_back(tmp_path: Path) -> None:
    schemes = {
        "a": {"type": "http", "scheme": "basic"},
        "b": {"type": "oauth2", "flows": {}},
        "c": {"type": "apiKey", "in": "query", "name": "key"},
    }
    document = spec(
        {"security": [{"a": []}, {"b": ["read"]}, {"c": []}]},
        components={"securitySchemes": schemes},
    )
    outcome = run(document, tmp_path)
    again = openapi(outcome.catalog)["paths"]["/ships"]["get"]
    assert again["security"] == [{"a": []}, {"b": ["read"]}, {"c": []}]
    assert "parameters" not in again
    found = openapi(outcome.catalog)["components"]["securitySchemes"]
    assert found == schemes


def test_an_operation_that_asks_for_nothing_has_no_authorization(tmp_path: Path) -> None:
    schemes = {"a": {"type": "http", "scheme": "basic"}}
    document = spec({"security": []}, security=[{"a": []}], components={"securitySchemes": schemes})
    assert run(document, tmp_path).operation().parameters == ()


# Pages, export, pages.


def word(row: Property) -> tuple[str, tuple[Any, ...]] | None:
    """The type of a row; values may be listed in its cell, or in one of their own."""
    if row.type is None:
        return None
    values = tuple(value for value in row.schema.values if value is not None)
    return "string" if row.type.name == "enum" else row.type.name, values


def said(operation: Operation) -> dict[str, Any]:
    body, response = operation.request_body, operation.response
    return {
        "route": (operation.method, operation.route.template),
        "parameters": [(p.location, p.name, word(p), p.required) for p in operation.parameters],
        "media types": (operation.request_media_types, operation.response_media_types),
        "statuses": [status.code for status in operation.statuses],
        "request": body and [(p.name, word(p), p.required) for p in body.properties],
        "request type": body and body.type and body.type.name,
        "response": response and [(p.name, word(p)) for p in response.properties],
        "response type": response and response.body_type and response.body_type.name,
    }


def test_the_projects_own_pages_come_back_from_their_export(
    catalog: Catalog, tmp_path: Path
) -> None:
    document = json.loads(json.dumps(openapi(catalog)))
    outcome = run(document, tmp_path)
    assert [f for f in outcome.findings if f.severity is Severity.ERROR] == []
    for uid, operation in catalog.by_uid.items():
        wanted, found = said(operation), said(outcome.operation(uid))
        if uid == "v1PersonEntity_GetImage":
            # It answers bytes only, and those have no schema in OpenAPI.
            wanted["response type"] = "binary"
        assert found == wanted
    again = exported_facts(openapi(outcome.catalog))
    assert differences(again, exported_facts(document)) == []


@pytest.mark.parametrize("name", ["BLOBAgent", "Person"])
def test_the_vendors_documents_come_back(shared: Path, tmp_path: Path, name: str) -> None:
    file = shared / f"vendor-contract/Swagger-v1-{name}.json"
    specification = read_specification(file)
    plan = plan_files(import_openapi(specification), tmp_path)
    assert plan.findings == ()
    list(write_files(plan))
    catalog = Catalog.read(tmp_path, cached=False)
    assert len(catalog.operations) == {"BLOBAgent": 34, "Person": 43}[name]
    assert len(catalog.type_tables) == {"BLOBAgent": 35, "Person": 32}[name]
    found = differences(exported_facts(openapi(catalog)), vendor_facts([file]))
    # A file is one in all words for it, and a form is described as such.
    alike = {("bytes", "byte"), (None, "bytes"), ("object", "bytes"), ("bytes", None)}
    other = [d for d in found if (d.ours, d.theirs) not in alike]
    assert other == []


@pytest.mark.parametrize("name", ["BLOBAgent", "Person"])
@pytest.mark.slow
def test_the_pages_of_the_vendor_lack_only_what_the_documents_lack(
    shared: Path, tmp_path: Path, name: str
) -> None:
    file = shared / f"vendor-contract/Swagger-v1-{name}.json"
    list(write_files(plan_files(import_openapi(read_specification(file)), tmp_path)))
    findings = check(tmp_path, Selection()).findings
    # Comments of a program in descriptions, descriptions that are missing, names, or backslashes.
    own = {"CS209", "CS217", "CS512", "CS513", "CS519", "CS608", "CS609"}
    assert {finding.code for finding in findings} <= own
    assert not [f for f in findings if f.severity is Severity.ERROR]


# Hostile text.

HOSTILE = [
    "a | b \\| c ` d",
    "## Response: Ship",
    "---\ntitle: x\n---\n",
    "```http!\nGET /\n```",
    "```\nnever closed",
    "<script>alert(1)</script>",
    "<b>a</b> <script>b</script> <b onclick=c>d</b>",
    "<!-- never closed",
    "<!-- callsheet: operations -->",
    "<!-- callsheet: ignore-page CS001 -->",
    "| Property Name | Type | Description |\n|---|---|---|\n| a | b | c |",
    "Path Part | Description\n--- | ---\nid | no",
    "Response body: Ship",
    "**Required**",
    "x\r\n\r\n# H1\n\nSetext\n===\n",
    "[x](javascript:alert(1)) {: onclick=alert(1) }",
    "[x]: javascript:alert(1)",
    "[!include[x](../../secret.md)]",
    "\x00\x1b[31m\u2028\ufeff",
    "1. one\n2. two\n\n- three",
    "<div>\n## Request Body: x\n</div>",
    "$\\`{{ x }}%7B&amp;&lt;",
]


def hostile(text: str) -> Document:
    """A specification with the text wherever there may be text."""
    property_ = {"type": "string", "description": text}
    ship = {"type": "object", "description": text, "properties": {"Name": property_}}
    parameter = {"name": "q", "in": "query", "description": text, "schema": {"type": "string"}}
    operation = {
        "operationId": "op",
        "tags": [text or "x"],
        "summary": text,
        "description": text,
        "parameters": [parameter, {**parameter, "in": "header", "name": "X-A"}],
        "requestBody": {
            "description": text,
            "content": {"application/json": {"schema": ref("Ship"), "example": {"Name": text}}},
        },
        "responses": {
            "200": {
                "description": text,
                "content": {"application/json": {"schema": ref("Ship"), "example": {"Name": text}}},
            },
            "default": {"description": text},
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": text, "version": "1", "description": text},
        "tags": [{"name": text, "description": text}],
        "paths": {"/ships": {"post": operation}},
        "components": {"schemas": {"Ship": ship}},
    }


def legible(text: str) -> str:
    """What a reader sees of a text, without the marks of Markdown."""
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f\ufeff\u2028]", "", text.replace("\r", "\n"))
    text = html.unescape(html.unescape(text).replace("<br>", " "))
    return re.sub(r"[\s|*_#`=\\:-]+", "", text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str, tmp_path: Path) -> None:
    outcome = run(hostile(text), tmp_path)
    assert outcome.codes() <= {"CS047"}, outcome.said()
    operation = outcome.operation()
    kinds = [section.kind.value for section in operation.sections]
    assert kinds == [
        "description",
        "query",
        "headers",
        "request-body",
        "response",
        "response-body",
        "example-request",
        "example-response",
    ]
    row = next(p for p in operation.parameters if p.name == "q")
    assert legible(row.description) == legible(text)
    assert not row.required
    assert legible(operation.statuses[0].description) == legible(text)
    prose = "\n".join(part.markdown for part in operation.description)
    # The label of a fence is none of what a reader sees.
    label = re.compile(r"(?<=```)(?:http!|text)$", re.MULTILINE)
    assert legible(label.sub("", text)) in legible(label.sub("", prose))
    assert operation.example_request
    assert json.loads(operation.example_request.body) == {"Name": text}
    everything = "\n".join(
        file.read_text(encoding="utf-8")
        for file in tmp_path.rglob("*.md")
        if file.name != "index.md"
    )
    outside = re.sub(r"(?s)```.*?```|`[^`\n]*`", "", everything)
    assert "<script" not in outside
    assert "<!--" not in outside
    assert "](javascript:" not in outside


line_ends = st.sampled_from(["\n", "\n\n", "\r\n", " "])
pieces = st.one_of(
    st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
)
texts = st.lists(st.tuples(pieces, line_ends), max_size=5).map(
    lambda found: "".join(piece + end for piece, end in found)
)


@settings(max_examples=150)
@given(texts, texts)
def test_any_text_stays_in_its_section(first: str, second: str) -> None:
    cell = safe_line(first.replace("|", "").replace("`", ""))
    page = (
        "---\nuid: x\n---\n\n# X\n\n```http\nGET /x\n```\n\n"
        f"{safe_prose(first)}\n\n## Request Body: body\n\n{safe_prose(second, level=3)}\n\n"
        "| Property Name | Type | Description |\n|---|---|---|\n"
        f"| a | string | {cell} |\n\n"
        "## Response: string\n\n| Response | Description |\n|---|---|\n| 200 | OK |\n"
    )
    found = read_page(page.encode(), "x.md")
    assert found.operation
    kinds = [section.kind.value for section in found.operation.sections]
    assert kinds == ["description", "request-body", "response"], page
    assert found.operation.request_body
    assert [row.name for row in found.operation.request_body.properties] == ["a"], page
    assert found.findings == ()


# Random specifications.

names = st.text(st.sampled_from("abcXYZ019"), min_size=1, max_size=6).map(lambda n: f"N{n}")
scalars = st.sampled_from(
    [
        {"type": "string"},
        {"type": "integer", "format": "int32"},
        {"type": "integer", "format": "int64"},
        {"type": "number", "format": "double"},
        {"type": "boolean"},
        {"type": "string", "format": "date-time"},
        {"type": "string", "format": "byte"},
        {"type": "string", "enum": ["a", "b"]},
    ]
)
held = st.recursive(
    scalars | st.sampled_from([ref("One"), ref("Two")]),
    lambda inner: st.one_of(
        inner.map(lambda schema: {"type": "array", "items": schema}),
        inner.map(lambda schema: {"type": "object", "additionalProperties": schema}),
    ),
    max_leaves=3,
)
objects: st.SearchStrategy[Any] = st.dictionaries(names, held, min_size=1, max_size=4).map(
    lambda properties: {"type": "object", "properties": properties}
)
ref_to_one: st.SearchStrategy[Any] = st.just(ref("One"))
bodies: st.SearchStrategy[Any] = st.one_of(held, objects)


@st.composite
def specifications(draw: st.DrawFn) -> Document:
    paths: dict[str, Any] = {}
    for number in range(draw(st.integers(1, 3))):
        found = draw(st.dictionaries(names, scalars, max_size=3))
        parameters = [
            {"name": name, "in": "query", "required": draw(st.booleans()), "schema": schema}
            for name, schema in found.items()
        ]
        operation = {
            "operationId": f"op{number}",
            "tags": ["T"],
            "parameters": parameters,
            **answer(draw(bodies)),
        }
        if draw(st.booleans()):
            operation |= send(draw(st.one_of(objects, ref_to_one)))
        paths[f"/{draw(names)}/{number}"] = {"post": operation}
    schemas = {"One": draw(objects), "Two": draw(objects)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


@settings(max_examples=60)
@given(specifications())
@pytest.mark.slow
def test_any_specification_comes_back(
    tmp_path_factory: pytest.TempPathFactory, document: Document
) -> None:
    imported = import_openapi(Specification("api.json", document, "3.1.0"))
    root = tmp_path_factory.mktemp("any")
    plan = plan_files(imported, root)
    assert [*imported.findings, *plan.findings] == []
    pages = [read_page(file.text.encode(), file.path) for file in plan.files]
    again = exported_facts(openapi(Catalog.of(root, pages)))
    wanted = exported_facts(document)

    def named(facts: Mapping[str, Any]) -> dict[str, Any]:
        return {uid: {k: _untold(v) for k, v in f.items()} for uid, f in facts.items()}

    assert differences(named(again), named(wanted)) == []


# Files.


def refused(text: str | bytes, tmp_path: Path, name: str = "api.yaml") -> str:
    file = tmp_path / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigurationError) as caught:
        read_specification(file)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("openapi: 3.1.0\na: [1,\nb: 2\n", "api.yaml", "line 2"),
        ('{"openapi": "3.1.0",\n "a" 1}', "api.json", "line 2"),
        ("openapi: 4.0.0\n", "api.yaml", "`4.0.0`"),
        ("swagger: '1.2'\n", "api.yaml", "`1.2`"),
        ("a: 1\n", "api.yaml", "neither `openapi` nor `swagger`"),
        ("- 1\n", "api.yaml", "not a mapping"),
        ("", "api.yaml", "not a mapping"),
        (b"\xff\xfe", "api.yaml", "not UTF-8"),
        ("a: &a [*a]\n", "api.yaml", "alias"),
        ("a: !!python/object/apply:os.system [ls]\n", "api.yaml", "line 1"),
        ("[" * 3000 + "]" * 3000, "api.json", "nested too deeply"),
        ('{"a":' * 300 + "1" + "}" * 300, "api.json", "nested too deeply"),
    ],
)
def test_what_is_no_specification_is_refused_with_the_reason(
    text: str | bytes, name: str, why: str, tmp_path: Path
) -> None:
    assert why in refused(text, tmp_path, name)


def test_aliases_that_multiply_are_refused(tmp_path: Path) -> None:
    lines = ["openapi: 3.1.0", "a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert "values" in refused("\n".join(lines), tmp_path)


def test_a_large_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LIMITS", DocumentLimits(characters=10))
    assert "larger than" in refused("openapi: 3.1.0\n", tmp_path)


def test_yaml_has_the_plain_values_of_its_version_1_2(tmp_path: Path) -> None:
    file = tmp_path / "api.yaml"
    document = "openapi: 3.1.0\npaths: {}\nx: [no, on, 2024-01-01, true, 1, 18:00, -1.5, 1e3]\n"
    file.write_text(document, encoding="utf-8")
    assert read_specification(file).document["x"] == [
        "no", "on", "2024-01-01", True, 1, "18:00", -1.5, 1000.0
    ]  # fmt: skip


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["import", "openapi", *map(str, arguments)])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "fleet.yaml"
    path.write_text(yaml.safe_dump(FLEET, sort_keys=False), encoding="utf-8")
    return path


def test_the_command_writes_pages_and_sums_up(file: Path, tmp_path: Path) -> None:
    result = call(file, "--out", tmp_path / "docs")
    assert result.exit_code == 0, result.stderr
    assert "3 operations, 3 types." in result.stderr
    assert str(tmp_path / "docs/Ships-crews/getLog.md") in result.stdout
    assert len(Catalog.read(tmp_path / "docs", cached=False).operations) == 3
    again = call(file, "--out", tmp_path / "docs")
    assert again.exit_code == 0
    assert again.stdout == ""
    assert "files unchanged" in again.stderr


def test_the_command_keeps_what_is_there(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "docs"
    call(file, "--out", out)
    page, index = out / "Ships-crews/getLog.md", out / "index.md"
    for changed in (page, index):
        changed.write_text("mine", encoding="utf-8")
    kept = call(file, "--out", out)
    assert kept.exit_code == 1
    assert "getLog.md` already exists" in kept.stderr
    assert page.read_text(encoding="utf-8") == "mine"
    dry = call(file, "--out", out, "--force", "--dry-run")
    assert f"replace {page}" in dry.stdout
    assert page.read_text(encoding="utf-8") == "mine"
    assert call(file, "--out", out, "--force").exit_code == 0
    assert "GET /v1/ships/{shipId}/log" in page.read_text(encoding="utf-8")
    # An overview is the author's.
    assert index.read_text(encoding="utf-8") == "mine"


def test_a_dry_run_writes_nothing(file: Path, tmp_path: Path) -> None:
    result = call(file, "--out", tmp_path / "docs", "--dry-run")
    assert result.exit_code == 0
    assert not (tmp_path / "docs").exists()
    assert "write " in result.stdout
    assert "nothing was written" in result.stderr


def test_tags_choose_operations(file: Path, tmp_path: Path) -> None:
    none = call(file, "--out", tmp_path / "docs", "--tag", "Nothing")
    assert none.exit_code == 2
    assert "No operation has the tag Nothing." in none.stderr
    some = call(file, "--out", tmp_path / "docs", "--tag", "Ships & crews")
    assert "3 operations" in some.stderr


def test_files_do_not_leave_their_folder(file: Path, tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "docs", tmp_path / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    (out / "Ships-crews").symlink_to(elsewhere)
    result = call(file, "--out", out)
    assert result.exit_code == 2
    assert "leads out of" in result.stderr
    assert list(elsewhere.iterdir()) == []


def test_a_missing_file_is_wrong_usage(tmp_path: Path) -> None:
    result = call(tmp_path / "nothing.yaml", "--out", tmp_path)
    assert result.exit_code == 2
    assert "nothing.yaml` cannot be read" in result.stderr


def test_a_reference_out_of_the_file_fails(tmp_path: Path) -> None:
    path = tmp_path / "api.json"
    path.write_text(json.dumps(spec({"parameters": [{"$ref": "b.json#/x"}]})), encoding="utf-8")
    result = call(path, "--out", tmp_path / "docs")
    assert result.exit_code == 2
    assert "`b.json#/x` does not exist" in result.stderr


ITEMS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"type": "integer", "format": "int32", "enum": [1, 2]}, {}),
    ({"type": "string", "maxLength": 3}, {}),
    ({"type": "string", "pattern": "^a"}, {"minItems": 1}),
    ({"type": "string", "enum": ["a", "b"], "x-enumDescriptions": {"a": "one", "b": "two"}}, {}),
]


@pytest.mark.parametrize(("inner", "outer"), ITEMS)
@pytest.mark.parametrize("place", ["parameter", "body", "header"])
@pytest.mark.parametrize("field", ["items", "additionalProperties"])
def test_what_items_and_map_values_are_like_comes_back(
    inner: dict[str, Any], outer: dict[str, Any], place: str, field: str, tmp_path: Path
) -> None:
    schema = {"type": "array", "items": inner, **outer}
    if field != "items":
        schema = {"type": "object", field: inner}
    operation: dict[str, Any] = {"responses": {"204": {"description": "."}}}
    if place == "body":
        operation |= send({"type": "object", "properties": {"a": schema}})
    elif place == "parameter":
        operation["parameters"] = [{"name": "a", "in": "query", "schema": schema}]
        if field != "items":
            operation["parameters"][0] |= {"style": "deepObject", "explode": True}
    else:
        operation["responses"]["204"]["headers"] = {"a": {"schema": schema}}
    found = run(spec(operation), tmp_path)
    assert found.findings == ()
    document = openapi(found.catalog)
    [exported] = [one for path in document["paths"].values() for one in path.values()]
    if place == "body":
        [content] = exported["requestBody"]["content"].values()
        name = content["schema"]["$ref"].rpartition("/")[2]
        back = document["components"]["schemas"][name]["properties"]["a"]
    elif place == "parameter":
        back = exported["parameters"][0]["schema"]
    else:
        back = exported["responses"]["204"]["headers"]["a"]["schema"]
    kept = {key: value for key, value in back[field].items() if key != "description"}
    assert kept == inner


CODED = {"type": "object", "properties": {"code": {"type": "string"}}}


def coded(**examples: str) -> dict[str, Any]:
    content: dict[str, Any] = {"schema": CODED}
    if examples:
        content["examples"] = {name: {"value": {"code": code}} for name, code in examples.items()}
    return {"description": "No.", "content": {"application/json": content}}


def test_examples_of_classes_and_of_the_default_come_back(tmp_path: Path) -> None:
    answers = {
        "200": coded(),
        "400": {**coded(), "description": "Bad."},
        "4XX": coded(bad="E2", worse="E3"),
        "default": coded(other="E4"),
    }
    found = run(spec({"responses": answers}), tmp_path)
    shown = found.operation().example_responses
    assert [(each.status, each.name) for each in shown if each.status >= 400] == [
        (401, "bad"),
        (401, "worse"),
        (500, "other"),
    ]
    [path] = openapi(found.catalog)["paths"].values()
    [operation] = path.values()
    for key in ("4XX", "default"):
        [content] = operation["responses"][key]["content"].values()
        assert content["examples"] == answers[key]["content"]["application/json"]["examples"]
    # A value that nobody gave would be a fact in the next document.
    [content] = operation["responses"]["400"]["content"].values()
    assert not {"example", "examples"} & content.keys()


def test_examples_that_no_status_is_left_for_are_noted(tmp_path: Path) -> None:
    codes = [str(code) for code in range(400, 600) if phrase(code)]
    answers = {**{code: {"description": "No."} for code in codes}, "default": coded(bad="E1")}
    found = run(spec({"responses": {"200": coded(), **answers}}), tmp_path)
    assert any(
        "The examples of `default` are not on any page" in str(f) for f in found.imported.findings
    )


def test_a_named_request_accepts_what_its_response_is_in(tmp_path: Path) -> None:
    examples: Document = {"json": {"examples": {"plain": {"value": {"code": "a"}}}}}
    examples["xml"] = {"examples": {"other": {"value": "<a><code>b</code></a>"}}}
    content = {f"application/{kind}": {"schema": CODED, **one} for kind, one in examples.items()}
    sent = {"examples": {name: {"value": {"code": "c"}} for name in ("plain", "other")}}
    body = {"content": {"application/json": {"schema": CODED, **sent}}}
    answers = {"200": {"description": "It.", "content": content}}
    found = run(spec({"requestBody": body, "responses": answers}), tmp_path).operation()
    accepted = {each.name: each.header("Accept") for each in found.example_requests}
    assert accepted == {"plain": "application/json", "other": "application/xml"}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "array", "items": {"type": "object"}}, []),
        ({"$ref": "#/components/schemas/Patch"}, []),
        ({"type": "array", "items": {"const": 1}, "minItems": 1}, [1]),
    ],
)
def test_a_generated_patch_fits_every_document(
    schema: Document, expected: object, tmp_path: Path
) -> None:
    path = {"type": "object", "properties": {"op": {"type": "string"}, "path": {"type": "string"}}}
    components = {"schemas": {"Patch": {"type": "array", "items": path}}}
    body = {"content": {"application/json-patch+json": {"schema": schema}}}
    found = run(spec({"requestBody": body}, components=components), tmp_path).operation()
    (request,) = found.example_requests
    assert json.loads(request.body) == expected


def test_examples_of_parameters_and_responses_of_one_name_belong_together(tmp_path: Path) -> None:
    def valued(**values: Any) -> Document:
        return {name: {"value": value} for name, value in values.items()}

    text: Document = {"schema": {"type": "string"}}
    parameters = [
        {"name": "id", "in": "path", "required": True, **text}
        | {"examples": valued(one="a", two="b/c", none="x")},
        {"name": "color", "in": "query", **text, "examples": valued(two="red", other="blue")},
        {"name": "size", "in": "query", **text, "examples": valued(other="3")},
    ]
    answers = {
        "200": {
            "description": "It.",
            "content": {"application/json": {"examples": valued(one={"n": 1}, two={"n": 2})}},
        },
        "404": {
            "description": "No.",
            "content": {"application/json": {"examples": valued(none={"error": "none"})}},
        },
    }
    item = {"get": {"operationId": "op", "parameters": parameters, "responses": answers}}
    document = {**spec(), "paths": {"/ships/{id}": item}}
    imported = run(document, tmp_path)
    found = {each.name: each.target for each in imported.operation().example_requests}
    assert found == {"one": "/ships/a", "two": "/ships/b%2Fc?color=red", "none": "/ships/x"}
    with serving(imported.catalog) as (server, store):
        reader = Reader(server, store)
        for target, status, value in (
            ("/ships/a", 200, {"n": 1}),
            ("/ships/b%2Fc?color=red", 200, {"n": 2}),
            ("/ships/other", 200, {"n": 1}),
            ("/ships/x", 404, {"error": "none"}),
        ):
            response = reader.ask("GET", target)
            assert (response.status, json.loads(response.body)) == (status, value)


@pytest.mark.parametrize(
    ("summary", "description", "title"),
    [
        ("List ships", "", "List ships"),
        ("List ships.", "All of them.", "List ships"),
        ("List ships.", "List ships.\n\nAll.", "GET /ships"),
        ("", "All of them.", "GET /ships"),
        ("List ships. Then wait.", "", "GET /ships"),
        ("List " + "many " * 12, "", "GET /ships"),
    ],
)
def test_a_short_summary_is_the_title(
    summary: str, description: str, title: str, tmp_path: Path
) -> None:
    found = run(spec({"summary": summary, "description": description}), tmp_path)
    assert found.operation().title == title
    [path] = openapi(found.catalog)["paths"].values()
    assert path["get"].get("summary", "") == " ".join(summary.split())


def test_a_heading_of_a_response_without_a_body_has_no_colon(tmp_path: Path) -> None:
    run(spec(), tmp_path)
    [page] = [file.read_text("utf-8") for file in tmp_path.rglob("op.md")]
    assert "\n## Response\n" in page
