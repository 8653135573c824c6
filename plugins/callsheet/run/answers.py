"""Reads the responses of untrusted servers within limits.

Clients of `http.client`, or of a library that is built on it, set `BoundedResponse` as the response
class of their connections, and read the content with `read_content`.
"""

import gzip
import io
import json
import socket
import time
import zlib
from collections.abc import Callable, Iterable
from http.client import HTTPResponse
from typing import Any

from callsheet import lazy_re as re
from callsheet.document_limits import KIB, MIB, size
from callsheet.schema.i_json import read_json

ANSWER_SECONDS = 30
"""Seconds that a response may take, from the beginning of its request to its last byte."""

ANSWER_BYTES = 8 * MIB
"""Size of a response's content, both as it is sent and decoded."""

WIRE_BYTES = 2 * ANSWER_BYTES
"""Size of a response on the wire: with the sizes and extensions of chunks, and with trailers."""

HEAD_BYTES = 64 * KIB
"""Size of a response's head, with all interim responses (RFC 9110, 15.2) before it."""

MAX_UNANSWERED = 5
"""Unanswered requests in a row after which no more are sent."""

ACCEPTED_ENCODING = ("Accept-Encoding", "identity")
"""Replaces the `Accept-Encoding` of examples and programs, so that content comes as it is."""

MAX_REASON = 200
"""Characters of what a server sent, in the reason why there is no answer."""

_EARLY = range(102, 200)
_FINAL = range(200, 600)
# RFC 9112, 5.2 and 5.5: a folded value is joined to one line, and control characters are dropped.
_FOLD = re.compile(r"\r?\n[ \t]*")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


class AnswerError(Exception):
    """A response that is rejected; `str()` says why, as the rest of a sentence."""


class BoundedResponse(HTTPResponse):
    """A response within the limits, for the `response_class` of a connection.

    The socket's timeout at its creation becomes the limit for the response as a whole.
    """

    def __init__(self, sock: socket.socket, *arguments: Any, **options: Any) -> None:
        super().__init__(sock, *arguments, **options)
        # The base class has opened a reader that would wait without a deadline of its own.
        self.fp.close()
        self._meter = _Meter(
            sock, HEAD_BYTES, f"the head of the answer is larger than {size(HEAD_BYTES)}"
        )
        self.fp = io.BufferedReader(self._meter)

    def begin(self) -> None:
        """Read the head of the final response."""
        if self.headers is not None:
            return
        super().begin()
        while self.status in _EARLY:
            self.headers = self.msg = None  # else `begin` returns at once
            super().begin()
        if self.status not in _FINAL:
            raise AnswerError(
                f"the answer has the status {self.status}, which does not end a request"
            )
        # Refused by the announced length, before megabytes are transferred in vain.
        if self.length is not None and self.length > ANSWER_BYTES:
            raise _too_large()
        self._meter.left = WIRE_BYTES
        self._meter.excess = f"the answer is larger than {size(WIRE_BYTES)} on the wire"


class _Meter(io.RawIOBase):
    """Reads from a socket, up to a number of bytes and a deadline.

    Args:
        source: The socket; its timeout is the limit for all reads together.
        left: The number of bytes that may follow.
        excess: The error message for a response that has more.
    """

    def __init__(self, source: socket.socket, left: int, excess: str) -> None:
        self._source, self._raw = source, source.makefile("rb", buffering=0)
        self._seconds = source.gettimeout() or ANSWER_SECONDS
        self._end = time.monotonic() + self._seconds
        self.left, self.excess = left, excess

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int | None:
        """Read the bytes that have arrived, and wait for some until the deadline at most."""
        # The timeout of a socket starts anew with each read, so a server that sends a byte a second
        # would never exceed it.
        self._source.settimeout(max(self._end - time.monotonic(), 0.001))
        if not self.left:
            # Only the end of the stream may follow.
            if self._raw.readinto(bytearray(1)):
                raise AnswerError(f"{self.excess}, the limit")
            return 0
        count = self._raw.readinto(memoryview(buffer)[: self.left])
        if time.monotonic() >= self._end:
            raise TimeoutError
        self.left -= count or 0
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


def read_content(pieces: Iterable[bytes], encoding: str | None) -> bytes:
    """Join and decode the content of a response.

    Args:
        pieces: The content as it arrives.
        encoding: The value of `Content-Encoding`.

    Raises:
        AnswerError: It is too large, or not in that encoding.
    """
    content = bytearray()
    for piece in pieces:
        content += piece
        if len(content) > ANSWER_BYTES:
            raise _too_large()
    coding = (encoding or "identity").strip()
    if coding.lower() == "identity" or not content:
        return bytes(content)
    if (decode := _DECODERS.get(coding.lower())) is None:
        shown = coding if len(coding) <= 60 else f"{coding[:57]}..."
        raise AnswerError(f"the answer is encoded as `{shown}`, which was not asked for")
    try:
        decoded = decode(bytes(content))
    except (OSError, EOFError, zlib.error) as error:
        raise AnswerError(f"the answer is not encoded as {coding}, although it says so") from error
    if len(decoded) > ANSWER_BYTES:
        raise _too_large(" when it is decoded")
    return decoded


def _gunzip(content: bytes) -> bytes:
    with gzip.open(io.BytesIO(content)) as file:
        # One byte more than allowed: enough to see that it is too large, whatever it expands to.
        return file.read(ANSWER_BYTES + 1)


def _inflate(content: bytes) -> bytes:
    decoder = zlib.decompressobj()
    decoded = decoder.decompress(content, ANSWER_BYTES + 1)
    if not decoder.eof and len(decoded) <= ANSWER_BYTES:
        raise EOFError
    return decoded


_DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "deflate": _inflate,
    "gzip": _gunzip,
    "x-gzip": _gunzip,
}


def json_of(content: bytes) -> Any:
    """Parse JSON as `read_json` does, in the encoding that it has.

    Raises:
        ValueError: It is malformed, or nested too deeply.
    """
    # RFC 8259 requires UTF-8, but some servers still send UTF-16.
    return read_json(content.decode(json.detect_encoding(content)))


def fields_of(fields: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the header fields of a response, each on one line, without malformed ones."""
    return [
        (name, _CONTROL.sub("", _FOLD.sub(" ", value)).strip())
        for name, value in fields
        if _TOKEN.fullmatch(name)
    ]


def reason_of(error: BaseException, seconds: float) -> str:
    """Explain why there is no response, without the address and the internals of libraries.

    Args:
        error: The exception of the client.
        seconds: The time limit for the response.
    """
    # Libraries wrap the exception of the system several times; the innermost one has the reason.
    while (cause := error.__cause__ or error.__context__) is not None:
        if isinstance(error, AnswerError):
            break
        error = cause
    if isinstance(error, AnswerError):
        return str(error)
    if isinstance(error, TimeoutError):
        return f"the answer was not complete within {seconds:g} s, the limit"
    # A line that is not a head of an answer is what the server sent.
    reason = str(getattr(error, "strerror", None) or error) or type(error).__name__
    return reason if len(reason) <= MAX_REASON else f"{reason[: MAX_REASON - 3]}..."


def _too_large(how: str = "") -> AnswerError:
    return AnswerError(f"the answer is larger than {size(ANSWER_BYTES)}{how}, the limit")
