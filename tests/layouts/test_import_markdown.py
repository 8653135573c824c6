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

_TEXT = {"type": "string"}


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
    # Of several routes, a page has the one that its examples ask.
    moved = before["paths"].keys() - after["paths"].keys()
    assert len(moved) == len(after["paths"].keys() - before["paths"].keys()) <= 2
    for path in before["paths"].keys() - moved:
        wanted = _facts(before["paths"][path], before)
        assert _without_shown(_facts(after["paths"][path], after), wanted) == wanted, path


def _without_shown(item: Any, wanted: Any) -> Any:
    """Leave out the parameters that only examples have, for which the page got rows."""
    methods = ((key, value) for key, value in item.items() if isinstance(value, dict))
    for method, operation in [*methods]:
        known = wanted.get(method, {}).get("parameters", [])
        kept = [
            row
            for row in operation.get("parameters", [])
            if row in known or row != {"name": row["name"], "in": "query", "schema": _TEXT}
        ]
        operation.pop("parameters", None)
        item[method] = operation | ({"parameters": kept} if kept else {})
    return item


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


FITTED = """# Members

## Remove a member

`DELETE /units/{id}/members/{id}` or `DELETE /groups/{id}/members/{id}`

| Header | Description |
| --- | --- |
| Accept | application/json |

```bash
curl -X DELETE "https://example.com/groups/{id1}/members/{id2}?soft=yes"
```

```bash
curl -X DELETE https://example.com/units/7/members/8
```

```http
HTTP/1.1 204 No Content
```
"""


def test_an_imported_page_has_the_route_that_its_first_example_asks(tmp_path: Path) -> None:
    docs, out = tmp_path / "docs", tmp_path / "out"
    docs.mkdir()
    (docs / "members.md").write_text(FITTED.replace("/units/7", "/ships/7"))
    CliRunner().invoke(main, ["import", "markdown", str(docs), "--out", str(out)])
    text = next(out.glob("*.md")).read_text()
    assert "DELETE /groups/{id}/members/{id2}\n" in text
    assert "DELETE /groups/{id}/members/{id2}?soft=yes HTTP/1.1" in text
    assert "Another example asks `DELETE /ships/7/members/8`." in text
    assert "Further routes: `DELETE /units/{id}/members/{id}`." in text
    assert "| Accept | string | `application/json` |" in text
    assert "what only examples have in the query: soft" in text
    result = CliRunner().invoke(main, ["check", "--docs", str(out), "--select", "CS1,CS2,CS3"])
    assert not {"CS111", "CS118", "CS205", "CS222", "CS320"} & {*result.output.split()}


def test_routes_that_differ_in_case_have_files_that_differ_in_more(tmp_path: Path) -> None:
    docs, out = tmp_path / "docs", tmp_path / "out"
    docs.mkdir()
    parts = (
        f"## Get {name}\n\n`GET {path}`\n\n"
        "| Parameter | Type | Description |\n| --- | --- | --- |\n"
        f"| `{name}` | string | A name. |\n"
        for name, path in (("quay", "/v1/Quay"), ("berth", "/v1/quay"))
    )
    (docs / "quays.md").write_text("# Quays\n\n" + "\n".join(parts))
    result = CliRunner().invoke(
        main, ["import", "markdown", str(docs), "--layout", "generic", "--out", str(out)]
    )
    assert result.exit_code == 0, result.output
    pages = [page.name for page in out.rglob("*.md") if "GET /v1/" in page.read_text()]
    assert len({name.casefold() for name in pages}) == len(pages) == 2
