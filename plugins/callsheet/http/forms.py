"""Forms: URL-encoded (URL Standard, 5) and multipart (RFC 7578)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any
from urllib.parse import parse_qsl, urlencode

from multipart import (
    MultipartError,
    ParserLimitReached,
    PushMultipartParser,
    content_disposition_quote,
)

from callsheet.http.media_types import parameters

MAX_PART_HEAD = 4224
"""Maximum size of the header of a part in bytes."""


class FormError(ValueError):
    """A body that is not a form; `str()` of it says why."""


class TooManyPartsError(FormError):
    """A form with more parts than the limit."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a multipart form.

    Attributes:
        name: The name of the field.
        content: Its content.
        filename: The name of the file, if it is one.
        media_type: The media type of the content; empty where the part does not state it.
    """

    name: str
    content: bytes
    filename: str | None = None
    media_type: str = ""

    @property
    def text(self) -> str:
        """The content as text."""
        return self.content.decode("utf-8", errors="replace")


def read_pairs(body: bytes) -> list[tuple[str, str]]:
    """Parse the fields of a URL-encoded form, in their order."""
    return parse_qsl(body.decode("utf-8", errors="replace"), keep_blank_values=True)


def write_pairs(pairs: Iterable[tuple[str, str]]) -> bytes:
    """Write fields as a URL-encoded form."""
    return urlencode(list(pairs)).encode()


def read_parts(body: bytes, content_type: str, max_parts: int = 1000) -> list[Part]:
    """Parse the parts of a multipart form.

    Args:
        body: The form.
        content_type: Its media type, with the boundary.
        max_parts: The maximum number of parts.

    Raises:
        TooManyPartsError: It has more.
        FormError: It is not a multipart form.
    """
    boundary = parameters(content_type).get("boundary", "")
    if not boundary:
        raise FormError("its Content-Type has no boundary")
    parts: list[Part] = []
    pieces: list[bytes] = []
    segment: Any = None
    try:
        with PushMultipartParser(
            boundary, max_segment_count=max_parts, max_header_size=MAX_PART_HEAD
        ) as parser:
            for event in chain(parser.parse(body), parser.parse(b"")):
                if event is None:
                    content = b"".join(pieces)
                    media_type = segment.header("Content-Type") or ""
                    parts.append(Part(segment.name or "", content, segment.filename, media_type))
                elif isinstance(event, bytes | bytearray):
                    pieces.append(bytes(event))
                else:
                    segment, pieces = event, []
    except ParserLimitReached as error:
        if len(parts) == max_parts:
            raise TooManyPartsError(f"it has more than {max_parts:,} parts") from error
        raise FormError(f"it is no multipart form: {error}") from error
    except MultipartError as error:
        raise FormError(f"it is no multipart form: {error}") from error
    return parts


def write_parts(parts: Iterable[Part], boundary: str) -> bytes:
    """Write parts as a multipart form, as browsers do."""
    pieces: list[bytes] = []
    for part in parts:
        head = f"Content-Disposition: form-data; name={content_disposition_quote(part.name)}"
        if part.filename is not None:
            head += f"; filename={content_disposition_quote(part.filename)}"
        if part.media_type:
            head += f"\r\nContent-Type: {part.media_type}"
        pieces += [f"--{boundary}\r\n{head}\r\n\r\n".encode(), part.content, b"\r\n"]
    return b"".join([*pieces, f"--{boundary}--\r\n".encode()])
