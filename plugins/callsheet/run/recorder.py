"""Stands between programs and the server, and keeps what they exchange."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, MutableMapping
from threading import Condition
from typing import Any

from callsheet.run.model import Exchange
from callsheet.server.messages import WORKSPACE_HEADER, Headers

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
"""An ASGI application, and what it is called with."""

PREFIX = "/-/run/"
"""Below this path each run has a base address of its own, which tells whose a request is."""

PATIENCE = 10
"""Seconds that the server may still be busy with the request of a run that has ended."""

MAX_KEPT = 32 * 1024 * 1024
"""Bytes of a body that are kept to be compared; more is passed on and not looked at."""


class Recorder:
    """An ASGI application that passes requests on to another one and keeps what is exchanged.

    The base address of a run is `PREFIX` and a name; the name is the workspace, too, so that runs
    don't see each other's changes.

    Args:
        app: The application behind it.
    """

    def __init__(self, app: App) -> None:
        self._app = app
        self._exchanges: dict[str, list[Exchange]] = defaultdict(list)
        self._open: Counter[str] = Counter()
        self._closed = Condition()

    def take(self, run: str) -> tuple[Exchange, ...]:
        """What a run exchanged, in order; it is forgotten here.

        A client may have its answer, and end, before the server is done with the request.
        """
        with self._closed:
            self._closed.wait_for(lambda: not self._open[run], PATIENCE)
            del self._open[run]
            return tuple(self._exchanges.pop(run, ()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on."""
        path: str = scope.get("path", "")
        if scope["type"] != "http" or not path.startswith(PREFIX):
            await self._app(scope, receive, send)
            return
        run, slash, rest = path.removeprefix(PREFIX).partition("/")
        raw = scope["raw_path"].partition(f"{PREFIX}{run}".encode())[2] or b"/"
        inner = {
            **scope,
            "path": slash + rest or "/",
            "raw_path": raw,
            "headers": [*scope["headers"], (WORKSPACE_HEADER.lower().encode(), run.encode())],
        }
        wire = _Wire(receive, send)
        with self._closed:
            self._open[run] += 1
        try:
            await self._app(inner, wire.receive, wire.send)
        finally:
            exchange = Exchange(
                scope["method"],
                raw.partition(b"?")[0].decode("latin-1"),
                scope["query_string"].decode("latin-1"),
                _headers(scope["headers"]),
                bytes(wire.content),
                wire.status,
                wire.headers,
                bytes(wire.body),
            )
            with self._closed:
                self._exchanges[run].append(exchange)
                self._open[run] -= 1
                self._closed.notify_all()


class _Wire:
    """What comes from the client and what goes back to it, kept as it passes."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self.content = bytearray()
        self.status = 0
        self.headers = Headers()
        self.body = bytearray()

    async def receive(self) -> Message:
        message = await self._receive()
        _keep(self.content, message.get("body", b""))
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = _headers(message["headers"])
        else:
            _keep(self.body, message.get("body", b""))
        await self._send(message)


def _keep(kept: bytearray, more: bytes) -> None:
    kept += more[: max(0, MAX_KEPT - len(kept))]


def _headers(fields: list[tuple[bytes, bytes]]) -> Headers:
    return Headers((name.decode("latin-1"), value.decode("latin-1")) for name, value in fields)
