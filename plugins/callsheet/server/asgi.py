"""The reference server as an ASGI application, which any ASGI server can run."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import Any

from callsheet.server import access
from callsheet.server.core import ReferenceServer
from callsheet.server.inert import NO_SNIFFING
from callsheet.server.journal import Entry, Journal, Outcome
from callsheet.server.limits import Limits
from callsheet.server.messages import REQUEST_ID_HEADER, Headers, Request, Response
from callsheet.server.problems import Problem
from callsheet.server.state import Store

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ASGIApp = Callable[[Scope, Receive, Send], Awaitable[None]]

_LOG = logging.getLogger(__name__)

_PATIENCE = 4
"""How many times the limit is read before the connection is given up. A client that is still
sending when the connection closes sees an error in the place of the answer."""

_WITHOUT_LENGTH = (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)
_CLOSE = ("Connection", "close")


class ClientGoneError(Exception):
    """The client closed the connection before its request was whole."""


class Application:
    """The ASGI application.

    Args:
        server: What answers.
        store: What is remembered from one request to the next.
        journal: What is told of each request.
        site: What answers for every path that is not of the API, if anything.
        limits: What a client may cost.
    """

    def __init__(
        self,
        server: ReferenceServer,
        store: Store,
        journal: Journal | None = None,
        site: ASGIApp | None = None,
        limits: Limits | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self._server = server
        self._store = store
        self._journal = journal
        self._site = site
        # Where requests take turns anyway, to hand one to a thread takes longer than to answer it.
        parallel = store.parallel
        self._threads = ThreadPoolExecutor(parallel, "callsheet") if parallel > 1 else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request (ASGI 3.0, HTTP 2.3), or tells of the server's end (Lifespan 2.0)."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._serve(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        if self._journal:
            self._journal.close()
        self._store.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        start = time.perf_counter()
        if self._site is not None and not self._server.owns(scope["path"]):
            request = _request(scope)
            outcome = await _pass_on(self._site, request, (scope, receive, send))
        else:
            try:
                request, outcome = await self._answer(scope, receive)
            except ClientGoneError:
                return
            await _send(outcome.response, send)
        entry = Entry.of(request, outcome, time.perf_counter() - start)
        access.log(entry)
        if self._journal and self._server.is_of_api(request.path):
            self._journal.note(entry)

    async def _answer(self, scope: Scope, receive: Receive) -> tuple[Request, Outcome]:
        request = None
        try:
            request = _request(scope, await self._read_body(receive))
            return request, await self._respond(request)
        except Problem as problem:
            refused = problem
        except asyncio.CancelledError:
            # The server ends, and has waited for long enough.
            refused = Problem(503, "The server ended before it answered.", headers=[_CLOSE])
        request = request or _request(scope)
        return request, self._server.refusal(request, refused)

    async def _respond(self, request: Request) -> Outcome:
        if self._threads is None:
            return self._respond_now(request)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._respond_now, request)

    def _respond_now(self, request: Request) -> Outcome:
        try:
            return self._server.answer(request, self._store)
        except Exception:
            # A behaviour or the database failed. Its transaction is undone, so the client may try
            # again; the reason is for the log alone.
            _LOG.exception("%s %s failed (%s)", request.method, request.path, request.id)
            detail = "The server failed to answer; nothing was changed."
            return self._server.refusal(request, Problem(500, detail))

    async def _read_body(self, receive: Receive) -> bytes:
        body = bytearray()
        length = 0
        limit = self.limits.body_bytes
        try:
            async with asyncio.timeout(self.limits.body_seconds):
                async for chunk in _chunks(receive):
                    length += len(chunk)
                    if length <= limit:
                        body += chunk
                    elif length > limit * _PATIENCE:
                        break
        except TimeoutError:
            seconds = f"{self.limits.body_seconds:g} seconds"
            detail = f"The body did not arrive within {seconds}; nothing was stored."
            raise Problem(408, detail, headers=[_CLOSE]) from None
        if length > limit:
            size = f"{limit / 1024 / 1024:g} MiB"
            detail = f"The body is larger than {size}, the limit of this server"
            raise Problem(413, f"{detail}; nothing was stored.", headers=[_CLOSE])
        return bytes(body)


async def _chunks(receive: Receive) -> AsyncIterator[bytes]:
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientGoneError
        yield message.get("body", b"")
        more = message.get("more_body", False)


def _request(scope: Scope, body: bytes = b"") -> Request:
    return Request(
        method=scope["method"],
        path=(scope.get("raw_path") or scope["path"].encode()).decode("latin-1"),
        query=scope["query_string"].decode("latin-1"),
        headers=Headers((k.decode("latin-1"), v.decode("latin-1")) for k, v in scope["headers"]),
        body=body,
    )


async def _send(response: Response, send: Send) -> None:
    headers = [
        (name.lower().encode("latin-1"), value.encode("latin-1", "replace"))
        for name, value in response.headers
    ]
    has_length = response.header("Content-Length") is not None
    if not has_length and response.status not in _WITHOUT_LENGTH:
        headers.append((b"content-length", str(len(response.body)).encode()))
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    await send({"type": "http.response.body", "body": response.body})


async def _pass_on(site: ASGIApp, request: Request, asgi: tuple[Scope, Receive, Send]) -> Outcome:
    """Lets the site answer, and gives its answer what all answers have."""
    scope, receive, send = asgi
    status = int(HTTPStatus.INTERNAL_SERVER_ERROR)

    async def send_with_id(message: Message) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
            own = [
                (name.lower().encode(), value.encode())
                for name, value in ((REQUEST_ID_HEADER, request.id), NO_SNIFFING)
            ]
            message = {**message, "headers": [*message.get("headers", ()), *own]}
        await send(message)

    await site(scope, receive, send_with_id)
    return Outcome(Response(status))
