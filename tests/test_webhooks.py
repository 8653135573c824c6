"""Webhooks, and callbacks with pages of their own: in OpenAPI, on the site, checked and sent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import requests
from click.testing import CliRunner

from callsheet.catalog import Catalog
from callsheet.cli import main
from callsheet.diff import Kind, compare
from callsheet.diff.model import DocsTree, Level
from callsheet.export import openapi
from callsheet.model import Outgoing
from callsheet.server.http.messages import WORKSPACE_HEADER
from callsheet.server.settings import Settings
from callsheet.site.generated.documents import json_of
from callsheet.source import read_page
from tests import callbacks
from tests.callbacks import order, recorded
from tests.openapi_facts import compare_facts
from tests.parcels import Reader, catalog_of, problem, serving
from tests.parsed import Parsed
from tests.processes import SECONDS
from tests.sites import build
from tests.test_callbacks import Receiver
from tests.test_downloads import joined

PARCEL: dict[str, Any] = {
    "type": "object",
    "required": ["number"],
    "properties": {
        "number": {"type": "integer", "format": "int32", "description": "Which one."},
        "place": {"type": "string", "maxLength": 40, "description": "Where it is."},
    },
}
URL = "{$request.body#/callbackUrl}"


def sent(example: Any, **more: Any) -> dict[str, Any]:
    """An Operation Object with a body and a response."""
    content = {"schema": {"$ref": "#/components/schemas/Parcel"}, "example": example}
    return {
        "tags": ["Parcels"],
        "requestBody": {
            "required": True,
            "description": "What is sent.",
            "content": {"application/json": content},
        },
        "responses": {"204": {"description": "It was received."}},
        **more,
    }


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Parcels", "version": "1"},
    "security": [{"key": []}],
    "paths": {
        "/parcels": {
            "post": {
                "operationId": "order",
                "security": [],
                "summary": "Order a parcel",
                "tags": ["Parcels"],
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {
                                "type": "object",
                                "properties": {
                                    "callbackUrl": {"type": "string", "description": "Whither."}
                                },
                            },
                            "example": {"callbackUrl": "http://localhost:9/"},
                        }
                    }
                },
                "responses": {"204": {"description": "It was ordered."}},
                "callbacks": {
                    "moved": {
                        URL: {
                            "post": sent(
                                {"number": 7, "place": "Oslo"},
                                operationId="parcelMoved",
                                summary="A parcel has moved",
                                description="Sent each time.",
                                parameters=[
                                    {
                                        "name": "X-Try",
                                        "in": "header",
                                        "required": True,
                                        "description": "Which attempt it is.",
                                        "schema": {"type": "integer", "format": "int32"},
                                        "example": 1,
                                    }
                                ],
                            )
                        },
                        f"{URL}/again": {"put": sent({"number": 9})},
                    }
                },
            }
        }
    },
    "webhooks": {
        "parcel/lost <b>": {
            "post": sent(
                {"number": 8, "place": "Rome"},
                operationId="parcelLost",
                summary="A parcel is lost",
                security=[{"key": []}],
            ),
            "put": sent({"number": 1}),
        }
    },
    "components": {
        "schemas": {"Parcel": PARCEL},
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
    },
}
LOST = Outgoing("parcel/lost <b>")
MOVED = Outgoing("moved", "order", URL)
PAGE = """---
uid: lost
title: A parcel is lost
webhook: parcel.lost
---

# A parcel is lost

```http
POST /hooks
```

Sent when it is lost.

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Content-Type | What you send: `application/json` |

## Request Body: body

| Property Name | Type | Description |
| --- | --- | --- |
| number | int32 | Which one. **Required** |

## Response

| Response | Description |
| --- | --- |
| 204 | It was received. |

## Sample request

```http!
POST /hooks
Content-Type: application/json

{"number": 7}
```

## Sample response

```http_
HTTP/1.1 204 No Content
```
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the document."""
    folder = tmp_path_factory.mktemp("webhooks")
    (folder / "api.json").write_text(json.dumps(DOCUMENT))
    done = CliRunner().invoke(
        main, ["import", "openapi", str(folder / "api.json"), "--out", str(folder / "docs")]
    )
    assert done.exit_code == 0, done.output
    return folder / "docs"


def test_import(pages: Path) -> None:
    catalog = Catalog.read(pages, cached=False)
    assert [operation.uid for operation in catalog.operations] == ["order"]
    found = {each.uid: each.outgoing for each in catalog.outgoing}
    assert found["parcelLost"] == LOST
    assert found["parcelMoved"] == MOVED
    assert len(found) == 4
    assert {each.path.rpartition("/")[0] for each in catalog.outgoing} == {"Parcels"}
    assert {each.signature for each in catalog.webhooks} == {
        f"PUT {LOST.name}",
        f"POST {LOST.name}",
    }


def test_parts_that_are_copied_as_text(pages: Path) -> None:
    catalog = Catalog.read(pages, cached=False)
    assert joined(catalog) == json_of(openapi(catalog))


def test_document_with_webhooks_alone(tmp_path: Path) -> None:
    alone = {"openapi": "3.1.0", "info": DOCUMENT["info"], "webhooks": {"ping": {"post": {}}}}
    (tmp_path / "api.json").write_text(json.dumps(alone))
    arguments = ["import", "openapi", str(tmp_path / "api.json"), "--out", str(tmp_path / "docs")]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert list(openapi(Catalog.read(tmp_path / "docs", cached=False))["webhooks"]) == ["ping"]


def test_facts_come_back(pages: Path, tmp_path: Path) -> None:
    document = json.loads(json.dumps(openapi(Catalog.read(pages, cached=False))))
    found = compare_facts(DOCUMENT, document)
    assert found.lost == []
    assert found.operations == (3, 3)
    # Exporting an import of an export changes nothing.
    (tmp_path / "again.json").write_text(json.dumps(document))
    arguments = ["import", "openapi", str(tmp_path / "again.json"), "--out", str(tmp_path / "docs")]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    again = openapi(Catalog.read(tmp_path / "docs", cached=False))
    assert again == document


def test_fresh_import_has_no_findings(pages: Path) -> None:
    done = CliRunner().invoke(main, ["check", "--docs", str(pages)])
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("webhook: [1]", "`webhook` must be the name"),
        ("webhook: ''", "`webhook` must be the name"),
        ("callback: moved", "`callback` must be the `name`"),
        ("callback: {name: moved, of: order}", "`callback` must be the `name`"),
        ("callback: {name: a, of: order, address: /hooks}", "`callback` must be the `name`"),
    ],
)
def test_wrong_keys(key: str, expected: str) -> None:
    reading = read_page(PAGE.replace("webhook: parcel.lost", key).encode(), "lost.md")
    (finding,) = reading.findings
    assert expected in finding.message
    assert reading.operation
    assert reading.operation.outgoing is None


def test_callback_of_nothing_and_webhook_twice() -> None:
    key = f"callback: {{name: moved, of: nothing, address: '{URL}'}}"
    unknown = PAGE.replace("webhook: parcel.lost", key).replace("uid: lost", "uid: moved")
    twice = PAGE.replace("uid: lost", "uid: again")
    catalog = catalog_of({"lost": PAGE, "moved": unknown, "again": twice})
    found = {(finding.path, finding.code) for finding in catalog.findings}
    assert found == {("moved.md", "CS036"), ("again.md", "CS021")}


def test_no_program_calls_it(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "docs").symlink_to(pages)
    arguments = ["samples", "--docs", str(pages), "--out", str(tmp_path / "samples")]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    names = {file.name for file in (tmp_path / "samples").rglob("*") if file.is_file()}
    assert any("order" in name for name in names)
    assert not [name for name in names if "parcel" in name.lower()]


@pytest.mark.slow
def test_site(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for file in pages.rglob("*.md"):
        target = tmp_path / "docs" / file.relative_to(pages)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(file.read_bytes())
    config = "site_name: Parcels\nplugins:\n  - search\n  - callsheet\n"
    (tmp_path / "mkdocs.yml").write_text(config)
    files = build(tmp_path)
    lost = Parsed(files["Parcels/parcelLost/index.html"])
    note = lost.select_one(".callsheet-note")
    assert note
    assert "the webhook parcel/lost <b>, to an address" in note.get_text()
    assert "Rome" in lost.get_text()
    # Neither a console nor a program.
    assert not lost.select(".callsheet-route, .callsheet-tabs")
    assert not [name for name in files if "console" in name and "parcel" in name.lower()]
    moved = Parsed(files["Parcels/parcelMoved/index.html"])
    assert moved.select_one(".callsheet-note a[href='../order/']")
    order_page = Parsed(files["Parcels/order/index.html"])
    assert order_page.select(".callsheet-tabs")
    assert order_page.select_one(".callsheet-note a[href='../parcelMoved/']")
    assert "A parcel is lost" in files["index.html"].decode()


def webhook(url: str, name: str, target: str, method: str = "POST") -> requests.Response:
    """The response to the request for a webhook."""
    return requests.request(
        method,
        f"{url}/-/webhooks",
        params={"name": name, "url": target},
        headers={WORKSPACE_HEADER: "w"},
        timeout=SECONDS,
    )


def test_webhook_is_sent(pages: Path) -> None:
    with Receiver().running() as receiver, callbacks.serving(text=PAGE) as url:
        assert webhook(url, "parcel.lost", f"{receiver.url}/x?k=1").status_code == 202
        method, path, fields, body = receiver.received.get(timeout=SECONDS)
        (entry,) = recorded(url, key="webhook")
        state = requests.get(f"{url}/-/", timeout=SECONDS).json()
    assert (method, path, fields["content-type"]) == ("POST", "/x?k=1", "application/json")
    assert json.loads(body) == {"number": 7}
    assert (entry["webhook"], entry["uid"], entry["status"]) == ("parcel.lost", "lost", 204)
    assert "callback" not in entry
    assert [each["name"] for each in state["webhooks"]] == ["parcel.lost"]
    assert state["operations"] == []


@pytest.mark.parametrize(
    ("name", "target", "status"),
    [
        ("other", "http://localhost/", 404),
        ("parcel.lost", "", 400),
        ("parcel.lost", "file:///etc/passwd", 400),
        ("parcel.lost", "http://user:pw@localhost/", 400),
        ("parcel.lost", "http://example.com/", 403),
        ("parcel.lost", "http://169.254.169.254/", 403),
    ],
)
def test_refused_webhooks(name: str, target: str, status: int) -> None:
    with callbacks.serving(text=PAGE) as url:
        response = webhook(url, name, target)
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"


def test_webhooks_go_to_allowed_hosts_only() -> None:
    target = Receiver()
    with (
        target.running(),
        callbacks.serving(text=PAGE, settings=Settings(callback_hosts=("127.0.0.1",))) as url,
    ):
        assert webhook(url, "parcel.lost", target.url).status_code == 403
        there = target.url.replace("localhost", "127.0.0.1")
        assert webhook(url, "parcel.lost", there).status_code == 202
        target.received.get(timeout=SECONDS)


def test_other_sites_cannot_send_webhooks() -> None:
    with serving(catalog_of({"lost": PAGE}), packs=()) as found:
        target = "/-/webhooks?name=parcel.lost&url=http://localhost/"
        problem(Reader(*found).ask("POST", target, Origin="https://example.com"), 403)
        # The route of its page is the receiver's.
        problem(Reader(*found).ask("POST", "/hooks", {"number": 7}), 404)


def test_callback_with_a_page_is_sent(pages: Path) -> None:
    catalog = Catalog.read(pages, cached=False)
    with Receiver().running() as receiver, callbacks.serving(catalog=catalog) as url:
        response = order(url, "callback=parcelMoved", "/parcels", callbackUrl=receiver.url)
        assert response.status_code == 204, response.text
        *_, fields, body = receiver.received.get(timeout=SECONDS)
        (entry,) = recorded(url)
    assert json.loads(body) == {"number": 7, "place": "Oslo"}
    assert fields["x-try"] == "1"
    assert (entry["callback"], entry["uid"]) == ("moved", "order")


def tree(*texts: str) -> DocsTree:
    """A tree of pages."""
    return DocsTree(catalog_of({f"page{n}": text for n, text in enumerate(texts)}), "")


def test_differences() -> None:
    row = "| number | int32 | Which one. **Required** |\n"
    more = PAGE.replace(row, f"{row}| place | string | Where. **Required** |\n")
    found = {(change.kind, change.level) for change in compare(tree(PAGE), tree(more)).changes}
    # Clients receive the body: one more property breaks nothing, one less does.
    assert found == {(Kind.REQUEST_PROPERTY_ADDED, Level.ADDITIVE)}
    found = {(change.kind, change.level) for change in compare(tree(more), tree(PAGE)).changes}
    assert found == {(Kind.REQUEST_PROPERTY_REMOVED, Level.BREAKING)}
    (change,) = compare(tree(PAGE), tree()).changes
    assert (change.kind, change.level) == (Kind.CALLBACK_REMOVED, Level.BREAKING)
    assert change.message == "The webhook `parcel.lost` is gone."
    renamed = PAGE.replace("webhook: parcel.lost", "webhook: parcel.gone")
    kinds = {change.kind for change in compare(tree(PAGE), tree(renamed)).changes}
    assert kinds == {Kind.CALLBACK_REMOVED, Kind.CALLBACK_ADDED}


def test_a_page_of_its_own_is_the_same_callback(pages: Path) -> None:
    section = f"## Callback: moved\n\n```http\nPOST {URL}\n```\n"
    text = (pages / "Parcels/order.md").read_text()
    moved = (pages / "Parcels/parcelMoved.md").read_text()
    apart, together = tree(text, moved), tree(text + "\n" + section)
    kinds = {change.kind for change in compare(together, apart).changes}
    assert Kind.CALLBACK_ADDED not in kinds
    assert Kind.CALLBACK_REMOVED not in kinds


def test_pages_stay_in_step(pages: Path, tmp_path: Path) -> None:
    for file in pages.rglob("*.md"):
        target = tmp_path / "docs" / file.relative_to(pages)
        target.parent.mkdir(exist_ok=True, parents=True)
        target.write_bytes(file.read_bytes())
    new = json.loads(json.dumps(DOCUMENT))
    moved = new["paths"]["/parcels"]["post"]["callbacks"]["moved"]
    moved["{$request.body#/to}"] = moved.pop(URL)
    new["webhooks"]["found"] = {"post": sent({"number": 2})}
    (tmp_path / "new.json").write_text(json.dumps(new))
    arguments = ["check", "--docs", str(tmp_path / "docs"), "--against", str(tmp_path / "new.json")]
    done = CliRunner().invoke(main, arguments)
    assert f"The address of the callback `moved` is `{URL}` on the page" in done.output
    assert "No page documents the webhook `found`" in done.output
    arguments = ["import", "openapi", str(tmp_path / "new.json"), "--out", str(tmp_path / "docs")]
    done = CliRunner().invoke(main, [*arguments, "--update"])
    assert "The webhook `found` is new" in done.output
    catalog = Catalog.read(tmp_path / "docs", cached=False)
    assert compare_facts(new, json.loads(json.dumps(openapi(catalog)))).lost == []
