"""Reads the answers of servers that nobody vouches for, within limits.

Whoever asks a live server by `http.client`, or by a library that is built on it, has its
connections make a `BoundedResponse`, and reads the content with `read_content`.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import socket
import time
import zlib
from collections.abc import Callable, Iterable
from http.client import HTTPResponse
from typing import Any

from callsheet.schema.i_json import read_json
from callsheet.server.limits import KIB, MIB

ANSWER_SECONDS = 30
"""How long an answer may take, from the beginning of its request to its last byte."""

ANSWER_BYTES = 8 * MIB
"""Size of an answer's content, both as it is sent and decoded."""

WIRE_BYTES = 2 * ANSWER_BYTES
"""Size of an answer on the wire: with the sizes and extensions of chunks, and with trailers."""

HEAD_BYTES = 64 * KIB
"""Size of an answer's head, with all interim answers (RFC 9110, 15.2) before it."""

MAX_SILENCES = 5
"""Requests in a row without an answer; then the others are spared."""

ACCEPTED_ENCODING = ("Accept-Encoding", "identity")
"""What is asked for in the place of what an example or a program accepts."""

_EARLY = range(102, 200)
_FINAL = range(200, 600)
# RFC 9112, 5.2 and 5.5: a folded value counts as one line, and control characters as nothing.
_FOLD = re.compile(r"\r?\n[ \t]*")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


class AnswerError(Exception):
    """An answer that is not taken; `str()` of it says why, without a capital and a full stop."""


class BoundedResponse(HTTPResponse):
    """A response that keeps to the limits; it is for `response_class` of a connection.

    It may take, in all, as long as the socket's timeout says when it is made.
    """

    def __init__(self, sock: socket.socket, *arguments: Any, **options: Any) -> None:
        super().__init__(sock, *arguments, **options)
        self.fp.close()
        self._meter = _Meter(
            sock, HEAD_BYTES, f"the head of the answer is larger than {_size(HEAD_BYTES)}"
        )
        self.fp = io.BufferedReader(self._meter)

    def begin(self) -> None:
        """Reads the head of the final answer."""
        if self.headers is not None:
            return
        super().begin()
        while self.status in _EARLY:
            self.headers = self.msg = None  # or it would not begin anew
            super().begin()
        if self.status not in _FINAL:
            raise AnswerError(f"the answer has the status {self.status}, which ends no request")
        if self.length is not None and self.length > ANSWER_BYTES:
            raise _too_large()
        self._meter.left = WIRE_BYTES
        self._meter.excess = f"the answer is larger than {_size(WIRE_BYTES)} on the wire"


class _Meter(io.RawIOBase):
    """What comes from a socket, up to a number of bytes and a point in time.

    Args:
        source: The socket; its timeout is that of all that is read.
        left: How many bytes there may be.
        excess: What is wrong with an answer that has more.
    """

    def __init__(self, source: socket.socket, left: int, excess: str) -> None:
        self._source, self._raw = source, source.makefile("rb", buffering=0)
        self._seconds = source.gettimeout() or ANSWER_SECONDS
        self._end = time.monotonic() + self._seconds
        self.left, self.excess = left, excess

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int | None:
        """Reads what there is, and waits no longer than until the end."""
        self._source.settimeout(max(self._end - time.monotonic(), 0.001))
        if not self.left:
            # Only an end may follow.
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
    """Joins and decodes the content of an answer.

    Args:
        pieces: The content as it comes.
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
    """Reads JSON as `read_json` does, in the encoding that it has.

    Raises:
        ValueError: It is malformed, or nested too deeply.
    """
    return read_json(content.decode(json.detect_encoding(content)))


def fields_of(fields: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The header fields of an answer, each on one line, without those that are malformed."""
    return [
        (name, _CONTROL.sub("", _FOLD.sub(" ", value)).strip())
        for name, value in fields
        if _TOKEN.fullmatch(name)
    ]


def reason_of(error: BaseException, seconds: float) -> str:
    """Why there is no answer, without the address and without the inside of the libraries.

    Args:
        error: What was raised.
        seconds: How long the answer might take.
    """
    while (cause := error.__cause__ or error.__context__) is not None:
        if isinstance(error, AnswerError):
            break
        error = cause
    if isinstance(error, AnswerError):
        return str(error)
    if isinstance(error, TimeoutError):
        return f"the answer was not complete within {seconds:g} s, the limit"
    return str(getattr(error, "strerror", None) or error) or type(error).__name__


def _too_large(how: str = "") -> AnswerError:
    return AnswerError(f"the answer is larger than {_size(ANSWER_BYTES)}{how}, the limit")


def _size(number: int) -> str:
    return f"{number // MIB} MiB" if number >= MIB else f"{number // KIB} KiB"
