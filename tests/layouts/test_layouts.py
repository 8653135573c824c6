"""Pages in other layouts: their operations, rows, messages and statuses."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callsheet.catalog import Catalog
from callsheet.model import Location, Operation
from callsheet.source import read_page
from callsheet.source.carriers.messages import without_elisions
from callsheet.source.carriers.routes.templates import (
    MAX_PREFIX,
    TemplateIndex,
    prefix_before,
    template_of,
)
from callsheet.source.document import BlockKind, read_document
from callsheet.source.identity import identity
from callsheet.source.layouts.built_in import LAYOUTS
from callsheet.source.layouts.layout import Layout
from tests.growth import growth

VAULT = """# Locks

## Read a lock

| Method | Path           |
| :----- | :------------- |
| `GET`  | `/locks/:name` |

### Parameters

- `name` `(string: <required>)` - The name of the lock.
- `depth` `(int: 3)` - How many levels to read.

### Sample request

```shell-session
$ curl \\
    --header "X-Token: ..." \\
    http://127.0.0.1:8200/v1/locks/north
```

### Sample response

```json
{"data": {"name": "north", ...}}
```

## Close a lock

| Method | Path           |
| :----- | :------------- |
| `POST` | `/locks/:name` |

### Parameters

- `hours` `(int: <required>)` - For how long.

### Sample payload

```json
{"hours": 3}
```

### Sample request

```shell-session
$ curl --request POST --data @payload.json http://127.0.0.1:8200/v1/locks/north
```
"""

BRIDGES = """# Bridges

## Delete a bridge

```plaintext
DELETE /harbours/:id/bridges/:bridge_id
```

| Attribute   | Type    | Required | Description |
|:------------|:--------|:---------|:------------|
| `id`        | integer | Yes      | The harbour. |
| `bridge_id` | integer | Yes      | The bridge. |
| `force`     | boolean | No       | Also an open one. |
"""


def operations(text: str) -> tuple[Operation, ...]:
    return read_page(text.encode(), "page.md").operations


def test_each_heading_with_a_route_is_an_operation() -> None:
    read, close = operations(VAULT)
    assert (read.method, read.route.template, read.layout) == ("GET", "/locks/{name}", "hashicorp")
    assert (close.method, close.route.span.start) == (
        "POST",
        1 + VAULT[: VAULT.index("| `POST`")].count("\n"),
    )
    assert (read.title, close.title) == ("Read a lock", "Close a lock")


def test_rows_go_where_route_and_method_say_and_what_is_assumed_is_marked() -> None:
    read, close = operations(VAULT)
    [name] = read.parameters_in(Location.PATH)
    [depth] = read.parameters_in(Location.QUERY)
    assert (name.required, depth.required) == (True, False)
    assert depth.type
    assert depth.type.name == "int32"
    assert close.request_body
    assert [row.name for row in close.request_body.properties] == ["hours"]
    assert [(a.name, a.value) for a in read.assumptions] == [("depth", "query"), ("", "200")]


def test_rows_below_a_response_that_has_their_names_are_its_own() -> None:
    page = (
        "# Boats\n\n## Build a boat\n\n`POST /boats`\n\n**Example Request**:\n\n"
        '```http\nPOST /boats HTTP/1.1\nContent-Type: application/json\n\n{"name": "x"}\n```\n\n'
        '**Example Response**:\n\n```http\n    HTTP/1.1 200\n    {"key": "y", "url": "z"}\n```\n\n'
        "Keys:\n\n- **key** - What opens it\n- **url** - Where it is\n"
    )
    (operation,) = read_page(page.encode(), "boats.md").operations
    assert not operation.request_bodies
    assert operation.response
    assert [row.name for row in operation.response.properties] == ["key", "url"]


def test_curl_is_a_request_with_the_payload_shown_before() -> None:
    read, close = operations(VAULT)
    assert read.example_request
    assert (read.example_request.method, read.example_request.target) == ("GET", "/locks/north")
    assert [server.url for server in read.servers] == ["http://127.0.0.1:8200/v1"]
    assert read.example_request.header("x-token") == "..."
    assert close.example_request
    assert close.example_request.body == '{"hours": 3}'
    assert read.example_response
    assert read.example_response.abridged


def test_a_table_of_attributes() -> None:
    [delete] = operations(BRIDGES)
    assert [p.location for p in delete.parameters] == [Location.PATH, Location.PATH, Location.QUERY]
    assert [p.required for p in delete.parameters] == [True, True, False]
    assert [s.code for s in delete.statuses] == [204]


def test_a_page_with_a_uid_is_in_our_own_format() -> None:
    assert all(o.layout == "callsheet" for o in operations(f"---\nuid: a\n---\n{VAULT}"))


def test_pages_of_one_name_are_different_operations(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "get.md").write_text(BRIDGES.replace("bridges", folder))
    catalog = Catalog.read(tmp_path, cached=False)
    assert [o.uid for o in catalog.operations] == [
        "delete-harbours._id.a._bridge_id",
        "delete-harbours._id.b._bridge_id",
    ]


def test_identities_of_different_routes_differ() -> None:
    routes = ("/a/{b}", "/a/b", "/a-b", "/a:/b", "/a.b", "/")
    assert len({identity("GET", route) for route in routes}) == len(routes)


@pytest.mark.parametrize(
    ("written", "template"),
    [
        ("/a/:id/b", "/a/{id}/b"),
        ("/a/&lt;id&gt;", "/a/{id}"),
        ("/a/{id | name}?x=1", "/a/{id}"),
        ("/root:/{path}:/content", "/root:/{path}:/content"),
        ("/a/(id or name)/b", "/a/{id-or-name}/b"),
        ("/a/zones(Standard=ns.kind'{x}')", "/a/zones(Standard=ns.kind'{Standard}')"),
    ],
)
def test_parameters_of_a_route_are_in_braces(written: str, template: str) -> None:
    assert template_of(written)[0] == template


def test_elisions_are_blanked_in_place() -> None:
    text = '[{"url": "http://a/...", // more\n...}, ...]'
    body, found = without_elisions(text)
    assert found
    assert len(body) == len(text)
    assert '"http://a/..."' in body


@pytest.mark.parametrize(
    "unit",
    ["`GET /a`\n\n", "# A\n`GET /a`\n", "- `a` (int: 1) b\n", "a\n: String. b\n\n",
     "- a\n    - `b` (string) c\n", "```\ncurl -d '{}' http://h/v1/a\n```\n\n",
     "| Method | Path |\n|---|---|\n| `GET` | `/a` |\n\n", "Returns `200`, and 404. ",
     "```\nGET /a\n\nHTTP/1.1 200 OK\n```\n", "## GET endpoints\n\n### `/a/:b`: One\n\n",
     "# A\n\n```\nPOST /a/{b}\n\n{}\n```\n\n", "- `a`: one of the values:\n  - `b`: c\n",
     "**Optional parameters**: `a` and `b`, with `c`. ", "```json\n{\"a\": \"b\" | \"c\"}\n```\n"],
)  # fmt: skip
def test_pages_are_read_in_linear_time(unit: str) -> None:
    def work(size: int) -> Callable[[], object]:
        data = ("`GET /x`\n\n" + unit * size).encode()
        return lambda: read_page(data, "x.md")

    assert growth(work, 40, 320) < 2


pieces = st.sampled_from(
    ["| Method | Path |\n|---|---|\n", "| `GET` | `/a/:b` |\n", "- `a` `(int: 1)` - b\n", "# A\n",
     "`GET /a/<b>`\n", "\n", "```\ncurl -X 'POST /a\n```\n", "```plaintext\nGET /a\n```\n", "a:\n",
     "{ ...\n", "a\n: {{<required>}} String.\n", "<div>\n", "**Example Request**:\n",
     "## GET endpoints\n", "### `/a/:b`: One\n", "```http\nPOST /a/{b} HTTP/1.1\n\n{}\n```\n",
     "- **Method:** `PUT`\n- **URL:** `/a`\n", "**Required parameters**: `a` as a name.\n",
     "| Endpoint | Description |\n|---|---|\n", "| `GET /a/(b or c)` | one |\n", "  - `c`: d\n",
     "- `a`: one of the values:\n", "Status: 204 No Content\n", "### Response: `200 OK`\n"]
)  # fmt: skip


@settings(max_examples=300)
@given(
    st.lists(pieces | st.text(max_size=20), max_size=20),
    st.sampled_from([None, *LAYOUTS.values()]),
)
def test_any_text_can_be_read(lines: list[str], layout: Layout | None) -> None:
    text = "".join(lines) + "\n`GET /x`\n"
    reading = read_page(text.encode(errors="replace"), "x.md", layout)
    last = text.count("\n") + text.count("\r") + 1
    for operation in reading.operations:
        rows = [
            *operation.parameters,
            *(operation.response.properties if operation.response else ()),
        ]
        rows += [row for body in operation.request_bodies for row in body.properties]
        spans = [operation.span, *(row.span for row in rows)]
        assert all(1 <= span.start <= span.end <= last for span in spans)
        assert len({(o.method, o.uid) for o in reading.operations}) == len(reading.operations)


ROUTED = "# Boats\n\n## Show a boat\n\n`GET /boats/:id`\n\n"


@given(
    st.lists(st.tuples(pieces, st.integers(1, 9)), max_size=12),
    st.sampled_from([*LAYOUTS.values()]),
)
def test_no_text_of_an_operation_is_lost(lines: list[tuple[str, int]], layout: Layout) -> None:
    parts = [f"{piece}\nText of word{number}x{at}.\n\n" for at, (piece, number) in enumerate(lines)]
    reading = read_page((ROUTED + "\n".join(parts)).encode(), "x.md", layout)
    first = min((o.span.start for o in reading.operations), default=0)
    assert first
    kept = repr(reading.operations)
    document = read_document((ROUTED + "\n".join(parts)).encode())
    for block in document.blocks:
        inside = any(o.span.start <= block.span.start <= o.span.end for o in reading.operations)
        if block.kind is BlockKind.PARAGRAPH and inside:
            for word in re.findall(r"word\d+x\d+", block.text):
                assert word in kept, block


def test_an_index_of_routes_finds_what_comparing_with_each_finds() -> None:
    parts = ("a", "b", "{id}", "{other}", "x-{id}", "{id}.{form}", "", "7", "x-7", "a.b")
    random = Random(7)  # noqa: S311 - the same each time

    def path() -> str:
        return "".join(f"/{random.choice(parts)}" for _ in range(random.randrange(6)))

    for _ in range(300):
        templates, asked = [path() for _ in range(random.randrange(4))], path()
        prefixes = [prefix_before(each, asked) for each in templates]
        index = TemplateIndex(templates)
        assert index.fits(asked) == ("" in prefixes), (templates, asked)
        assert index.fits(asked, MAX_PREFIX) == any(p is not None for p in prefixes), (
            templates,
            asked,
        )
