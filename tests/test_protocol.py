"""What comes over a connection before it is a request, whichever library parses it."""

from __future__ import annotations

import json
import logging
import re
import socket
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from gzip import compress
from http.client import HTTPResponse
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.server.adapters.app import background, create_app
from callsheet.server.limits import KIB, Limits
from tests.conftest import DOCS
from tests.limits.server import connection_to
from tests.processes import picture

LIMIT = 2 * KIB
HEALTH = b"GET /-/health HTTP/1.1\r\n"
HOST = b"Host: x\r\n"
IMAGE = b"PUT /api/v1/Person/3/Image HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer callsheet\r\n"
CHUNKED = IMAGE + b"Content-Type: image/png\r\nTransfer-Encoding: chunked\r\n\r\n"
PICTURE = picture("image.gif")


@contextmanager
def serving(library: str, limits: Limits | None = None) -> Iterator[str]:
    app = create_app(Catalog.read(DOCS), DEFAULT_DATABASE, limits=limits, packs=[SUPEROFFICE])
    with background(app, limits, library=library) as url:
        yield url


@pytest.fixture(scope="module", params=["httptools", "h11"])
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    with serving(request.param, Limits(head_bytes=LIMIT, body_bytes=64 * KIB)) as url:
        yield url


def gzipped(content: bytes) -> bytes:
    # Without a time, so that all processes that run tests see the same ones.
    return compress(content, mtime=0)


class Answer:
    """An answer, and whether it is the last one of its connection."""

    def __init__(self, connection: socket.socket) -> None:
        with HTTPResponse(connection) as response:
            response.begin()
            body = response.read()
        self.status = response.status
        self.accepts = response.headers["Accept-Encoding"]
        self.closes = response.headers["Connection"] == "close"
        is_problem = response.headers["Content-Type"] == "application/problem+json"
        self.body = body
        self.problem: dict[str, Any] = json.loads(body) if is_problem else {}


def answer(url: str, *sent: bytes) -> Answer:
    with connection_to(url) as connection:
        for part in sent:
            connection.sendall(part)
        return Answer(connection)


def assert_refused(found: Answer, status: int) -> None:
    assert found.status == status
    assert found.problem["status"] == status
    assert found.problem["detail"]


def padded(size: int) -> bytes:
    """A head of that size."""
    start, end = HEALTH + HOST + b"X-A: ", b"\r\n\r\n"
    return start + b"a" * (size - len(start) - len(end)) + end


@pytest.mark.parametrize("step", [LIMIT * 9, 100])
def test_a_head_has_a_limit(url: str, step: int) -> None:
    for size, status in ((LIMIT, 200), (LIMIT + 1, 431)):
        head = padded(size)
        parts = [head[start : start + step] for start in range(0, size, step)]
        found = answer(url, *parts)
        assert found.status == status
        assert found.closes == (status == 431)


@pytest.mark.parametrize(
    ("start", "endless", "status"),
    [
        (HEALTH + HOST + b"X-A: ", b"a", 431),
        (HEALTH + HOST, b"X-A: a\r\n", 431),
        (HEALTH + HOST + b"X", b"a", 431),
        (b"GET /", b"a", 414),
        (b"GET /?", b"a=b&", 414),
        (CHUNKED + b"1\r\na\r\n0\r\nX-A: ", b"a", 431),
        (CHUNKED + b"1\r\na\r\n0\r\n", b"X-A: a\r\n", 431),
        (CHUNKED + b"1;", b"a", 431),
        (CHUNKED, b"1\r\na\r\n", 431),
        (CHUNKED, b"1;" + b"a" * KIB + b"\r\na\r\n", 431),
    ],
)
def test_what_has_no_end_is_refused(url: str, start: bytes, endless: bytes, status: int) -> None:
    # What comes after the refusal is read, so that the client does not miss it.
    found = answer(url, start, endless * (3 * LIMIT // len(endless)))
    assert_refused(found, status)
    assert found.closes


def test_the_connection_ends_where_the_client_does_not(url: str) -> None:
    with connection_to(url) as connection, pytest.raises(ConnectionError):
        connection.sendall(b"GET /" + b"a" * (64 * KIB * KIB))


def test_only_what_is_no_content_counts(url: str) -> None:
    chunks = b"".join(b"8\r\n" + b"a" * 8 + b"\r\n" for _ in range(4 * LIMIT // 8))
    found = answer(url, CHUNKED + chunks + b"0\r\nX-A: b\r\n\r\n")
    assert (found.status, found.closes) == (400, False)
    with connection_to(url) as connection:
        for _ in range(3):
            connection.sendall(padded(LIMIT))
            assert Answer(connection).status == 200


def test_trailers_are_no_header_fields(url: str) -> None:
    request = b"POST /-/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert answer(url, request + b"0\r\nAuthorization: Bearer callsheet\r\n\r\n").status == 401


def test_what_came_before_is_answered_first(url: str) -> None:
    with connection_to(url) as connection:
        connection.sendall((HEALTH + HOST + b"\r\n") * 2 + b"GET /" + b"a" * (9 * LIMIT))
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    # Where h11 finds out only later that there is too much, it doesn't say of what.
    statuses = re.findall(rb"HTTP/1.1 (\d+) ", received)
    assert statuses in ([b"200", b"200", b"414"], [b"200", b"200", b"400"])


def test_a_body_that_breaks_off_its_framing_is_refused(url: str) -> None:
    assert_refused(answer(url, CHUNKED + b"1\r\nabc\r\n"), 400)
    assert_refused(answer(url, b"\x16\x03\x01\x02\x00\x01" + b"\0" * 99), 400)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        (HOST, 200),
        (b"Host: [::1]:80\r\n", 200),
        (b"Host: docs.example.com:8080\r\n", 200),
        (b"Host:\r\n", 200),
        (b"", 400),
        (HOST * 2, 400),
        (b"Host: a, b\r\n", 400),
        (b"Host: a b\r\n", 400),
        (b"Host: a/b\r\n", 400),
        (b"Host: user@a\r\n", 400),
        (b"Host: a:x\r\n", 400),
        (b"Host: \xff\r\n", 400),
    ],
)
def test_a_request_names_its_host_once(url: str, fields: bytes, status: int) -> None:
    found = answer(url, HEALTH + fields + b"\r\n")
    assert found.status == status


def test_connect_is_refused_and_leaves_no_traceback(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    connect = b"CONNECT x:1 HTTP/1.1\r\n" + HOST + b"\r\n"
    assert answer(url, connect).status in (400, 404)
    with connection_to(url) as connection:
        for request, statuses in ((HEALTH + HOST + b"\r\n", (200,)), (connect, (400, 404))):
            connection.sendall(request)
            assert Answer(connection).status in statuses
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


def test_an_old_client_names_no_host(url: str) -> None:
    assert answer(url, b"GET /-/health HTTP/1.0\r\n\r\n").status == 200
    assert answer(url, b"GET /-/health HTTP/1.0\r\n" + HOST * 2 + b"\r\n").status == 400


@pytest.mark.parametrize("protocol", [b"websocket", b"h2c", b"else"])
@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("split", [False, True])
def test_an_upgrade_is_passed_over(
    url: str, protocol: bytes, chunked: bool, split: bool, caplog: pytest.LogCaptureFixture
) -> None:
    upgrade = b"Connection: Upgrade\r\nUpgrade: " + protocol + b"\r\n"
    size = len(PICTURE)
    framing = b"Transfer-Encoding: chunked\r\n" if chunked else b"Content-Length: %d\r\n" % size
    body = b"%x\r\n%s\r\n0\r\n\r\n" % (size, PICTURE) if chunked else PICTURE
    head = IMAGE + upgrade + b"Content-Type: image/gif\r\n" + framing + b"\r\n"
    get = IMAGE.replace(b"PUT", b"GET") + upgrade + b"\r\n"
    with caplog.at_level(logging.DEBUG, "uvicorn"), connection_to(url) as connection:
        for part in (head, body) if split else (head + body,):
            connection.sendall(part)
        assert Answer(connection).status == 200
        # The connection goes on, and what was stored is the body.
        for _ in range(2):
            connection.sendall(get)
            assert Answer(connection).body == PICTURE
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


def test_many_upgrades_in_one_piece_are_answered() -> None:
    upgrade = HEALTH + HOST + b"Connection: Upgrade\r\nUpgrade: x\r\n\r\n"
    with serving("httptools") as url, connection_to(url) as connection:
        connection.sendall(upgrade * 1000 + HEALTH + b"Connection: close\r\n" + HOST + b"\r\n")
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    assert received.count(b"HTTP/1.1 200 ") == 1001


def encoded(coding: str, body: bytes) -> bytes:
    fields = f"Content-Type: image/gif\r\nContent-Encoding: {coding}\r\nContent-Length: {len(body)}"
    return IMAGE + fields.encode() + b"\r\n\r\n" + body


@pytest.mark.parametrize(
    ("coding", "body", "status"),
    [
        ("gzip", gzipped(PICTURE), 200),
        ("X-GZIP", gzipped(PICTURE), 200),
        ("gzip", gzipped(PICTURE[:99]) + gzipped(PICTURE[99:]), 200),
        ("deflate", zlib.compress(PICTURE), 200),
        ("identity", PICTURE, 200),
        ("gzip", gzipped(bytes(64 * KIB)), 400),
        ("gzip", gzipped(bytes(64 * KIB + 1)), 413),
        ("gzip", gzipped(bytes(64 << 20)), 413),
        ("gzip", gzipped(PICTURE)[:-9], 400),
        ("gzip", PICTURE, 400),
        ("gzip", b"", 400),
        ("gzip", gzipped(PICTURE) + b"x", 400),
    ],
)
def test_a_compressed_body_is_read_within_the_limit(
    url: str, coding: str, body: bytes, status: int
) -> None:
    assert answer(url, encoded(coding, body)).status == status


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "gzip, br", "x"])
def test_an_unknown_coding_is_refused_with_those_that_are_known(url: str, coding: str) -> None:
    found = answer(url, encoded(coding, PICTURE))
    assert_refused(found, 415)
    assert found.accepts == "gzip, deflate"


@pytest.mark.parametrize("method", [b"FOO", b"PROPPATCHED", b"foo"])
def test_a_method_that_nobody_knows_is_no_malformed_request(url: str, method: bytes) -> None:
    found = answer(url, method + b" /api/v1/Person/3/Image HTTP/1.1\r\n" + HOST + b"\r\n")
    # Whether the parser knows it, or only the routes.
    assert found.status in (405, 501)
    assert found.problem["status"] == found.status


@pytest.mark.parametrize("line", [b"FOO\r\n", b"\x16\x03\x01 x HTTP/1.1\r\n", b"FOO / GRPC\r\n"])
def test_what_is_no_request_line_is_malformed(url: str, line: bytes) -> None:
    assert answer(url, line + HOST + b"\r\n").status == 400
