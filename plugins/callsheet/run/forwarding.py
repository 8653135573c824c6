"""Passes requests on to a live server."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from http.client import HTTPConnection, HTTPException, HTTPSConnection

from callsheet.run.base_url import read_base_url
from callsheet.run.recorder import Receive, Scope, Send
from callsheet.server.messages import WORKSPACE_HEADER

TIMEOUT = 30
"""Seconds that the server may take."""

# RFC 9110, 7.6.1; the length of what is passed on is known here.
_HOP_BY_HOP = {
    "connection",
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
    """An ASGI application that answers as a live server does.

    Args:
        base_url: The address of the server, with or without a path.
        headers: Header fields that each request gets, in the place of its own of the same name:
            such as credentials, which no sample should hold.

    Raises:
        ConfigurationError: It is no address of an HTTP server.
    """

    def __init__(self, base_url: str, headers: Iterable[tuple[str, str]] = ()) -> None:
        address = read_base_url(base_url)
        self._connection = HTTPSConnection if address.scheme == "https" else HTTPConnection
        self._host, self._port = address.hostname or "", address.port
        self._path = address.path.rstrip("/")
        self._headers = tuple(headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes one request on."""
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
        fields = [(n.decode("latin-1"), v.decode("latin-1")) for n, v in scope["headers"]]
        try:
            status, headers, content = await asyncio.to_thread(
                self._ask, scope["method"], target, fields, bytes(body)
            )
        except (OSError, HTTPException) as error:
            status, headers = 502, [(b"content-type", b"text/plain; charset=utf-8")]
            content = f"The server at {self._host} cannot be reached: {error}".encode()
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    def _ask(
        self, method: str, target: str, fields: list[tuple[str, str]], body: bytes
    ) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        replaced = {name.lower() for name, _ in self._headers} | {WORKSPACE_HEADER.lower()}
        kept = [(n, v) for n, v in fields if n.lower() not in _HOP_BY_HOP | replaced]
        connection = self._connection(self._host, self._port, timeout=TIMEOUT)
        try:
            connection.putrequest(method, target, skip_accept_encoding=True)
            for name, value in [*kept, *self._headers]:
                connection.putheader(name, value.encode("latin-1"))
            if body or method in {"PATCH", "POST", "PUT"}:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body or None)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in response.getheaders()
            if name.lower() not in _HOP_BY_HOP
        ]
        if method != "HEAD" and response.status not in {204, 304}:
            headers.append((b"content-length", str(len(content)).encode()))
        return response.status, headers, content
