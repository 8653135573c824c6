"""The reference server as an ASGI application, which any ASGI server can run."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from typing import Any, TypeVar

from callsheet.http.headers import Headers
from callsheet.server.adapters import access_log as access
from callsheet.server.adapters.callbacks import CallbackSender
from callsheet.server.core import ReferenceServer, Steps
from callsheet.server.http.content_coding import decompress
from callsheet.server.http.inert import NO_SNIFFING
from callsheet.server.http.messages import REQUEST_ID_HEADER, HttpRequest, HttpResponse
from callsheet.server.http.outgoing import OutgoingRequest
from callsheet.server.http.preferences import Preferences
from callsheet.server.http.problems import Problem
from callsheet.server.http.wire import (
    CLOSE,
    failed,
    fields_as_sent,
    names_host,
    too_large,
    without_host,
)
from callsheet.server.journal import HandledRequest, Journal, JournalEntry
from callsheet.server.limits import KIB, Limits
from callsheet.server.state import Store

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ASGIApp = Callable[[Scope, Receive, Send], Awaitable[None]]
_T = TypeVar("_T")

_LOG = logging.getLogger(__name__)

_PATIENCE = 4
"""How many times the limit is read before the connection is given up. A client that is still
sending when the connection closes sees an error in the place of the answer."""

_LARGE = 64 * KIB
"""A body of more bytes is read in a thread: while it is, other requests are answered."""

_BESIDE = 4
"""How many threads answer other requests meanwhile, where requests otherwise need none."""

_LONG = 2
"""How many slow answers are computed at a time; more threads only switch more often."""

DROP = "callsheet.drop"
"""The entry of the connection's state (ASGI, Lifespan State) that is a function which closes it."""


class ClientGoneError(Exception):
    """Raised where the client closes the connection before its request is complete."""


class Application:
    """The ASGI application.

    Args:
        server: What answers.
        store: What is remembered from one request to the next.
        journal: What is logged about each request.
        site: What answers for every path that is not of the API, if anything.
        limits: The limits on resources.
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
        # But while a large one is answered, none may wait for its turn here.
        self._threads = ThreadPoolExecutor(max(store.parallel, _BESIDE), "callsheet")
        self._always_in_threads = store.parallel > 1
        # One, so that of the values of large bodies only one is in memory.
        self._large = ThreadPoolExecutor(1, "callsheet-large")
        # Nothing that is done there keeps others waiting for the state.
        self._long = ThreadPoolExecutor(_LONG, "callsheet-long")
        self._large_ones: set[Future[Any]] = set()
        self._waiting = 0
        self._callbacks = CallbackSender(self.limits)

    @property
    def store(self) -> Store:
        """State between requests."""
        return self._store

    @property
    def methods(self) -> frozenset[str]:
        """The methods of all operations."""
        return self._server.methods

    @property
    def journal(self) -> Journal | None:
        """Log of requests."""
        return self._journal

    def replace(self, server: ReferenceServer) -> None:
        """Let another server answer the requests from now on."""
        self._server = server

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI 3.0, HTTP 2.3), or handle start and end (Lifespan 2.0)."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._serve(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def close(self) -> None:
        """End what is still sent, and close the state."""
        await self._callbacks.close()
        if self._journal:
            self._journal.close()
        self._store.close()

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        start = time.perf_counter()
        headers = Headers((k.decode("latin-1"), v.decode("latin-1")) for k, v in scope["headers"])
        is_valid = names_host(headers, scope.get("http_version", ""))
        if self._site is not None and is_valid and not self._server.owns(scope["path"]):
            request = _request(scope, headers)
            outcome = await _pass_on(self._site, request, (scope, receive, send))
        else:
            try:
                request, outcome = await self._answer(scope, headers, receive, is_valid)
            except ClientGoneError:
                return
            await self._wait(request, outcome)
            if outcome.is_dropped:
                await _drop(scope, send)
            else:
                await _send(outcome.response, send)
        is_noted = self._journal is not None and self._server.is_of_api(request.path)
        details = self._server.details(request, request.workspace) if is_noted else {}
        entry = JournalEntry.of(request, outcome, time.perf_counter() - start, details)
        access.log(entry)
        if outcome.problem and not outcome.problem.wanted and access.logs_refusals():
            access.log_refusal(entry, self._server.place(entry.uid) if entry.uid else "")
        if self._journal and is_noted:
            self._journal.note(entry)
        if outcome.callback:
            note = partial(self._note_sent, request.workspace, outcome.callback)
            self._callbacks.send(outcome.callback, note)

    def _note_sent(
        self,
        workspace: str,
        outgoing: OutgoingRequest,
        sent: HttpRequest,
        outcome: HandledRequest,
        seconds: float,
    ) -> None:
        if self._journal:
            details = self._server.details(sent, workspace)
            entry = JournalEntry.of(sent, outcome, seconds, details)
            callback, webhook = outgoing.name, ""
            if outgoing.is_webhook:
                callback, webhook = webhook, callback
            named = replace(entry, workspace=workspace, callback=callback, webhook=webhook)
            self._journal.note(named)

    async def _wait(self, request: HttpRequest, outcome: HandledRequest) -> None:
        """Wait as the server's settings and the client ask for."""
        seconds = self._server.delay(outcome.uid)
        wanted = Preferences.read(request.headers.get("Prefer")).wait
        if wanted and self._waiting < self.limits.waiting:
            seconds = max(seconds, min(wanted, self.limits.wait_seconds))
        if not seconds:
            return
        self._waiting += bool(wanted)
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            # The server ends: what is answered already is sent now.
            return
        finally:
            self._waiting -= bool(wanted)

    async def _answer(
        self, scope: Scope, headers: Headers, receive: Receive, is_valid: bool
    ) -> tuple[HttpRequest, HandledRequest]:
        request = None
        try:
            if not is_valid:
                raise without_host()
            body = await self._read_body(receive)
            if coding := headers.get("Content-Encoding"):
                body = await self._decompressed(body, coding)
            request = _request(scope, headers, body)
            return request, await self._respond(request)
        except Problem as problem:
            refused = problem
        except asyncio.CancelledError:
            # The server ends, and has waited for long enough.
            refused = Problem(503, "The server ended before it answered.", headers=[CLOSE])
        request = request or _request(scope, headers)
        return request, self._server.refusal(request, refused)

    async def _respond(self, request: HttpRequest) -> HandledRequest:
        steps = self._server.steps(request, self._store)
        if len(request.body) > _LARGE:
            return await self._run_large(self._finish, request, steps)
        if self._always_in_threads or self._large_ones:
            loop = asyncio.get_running_loop()
            outcome = await loop.run_in_executor(self._threads, self._advance, request, steps)
        else:
            outcome = self._advance(request, steps)
        if outcome is None:
            outcome = await self._run_slow(self._finish, request, steps)
        return outcome

    async def _run_slow(self, work: Callable[..., _T], *arguments: Any) -> _T:
        """Await the result of a slow function, which runs in one of a few threads."""
        future = self._long.submit(work, *arguments)
        # What has begun by then is not cancelled any more.
        loop = asyncio.get_running_loop()
        patience = loop.call_later(self.limits.image_seconds, future.cancel)
        try:
            return await asyncio.wrap_future(future)
        except asyncio.CancelledError:
            if (task := asyncio.current_task()) and task.cancelling():
                raise
            detail = "Requests that take long are being answered; try again later."
            raise Problem(503, detail) from None
        finally:
            patience.cancel()

    async def _run_large(self, work: Callable[..., _T], *arguments: Any) -> _T:
        """Await the result of a function that needs much memory; they run one after the other."""
        future = self._large.submit(work, *arguments)
        self._large_ones.add(future)
        future.add_done_callback(self._large_ones.discard)
        return await asyncio.wrap_future(future)

    async def _decompressed(self, body: bytes, coding: str) -> bytes:
        limit = self.limits.body_bytes
        members = self.limits.body_parts
        content = await self._run_large(decompress, body, coding, limit, members)
        if content is None:
            raise too_large(limit)
        return content

    def _finish(self, request: HttpRequest, steps: Steps) -> HandledRequest:
        while (outcome := self._advance(request, steps)) is None:
            pass
        return outcome

    def _advance(self, request: HttpRequest, steps: Steps) -> HandledRequest | None:
        """Advance an answer until it is done; return None where the next step is slow."""
        try:
            next(steps)
        except StopIteration as end:
            outcome: HandledRequest = end.value
            return outcome
        except Exception:
            # A behaviour or the database failed. Its transaction is undone, so the client may try
            # again.
            _LOG.exception("%s %s failed (%s)", request.method, request.path, request.id)
            return self._server.refusal(request, failed())
        return None

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
            raise Problem(408, detail, headers=[CLOSE]) from None
        if length > limit:
            raise too_large(limit)
        return bytes(body)


async def _chunks(receive: Receive) -> AsyncIterator[bytes]:
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientGoneError
        yield message.get("body", b"")
        more = message.get("more_body", False)


def _request(scope: Scope, headers: Headers, body: bytes = b"") -> HttpRequest:
    return HttpRequest(
        method=scope["method"],
        path=(scope.get("raw_path") or scope["path"].encode()).decode("latin-1"),
        query=scope["query_string"].decode("latin-1"),
        headers=headers,
        body=body,
        base=scope.get("root_path", ""),
    )


async def _send(response: HttpResponse, send: Send) -> None:
    headers = [
        (name.encode("latin-1"), value.encode("latin-1", "replace"))
        for name, value in fields_as_sent(response)
    ]
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    await send({"type": "http.response.body", "body": response.body})


async def _drop(scope: Scope, send: Send) -> None:
    """Close the connection without a response."""
    drop = scope.get("state", {}).get(DROP)
    if drop:
        drop()
    # A server with other connections ends the stream of a response that is not whole (HTTP/2).
    headers = [(b"content-length", b"0" if drop else b"1")]
    await send({"type": "http.response.start", "status": 500, "headers": headers})
    if drop:
        # It reaches nobody any more, but uvicorn logs an error for a request without a response.
        await send({"type": "http.response.body", "body": b""})


async def _pass_on(
    site: ASGIApp, request: HttpRequest, asgi: tuple[Scope, Receive, Send]
) -> HandledRequest:
    """Pass a request on to the site, and add the header fields that all responses have."""
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
    return HandledRequest(HttpResponse(status))
