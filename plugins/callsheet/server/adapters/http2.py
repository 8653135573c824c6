"""HTTP/2, by hypercorn; HTTP/1.1 at the same port."""

import asyncio
import os
import signal
import socket
from collections.abc import Callable
from typing import Any, cast

from hypercorn.asyncio import serve
from hypercorn.config import Config

from callsheet.server.adapters.asgi import ASGIApp
from callsheet.server.adapters.tls import Tls
from callsheet.server.limits import Limits

MAX_STREAMS = 100
"""How many requests of a connection are answered at a time."""


def run_http2(
    app: ASGIApp,
    listener: socket.socket,
    limits: Limits,
    tls: Tls | None,
    ready: Callable[[], None],
) -> None:
    """Serve on a socket until the process gets SIGINT or SIGTERM.

    Args:
        app: The application.
        listener: The socket; it listens already.
        limits: The limits on resources.
        tls: The certificate; without one, clients have to know that the server speaks HTTP/2.
        ready: Is called when a signal ends the server as it should.
    """
    config = Config()
    # It closes what it gets, and the socket is the caller's.
    config.bind = [f"fd://{os.dup(listener.fileno())}"]
    config.h11_max_incomplete_size = limits.head_bytes
    config.h2_max_header_list_size = limits.head_bytes
    config.h2_max_concurrent_streams = MAX_STREAMS
    config.keep_alive_timeout = limits.idle_seconds
    config.graceful_timeout = limits.farewell_seconds
    config.include_server_header = False
    config.errorlog = None
    if tls is not None:
        config.certfile = str(tls.certificate)
        config.keyfile = str(tls.key or tls.certificate)

    async def run() -> None:
        ended = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            # Hypercorn handles signals only where it is given no trigger.
            loop.add_signal_handler(number, ended.set)
        ready()
        await serve(cast(Any, app), config, shutdown_trigger=cast(Any, ended.wait))

    asyncio.run(run())
