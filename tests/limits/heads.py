"""What the head of a request may cost."""

from __future__ import annotations

from pathlib import Path

import requests

from callsheet.server.limits import KIB, Limits
from tests.limits import Row, tries
from tests.limits.server import IMAGE, received, serving
from tests.processes import Client

HEALTH = "/-/health"
_CHUNKED = b"POST /-/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"


def _status(answer: bytes) -> str:
    return answer.split(b" ", 2)[1].decode()


@tries("head of a request")
def head_size(row: Row, folder: Path) -> None:
    start, end = b"GET /-/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-A: ", b"\r\n\r\n"
    room = KIB - len(start + end)
    with serving(Limits(head_bytes=KIB)) as url:
        assert _status(received(url, start + b"a" * room + end)) == "200"
        over = _status(received(url, start + b"a" * (room + 1) + end))
        target = _status(received(url, b"GET /" + b"a" * KIB))
    assert row.answer == f"{over}, or {target} where its address is most of it"


@tries("trailers, and what else is not content of a chunked body")
def trailer_size(row: Row, folder: Path) -> None:
    with serving(Limits(head_bytes=KIB)) as url:
        within, beyond = b"X-A: " + b"a" * 900, b"X-A: " + b"a" * 2 * KIB
        get = b"\r\n\r\nGET /-/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        assert b"HTTP/1.1 200 " in received(url, _CHUNKED + b"0\r\n" + within + get)
        assert _status(received(url, _CHUNKED + b"0\r\n" + beyond)) == row.answer
        assert _status(received(url, _CHUNKED + b"1;" + b"a" * 2 * KIB)) == row.answer


@tries("media ranges of `Accept`")
def media_ranges(row: Row, folder: Path) -> None:
    number = int(row.limit)
    with serving(Limits()) as url, Client(url) as client:
        for passed_over, status in ((number - 1, 200), (number, 406)):
            accept = "a/b," * passed_over + "image/png"
            answer = client.get(IMAGE, headers={"Accept": accept})
            assert answer.status_code == status


@tries("parameters of a query")
def query_parameters(row: Row, folder: Path) -> None:
    with serving(Limits(query_pairs=3)) as url:
        assert requests.get(f"{url}{HEALTH}?a=1&b=2&c=3", timeout=9).status_code == 200
        response = requests.get(f"{url}{HEALTH}?a=1&b=2&c=3&", timeout=9)
        assert str(response.status_code) == row.answer


@tries("cookies of a request")
def cookies(row: Row, folder: Path) -> None:
    with serving(Limits(cookie_pairs=3)) as url, Client(url) as client:
        for cookie, status in (("a=1; b=2; c=3", "200"), ("a=1; b=2; c=3; d=4", row.answer)):
            response = client.get(HEALTH, headers={"Cookie": cookie})
            assert str(response.status_code) == status
