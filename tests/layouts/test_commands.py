"""A layout of one's own in `mkdocs.yml` holds for every command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from callsheet.cli import main

_PAGE = """# Boote

## Boot anlegen

`POST /boote`

Filterangaben:

| Feld | Art | Pflicht | Beschreibung |
| ---- | --- | ------- | ------------ |
| laut | Wahrheitswert | Ja | Ob es laut ist. |

Inhalt:

| Feld | Art | Pflicht | Beschreibung |
| ---- | --- | ------- | ------------ |
| name | Text | Ja | Der Name. |

```json
{"name": "Adler"}
```
"""

_CONFIGURATION = """site_name: Boote
docs_dir: handbuch/seiten
plugins:
  - callsheet:
      layout:
        extends: generic
        columns: {name: [Feld], type: [Art], required: [Pflicht], description: [Beschreibung]}
        types: {string: [Text], boolean: [Wahrheitswert]}
        sections: {query: [Filterangaben], request-body: [Inhalt]}
        marks: {required: [Ja], optional: [Nein]}
"""


@pytest.fixture(params=("mkdocs.yml", "other.yml"))
def project(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, list[str]]:
    """A docs directory two folders down, and the options that name it."""
    docs = tmp_path / "handbuch" / "seiten"
    docs.mkdir(parents=True)
    (docs / "boote.md").write_text(_PAGE)
    file = tmp_path / str(request.param)
    file.write_text(_CONFIGURATION)
    named = ["--docs", str(docs)] if file.name == "mkdocs.yml" else ["-f", str(file)]
    return docs, named


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(main, [*arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_export_has_what_the_words_of_the_layout_mean(
    project: tuple[Path, list[str]],
) -> None:
    operation = json.loads(_run("export", "openapi", *project[1]))["paths"]["/boote"]["post"]
    assert [(p["name"], p["in"], p["required"]) for p in operation["parameters"]] == [
        ("laut", "query", True)
    ]
    assert operation["parameters"][0]["schema"] == {"type": "boolean"}
    assert operation["requestBody"]["required"] is True


def test_programs_send_what_the_layout_says(project: tuple[Path, list[str]]) -> None:
    assert "1 passed" in _run("test", *project[1])


def test_check_explains_by_the_layout(project: tuple[Path, list[str]]) -> None:
    page = str(project[0] / "boote.md")
    assert "query `laut`, boolean, required" in _run("check", *project[1], "--explain-layout", page)


def test_the_comparison_knows_the_layout(project: tuple[Path, list[str]], tmp_path: Path) -> None:
    docs, named = project
    old = tmp_path / "old" / "handbuch" / "seiten"
    old.mkdir(parents=True)
    (old / "boote.md").write_text(
        _PAGE.replace("| laut | Wahrheitswert | Ja", "| laut | Text | Nein")
    )
    (tmp_path / "old" / "mkdocs.yml").write_text(_CONFIGURATION)
    if named[0] == "--docs":
        result = CliRunner().invoke(main, ["diff", str(old), str(docs)])
        assert "laut" in result.output
        assert "required" in result.output
