"""Bytes on a connection to the server, before they are a request."""

from __future__ import annotations

import asyncio
import logging
import re
import socket
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec

import uvicorn
from uvicorn.server import ServerState

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.server.adapters.app import _server, create_app
from callsheet.server.limits import Limits
from tests.conftest import DOCS

_REQUEST = b"/api/v1/Person/3/ImageInfo HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer callsheet\r\n"
_HEALTH = b"GET /-/health HTTP/1.1\r\n"
_STATUS = re.compile(rb"HTTP/1\.1 (\d{3}) ")


def seeds() -> Iterator[bytes]:
    """Requests with all that a head may have, and several on one connection."""
    yield b"GET " + _REQUEST + b"\r\n"
    yield b"GET " + _REQUEST + b"\r\nHEAD " + _REQUEST + b"\r\n" + _HEALTH + b"Host: x\r\n\r\n"
    json = b"PUT " + _REQUEST + b"Content-Type: application/json\r\n"
    yield json + b"Content-Length: 15\r\n\r\n{'Width': 1, }\n"
    yield json + b"Content-Length: 2\r\nExpect: 100-continue\r\n\r\n{}"
    chunked = json + b"Transfer-Encoding: chunked\r\nTrailer: X-T\r\n\r\n"
    yield chunked + b'2;a="b"\r\n{}\r\n00A\r\n          \r\n0\r\nX-T: y\r\n\r\n'
    yield json + b"Content-Encoding: gzip\r\nConnection: close\r\nContent-Length: 1\r\n\r\n\x1f"
    upgrade = b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    yield b"GET " + _REQUEST + upgrade + b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    yield b"OPTIONS http://x/api/v1/Person/3/Image?a=%41 HTTP/1.0\r\nCookie: a=b; c\r\n\r\n"


def run(data: bytes) -> None:
    """Raises where the server logs an error, answers with one, or keeps the connection."""
    loop, log = _loop(), _log()
    log.records.clear()
    for config in _configurations():
        answer = loop.run_until_complete(_exchange(data, config))
        log.raise_first()
        status = _STATUS.match(answer)
        assert status or not answer, answer[:100]
        # What is not implemented is refused with 501, and other versions of HTTP with 505.
        assert status is None or status[1] < b"500" or status[1] in (b"501", b"505"), answer


async def _exchange(data: bytes, config: uvicorn.Config) -> bytes:
    """All that comes over a connection on which these bytes are sent, and then no more."""
    loop = asyncio.get_running_loop()
    near, far = socket.socketpair()
    near.setblocking(False)
    far.setblocking(False)

    def protocol() -> asyncio.Protocol:
        return config.http_protocol_class(  # type: ignore[call-arg] # as uvicorn's server does
            config=config, server_state=ServerState(), app_state={}
        )

    with near:
        transport, _ = await loop.connect_accepted_socket(protocol, far)
        sending = asyncio.create_task(_send(near, data))
        answer = bytearray()
        try:
            while part := await loop.sock_recv(near, 65536):
                answer += part
        except ConnectionResetError:
            # The server had enough.
            pass
        await sending
        transport.close()
        # What nobody waits for any more ends as well.
        await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})
    return bytes(answer)


async def _send(connection: socket.socket, data: bytes) -> None:
    try:
        await asyncio.get_running_loop().sock_sendall(connection, data)
        connection.shutdown(socket.SHUT_WR)
    except OSError:
        # The server closed the connection before it got all.
        pass


class _Log(logging.Handler):
    """The errors that were logged."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def raise_first(self) -> None:
        """Raises what was logged first."""
        for record in self.records:
            raise (record.exc_info and record.exc_info[1]) or AssertionError(record.getMessage())


@cache
def _log() -> _Log:
    log = _Log()
    for name in ("asyncio", "callsheet", "uvicorn.error"):
        logging.getLogger(name).addHandler(log)
    return log


@cache
def _loop() -> asyncio.AbstractEventLoop:
    return asyncio.new_event_loop()


@cache
def _configurations() -> tuple[uvicorn.Config, ...]:
    """The server's own, with each library that parses HTTP."""
    app = create_app(Catalog.read(DOCS / "reference"), DEFAULT_DATABASE, packs=[SUPEROFFICE])
    libraries = [name for name in ("httptools", "h11") if find_spec(name)]
    configs = tuple(_server(app, Limits(), name).config for name in libraries)
    for config in configs:
        config.load()
    # A refused head is as it should be.
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    return configs
