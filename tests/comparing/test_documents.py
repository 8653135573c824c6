"""`callsheet diff` with OpenAPI documents: files, and files of git revisions."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from callsheet.cli import main
from tests.comparing.pairs import NUMBER, TEXT, Api, Json

OLD, NEW = Api(query=TEXT).document(), Api(query=NUMBER).document()
POINTER = "#/paths/~1parcels~1{id}/post"


def save(file: Path, document: Json) -> Path:
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def diff(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["diff", *map(str, arguments), "--format", "json"])


def test_two_documents_are_compared(tmp_path: Path) -> None:
    old, new = save(tmp_path / "old.json", OLD), save(tmp_path / "new.yaml", NEW)
    result = diff(old, new, "--fail-level", "breaking")
    assert result.exit_code == 1, result.stderr
    [change] = json.loads(result.stdout)["changes"]
    assert (change["level"], change["kind"]) == ("breaking", "parameter-type-changed")
    assert change["path"] == f"{new}{POINTER}"


def test_a_removed_operation_is_in_the_old_document(tmp_path: Path) -> None:
    old, new = save(tmp_path / "old.json", OLD), save(tmp_path / "new.json", {**OLD, "paths": {}})
    [change] = json.loads(diff(old, new).stdout)["changes"]
    assert (change["tree"], change["path"]) == ("old", f"{old}{POINTER}")


def test_a_document_of_a_revision_is_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com"]
    (tmp_path / "api").mkdir()
    save(tmp_path / "api/parcels.json", OLD)
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "First"], ["tag", "v1"]):
        subprocess.run([*git, *command], check=True, timeout=60)
    save(tmp_path / "api/parcels.json", NEW)
    result = diff("v1:api/parcels.json", "api/parcels.json")
    [change] = json.loads(result.stdout)["changes"]
    assert change["kind"] == "parameter-type-changed"
    missing = diff("v1:api/none.json", "api/parcels.json")
    assert missing.exit_code == 2
    assert "neither a file nor a file of a git revision" in missing.stderr
    assert diff("--", "-v1:a.json", "api/parcels.json").exit_code == 2


def test_pages_are_compared_with_a_document(tmp_path: Path) -> None:
    old, docs = save(tmp_path / "old.json", OLD), tmp_path / "docs"
    CliRunner().invoke(main, ["import", "openapi", str(old), "--out", str(docs)])
    assert json.loads(diff(docs, old).stdout)["changes"] == []
    new = save(tmp_path / "new.json", NEW)
    [change] = json.loads(diff(docs, new).stdout)["changes"]
    assert change["kind"] == "parameter-type-changed"


def test_only_a_document_that_says_nothing_of_credentials_needs_none(tmp_path: Path) -> None:
    old, docs = save(tmp_path / "old.json", OLD), tmp_path / "docs"
    CliRunner().invoke(main, ["import", "openapi", str(old), "--out", str(docs)])
    scheme = {"type": "apiKey", "in": "header", "name": "X-Key"}
    components = {"securitySchemes": {"key": scheme}}
    new = save(tmp_path / "new.json", {**OLD, "components": components, "security": [{"key": []}]})
    levels = []
    for before in (docs, old):
        changes = json.loads(diff(before, new).stdout)["changes"]
        levels += [each["level"] for each in changes if each["kind"].startswith("security")]
    # Between documents, one way without credentials is gone, and one with a key has come.
    assert levels == ["text", "breaking", "additive"]


@pytest.mark.parametrize(
    ("text", "wanted"), [("{", "new.json"), ("{}", "neither `openapi` nor `swagger`")]
)
def test_what_is_no_document_is_refused(tmp_path: Path, text: str, wanted: str) -> None:
    old, new = save(tmp_path / "old.json", OLD), tmp_path / "new.json"
    new.write_text(text)
    result = diff(old, new)
    assert result.exit_code == 2
    assert wanted in result.stderr
