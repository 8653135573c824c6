"""Types behind links: what operations name, read from the tables of the pages that describe it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from callsheet.catalog import Catalog
from callsheet.cli import main
from tests.sites import MATERIAL, build

_CREATE = """---
title: Create berth
---

# Create berth

Namespace: microsoft.graph

## HTTP request

```http
POST /berths
```

## Request body

In the request body, supply a JSON representation of a [berth](../resources/berth.md) object.

## Response

If successful, this method returns `201 Created` and a [berth](../resources/berth.md) object.

## Example

```http
POST https://example.com/v1.0/berths
Content-type: application/json

{"name": "north", "scope": {"kind": "wide"}, "state": "free"}
```

```http
HTTP/1.1 201 Created
Content-type: application/json

{"name": "north", "scope": {"kind": "wide"}, "state": "free"}
```
"""

_LIST = """# List berths

Namespace: microsoft.graph

## HTTP request

```http
GET /berths
```

## Response

If successful, this method returns `200 OK` and a collection of [berth](../resources/berth.md)
objects. It also mentions a [ghost](../resources/ghost.md) object.

```http
HTTP/1.1 200 OK
Content-type: application/json

{"value": [{"name": "north"}]}
```
"""

_BERTH = """# berth resource type

Namespace: microsoft.graph

A place for a ship.

## Properties

| Property | Type | Description |
|:---------|:-----|:------------|
| name     | String | **Required**. The name. |
| scope    | [berthScope](../resources/berthscope.md) | What it is for. |
| state    | berthState | Possible values are in [berthState](#berthstate-values). |

### berthState values

| Member | Description |
|:-------|:------------|
| free   | Nobody is there. |
| taken  | Somebody is. |
"""

_SCOPE = """# berthScope resource type

## Properties

| Property | Type | Description |
|:---------|:-----|:------------|
| kind     | String | The kind. |
"""

_UNNAMED = """# crane resource type

## Properties

| Property | Type | Description |
|:---------|:-----|:------------|
| load     | String | How much it carries. |
"""


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("types") / "docs"
    for name, text in (
        ("api/berth-post.md", _CREATE),
        ("api/berth-list.md", _LIST),
        ("resources/berth.md", _BERTH),
        ("resources/berthscope.md", _SCOPE),
        ("resources/crane.md", _UNNAMED),
    ):
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return root


def test_types_that_operations_name_are_those_of_the_pages_behind_links(docs: Path) -> None:
    catalog = Catalog.read(docs, cached=False)
    assert [(t.name, t.path) for t in catalog.type_tables] == [
        ("berth", "resources/berth.md"),
        ("berthState", "resources/berth.md"),
        ("berthScope", "resources/berthscope.md"),
    ]
    create = next(o for o in catalog.operations if o.method == "POST")
    assert [body.type.name for body in create.request_bodies if body.type] == ["berth"]
    assert create.response is not None
    assert str(create.response.type and create.response.type.name) == "berth"


def test_a_body_in_an_envelope_is_not_of_the_type_and_an_unknown_name_is_none(docs: Path) -> None:
    catalog = Catalog.read(docs, cached=False)
    listed = next(o for o in catalog.operations if o.method == "GET")
    assert listed.response is not None
    assert listed.response.type is None


def test_the_export_has_the_types_behind_links(docs: Path) -> None:
    result = CliRunner().invoke(main, ["export", "openapi", "--docs", str(docs)])
    schemas = json.loads(result.stdout)["components"]["schemas"]
    assert schemas["berth"]["required"] == ["name"]
    assert schemas["berth"]["properties"]["scope"]["$ref"] == "#/components/schemas/berthScope"
    assert schemas["berthState"]["enum"] == ["free", "taken"]
    assert "crane" not in schemas


def test_a_value_that_its_linked_type_does_not_allow_is_a_finding(
    tmp_path: Path, docs: Path
) -> None:
    for file in docs.rglob("*.md"):
        copy = tmp_path / file.relative_to(docs)
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(file.read_text().replace('"state": "free"', '"state": "gone"'))
    command = ["check", "--docs"]
    wrong = CliRunner().invoke(main, [*command, str(tmp_path)]).output
    assert "gone" in wrong, wrong
    right = CliRunner().invoke(main, [*command, str(docs)]).output
    assert "berth-post.md" not in right, right


def test_the_server_refuses_and_answers_by_the_linked_types(docs: Path) -> None:
    result = CliRunner().invoke(main, ["test", "--docs", str(docs)])
    assert result.exit_code == 0, result.output


def test_a_type_without_a_page_is_a_text_where_examples_show_one(tmp_path: Path) -> None:
    table = (
        "| Property | Type | Description |\n|---|---|---|\n| mood | [mood](mood.md) | Its mood. |"
    )
    text = _CREATE.replace("\n## Response\n", f"\n{table}\n\n## Response\n", 1)
    (tmp_path / "berth-post.md").write_text(text.replace('"state": "free"', '"mood": "calm"'))
    result = CliRunner().invoke(main, ["test", "--docs", str(tmp_path)])
    assert result.exit_code == 0, result.output


def test_the_site_has_the_page_of_a_linked_type_as_it_is(docs: Path) -> None:
    (docs.parent / "mkdocs.yml").write_text(MATERIAL)
    site = build(docs.parent)
    assert "A place for a ship." in site["resources/berth/index.html"].decode()
    assert "resources/berth" in site["api/berth-post/index.html"].decode()
