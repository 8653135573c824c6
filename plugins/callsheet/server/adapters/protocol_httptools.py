"""Connections that httptools parses."""

from typing import Any

import httptools
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from callsheet import lazy_re as re
from callsheet.server.adapters.protocol import LimitedProtocol
from callsheet.server.limits import Limits

_FRAMING = (b"connection", b"content-length", b"transfer-encoding")
"""The fields that say where a request ends, and whether another one follows."""


_REQUEST_LINE = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64} [!-~]+ HTTP/1\.[01]\r?\n")
"""A line that begins a request with any method (RFC 9112, 3)."""


class HttpToolsConnection(LimitedProtocol, HttpToolsProtocol):
    """A connection whose requests httptools parses."""

    def __init__(self, limits: Limits, config: Config, *args: Any, **kwargs: Any) -> None:
        super().__init__(config, *args, **kwargs)
        self.limits = limits
        self.url = b""
        self.parser: Any = _HttpToolsParser(self)
        self._repeats_head = False

    def target_bytes(self) -> int:
        """Return how many bytes of an unfinished head are the request's target."""
        return len(self.url)

    def on_headers_complete(self) -> None:
        """Begin to answer a request."""
        self.advanced = True
        if not self._repeats_head:
            # An invalid target is found only here, and then no request begins.
            super().on_headers_complete()
            self.is_receiving = True
        self._repeats_head = False
        # Fields from now on are trailers, and no part of the head (RFC 9110, 6.5.1).
        self.headers = []

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

        When it is parsed, no request begins.
        """
        self._repeats_head = True
        fields = [b"%s: %s\r\n" % (n, v) for n, v in self.scope["headers"] if n in _FRAMING]
        version = self.scope["http_version"].encode()
        return b"POST / HTTP/%s\r\n%s\r\n" % (version, b"".join(fields))


class _HttpToolsParser:
    """A parser of requests that goes on where a client asks for an upgrade.

    httptools then takes all that follows the head, the body too, for another protocol, and can
    parse nothing more. So a new parser gets the rest, after a head that asks for no upgrade.

    Args:
        connection: Receives what is parsed.
    """

    def __init__(self, connection: HttpToolsConnection) -> None:
        self._connection = connection
        self._begin()

    def feed_data(self, data: bytes) -> None:
        """Parse what was received."""
        while True:
            try:
                self._parser.feed_data(data)
            except httptools.HttpParserUpgrade as upgrade:
                (end_of_head,) = upgrade.args
                data = self._connection.framing_again() + data[end_of_head:]
                self._begin()
            except httptools.HttpParserInvalidMethodError:
                self._connection.has_unknown_method = _REQUEST_LINE.match(data) is not None
                raise
            else:
                return

    def _begin(self) -> None:
        parser = httptools.HttpRequestParser(self._connection)
        # As uvicorn does it: a client may send more after `Connection: close`.
        parser.set_dangerous_leniencies(lenient_data_after_close=True)
        self._parser = parser
        self.get_http_version = parser.get_http_version
        self.get_method = parser.get_method
        self.should_keep_alive = parser.should_keep_alive
        self.should_upgrade = parser.should_upgrade
