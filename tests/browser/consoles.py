"""What the tests of the console share: servers to ask, and how to use the console."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.run.recorder import App, Message, Receive, Scope, Send
from callsheet.samples.assets import read_asset
from callsheet.server.adapters.app import create_app
from tests.conftest import DOCS

PERSON = "reference/Person/v1PersonEntity_"
BLOB = "reference/BLOB_Agent/v1BLOBAgent_"
IMAGE: Any = {"name": "new image.gif", "mimeType": "image/gif", "buffer": read_asset("image.gif")}

Change = Callable[[int, dict[str, str], bytes], tuple[int, dict[str, str], bytes]]
"""From status, header fields and body of an answer to others."""


def application(site: Path | None = None, **options: Any) -> App:
    """The reference server for the project's own pages."""
    return create_app(Catalog.read(DOCS), DEFAULT_DATABASE, site, **options, packs=[SUPEROFFICE])


def changed(app: App, change: Change) -> App:
    """An application that answers requests to the API as another one does, but for a change."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await app(scope, receive, send)
            return
        start: dict[str, Any] = {}

        async def change_and_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                return
            fields = {k.decode().lower(): v.decode() for k, v in start["headers"]}
            status, fields, body = change(start["status"], fields, message.get("body", b""))
            fields["content-length"] = str(len(body))
            headers = [(k.encode(), v.encode("latin-1")) for k, v in fields.items()]
            await send({**start, "status": status, "headers": headers})
            await send({"type": "http.response.body", "body": body})

        await app(scope, receive, change_and_send)

    return answer


def instead(body: bytes, media_type: str, status: int = 200, **fields: str) -> Change:
    """An answer in the place of every other; in the names of fields, `_` stands for a hyphen."""
    more = {name.replace("_", "-"): value for name, value in fields.items()}
    return lambda *_: (status, {"content-type": media_type, **more}, body)


class Policed:
    """An application that sends a policy with each answer, once it has one."""

    def __init__(self, app: App) -> None:
        self._app = app
        self.policy = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start" and self.policy:
                field = (b"content-security-policy", self.policy.encode())
                message = {**message, "headers": [*message["headers"], field]}
            await send(message)

        await self._app(scope, receive, send_with_policy)


def silent(app: App) -> App:
    """An application that never answers a request to the API, until its client goes away."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await app(scope, receive, send)
            return
        while (await receive())["type"] != "http.disconnect":
            await asyncio.sleep(0)

    return answer


def open_console(page: Page, url: str) -> Locator:
    """Goes to a page and opens its console."""
    page.goto(url)
    page.get_by_role("button", name="Try it").click()
    return console(page)


def console(page: Page) -> Locator:
    """The console, which is open."""
    found = page.get_by_role("region", name="Try it")
    expect(found).to_be_visible()
    return found


def editor(console: Locator) -> Locator:
    """The editor of the body."""
    return console.get_by_role("textbox", name="Body")


def send(console: Locator) -> Locator:
    """Sends the request; gives what is shown of the answer."""
    console.get_by_role("button", name="Send", exact=True).click()
    return console.locator(".callsheet-answer")


def status_of(answer: Locator) -> Locator:
    """The status that is shown."""
    return answer.locator(".callsheet-status")


def said(console: Locator) -> Locator:
    """What the live region says."""
    return console.locator(".callsheet-say")


def space_of(console: Locator) -> dict[str, str]:
    """The header field that opens the reader's workspace."""
    return {"Callsheet-Workspace": console.get_by_label("Workspace").input_value()}


def storage(page: Page) -> dict[str, str]:
    """The session's storage."""
    found: dict[str, str] = json.loads(page.evaluate("JSON.stringify(sessionStorage)"))
    return found
