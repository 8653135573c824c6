"""An HTTP server that keeps what many programs send, each at a base address of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.recorder import listening


@dataclass(frozen=True)
class Answer:
    """What a program gets."""

    status: int = 200
    content_type: str = "application/json"
    body: bytes = b"{}"


@dataclass(frozen=True)
class Sent:
    """What a program sent, in the terms in which two spellings of one request are the same.

    Attributes:
        method: The method.
        path: The path, decoded.
        query: The query, decoded.
        headers: The fields by name in lower case, without those about the body.
        kind: The media type of the body.
        body: The value of JSON, the pairs of a form, the parts of a multipart body, else bytes.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: Mapping[str, str] = field(compare=False)
    kind: str | None
    body: Any


@dataclass
class Ledger:
    """What was sent, by the first segment of the path.

    Attributes:
        url: The address; a program's base address is that and its key.
        answers: What the programs get, by the same key; `Answer()` by default.
    """

    url: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    sent: dict[str, list[Sent]] = field(default_factory=dict)


@contextmanager
def keeping(ledger: Ledger) -> Iterator[Ledger]:
    """Serves for a while."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body of an answer go out together; else the client waits for the second packet.
        wbufsize = -1

        def record(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            _, key, path = self.path.split("/", 2)
            sent = _understood(self.command, f"/{path}", self.headers, body)
            ledger.sent.setdefault(key, []).append(sent)
            answer = ledger.answers.get(key, Answer())
            self.send_response(answer.status)
            if answer.status != 204:
                self.send_header("Content-Type", answer.content_type)
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if self.command != "HEAD" and answer.status != 204:
                self.wfile.write(answer.body)

        do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = record  # noqa: N815 - called so

        def log_message(self, *_: Any) -> None:
            pass

    with listening(Handler) as ledger.url:
        yield ledger


def _understood(method: str, target: str, headers: Message, body: bytes) -> Sent:
    path, _, query = target.partition("?")
    pairs = tuple(parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query)))
    kind = headers.get_content_type() if "Content-Type" in headers else None
    fields = {name.lower(): value for name, value in headers.items()}
    return Sent(method, unquote(urlsplit(path).path), pairs, fields, kind, _value(headers, body))


def _value(headers: Message, body: bytes) -> Any:
    kind = headers.get_content_type()
    if kind.endswith(("/json", "+json")) and body:
        return json.loads(body)
    if kind == "application/x-www-form-urlencoded":
        return parse_qsl(body.decode(), keep_blank_values=True)
    if kind == "multipart/form-data":
        boundary = headers.get_param("boundary")
        assert isinstance(boundary, str)
        parts = body.split(f"--{boundary}".encode())
        assert parts[-1].strip() == b"--"
        return [_part(part) for part in parts[1:-1]]
    return body


def _part(part: bytes) -> tuple[str, str | None, str | None, bytes]:
    """Name, file name, media type of a file, and content of a part."""
    head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
    fields = Message()
    for line in head.decode().split("\r\n"):
        name, _, value = line.partition(": ")
        fields[name] = value
    file = fields.get_filename()
    name = str(fields.get_param("name", header="Content-Disposition"))
    kind = fields.get_content_type() if file else None
    return name, file, kind, content.removesuffix(b"\r\n")
