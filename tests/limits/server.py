"""What requests may cost: their sizes, their number, and how long they take."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.server.adapters.app import background, create_app
from callsheet.server.limits import KIB, Limits
from tests.conftest import DOCS
from tests.limits import Row, tries
from tests.processes import SECONDS, Client

IMAGE = "/api/v1/Person/1/Image"


@contextmanager
def serving(limits: Limits) -> Iterator[str]:
    """A server of the project's own pages with other limits."""
    app = create_app(Catalog.read(DOCS), DEFAULT_DATABASE, limits=limits, packs=[SUPEROFFICE])
    with background(app, limits) as url:
        yield url


def received(url: str, sent: bytes) -> bytes:
    """Whatever comes back for some bytes until the server closes the connection."""
    with connection_to(url) as connection:
        connection.sendall(sent)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def connection_to(url: str) -> closing[socket.socket]:
    """A connection to a server."""
    parts = urlsplit(url)
    return closing(socket.create_connection((parts.hostname, parts.port), SECONDS))


@tries("request body")
def body_size(row: Row, folder: Path) -> None:
    with serving(Limits(body_bytes=KIB)) as url, Client(url) as client:
        assert client.put(IMAGE, data=b"x" * KIB).status_code == 400
        assert str(client.put(IMAGE, data=b"x" * (KIB + 1)).status_code) == row.answer


@tries("time for the body to arrive")
def body_time(row: Row, folder: Path) -> None:
    with serving(Limits(body_seconds=0.2)) as url:
        answer = received(url, b"PUT /api HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nab")
        assert answer.startswith(f"HTTP/1.1 {row.answer} ".encode())


@tries("a connection without a whole request")
def idle_connection(row: Row, folder: Path) -> None:
    with serving(Limits(idle_seconds=0.2)) as url:
        assert received(url, b"GET /-/health HTTP/1.1\r\nHost: x\r\nX-Slow: ") == b""


@tries("requests on their way when the server ends")
def farewell(row: Row, folder: Path) -> None:
    with serving(Limits(farewell_seconds=0.2)) as url:
        connection = socket.create_connection((urlsplit(url).hostname, urlsplit(url).port), SECONDS)
        connection.sendall(b"PUT /api HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n")
        connection.sendall(b"ab")
        # An answer to another request shows that the server has read what came before.
        assert Client(url).get("/-/health").status_code == 200
    with closing(connection):
        assert connection.recv(65536).startswith(b"HTTP/1.1 503 ")


@tries("requests that `/-/requests` shows")
def shown_requests(row: Row, folder: Path) -> None:
    with serving(Limits()) as url, Client(url) as client:
        for number in range(int(row.limit) + 1):
            client.get(f"/api/v1/Nothing{number}")
        shown = client.get("/-/requests").json()["requests"]
        assert [len(shown), shown[0]["path"], shown[-1]["path"]] == [
            int(row.limit),
            f"/api/v1/Nothing{row.limit}",
            "/api/v1/Nothing1",
        ]
