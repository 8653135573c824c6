"""The text of a file, whatever its encoding is."""

from __future__ import annotations

_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SAMPLE, _LEAST_ZEROS = 400, 8
"""Bytes by which a file without a byte order mark is recognised as UTF-16, and zeros in them."""


def _encoding_of(data: bytes) -> str:
    """Return the encoding with several bytes for each letter that a file is in; else nothing."""
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return name
    # Without a mark, Latin letters have a zero as each second byte.
    zeros = [data[at:_SAMPLE:2].count(0) for at in (0, 1)]
    if max(zeros) > _LEAST_ZEROS and 4 * max(zeros) > min(len(data), _SAMPLE) and not min(zeros):
        return "UTF-16-BE" if zeros[0] else "UTF-16-LE"
    return ""


def decode(data: bytes) -> tuple[str, int | None, str]:
    """Return a file's text, the first line that is no UTF-8, and an encoding other than it."""
    undecodable_line = None
    if encoding := _encoding_of(data):
        text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
        return text.replace("\r\n", "\n").replace("\r", "\n"), 1, encoding
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        undecodable_line = data.count(b"\n", 0, error.start) + 1
        # Read on with replacement characters: one broken byte should not hide all other findings.
        text = data.decode("utf-8-sig", errors="replace")
    # Before anything counts lines: a lone CR would be a line end to markdown-it but not to `split`.
    return text.replace("\r\n", "\n").replace("\r", "\n"), undecodable_line, ""
