"""Examples that their own schema rules out: shown and exported, and used by nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from callsheet.catalog import Catalog
from callsheet.checks.engine.runner import check
from callsheet.checks.engine.selection import Selection
from callsheet.cli import main
from callsheet.export import export_openapi
from callsheet.importing import import_openapi, plan_files, read_specification, write_files

Document = dict[str, Any]
JSON, FORM, XML = "application/json", "application/x-www-form-urlencoded", "application/xml"
SIZE: Document = {"type": "integer", "description": "Its size."}
CRATE: Document = {
    "type": "object",
    "description": "A crate.",
    "required": ["size"],
    "properties": {"size": SIZE},
}
LABEL: Document = {
    "schema": {
        "type": "object",
        "description": "A label.",
        "properties": {"a": {"type": "string", "description": "Its text."}},
    }
}
STATE: Document = {"type": "string", "enum": ["packed", "sent"], "default": "sent"}
STEP: Document = {
    "type": "object",
    "description": "A step.",
    "required": ["op", "path"],
    "properties": {name: {"type": "string", "description": "It."} for name in ("op", "path")},
}


def content(media_type: str = JSON, **examples: Any) -> Document:
    named = {name: {"value": value} for name, value in examples.items()}
    return {media_type: {"schema": CRATE, "examples": named}}


def written(folder: Path, *operations: Document) -> Path:
    """The pages of a document with some operations."""
    names = [f"pack{number or ''}" for number in range(len(operations))]
    paths = {
        f"/crates{name.removeprefix('pack')}": {
            "post": {"operationId": name, "summary": "Pack it", **operation}
        }
        for name, operation in zip(names, operations, strict=True)
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Crates", "version": "1"},
        "paths": paths,
    }
    (folder / "api.json").write_text(json.dumps(document))
    imported = import_openapi(read_specification(folder / "api.json"))
    plan = plan_files(imported, folder / "docs")
    assert plan.findings == ()
    list(write_files(plan))
    return folder / "docs"


def passes(docs: Path) -> None:
    """There is nothing to find on the pages, and their programs pass."""
    assert [finding.message for finding in check(docs, Selection.of()).findings] == []
    ran = CliRunner().invoke(main, ["test", "--docs", str(docs)])
    assert ran.exit_code == 0, ran.output


BOTH: Document = {
    "requestBody": {"required": True, "content": content(small={"size": "S"})},
    "responses": {"200": {"description": "It.", "content": content(big={"size": 1}, odd={})}},
}


def test_programs_and_rules_leave_out_what_the_schema_rules_out(tmp_path: Path) -> None:
    docs = written(tmp_path, BOTH)
    page = (docs / "pack.md").read_text()
    assert '```http! title="small" deviating\n' in page
    assert '```http_ title="odd" deviating\n' in page
    [operation] = Catalog.read(docs, cached=False).operations
    assert [each.generated for each in operation.example_requests] == [True]
    assert [each.name for each in operation.example_responses] == ["big"]
    passes(docs)


def test_the_export_has_them_all(tmp_path: Path) -> None:
    docs = written(tmp_path, BOTH)
    document = json.loads(json.dumps(export_openapi(Catalog.read(docs, cached=False)).document))
    post = document["paths"]["/crates"]["post"]
    sent = post["requestBody"]["content"][JSON]
    assert sent["examples"] == {"small": {"value": {"size": "S"}}}
    assert post["responses"]["200"]["content"][JSON]["examples"] == {
        "big": {"value": {"size": 1}},
        "odd": {"value": {}},
    }


def test_an_import_tells_where_they_are(tmp_path: Path) -> None:
    written(tmp_path, BOTH)
    found = import_openapi(read_specification(tmp_path / "api.json")).findings
    told = [
        (each.path.partition("#")[2], each.message) for each in found if "schema" in each.message
    ]
    said = "An example does not match its own schema at `/size`: it is shown, but not used."
    place = "/paths/~1crates/post"
    assert told == [
        (f"{place}/requestBody/content/application~1json", said),
        (f"{place}/responses/200/content/application~1json", said),
    ]


def test_a_request_that_shows_a_refusal_stays_a_sample(tmp_path: Path) -> None:
    refusal = {"description": "Refused.", "content": {JSON: {"examples": {"bad": {"value": 1}}}}}
    operation = {
        "requestBody": {"required": True, "content": content(good={"size": 1}, bad={"size": "S"})},
        "responses": {"200": {"description": "It."}, "422": refusal},
    }
    docs = written(tmp_path, operation)
    [operation_read] = Catalog.read(docs, cached=False).operations
    assert [each.name for each in operation_read.example_requests] == ["good", "bad"]


UNUSUAL: dict[str, Document] = {
    "a form": {"requestBody": {"required": True, "content": content(FORM, a={"size": "S"})}},
    "XML": {"requestBody": {"required": True, "content": content(XML, a="<crate><size>1</crate>")}},
    "JSON in a text": {
        "parameters": [
            {
                "name": "zone",
                "in": "query",
                "required": True,
                "description": "The zone.",
                "schema": {"type": "object", "additionalProperties": {"type": "string"}},
                "style": "deepObject",
                "explode": True,
                "example": '{"x": "7"}',
            }
        ]
    },
    "a part of a file": {
        "responses": {
            "204": {"description": "Nothing."},
            "206": {
                "description": "A part.",
                "headers": {"Content-Range": {"schema": {"type": "string"}}},
                "content": {"application/octet-stream": {}},
            },
        }
    },
    "an interim response": {
        "responses": {"100": {"description": "Go on."}, "200": {"description": "It."}}
    },
    "a header": {
        "responses": {
            "200": {
                "description": "It.",
                "headers": {
                    "X-Left": {
                        "description": "How many are left.",
                        "required": True,
                        "schema": {"type": "integer"},
                    }
                },
                "content": content(a={"size": 1}),
            }
        }
    },
    "an object in a file": {
        "requestBody": {"required": True, "content": content()},
        "responses": {
            "201": {"description": "It.", "content": content("application/octet-stream")}
        },
    },
    "a property that is required and ruled out": {
        "requestBody": {
            "required": True,
            "content": {
                JSON: {"schema": {**CRATE, "required": ["lid"], "additionalProperties": False}}
            },
        }
    },
    "null for what has a value or is left out": {
        "responses": {
            "200": {"description": "It.", "content": {JSON: {**LABEL, "example": {"a": None}}}}
        }
    },
    "items with values and a default": {
        "parameters": [
            {
                "name": "state",
                "in": "query",
                "required": True,
                "description": "Its states.",
                "schema": {"type": "array", "items": STATE},
            }
        ]
    },
    "an encoding of its own": {
        "parameters": [
            {
                "name": "Accept-Encoding",
                "in": "header",
                "required": True,
                "description": "How it is written.",
                "schema": {"type": "string", "enum": ["base64"]},
            }
        ]
    },
    "a redirection with a body": {
        "responses": {"302": {"description": "Elsewhere.", "content": {"text/html": {}}}}
    },
    "a list of numbers with a type of their own": {
        "requestBody": {
            "required": True,
            "content": {JSON: {"schema": {"type": "array", "items": STATE}, "example": ["sent"]}},
        }
    },
    "a patch in JSON": {
        "requestBody": {
            "required": True,
            "content": {JSON: {"schema": {"type": "array", "items": STEP}}},
        }
    },
}


def test_programs_of_unusual_documents_pass(tmp_path: Path) -> None:
    usual = {"responses": {"200": {"description": "It."}}}
    passes(written(tmp_path, *({**usual, **each} for each in UNUSUAL.values())))


def test_samples_do_not_send_the_example_of_a_parameter_that_is_none(tmp_path: Path) -> None:
    zone = {"name": "zone", "in": "query", "required": True, "example": "north", "schema": SIZE}
    left = {"schema": SIZE, "example": "many"}
    operation = {
        "parameters": [zone],
        "responses": {"200": {"description": "It.", "headers": {"X-Left": left}}},
    }
    docs = written(tmp_path, operation)
    [read] = Catalog.read(docs, cached=False).operations
    assert "north" not in read.example_requests[0].target
    assert read.example_responses[0].header("X-Left") != "many"
    ran = CliRunner().invoke(main, ["test", "--docs", str(docs)])
    assert ran.exit_code == 0, ran.output


def test_a_success_that_no_document_tells_of_is_a_200(tmp_path: Path) -> None:
    docs = written(tmp_path, {"responses": {"404": {"description": "There is none."}}})
    assert not check(docs, Selection.of()).findings
    ran = CliRunner().invoke(main, ["test", "--docs", str(docs)])
    assert ran.exit_code == 0, ran.output
    page = docs / "pack.md"
    page.write_text(page.read_text().replace("importedFrom: api.json\n", ""))
    assert "CS413" in {finding.code for finding in check(docs, Selection.of()).findings}
    assert CliRunner().invoke(main, ["test", "--docs", str(docs)]).exit_code == 1
