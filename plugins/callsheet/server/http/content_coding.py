"""Request bodies that are compressed (RFC 9110, 8.4)."""

import zlib

from callsheet.server.http.problems import Problem
from callsheet.server.limits import KIB

_WINDOWS = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}
"""Numbers by which zlib knows the formats of RFC 9110, 8.4.1, by the name of their coding."""

_PIECE = 64 * KIB
"""How much is decompressed at a time."""

_ACCEPTED = "gzip, deflate"
_MALFORMED = "The body is not what its `Content-Encoding` says; nothing was stored."


def codings(field: str) -> list[str]:
    """Return the content codings that a `Content-Encoding` field names, in lower case."""
    names = [name.strip().lower() for name in field.split(",")]
    return [name for name in names if name not in ("", "identity")]


def decompress(body: bytes, field: str, max_bytes: int, max_members: int) -> bytes | None:
    """Undo the content coding of a body.

    Args:
        body: The content as it was sent.
        field: The request's `Content-Encoding`.
        max_bytes: How large the content may become.
        max_members: How many members a body in gzip may have.

    Returns:
        The content; None where it is larger than it may be, of which no more is decompressed.

    Raises:
        Problem: 415 for an unknown coding, and for several of them; 400 for what is malformed; 413
            for too many members.
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
    position = 0
    for _ in range(max_members):
        # The gzip format allows several members, one after the other (RFC 1952, 2.2). What follows
        # the end of one is copied, so little is given to it at a time.
        member = zlib.decompressobj(_WINDOWS[names[0]])
        while not member.eof:
            piece = body[position : position + _PIECE]
            try:
                content += member.decompress(piece, max_bytes - len(content) + 1)
            except zlib.error as error:
                raise Problem(400, _MALFORMED) from error
            if len(content) > max_bytes:
                return None
            if not piece and not member.eof:
                raise Problem(400, _MALFORMED)
            position += len(piece) - len(member.unused_data)
        if position == len(body):
            return bytes(content)
    raise Problem(413, f"The body has more than {max_members:,} compressed members.")
