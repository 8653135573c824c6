"""A server that does to its clients whatever HTTP lets it do, and what it does not."""

from __future__ import annotations

import gzip
import socket
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, repeat
from threading import Event, Thread

from tests.processes import SECONDS

MIB = 1024 * 1024
PAUSE = 0.05
"""Seconds between what drips."""

PLENTY = 512
"""How often what has no end is sent: more than any client should take, and an end for a test."""

Mode = Callable[[], Iterator[bytes]]
"""What is sent for a request, piece by piece; an empty piece is a pause."""

_JSON = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
_CHUNKED = _JSON + b"Transfer-Encoding: chunked\r\n\r\n"


def _chunk(content: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(content), content)


def _drip(start: bytes, drop: bytes) -> Iterator[bytes]:
    yield start
    for _ in range(round(SECONDS / PAUSE)):
        yield b""
        yield drop


def _flood(start: bytes, piece: bytes) -> Iterator[bytes]:
    """A start, and then the same piece until 64 KiB times `PLENTY` are sent."""
    yield start
    yield from repeat(piece * max(1, 65536 // len(piece)), PLENTY)


def whole(content: bytes, *fields: bytes) -> Iterator[bytes]:
    """A proper answer of JSON, with more header fields."""
    head = b"".join(name + b"\r\n" for name in (*fields, b"Content-Length: %d" % len(content)))
    yield _JSON + head + b"\r\n" + content


@cache
def _bomb() -> bytes:
    """Nothing, `PLENTY` MiB of it, as gzip."""
    return gzip.compress(bytes(16 * MIB)) * (PLENTY // 16)


MODES: dict[str, Mode] = {
    "endless body": lambda: _flood(_CHUNKED, _chunk(b"a" * 65536)),
    "endless body until the end": lambda: _flood(_JSON + b"\r\n", b"a" * 65536),
    "large body announced": lambda: iter([_JSON + b"Content-Length: 99999999999\r\n\r\n"]),
    "slow body": lambda: _drip(_CHUNKED, _chunk(b"a")),
    "slow head": lambda: _drip(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
    "slow first line": lambda: _drip(b"", b"H"),
    "silence": lambda: _drip(b"", b""),
    "gzip bomb": lambda: whole(_bomb(), b"Content-Encoding: gzip"),
    "gzip bomb in gzip": lambda: whole(gzip.compress(_bomb()), b"Content-Encoding: gzip, gzip"),
    "deflate bomb": lambda: whole(zlib.compress(bytes(64 * MIB)), b"Content-Encoding: deflate"),
    "unknown encoding": lambda: whole(b"{}", b"Content-Encoding: zip"),
    "broken gzip": lambda: whole(gzip.compress(b"{}" * 99)[:-9], b"Content-Encoding: gzip"),
    "many fields": lambda: iter([_JSON, b"X: y\r\n" * 5000, b"Content-Length: 2\r\n\r\n{}"]),
    "large field": lambda: _flood(_JSON + b"X: ", b"y"),
    "large head": lambda: _flood(_JSON, b"X: " + b"y" * 1018 + b"\r\n"),
    "early hints": lambda: _flood(b"", b"HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n"),
    "continue": lambda: _flood(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "chunk extensions": lambda: _flood(_CHUNKED + b"1;", b"x=y;"),
    "small chunks": lambda: _flood(_CHUNKED, b"1;x=%b\r\na\r\n" % (b"y" * 999)),
    "trailers": lambda: _flood(_CHUNKED + b"2\r\n{}\r\n0\r\n", b"X: %b\r\n" % (b"y" * 999)),
    "short body": lambda: iter([_JSON + b"Content-Length: 9\r\n\r\n{}"]),
    "negative chunk": lambda: iter([_CHUNKED + b"-5\r\n{}"]),
    "other protocol": lambda: iter([b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"]),
    "unknown status": lambda: iter([b"HTTP/1.1 700 Well\r\nContent-Length: 0\r\n\r\n"]),
    "junk": lambda: _flood(b"", b"\x00\xff"),
}
"""What has no answer that a client should take."""


@dataclass
class Hostile:
    """A hostile server that runs.

    Attributes:
        url: Its address.
        requests: The heads of the requests that came.
        sent: How many bytes it got rid of.
    """

    url: str
    requests: list[bytes] = field(default_factory=list)
    sent: int = 0


@contextmanager
def hostile(mode: Mode, *, at_once: bool = False) -> Iterator[Hostile]:
    """A server on loopback that answers each request in some mode, and then closes.

    Args:
        mode: What it answers.
        at_once: Whether it does not wait for a request.
    """
    stop = Event()
    threads: list[Thread] = []
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        server = Hostile(f"http://127.0.0.1:{listener.getsockname()[1]}")

        def answer(connection: socket.socket) -> None:
            with closing(connection), suppress(OSError):
                connection.settimeout(SECONDS)
                head = b"\r\n\r\n" if at_once else b""
                while b"\r\n\r\n" not in head:
                    if not (more := connection.recv(65536)):
                        return
                    head += more
                server.requests.append(head)
                for piece in mode():
                    if stop.wait(0 if piece else PAUSE):
                        return
                    connection.sendall(piece)
                    server.sent += len(piece)
                connection.shutdown(socket.SHUT_WR)
                # A reset would take away what the client has not read yet.
                connection.settimeout(1)
                while connection.recv(65536):
                    pass

        def accept() -> None:
            while True:
                connection, _ = listener.accept()
                if stop.is_set():
                    connection.close()
                    return
                threads.append(Thread(target=answer, args=[connection]))
                threads[-1].start()

        accepting = Thread(target=accept)
        accepting.start()
        try:
            yield server
        finally:
            stop.set()
            socket.create_connection(listener.getsockname(), SECONDS).close()
            for thread in chain([accepting], threads):
                thread.join(SECONDS)
