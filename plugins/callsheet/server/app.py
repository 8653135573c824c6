"""The reference server on HTTP: the only module that knows ASGI."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import Response as HttpResponse
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_HOST
from callsheet.errors import ConfigurationError
from callsheet.server.behaviours import images
from callsheet.server.core import ReferenceServer
from callsheet.server.messages import Headers, Request, Response
from callsheet.server.problems import Problem
from callsheet.server.state import Store
from callsheet.server.store import DatabaseStore

MAX_BODY_BYTES = 32 * 1024 * 1024
"""A larger request body is answered with 413."""

_LOG = logging.getLogger(__name__)

_PATIENCE = 4
"""How many times the limit is read before the connection is given up. A client that is still
sending when the connection closes sees an error in the place of the answer."""


class Application:
    """The ASGI application.

    Args:
        server: What answers.
        store: What is remembered from one request to the next.
        site: What answers for every path that is not of the API, if anything.
        max_body_bytes: How large a request body may be.
    """

    def __init__(
        self,
        server: ReferenceServer,
        store: Store,
        site: ASGIApp | None = None,
        max_body_bytes: int = MAX_BODY_BYTES,
    ) -> None:
        self._server = server
        self._store = store
        self._site = site
        self._max_body_bytes = max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request (ASGI 3.0)."""
        if scope["type"] != "http":
            return
        if self._site is not None and not self._server.owns(scope["path"]):
            await self._site(scope, receive, send)
            return
        http_request = HttpRequest(scope, receive)
        try:
            request = await self._read(http_request)
        except ClientDisconnect:
            return
        except Problem as problem:
            response = problem.response()
        else:
            response = await run_in_threadpool(self._respond, request)
        await _http(response)(scope, receive, send)

    def _respond(self, request: Request) -> Response:
        try:
            return self._server.respond(request, self._store)
        except Exception:
            # A behaviour or the database failed. Its transaction is undone, so the client may try
            # again; the reason is for the log alone.
            _LOG.exception("%s %s failed", request.method, request.path)
            return Problem(500, "The server failed to answer; nothing was changed.").response()

    async def _read(self, http_request: HttpRequest) -> Request:
        scope = http_request.scope
        return Request(
            method=scope["method"],
            path=scope.get("raw_path", scope["path"].encode()).decode("latin-1"),
            query=scope["query_string"].decode("latin-1"),
            headers=Headers(
                (k.decode("latin-1"), v.decode("latin-1")) for k, v in scope["headers"]
            ),
            body=await self._read_body(http_request),
        )

    async def _read_body(self, http_request: HttpRequest) -> bytes:
        body = bytearray()
        length = 0
        async for chunk in http_request.stream():
            length += len(chunk)
            if length <= self._max_body_bytes:
                body += chunk
            elif length > self._max_body_bytes * _PATIENCE:
                break
        if length > self._max_body_bytes:
            limit = f"{self._max_body_bytes / 1024 / 1024:g} MiB"
            raise Problem(
                413,
                f"The body is larger than {limit}, the limit of this server; nothing was stored.",
                headers=[("Connection", "close")],
            )
        return bytes(body)


def create_app(catalog: Catalog, database: str, site: Path | None = None) -> Application:
    """The application for a catalog.

    Args:
        catalog: The operations.
        database: The address of a database, as SQLAlchemy has it.
        site: A built site, served for every path that is not of the API.

    Raises:
        StoreError: The database cannot be used.
        ConfigurationError: There is no such site.
    """
    if site is not None and not site.is_dir():
        raise ConfigurationError(f"There is no built site `{site}`; run `mkdocs build` first.")
    server = ReferenceServer(catalog, [images])
    store = DatabaseStore(database, server.seed)
    pages = Starlette(routes=[Mount("/", StaticFiles(directory=site, html=True))]) if site else None
    return Application(server, store, pages)


def serve(app: ASGIApp, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serves until it is interrupted.

    Args:
        app: The application.
        host: The address to listen on.
        port: The port; 0 takes a free one.
        ready: Is called with the base address as soon as connections are accepted.

    Raises:
        ConfigurationError: The port cannot be had.
    """
    with bind(host, port) as listener:
        ready(_address(listener))
        config = uvicorn.Config(app, log_level="warning", access_log=False)
        uvicorn.Server(config).run(sockets=[listener])


@contextmanager
def background(app: ASGIApp) -> Iterator[str]:
    """Serves in a thread, on a free port of loopback, until the block ends.

    Yields:
        The base address.
    """
    with bind(DEFAULT_HOST, 0) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            # The socket listens already: a request that comes early waits and doesn't fail.
            yield _address(listener)
        finally:
            server.should_exit = True
            thread.join()


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://{host}:{port}"


def bind(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes a free one.

    Raises:
        ConfigurationError: The port cannot be had.
    """
    try:
        return _listen(host, port)
    except OSError as error:
        raise ConfigurationError(
            f"Port {port} of {host} cannot be had ({error.strerror}); choose another with `--port`."
        ) from error


def _listen(host: str, port: int) -> socket.socket:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, kind, _, _, address = found[0]
    # Not `socket.create_server`, whose sockets don't name their protocol: asyncio then leaves
    # Nagle's algorithm on, and every answer waits 40 ms for the client's acknowledgement.
    listener = socket.socket(family, kind, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(2048)
    except OSError:
        listener.close()
        raise
    return listener


def _http(response: Response) -> HttpResponse:
    http_response = HttpResponse(response.body, response.status)
    for name, value in response.headers:
        if name == "Content-Length":
            http_response.headers[name] = value
        else:
            http_response.headers.append(name, value)
    if response.status == HTTPStatus.NO_CONTENT:
        del http_response.headers["Content-Length"]
    return http_response
