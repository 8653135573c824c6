"""Request bodies that are compressed (RFC 9110, 8.4)."""

from __future__ import annotations

import zlib

from callsheet.server.problems import Problem

_WINDOWS = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}
"""What zlib calls the formats of RFC 9110, 8.4.1, by the name of their coding."""

_ACCEPTED = "gzip, deflate"
_MALFORMED = "The body is not what its `Content-Encoding` says; nothing was stored."


def codings(field: str) -> list[str]:
    """Return the content codings that a `Content-Encoding` field names, in lower case."""
    names = [name.strip().lower() for name in field.split(",")]
    return [name for name in names if name not in ("", "identity")]


def decompress(body: bytes, field: str, max_bytes: int) -> bytes | None:
    """Undo the content coding of a body.

    Args:
        body: The content as it was sent.
        field: The request's `Content-Encoding`.
        max_bytes: How large the content may become.

    Returns:
        The content; None where it is larger than it may be, of which no more is decompressed.

    Raises:
        Problem: 415 for an unknown coding, and for several of them; 400 for what is malformed.
    """
    names = codings(field)
    if not names:
        return body
    if len(names) > 1 or names[0] not in _WINDOWS:
        raise Problem(
            415,
            f"The content coding `{', '.join(names)}` is unknown here; one of {_ACCEPTED} is not.",
            # RFC 9110, 15.5.16: what would have been accepted.
            headers=[("Accept-Encoding", _ACCEPTED)],
        )
    content = bytearray()
    while True:
        # The gzip format allows several members, one after the other (RFC 1952, 2.2).
        member = zlib.decompressobj(_WINDOWS[names[0]])
        try:
            content += member.decompress(body, max_bytes - len(content) + 1)
        except zlib.error as error:
            raise Problem(400, _MALFORMED) from error
        if len(content) > max_bytes:
            return None
        if not member.eof:
            raise Problem(400, _MALFORMED)
        body = member.unused_data
        if not body:
            return bytes(content)
