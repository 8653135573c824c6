"""Limits for connections, as a mixin for uvicorn's protocols.

By itself, uvicorn waits for ever for a request's head, and collects it without end. Here a head,
chunk extensions and trailers have a limit of size, what is refused is refused with a problem
document, and an `Upgrade` is passed over (RFC 9110, 7.8).
"""

import asyncio
from collections.abc import Iterable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any, cast

from uvicorn.server import ServerState

from callsheet.server.adapters.asgi import DROP
from callsheet.server.http.problems import Problem
from callsheet.server.limits import Limits

_PATIENCE = 4
"""How many times the limit of a head is read after a refusal before the connection is given up. A
client that is still sending when the connection closes sees an error in the answer's place."""


class LimitedProtocol(asyncio.Protocol):
    """Limits of a connection, whichever library parses it; a mixin for uvicorn's protocols.

    Attributes:
        advanced: Whether the bytes that were parsed last ended a head or a message.
        content_bytes: How many of the bytes that were parsed last are content.
        is_receiving: Whether a request's head was whole, and its body is not.
        has_unknown_method: Whether what cannot be parsed is a request with an unknown method.
    """

    limits: Limits
    advanced = False
    content_bytes = 0
    is_receiving = False
    has_unknown_method = False
    transport: asyncio.Transport
    loop: asyncio.AbstractEventLoop
    server_state: ServerState
    cycle: Any
    app_state: dict[str, Any]
    _waiting: asyncio.TimerHandle | None = None
    _refusal: Problem | None = None
    _is_refused = False
    _counted = 0

    def target_bytes(self) -> int:
        """Return how many bytes of an unfinished head are the request's target."""
        raise NotImplementedError

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Wait for a head from the beginning on."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, DROP: self.transport.abort}
        self._wait()

    def connection_lost(self, error: Exception | None) -> None:
        """Stop waiting."""
        self._stop_waiting()
        super().connection_lost(error)

    def data_received(self, data: bytes) -> None:
        """Parse what came, as much of it at a time as a head may still have."""
        position = 0
        while position < len(data) and self._refusal is None:
            piece = data[position : position + self.limits.head_bytes - self._counted]
            position += len(piece)
            self.advanced, self.content_bytes = False, 0
            super().data_received(piece)
            # What is not content counts, and each byte of content makes up for one that is none.
            counted = self._counted + len(piece) - 2 * self.content_bytes
            self._counted = 0 if self.advanced else max(counted, 0)
            if self._counted >= self.limits.head_bytes:
                self.refuse(self._too_large())
        if self._is_refused:
            self._counted += len(data) - position
            if self._counted > self.limits.head_bytes * (1 + _PATIENCE):
                self.transport.close()
        self._wait()

    def on_response_complete(self) -> None:
        """Go on with what waited for an answer to be whole."""
        super().on_response_complete()  # type: ignore[misc] # uvicorn's protocols have it
        self._refuse_in_turn()

    def send_400_response(self, _message: str) -> None:
        """Refuse what is not a request, as uvicorn calls for."""
        if self.has_unknown_method:
            # RFC 9110, 15.6.2.
            self.refuse(Problem(501, "This server does not know this method."))
            return
        self.refuse(Problem(400, "The request is not valid HTTP/1.1 (RFC 9112)."))

    def _unsupported_upgrade_warning(self) -> None:
        # Anyone can ask for an upgrade, and to pass over it is right.
        pass

    def refuse(self, problem: Problem) -> None:
        """Refuse all that comes from now on, after the answers to what came before."""
        self._refusal = problem
        self._counted = 0
        if self.is_receiving:
            # Whatever answers it learns that the rest of the body does not come.
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        self._refuse_in_turn()

    def _refuse_in_turn(self) -> None:
        if self._refusal is None or self._is_refused or self._is_answering():
            return
        self._is_refused = True
        if self.transport.is_closing():
            return
        if self.is_receiving and self.cycle.response_started:
            # A second answer would be taken for that to another request.
            self.transport.close()
            return
        response = self._refusal.response()
        fields = [
            *self.server_state.default_headers,
            *((name.encode(), value.encode()) for name, value in response.headers),
            (b"Content-Length", b"%d" % len(response.body)),
            (b"Connection", b"close"),
        ]
        head = b"".join(b"%s: %s\r\n" % field for field in fields)
        line = b"HTTP/1.1 %d %s\r\n" % (response.status, self._refusal.title.encode())
        self.transport.write(line + head + b"\r\n" + response.body)
        self.transport.write_eof()

    def _is_answering(self) -> bool:
        """Tell whether an earlier request of the connection has not been answered yet."""
        if self.cycle is None or self.cycle.response_complete:
            return False
        return bool(getattr(self, "pipeline", ())) or not self.is_receiving

    def _too_large(self) -> Problem:
        size = f"{self.limits.head_bytes / 1024:g} KiB"
        if self.is_receiving:
            return Problem(
                431, f"The chunk framing and trailers of the body are larger than {size}."
            )
        if self.target_bytes() > self.limits.head_bytes // 2:
            return Problem(414, f"The request's head is larger than {size}, mostly by its target.")
        return Problem(431, f"The request's head is larger than {size}.")

    def _wait(self) -> None:
        """Wait for a whole head, unless a request is being answered."""
        if not self._is_refused and self.cycle and not self.cycle.response_complete:
            self._stop_waiting()
        elif self._waiting is None:
            seconds = self.limits.idle_seconds
            self._waiting = self.loop.call_later(seconds, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None


_KNOWN_METHODS = frozenset(
    {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "COPY", "MOVE", "SEARCH"}
)
_CONNECTIONS = {"h11": "H11Connection", "httptools": "HttpToolsConnection"}
"""The class of connections, in the module of each library."""


def library_for(methods: Iterable[str]) -> str:
    """Return the library that parses requests with some methods; empty for any.

    httptools refuses methods that it does not know, such as `LIST`.
    """
    return "" if _KNOWN_METHODS.issuperset(methods) else "h11"


def limited(limits: Limits, library: str = "") -> type[asyncio.Protocol]:
    """Return the factory of protocols for connections.

    Args:
        limits: The limits on resources.
        library: What parses: `httptools`, or the slower `h11`, which runs everywhere; by default
            the first one that is installed.
    """
    library = library or ("httptools" if find_spec("httptools") else "h11")
    module = import_module(f"callsheet.server.adapters.protocol_{library}")
    return cast("type[asyncio.Protocol]", partial(getattr(module, _CONNECTIONS[library]), limits))
