"""A proxy between programs and the server that records their exchanges."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, MutableMapping
from threading import Condition
from typing import Any

from callsheet.http.headers import Headers
from callsheet.run.model import Exchange
from callsheet.server.http.messages import WORKSPACE_HEADER

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
"""An ASGI application, and the types of its arguments."""

PREFIX = "/-/run/"
"""The path below which each run has its own base address, which identifies its requests."""

PATIENCE = 10
"""Seconds to wait for the server to finish the requests of a run that has ended."""

MAX_KEPT = 32 * 1024 * 1024
"""Bytes of a body that are recorded; what follows is only passed on."""

NO_ANSWER = "callsheet.no_answer"
"""The key of an ASGI message: why this response stands in for one of the live server."""

# RFC 9110, 15.4: clients follow the `Location` of these by themselves.
_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})


class Recorder:
    """An ASGI application that passes requests on to another one and records the exchanges.

    The base address of a run is `PREFIX` and a name; the name is the workspace, too, so that runs
    do not see each other's changes. A redirection loses its `Location`: at another address nothing
    of the program would be recorded or limited.

    Args:
        app: The application behind it.
    """

    def __init__(self, app: App) -> None:
        self._app = app
        self._wires: dict[str, list[Wire]] = defaultdict(list)
        self._ended = Condition()

    def take(self, run: str) -> tuple[Exchange, ...]:
        """Return the exchanges of a run in order, and forget them.

        A client may have its response, and end, before the server is done with the request, so this
        waits for the server.
        """
        with self._ended:
            self._ended.wait_for(lambda: all(wire.ended for wire in self._wires[run]), PATIENCE)
            return tuple(wire.exchange() for wire in self._wires.pop(run))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and record it."""
        path: str = scope.get("path", "")
        if scope["type"] != "http" or not path.startswith(PREFIX):
            await self._app(scope, receive, send)
            return
        run, slash, rest = path.removeprefix(PREFIX).partition("/")
        # From the raw path, in which `%2F` is still different from a slash.
        raw = scope["raw_path"].partition(f"{PREFIX}{run}".encode())[2] or b"/"
        inner = {
            **scope,
            "path": slash + rest or "/",
            "raw_path": raw,
            "headers": [*scope["headers"], (WORKSPACE_HEADER.lower().encode(), run.encode())],
        }
        wire = Wire({**scope, "raw_path": raw}, receive, send)
        with self._ended:
            # Under the lock: `take` runs in the thread of the runner, the application in that of
            # the server.
            self._wires[run].append(wire)
        try:
            await self._app(inner, wire.receive, wire.send)
        finally:
            with self._ended:
                wire.ended = True
                self._ended.notify_all()


class Wire:
    """Records the messages of one request and its response as they pass."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._content = bytearray()
        self._status = 0
        self._headers = Headers()
        self._body = bytearray()
        self._no_answer = ""
        self.ended = False

    async def receive(self) -> Message:
        """Receive the next message of the request."""
        message = await self._receive()
        _keep(self._content, message.get("body", b""))
        return message

    async def send(self, message: Message) -> None:
        """Send the next message of the response."""
        if message["type"] == "http.response.start":
            self._no_answer = message.get(NO_ANSWER, "")
            if not self._no_answer:
                self._status = message["status"]
                self._headers = _headers(message["headers"])
            if self._status in _REDIRECTIONS:
                fields = [f for f in message["headers"] if f[0].lower() != b"location"]
                message = {**message, "headers": fields}
        elif not self._no_answer:
            _keep(self._body, message.get("body", b""))
        await self._send(message)

    def exchange(self) -> Exchange:
        """Return the records so far."""
        no_answer = self._no_answer
        if not self._status and not self.ended:
            no_answer = "none came before the program ended"
        return Exchange(
            self._scope["method"],
            self._scope["raw_path"].partition(b"?")[0].decode("latin-1"),
            self._scope["query_string"].decode("latin-1"),
            _headers(self._scope["headers"]),
            bytes(self._content),
            self._status,
            self._headers,
            bytes(self._body),
            no_answer,
        )


def _keep(kept: bytearray, more: bytes) -> None:
    kept += more[: max(0, MAX_KEPT - len(kept))]


def _headers(fields: list[tuple[bytes, bytes]]) -> Headers:
    return Headers((name.decode("latin-1"), value.decode("latin-1")) for name, value in fields)
