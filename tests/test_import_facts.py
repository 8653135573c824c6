"""What an OpenAPI document states comes back from its pages, counted fact by fact."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openapi_spec_validator import OpenAPIV30SpecValidator

from callsheet.catalog import Catalog
from callsheet.cli import main
from callsheet.export import as_openapi_30, export_openapi
from callsheet.importing import (
    Specification,
    import_openapi,
    plan_files,
    read_specification,
    write_files,
)
from callsheet.untrusted import DocumentLimits, load_json, load_yaml
from tests.openapi_facts import compare_facts, kind_of

Document = dict[str, Any]

TEXT = {"type": "string"}
LEAST = 0.99


def ref(name: str) -> Document:
    return {"$ref": f"#/components/schemas/{name}"}


def json_of(schema: Document) -> Document:
    return {"application/json": {"schema": schema}}


ITEM = "#/components/schemas/Item"
SCHEMAS: Document = {
    "Letter": {
        "type": "object",
        "description": "It has words.",
        "properties": {"words": TEXT},
        "required": ["words"],
        "additionalProperties": False,
    },
    "Crate": {
        "type": "object",
        "minProperties": 2,
        "properties": {"weight": {"type": "integer", "format": "int32"}},
        "additionalProperties": {"type": "string", "maxLength": 3, "description": "A mark."},
    },
    "Item": {"description": "What is sent.", "oneOf": [ref("Letter"), ref("Crate")]},
    "Tree": {"anyOf": [TEXT, {"type": "array", "items": ref("Tree")}]},
    "Fault": {"type": "string", "maxLength": 256, "description": "What went wrong."},
    "Nothing": {"type": "object", "description": "It is empty for now."},
}
PROPERTIES: Document = {
    "either": {"oneOf": [ref("Letter"), TEXT, {"type": "null"}]},
    "mixed": {"anyOf": [{"oneOf": [{"type": "integer"}, {"type": "boolean"}]}, TEXT]},
    "items": {"type": "array", "items": ref("Item"), "minItems": 1},
    "tree": ref("Tree"),
    "sizes": {
        "type": "object",
        "additionalProperties": {
            "type": "object",
            "properties": {"width": {"type": "number", "minimum": 0}},
            "additionalProperties": False,
        },
    },
    "links": {"type": "object", "format": "uri-map"},
    "none": ref("Nothing"),
    "limited": {"anyOf": [{"type": "string", "maxLength": 5000}, ref("Crate"), {"type": "null"}]},
    "lists": {
        "type": "array",
        "items": {"oneOf": [{"type": "string", "pattern": "^a, b|c$"}, {"$ref": ITEM}]},
    },
    "emptied": {"anyOf": [{"type": "string", "enum": [""]}, ref("Letter")]},
    "chosen": {"anyOf": [{"type": "string", "enum": ["a", "b"]}, {"type": "array", "items": TEXT}]},
}
FORM: Document = {
    "schema": {
        "type": "object",
        "properties": {
            "number": {"type": "integer"},
            "marks": {"type": "array", "items": TEXT},
            "sender": {"type": "object", "properties": {"name": TEXT}},
            "stops": {"type": "array", "items": {"type": "object"}},
        },
    },
    "examples": {
        "small": {
            "value": {
                "number": 7,
                "marks": ["a", "b"],
                "sender": {"name": "Ann"},
                "stops": [{"at": "Oslo"}],
            }
        }
    },
}
NAMESPACES: Document = {
    "openapi": "3.1.0",
    "info": {"title": "A", "version": "1"},
    "paths": {
        "/a": {"get": {"responses": {"200": {"description": "A", "content": json_of(ref("x.A"))}}}}
    },
    "components": {
        "schemas": {
            "x.A": {
                "type": "object",
                "properties": {"size": {"type": "integer", "format": "int32"}},
            },
            "y.A": {"type": "object", "properties": {"color": TEXT}},
        }
    },
}
DONE: Document = {"204": {"description": "It is done."}}
DOCUMENT: Document = {
    "openapi": "3.1.0",
    "info": {"title": "Parcels", "version": "2"},
    "paths": {
        "/items": {
            "post": {
                "operationId": "send",
                "tags": ["Parcels", "writing"],
                "summary": "Send it",
                "description": "It is sent.\n\nAnd then:\n- it comes\n- or not",
                "externalDocs": {"url": "https://acme.example/send", "description": "More"},
                "requestBody": {
                    "required": True,
                    "description": "The whole.",
                    "content": json_of(
                        {
                            "type": ["object", "null"],
                            "properties": PROPERTIES,
                            "maxProperties": 9,
                            "description": "All of it.",
                        }
                    ),
                },
                "responses": {
                    "200": {
                        "description": "It.",
                        "content": {
                            "text/plain": {"schema": ref("Item")},
                            **json_of(ref("Item")),
                            "text/csv": {"schema": TEXT},
                        },
                    },
                    "400": {
                        "description": "No.",
                        "content": {"text/html": {"schema": ref("Fault")}},
                    },
                    "422": {
                        "description": "Several.",
                        "content": json_of(
                            {"type": "array", "maxItems": 3, "items": {"properties": {"at": TEXT}}}
                        ),
                    },
                },
            }
        },
        "/bare": {"get": {"responses": DONE}},
        "/said": {"get": {"description": "Only text.", "responses": DONE}},
        "/named": {
            "get": {
                "summary": "Only a summary. It is long, and so it is the text of its page",
                "externalDocs": {"url": "https://acme.example/more"},
                "responses": {"200": {"description": "Done."}},
            },
            "put": {
                "operationId": "form",
                "tags": ["Parcels"],
                "summary": "Same.",
                "description": "Same.",
                "requestBody": {"content": {"application/x-www-form-urlencoded": FORM}},
                "responses": DONE,
            },
        },
    },
    "components": {"schemas": SCHEMAS},
}


def exported(specification: Specification, folder: Path) -> Document:
    """The document that the pages of another one give."""
    plan = plan_files(import_openapi(specification), folder)
    assert plan.findings == ()
    list(write_files(plan))
    catalog = Catalog.read(folder, cached=False)
    assert catalog.findings == ()
    document: Document = json.loads(json.dumps(export_openapi(catalog).document))
    return document


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return exported(Specification("api.json", DOCUMENT, "3.1.0"), tmp_path_factory.mktemp("once"))


def test_all_facts_come_back(once: Document) -> None:
    found = compare_facts(DOCUMENT, once)
    assert found.operations == (5, 5)
    assert found.lost == []
    # Pages show an example of each body, and a number has a size.
    invented = {kind_of(key).rpartition(" ")[2] for key in found.extra}
    assert invented <= {"example", "format"}


def test_an_import_of_an_export_changes_nothing(once: Document, tmp_path: Path) -> None:
    assert exported(Specification("api.json", once, "3.1.0"), tmp_path) == once


def test_a_type_keeps_the_name_that_an_unused_one_made_longer(tmp_path: Path) -> None:
    once = exported(Specification("api.json", NAMESPACES, "3.1.0"), tmp_path / "once")
    assert [*once["components"]["schemas"]] == ["X.A"]
    assert exported(Specification("api.json", once, "3.1.0"), tmp_path / "again") == once


def test_lost_and_changed_facts_are_counted() -> None:
    other = json.loads(json.dumps(DOCUMENT))
    del other["components"]["schemas"]["Fault"]["maxLength"]
    other["paths"]["/items"]["post"]["tags"] = ["Parcels"]
    del other["paths"]["/bare"]
    found = compare_facts(DOCUMENT, other)
    assert found.operations == (5, 4)
    assert {(key[0], key[-1]) for key, _, _ in found.lost} == {
        ("post /items", "maxLength"),
        ("post /items", "writing"),
        ("get /bare", "204"),
        ("get /bare", "description"),
    }
    assert 0.9 < found.share < 1


NINE = (
    "argo.json", "callbacks.yaml", "links.yaml", "museum.yaml", "petstore3.yaml", "tictactoe.yaml",
    "twilio-verify.yaml", "uber20.json", "uspto.yaml",
)  # fmt: skip
LARGE = ("argo.json", "twilio-verify.yaml")
DOCUMENTS = [
    pytest.param(name, marks=[pytest.mark.slow] if name in LARGE else [], id=name) for name in NINE
]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_facts_of_public_documents_come_back(shared: Path, tmp_path: Path, name: str) -> None:
    file = shared / "openapi" / name
    limits = DocumentLimits()
    text = file.read_text(encoding="utf-8")
    document = load_json(text, limits) if file.suffix == ".json" else load_yaml(text, limits)
    once = exported(read_specification(file), tmp_path / "once")
    found = compare_facts(document, once)
    assert found.operations[0] == found.operations[1] > 0
    assert found.share >= LEAST, found.lost_kinds()


FAULTS = {
    # A part of a path is not optional; two fields sent have no row; 200 is not "Created".
    "argo.json": ["CS213"],
    "museum.yaml": ["CS403"],
    "twilio-verify.yaml": ["CS218", "CS303"],
}
"""What is found in fresh imports of them; each is a fault of the document."""


@pytest.mark.slow  # It starts a server, and a program for each of up to 80 examples.
@pytest.mark.parametrize("name", NINE)
def test_public_documents_have_only_their_own_faults_and_their_programs_pass(
    shared: Path, tmp_path: Path, name: str
) -> None:
    docs = tmp_path / "docs"
    list(
        write_files(plan_files(import_openapi(read_specification(shared / "openapi" / name)), docs))
    )
    checked = CliRunner().invoke(main, ["check", "--docs", str(docs), "--format", "json"])
    found = json.loads(checked.stdout)["findings"]
    assert sorted(finding["code"] for finding in found) == FAULTS.get(name, [])
    ran = CliRunner().invoke(main, ["test", "--docs", str(docs), "--format", "json"])
    results = json.loads(ran.stdout)["results"]
    assert [one["message"] for one in results if one["verdict"] != "passed"] == []
    assert {one["uid"] for one in results} == {each.uid for each in Catalog.read(docs).operations}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_import_of_an_export_of_public_documents_changes_nothing(
    shared: Path, tmp_path: Path, name: str
) -> None:
    file = shared / "openapi" / name
    once = exported(read_specification(file), tmp_path / "once")
    assert exported(Specification("api.json", once, "3.1.0"), tmp_path / "again") == once


def test_openapi_3_0_states_the_same(once: Document) -> None:
    older, lost = as_openapi_30(once)
    OpenAPIV30SpecValidator(older).validate()
    assert compare_facts(once, older).lost == []
    assert lost == {}


def test_what_openapi_3_0_cannot_state_is_counted() -> None:
    schemas: Document = {
        "Pair": {"if": TEXT, "then": {}, "else": {}, "type": "array", "prefixItems": [TEXT]},
        "Void": {"type": "null"},
        "Any": {"type": ["string", "array", "null"], "examples": ["a", "b"]},
        "Above": {"type": "number", "exclusiveMinimum": 3, "minimum": 1},
        "Beside": {"$ref": "#/components/schemas/Any", "description": "It."},
        "Maybe": {"anyOf": [ref("Any"), {"type": "null"}]},
        "Only": {"const": "a"},
        "File": {"type": "string", "format": "binary", "contentMediaType": "image/png"},
    }
    schemes = {"certificate": {"type": "mutualTLS"}, "key": {"type": "http", "scheme": "basic"}}
    get = {"security": [{"certificate": []}, {"key": []}], "responses": DONE}
    document = {
        "openapi": "3.1.0",
        "info": DOCUMENT["info"],
        "paths": {"/a": {"get": get}},
        "components": {"schemas": schemas, "securitySchemes": schemes, "pathItems": {"b": {}}},
    }
    older, lost = as_openapi_30(document)
    OpenAPIV30SpecValidator(older).validate()
    # In the order of the document.
    assert [*lost][1:5] == ["`if`", "`then`", "`else`", "`prefixItems`"]
    assert lost == {
        "`if`": 1,
        "`then`": 1,
        "`else`": 1,
        "`prefixItems`": 1,
        "`examples` of schemas after the first": 1,
        "`pathItems`": 1,
        "`mutualTLS`": 1,
    }
    assert older["paths"]["/a"]["get"]["security"] == [{"key": []}]
    assert older["components"]["schemas"] == {
        "Pair": {"type": "array", "items": {}},
        "Void": {"nullable": True, "enum": [None]},
        "Any": {
            "nullable": True,
            "example": "a",
            "anyOf": [
                {"type": "string", "nullable": True},
                {"type": "array", "nullable": True, "items": {}},
            ],
        },
        "Above": {"type": "number", "exclusiveMinimum": True, "minimum": 3},
        "Beside": {"allOf": [ref("Any")], "description": "It."},
        "Maybe": {"nullable": True, "allOf": [ref("Any")]},
        "Only": {"enum": ["a"]},
        "File": {"type": "string", "format": "binary"},
    }


def test_the_command_writes_openapi_3_0(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nuid: a\n---\n\n# A\n\n```http\nGET /a\n```\n")
    arguments = ["export", "openapi", "--docs", str(tmp_path), "--version", "3.0"]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["openapi"] == "3.0.4"
