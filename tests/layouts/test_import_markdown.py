"""`callsheet import markdown`: pages in our own format say the same as the pages they are of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from callsheet.cli import main
from callsheet.schema.json_schema import ASSUMED
from tests.layouts.test_pages import PAGES

_LAYOUTS = Path(__file__).parents[3] / "shared" / "layouts"
_SHARED = ("gitlab-like", "mastodon-like", "grafana", "slate", "hashicorp")
# What was assumed stands in the written pages, in a comment; lengths are counted anew.
_TEXTS = {"description", "summary", "operationId", "tags", "Content-Length", ASSUMED}


def _exported(docs: Path) -> Any:
    return json.loads(CliRunner().invoke(main, ["export", "openapi", "--docs", str(docs)]).stdout)


def _facts(value: Any, root: Any, depth: int = 0) -> Any:
    """Return a part of a document without texts, and with what it refers to in its place."""
    if isinstance(value, list):
        return [_facts(each, root, depth + 1) for each in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value and depth < 20:
        target = root
        for key in value["$ref"].removeprefix("#/").split("/"):
            target = target[key.replace("~1", "/").replace("~0", "~")]
        return _facts(target, root, depth + 1)
    found = {k: _facts(v, root, depth + 1) for k, v in value.items() if k not in _TEXTS}
    if isinstance(found.get("parameters"), list):
        found["parameters"].sort(key=repr)
    return found


def _assert_same(docs: Path, out: Path) -> None:
    result = CliRunner().invoke(main, ["import", "markdown", str(docs), "--out", str(out)])
    assert result.exit_code in (0, 1), result.output
    before, after = _exported(docs), _exported(out)
    assert before["paths"].keys() == after["paths"].keys()
    for path, item in before["paths"].items():
        assert _facts(after["paths"][path], after) == _facts(item, before), path


@pytest.mark.parametrize("name", sorted(file.stem for file in PAGES.glob("*.md")))
@pytest.mark.slow
def test_imported_pages_say_the_same(name: str, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / f"{name}.md").write_bytes((PAGES / f"{name}.md").read_bytes())
    _assert_same(docs, tmp_path / "out")


LACKING = """# Berths

## Show a berth

`GET /docks/{dock}/berths/{id}`

See [the depths](#depths). Content is counted as it is written.

```http
HTTP/1.1 200 OK
Content-Type: application/json
Content-Length: 12

[{"id": 1}]
```

## Depths

Measured at low water.
"""


def test_imported_pages_have_no_errors(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "berths.md").write_text(LACKING)
    CliRunner().invoke(main, ["import", "markdown", str(docs), "--out", str(tmp_path / "out")])
    arguments = ["check", "--docs", str(tmp_path / "out"), "--fail-level", "error"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    written = (tmp_path / "out" / "get-docks._dock.berths._id.md").read_text()
    assert "did not say: the type of `dock`, `id` in the path" in written


@pytest.mark.slow
@pytest.mark.skipif(not _LAYOUTS.is_dir(), reason="needs the references of other publishers")
@pytest.mark.parametrize("name", _SHARED)
def test_imported_references_say_the_same(name: str, tmp_path: Path) -> None:
    _assert_same(_LAYOUTS / name, tmp_path / "out")


def test_what_was_assumed_is_marked_and_sentences_are_kept(tmp_path: Path) -> None:
    docs, out = tmp_path / "docs", tmp_path / "out"
    docs.mkdir()
    (docs / "berths.md").write_text(
        "# Berths\n\n## Create a berth\n\n`POST /berths`\n\nOnly captains may do that.\n\n"
        "| Attribute | Type | Required |\n| --- | --- | --- |\n| `name` | string | Yes |\n"
    )
    command = ["import", "markdown", str(docs), "--layout", "gitlab", "--out", str(out)]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    text = (out / "post-berths.md").read_text()
    assert "where these are sent: `name` (body) -->" in text
    assert "the status 201 -->" in text
    assert "Only captains may do that." in text


def test_a_layout_that_there_is_not_is_wrong_usage(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["import", "markdown", str(tmp_path), "--layout", "none"])
    assert result.exit_code == 2
    assert "There is no layout `none`" in result.output
