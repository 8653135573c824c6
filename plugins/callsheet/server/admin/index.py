"""The page about the server, at `/` and `/-/`: what it has, and how to sign in."""

from collections.abc import Iterable
from functools import cached_property
from html import escape
from typing import Any

from callsheet.catalog import Catalog
from callsheet.http.media_types import JSON, negotiate
from callsheet.server.access.authentication import USER, Credentials
from callsheet.server.http.messages import (
    WORKSPACE_HEADER,
    HttpRequest,
    HttpResponse,
    json_response,
)
from callsheet.server.limits import KIB
from callsheet.server.resources.grouping import Collection
from callsheet.server.state import Store

MAX_COLLECTIONS = 50
"""How many collections are counted for the page."""

_MAX_COUNTED = 256 * KIB
"""Size of the members of a collection that are counted."""

_HTML = "text/html"
_HEADERS = (("Vary", f"Accept, Cookie, {WORKSPACE_HEADER}"), ("Cache-Control", "no-store"))
_ADDRESSES = {
    "/-/health": "whether the server works",
    "/-/contract": "the OpenAPI document of its operations",
    "/-/requests": "the last requests of your workspace",
}


class IndexPage:
    """Describes the server to people as HTML, and to programs as JSON.

    Args:
        catalog: The operations.
        credentials: What signs in.
        collections: What is stored.
    """

    def __init__(
        self, catalog: Catalog, credentials: Credentials, collections: Iterable[Collection]
    ) -> None:
        self._catalog = catalog
        self._credentials = credentials
        named = {item.name: item for item in collections if not item.depth}
        self._collections = sorted(named)[:MAX_COLLECTIONS]

    def response(self, request: HttpRequest, store: Store) -> HttpResponse:
        """Answer with the page, in the media type that the client prefers."""
        state = self._state(request, store)
        if negotiate(request.headers.get("Accept"), (JSON, _HTML)) != _HTML:
            return json_response({**self._members, "workspace": state}, _HEADERS)
        fields = (("Content-Type", f"{_HTML}; charset=utf-8"), *_HEADERS)
        return HttpResponse(200, fields, self._html(state, request.base).encode())

    def _state(self, request: HttpRequest, store: Store) -> dict[str, Any]:
        counts = {}
        with store.transaction(request.workspace, writing=False) as state:
            for name in self._collections:
                members = state.page(name, 0, None, _MAX_COUNTED)
                counts[name] = None if members is None else len(members)
        return {"is_everybodys": not request.workspace, "collections": counts}

    @cached_property
    def _members(self) -> dict[str, Any]:
        tokens = sorted(self._credentials.tokens)
        return {
            "addresses": dict(_ADDRESSES),
            "credentials": {"user": USER, "password": tokens[0], "token": tokens[0]},
            "operations": [
                {
                    "uid": operation.uid,
                    "method": operation.method,
                    "route": operation.route.template,
                    "title": operation.title,
                    "page": operation.path,
                }
                for operation in self._catalog.operations
            ],
            "webhooks": [
                {"name": each.route_or_name, "title": each.title, "page": each.path}
                for each in self._catalog.webhooks
            ],
        }

    def _html(self, state: dict[str, Any], base: str) -> str:
        signing_in = self._members["credentials"]
        whose = "the shared workspace" if state["is_everybodys"] else "your own workspace"
        counts = "".join(
            f"<tr><td>{escape(name)}<td>{'many' if count is None else count}"
            for name, count in state["collections"].items()
        )
        stored = f"<table><tr><th>Collection<th>Members{counts}</table>" if counts else ""
        links = "".join(
            f'<li><a href="{base}{address}">{address}</a>: {escape(text)}'
            for address, text in _ADDRESSES.items()
        )
        return (
            f"<!doctype html><html lang=en><meta charset=utf-8><title>Callsheet</title>"
            f"<h1>Reference server</h1><ul>{links}</ul>"
            f"<h2>Credentials</h2><p>User <code>{escape(signing_in['user'])}</code>, password"
            f" <code>{escape(signing_in['password'])}</code>; as a token or an API key"
            f" <code>{escape(signing_in['token'])}</code>."
            f"<h2>Workspace</h2><p>This is {whose}. To get one of your own, send the header"
            f" <code>{WORKSPACE_HEADER}</code> with any text.{stored}{self._operations}"
        )

    @cached_property
    def _operations(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(item.method)}<td><code>{escape(item.route.template)}</code>"
            f"<td>{escape(item.title)}<td><code>{escape(item.uid)}</code>"
            for item in self._catalog.operations
        )
        head = "<tr><th>Method<th>Route<th>Title<th>uid"
        listed = f"<h2>Operations</h2><table>{head}{rows}</table>"
        webhooks = "".join(
            f"<tr><td><code>{escape(item.route_or_name)}</code><td>{escape(item.title)}"
            for item in self._catalog.webhooks
        )
        if not webhooks:
            return listed
        how = "<p>To get one, send <code>POST /-/webhooks?name=NAME&amp;url=URL</code>."
        return f"{listed}<h2>Webhooks</h2>{how}<table><tr><th>Name<th>Title{webhooks}</table>"
