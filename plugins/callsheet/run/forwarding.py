"""Forwards requests to a live server."""

import asyncio
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any

from callsheet.errors import CallsheetError
from callsheet.redaction import Redactor
from callsheet.run.answers import (
    ACCEPTED_ENCODING,
    ANSWER_SECONDS,
    MAX_UNANSWERED,
    AnswerError,
    BoundedResponse,
    fields_of,
    read_content,
    reason_of,
)
from callsheet.run.base_url import read_base_url
from callsheet.run.recorder import NO_ANSWER, Receive, Scope, Send
from callsheet.server.http.messages import WORKSPACE_HEADER

_PIECE = 64 * 1024

# RFC 9110, 7.6.1. Content is forwarded decoded, with its own length.
_HOP_BY_HOP = {
    "accept-encoding",
    "connection",
    "content-encoding",
    "content-length",
    "host",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
}


class Forwarder:
    """An ASGI application that forwards requests to a live server.

    If the server gives no response within the limits of `callsheet.run.answers`, it answers 502 and
    says why.

    Args:
        base_url: The address of the server, with or without a path.
        headers: Header fields that replace those of each request, such as credentials, which no
            sample should hold.
        redact: Redacts secrets in the reasons.
        seconds: The time limit for a response.

    Raises:
        ConfigurationError: It is not an address of an HTTP server.
    """

    def __init__(
        self,
        base_url: str,
        headers: Iterable[tuple[str, str]],
        redact: Redactor,
        seconds: float = ANSWER_SECONDS,
    ) -> None:
        address = read_base_url(base_url)
        self._connection = HTTPSConnection if address.scheme == "https" else HTTPConnection
        self._host, self._port = address.hostname or "", address.port
        self._path = address.path.rstrip("/")
        self._headers = tuple(headers)
        self._seconds = seconds
        self._redact = redact
        self._unanswered = 0
        self._reason = ""
        self._base_url = base_url

    def require_server(self) -> None:
        """Raise if no server listens at the address, or if it has stopped to answer.

        Raises:
            CallsheetError: It names the address and the reason.
        """
        if self._unanswered >= MAX_UNANSWERED:
            reason = f"{self._unanswered} requests in a row had no usable answer: {self._reason}"
        else:
            try:
                with closing(self._connection(self._host, self._port, timeout=self._seconds)) as it:
                    it.connect()
                return
            except (OSError, ValueError) as error:
                reason = self._redact(reason_of(error, self._seconds))
        raise CallsheetError(
            f"The server at `{self._redact(self._base_url)}` cannot be reached: {reason}. Start it,"
            " or correct --base-url."
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Forward one request."""
        if scope["type"] != "http":
            return
        body = bytearray()
        while True:
            message = await receive()
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        target = self._path + scope["raw_path"].partition(b"?")[0].decode("latin-1")
        if query := scope["query_string"].decode("latin-1"):
            target += f"?{query}"
        # Header fields are bytes; Latin-1 maps each of them to one character and back (RFC 9110,
        # 5.5).
        fields = [(n.decode("latin-1"), v.decode("latin-1")) for n, v in scope["headers"]]
        for message in await self._answer(scope["method"], target, fields, bytes(body)):
            await send(message)

    async def _answer(
        self, method: str, target: str, fields: list[tuple[str, str]], body: bytes
    ) -> Iterator[dict[str, Any]]:
        """Return the messages of the response, or of the 502 in its place."""
        # A server that is down would cost the full time limit for each of thousands of programs.
        if self._unanswered >= MAX_UNANSWERED:
            return _no_answer(f"{MAX_UNANSWERED} requests in a row had none, so this was not sent")
        try:
            # `http.client` blocks, and the event loop has other programs to serve meanwhile.
            status, headers, content = await asyncio.to_thread(
                self._ask, method, target, fields, body
            )
        except (AnswerError, HTTPException, OSError, ValueError) as error:
            self._unanswered += 1
            self._reason = self._redact(reason_of(error, self._seconds))
            return _no_answer(self._reason)
        self._unanswered = 0
        return _messages(status, headers, content)

    def _ask(
        self, method: str, target: str, fields: list[tuple[str, str]], body: bytes
    ) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        end = time.monotonic() + self._seconds
        replaced = {name.lower() for name, _ in self._headers} | {WORKSPACE_HEADER.lower()}
        kept = [(n, v) for n, v in fields if n.lower() not in _HOP_BY_HOP | replaced]
        if ACCEPTED_ENCODING[0].lower() not in replaced:
            kept.append(ACCEPTED_ENCODING)
        with closing(self._connection(self._host, self._port, timeout=self._seconds)) as connection:
            # The server is not trusted: this class limits the time and the size of the response.
            connection.response_class = BoundedResponse
            connection.putrequest(method, target, skip_accept_encoding=True)
            for name, value in [*kept, *self._headers]:
                connection.putheader(name, value.encode("latin-1"))
            # RFC 9110, 8.6: requests of these methods should have the field even if the content is
            # empty.
            if body or method in {"PATCH", "POST", "PUT"}:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body or None)
            # Connecting and sending have taken a part of the time.
            connection.sock.settimeout(max(end - time.monotonic(), 0.001))
            response = connection.getresponse()
            pieces = iter(lambda: response.read(_PIECE), b"")
            content = read_content(pieces, response.getheader("Content-Encoding"))
            if response.length:
                raise AnswerError(f"the answer ends {response.length} bytes before its end")
        headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in fields_of(response.getheaders())
            if name.lower() not in _HOP_BY_HOP
        ]
        # RFC 9110, 8.6: these have no content, and the field would state the length of another
        # response.
        if method != "HEAD" and response.status not in {204, 304}:
            headers.append((b"content-length", str(len(content)).encode()))
        return response.status, headers, content


def _messages(
    status: int, headers: list[tuple[bytes, bytes]], content: bytes, **more: str
) -> Iterator[dict[str, Any]]:
    yield {"type": "http.response.start", "status": status, "headers": headers, **more}
    yield {"type": "http.response.body", "body": content}


def _no_answer(reason: str) -> Iterator[dict[str, Any]]:
    content = f"The server gave no usable answer: {reason}.\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(content)).encode()),
    ]
    return _messages(502, headers, content, **{NO_ANSWER: reason})
