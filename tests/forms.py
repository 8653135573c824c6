"""Forms as clients send them."""

from __future__ import annotations

from collections.abc import Iterable

from multipart import content_disposition_quote

from callsheet.http.forms import Part


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
