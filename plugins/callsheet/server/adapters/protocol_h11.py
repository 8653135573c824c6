"""Connections that h11 parses."""

from typing import Any

import h11
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol

from callsheet.server.adapters.protocol import LimitedProtocol
from callsheet.server.limits import Limits


class H11Connection(LimitedProtocol, H11Protocol):
    """A connection whose requests h11 parses."""

    def __init__(self, limits: Limits, config: Config, *args: Any, **kwargs: Any) -> None:
        super().__init__(config, *args, **kwargs)
        self.limits = limits
        self.conn = _H11Parser(self)

    def target_bytes(self) -> int:
        """Return how many bytes of an unfinished head are the request's target."""
        received, _ = self.conn.trailing_data
        return len(received.partition(b"\n")[0])


class _H11Parser(h11.Connection):
    """A parser that reports its progress to the connection that owns it."""

    def __init__(self, owner: H11Connection) -> None:
        # Its own limit is not the one that counts: here may be the end of a body as well.
        super().__init__(h11.SERVER, 2 * owner.limits.head_bytes)
        self._owner = owner

    def next_event(self) -> Any:
        event = super().next_event()
        # Where it is paused, it looks at what came only when the request before is answered.
        if isinstance(event, h11.Data):
            self._owner.content_bytes += len(event.data)
        elif event is not h11.NEED_DATA:
            self._owner.advanced = True
        if isinstance(event, h11.Request):
            self._owner.is_receiving = True
        elif isinstance(event, h11.EndOfMessage):
            self._owner.is_receiving = False
        return event
