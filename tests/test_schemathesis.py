"""All phases of schemathesis on what is exported: the server keeps to the contract it publishes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.export import openapi
from tests.conftest import DOCS, SHARED
from tests.npm import run
from tests.processes import CALLSHEET, served
from tests.test_collections import IMPORTED

pytestmark = pytest.mark.slow

REFUSALS = ("400", "401", "404", "405", "406", "412", "413", "415", "422", "501")
"""Statuses of refusals that any operation may have, documented or not: docs/server.md."""

PROBLEM: dict[str, Any] = {
    "description": "A refusal.",
    "content": {
        "application/problem+json": {
            "schema": {
                "type": "object",
                "required": ["type", "title", "status", "detail"],
                "properties": {"status": {"type": "integer"}, "title": {"type": "string"}},
            }
        }
    },
}
CHECKS = (
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
SECONDS = 240


def imported(folder: Path, document: Path | None = None) -> Path:
    """The pages of a document."""
    source = document or folder.with_suffix(".yaml")
    if not document:
        source.write_text(IMPORTED, encoding="utf-8")
    run(source.parent, CALLSHEET, "import", "openapi", source, "--out", folder)
    return folder


def tree(name: str, folder: Path) -> Path:
    """The pages of that name; the test is skipped where those of others are not there."""
    match name:
        case "docs":
            return DOCS
        case "ships":
            return imported(folder)
    found = SHARED / name
    if not found.exists():
        pytest.skip(f"the outside pages are not there: {found}")
    return found if found.is_dir() else imported(folder, found)


def _or_problem(document: dict[str, Any], response: dict[str, Any]) -> dict[str, Any]:
    """The response, or a problem where the server has nothing to say in the words of the page."""
    if reference := response.get("$ref"):
        response = document["components"]["responses"][reference.rpartition("/")[2]]
    return {**response, "content": {**response.get("content", {}), **PROBLEM["content"]}}


def published(pages: Path) -> dict[str, Any]:
    """What is exported, and the refusals that every operation may answer with."""
    document: dict[str, Any] = openapi(Catalog.read(pages))
    for item in document["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict) and "responses" in operation:
                responses = operation["responses"]
                if "default" in responses:
                    # What a page says of all other statuses holds for refusals, too.
                    responses["default"] = _or_problem(document, responses["default"])
                else:
                    responses.update({s: PROBLEM for s in REFUSALS if s not in responses})
    return document


@pytest.mark.parametrize(
    "name",
    [
        "docs",
        "ships",
        "corpus/rest/Webhook",
        "openapi/museum.yaml",
        "openapi/petstore3.yaml",
        "openapi/twilio-verify.yaml",
    ],
)
def test_every_answer_is_as_published(name: str, tmp_path: Path) -> None:
    pages = tree(name, tmp_path / "pages")
    (tmp_path / "openapi.json").write_text(json.dumps(published(pages)), encoding="utf-8")
    with served("--docs", pages) as server:
        done = subprocess.run(
            [
                Path(sys.executable).with_name("schemathesis"),
                *("run", "openapi.json", "--url", server.url),
                *("--header", "Authorization: Bearer callsheet", "--header", "X-Key: callsheet"),
                *("--phases", "examples,coverage,fuzzing,stateful"),
                *("--checks", ",".join(CHECKS), "--suppress-health-check", "all"),
                *("--max-examples", "4", "--max-failures", "20", "--continue-on-failure"),
                "--no-color",
            ],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "passed" in done.stdout
