"""What is passed on to a live server and back, and what is about one connection alone."""

from __future__ import annotations

import asyncio
import gzip
from email.message import Message
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from callsheet.redaction import Redactor
from callsheet.run.forwarding import Forwarder
from callsheet.server.http.messages import WORKSPACE_HEADER
from tests.recorder import listening

HOP_BY_HOP = {
    "Connection": "close",
    "Keep-Alive": "timeout=5",
    "Proxy-Authenticate": "Basic",
    "Proxy-Authorization": "Basic eDp5",
    "TE": "trailers",
    "Trailer": "X-Sum",
    "Upgrade": "h2c",
}
"""Fields that are about one connection (RFC 9110, 7.6.1): a proxy passes none of them on."""


class Live:
    """A live server, which keeps what it is asked."""

    def __init__(self) -> None:
        self.target = ""
        self.headers = Message()
        self.body = b""

    def handler(self, status: int, fields: dict[str, str], content: bytes) -> Any:
        """The class that answers its requests."""
        live = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                live.target, live.headers = self.path, self.headers
                live.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.send_response_only(status)
                for name, value in fields.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                if self.command != "HEAD" and status not in (204, 304):
                    self.wfile.write(content)

            do_GET = do_HEAD = do_POST = do_DELETE = answer  # noqa: N815 - the base class calls them

            def log_message(self, *_: Any) -> None:
                pass

        return Handler


def passed_on(
    url: str,
    *fields: tuple[str, str],
    method: str = "GET",
    target: str = "/api/Box",
    query: str = "",
    body: bytes = b"",
    extra: tuple[tuple[str, str], ...] = (),
) -> tuple[int, list[tuple[str, str]], bytes]:
    """Status, header fields and body of the answer that comes back."""
    pieces = [body[:2], body[2:]] if len(body) > 2 else [body]
    messages: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        piece = pieces.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(pieces)}

    async def send(message: Any) -> None:
        messages.append(message)

    scope = {
        "type": "http",
        "method": method,
        "raw_path": target.encode(),
        "query_string": query.encode(),
        "headers": [(n.lower().encode("latin-1"), v.encode("latin-1")) for n, v in fields],
    }
    asyncio.run(Forwarder(url, extra, Redactor([]))(scope, receive, send))
    start, content = messages
    headers = [(n.decode("latin-1"), v.decode("latin-1")) for n, v in start["headers"]]
    return start["status"], headers, content["body"]


@pytest.mark.parametrize("name", [*HOP_BY_HOP, "Content-Encoding"])
def test_a_field_that_is_about_a_connection_does_not_go_on(name: str) -> None:
    value = HOP_BY_HOP.get(name, "identity")
    live = Live()
    with listening(live.handler(200, {name: value, "X-Kept": "yes"}, b"x")) as url:
        _, headers, _ = passed_on(url, (name, value), ("X-Kept", "yes"))
    assert live.headers.get(name) is None
    assert live.headers["X-Kept"] == "yes"
    assert dict(headers) == {"x-kept": "yes", "content-length": "1"}


def test_what_is_asked_goes_on_as_it_is() -> None:
    live = Live()
    with listening(live.handler(200, {}, b"{}")) as url:
        passed_on(
            f"{url}/base/",
            ("X-Twice", "a"),
            ("X-Twice", "\xe6"),
            ("Host", "elsewhere"),
            ("Accept-Encoding", "br"),
            ("Content-Length", "999"),
            (WORKSPACE_HEADER, "w"),
            ("Authorization", "of the sample"),
            method="POST",
            target="/api/a%2Fb",
            query="x=%20&y",
            body=b"12345",
            extra=(("authorization", "of the user"),),
        )
    assert live.target == "/base/api/a%2Fb?x=%20&y"
    assert live.headers.get_all("X-Twice") == ["a", "\xe6"]
    assert live.headers.get_all("Authorization") == ["of the user"]
    assert live.headers.get_all("Host") == [url.removeprefix("http://")]
    assert live.headers.get_all("Content-Length") == ["5"]
    assert live.headers.get_all("Accept-Encoding") == ["identity"]
    assert WORKSPACE_HEADER not in live.headers
    assert live.body == b"12345"


def test_the_length_of_nothing_is_said_where_a_body_is_usual() -> None:
    live = Live()
    with listening(live.handler(200, {}, b"")) as url:
        for method, length in (("POST", "0"), ("GET", None), ("DELETE", None)):
            passed_on(url, method=method)
            assert live.headers.get("Content-Length") == length


def test_an_answer_comes_back_with_its_coding_undone() -> None:
    live = Live()
    packed = gzip.compress(b"a" * 1000)
    with listening(live.handler(200, {"Content-Encoding": "gzip"}, packed)) as url:
        status, headers, body = passed_on(url)
    assert (status, dict(headers), body) == (200, {"content-length": "1000"}, b"a" * 1000)


@pytest.mark.parametrize(("method", "status"), [("HEAD", 200), ("GET", 204), ("GET", 304)])
def test_an_answer_without_a_body_says_no_length(method: str, status: int) -> None:
    live = Live()
    with listening(live.handler(status, {"X-Kept": "1"}, b"")) as url:
        assert passed_on(url, method=method) == (status, [("x-kept", "1")], b"")


def test_one_field_several_times_comes_back_so() -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response_only(200)
            self.send_header("Set-Cookie", "a=1")
            self.send_header("Set-Cookie", "b=2")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    with listening(Handler) as url:
        _, headers, _ = passed_on(url)
    assert headers[:2] == [("set-cookie", "a=1"), ("set-cookie", "b=2")]
