"""Connections that httptools parses."""

from __future__ import annotations

from typing import Any

import httptools
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from callsheet.server.limits import Limits
from callsheet.server.protocol import LimitedProtocol

_FRAMING = (b"connection", b"content-length", b"transfer-encoding")
"""The fields that say where a request ends, and whether another one follows."""


class Connection(LimitedProtocol, HttpToolsProtocol):
    """A connection whose requests httptools parses."""

    def __init__(self, limits: Limits, config: Config, *args: Any, **kwargs: Any) -> None:
        super().__init__(config, *args, **kwargs)
        self.limits = limits
        self.url = b""
        self.parser: Any = _Parser(self)
        self._repeats_head = False

    def target_bytes(self) -> int:
        """Return how many bytes of an unfinished head are the request's target."""
        return len(self.url)

    def on_message_begin(self) -> None:
        """Begin a request."""
        if not self._repeats_head:
            super().on_message_begin()

    def on_url(self, url: bytes) -> None:
        """Take a part of the request's target."""
        if not self._repeats_head:
            super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a field of the head; those of the trailers are no part of it (RFC 9110, 6.5.1)."""
        if not self.is_receiving:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Begin to answer a request."""
        self.advanced = True
        if not self._repeats_head:
            self.is_receiving = True
            super().on_headers_complete()
        self._repeats_head = False

    def on_body(self, body: bytes) -> None:
        """Take a part of the body."""
        self.content_bytes += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """End a request, but not one whose body is still to be read by another parser."""
        self.advanced = True
        if not self.parser.should_upgrade():
            self.is_receiving = False
            super().on_message_complete()

    def framing_again(self) -> bytes:
        """Return a head that says of the body what the last one said, and of no upgrade.

        Its parts are passed over when they are parsed.
        """
        self._repeats_head = True
        fields = [b"%s: %s\r\n" % (n, v) for n, v in self.headers if n in _FRAMING]
        version = self.scope["http_version"].encode()
        return b"POST / HTTP/%s\r\n%s\r\n" % (version, b"".join(fields))


class _Parser:
    """A parser of requests that goes on where a client asks for an upgrade.

    httptools then takes all that follows the head, the body too, for another protocol, and can
    parse nothing more. So a new parser gets the rest, after a head that asks for no upgrade.

    Args:
        connection: What is told of what is parsed.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._parser = self._new()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._parser, name)

    def feed_data(self, data: bytes) -> None:
        """Parse what was received."""
        while True:
            try:
                self._parser.feed_data(data)
            except httptools.HttpParserUpgrade as upgrade:
                (end_of_head,) = upgrade.args
                data = self._connection.framing_again() + data[end_of_head:]
                self._parser = self._new()
            else:
                return

    def _new(self) -> Any:
        parser = httptools.HttpRequestParser(self._connection)
        # As uvicorn does it: a client may send more after `Connection: close`.
        parser.set_dangerous_leniencies(lenient_data_after_close=True)
        return parser
