"""Sends callbacks, after the responses to the requests that asked for them."""

import asyncio
import logging
import ssl
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from callsheet import lazy_re as re
from callsheet.http.headers import Headers
from callsheet.server.http.messages import HttpRequest, HttpResponse
from callsheet.server.http.outgoing import OutgoingRequest
from callsheet.server.http.problems import Problem
from callsheet.server.journal import HandledRequest
from callsheet.server.limits import KIB, Limits

Note = Callable[[HttpRequest, HandledRequest, float], None]
"""Records a callback, its outcome, and how many seconds it took."""

MAX_LINE = 8 * KIB
"""Size of the first line of a response."""

_STATUS = re.compile(rb"HTTP/1\.[01] (?P<status>[1-5][0-9]{2})(?: .*)?\r?\n", re.DOTALL)
_LOG = logging.getLogger(__name__)


class CallbackSender:
    """Sends callbacks, each once: no redirect is followed, and nothing is tried again.

    Of a response, only the status is read.

    Args:
        limits: The limits on resources.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._tasks: set[asyncio.Task[None]] = set()

    def send(self, outgoing: OutgoingRequest, note: Note) -> None:
        """Begin to send a callback.

        Args:
            outgoing: The callback.
            note: Is called with the outcome.
        """
        task = asyncio.get_running_loop().create_task(self._send(outgoing, note))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Give up the callbacks that are not sent yet."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _send(self, outgoing: OutgoingRequest, note: Note) -> None:
        start = time.perf_counter()
        parts = urlsplit(outgoing.address)
        # Queries may have secrets.
        shown = f"{parts.scheme}://{parts.netloc}{parts.path}"
        headers, body = Headers(outgoing.headers), outgoing.body
        request = HttpRequest(outgoing.method, shown, headers=headers, body=body)
        outcome = await self._outcome(outgoing)
        note(request, outcome, time.perf_counter() - start)

    async def _outcome(self, outgoing: OutgoingRequest) -> HandledRequest:
        limits, problem = self._limits, None
        if len(self._tasks) > limits.callbacks:
            number = limits.callbacks
            problem = Problem(503, f"It was not sent, as {number:,} others were being sent.")
        else:
            try:
                async with asyncio.timeout(limits.callback_seconds):
                    return HandledRequest(HttpResponse(await _exchange(outgoing)), outgoing.uid)
            except TimeoutError:
                detail = f"There was no response within {limits.callback_seconds:g} seconds."
                problem = Problem(504, detail)
            except (OSError, ValueError, ssl.SSLError) as error:
                _LOG.debug("The callback %s failed: %s", outgoing.name, error)
                problem = Problem(502, "The connection failed, or the response was not HTTP.")
        return HandledRequest(HttpResponse(problem.status), outgoing.uid, problem)


async def _exchange(outgoing: OutgoingRequest) -> int:
    """Send a request, and return the status of the response.

    Raises:
        OSError: The connection fails.
        ValueError: The response is not HTTP.
    """
    parts = urlsplit(outgoing.address)
    secure = parts.scheme.lower() == "https"
    port = parts.port or (443 if secure else 80)
    reader, writer = await asyncio.open_connection(
        parts.hostname, port, ssl=ssl.create_default_context() if secure else None, limit=MAX_LINE
    )
    try:
        writer.write(_message(outgoing))
        await writer.drain()
        # A line that is too long is a `ValueError`, too.
        match = _STATUS.fullmatch(await reader.readline())
        if match is None:
            raise ValueError
        return int(match["status"])
    finally:
        # To close it in order could take longer than there is time.
        writer.transport.abort()


def _message(outgoing: OutgoingRequest) -> bytes:
    parts = urlsplit(outgoing.address)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    fields = [
        ("Host", parts.netloc),
        *outgoing.headers,
        ("Content-Length", str(len(outgoing.body))),
        ("Connection", "close"),
    ]
    lines = [f"{outgoing.method} {target} HTTP/1.1", *(f"{n}: {v}" for n, v in fields), "", ""]
    return "\r\n".join(lines).encode("latin-1", "replace") + outgoing.body
