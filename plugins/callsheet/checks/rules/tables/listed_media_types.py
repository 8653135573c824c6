"""Media types in the rows of `Content-Type` and `Accept`."""

from __future__ import annotations

import re

from callsheet.checks.parsing.spelling import likely_meant

TOP_LEVEL = ("application", "audio", "font", "image", "message", "model", "multipart", "text",
             "video")  # fmt: skip
"""The top-level types of the registry that an API may use."""

_APPLICATION = """
json xml x-www-form-urlencoded json-patch+json merge-patch+json problem+json problem+xml hal+json
ld+json octet-stream pdf zip gzip javascript atom+xml rss+xml soap+xml msword rtf xhtml+xml yaml
x-yaml x-ndjson graphql
"""
_TEXT = "json xml plain html csv css javascript markdown calendar vcard yaml"
_SUBTYPES = {
    "application": tuple(_APPLICATION.split()),
    "image": ("png", "jpeg", "gif", "tiff", "bmp", "webp", "svg+xml", "avif", "x-icon"),
    "text": tuple(_TEXT.split()),
    "multipart": ("form-data", "mixed", "related", "alternative", "byteranges"),
}
_MEDIA_TYPE = re.compile(
    r"(?:\*/\*|[A-Za-z0-9!#$&^_.+-]+/(?:\*|[A-Za-z0-9!#$&^_.+-]+))"
    r"(?:\s*;\s*[A-Za-z0-9!#$&^_.+-]+=(?:[A-Za-z0-9!#$&^_.+-]+|\"[^\"]*\"))*"
)
OUTSIDE = re.compile(rf"(?<![\w/.-])(?:{'|'.join(TOP_LEVEL)})/[a-z0-9][\w.+-]*", re.IGNORECASE)
"""A media type in a text."""


def fault_of(written: str) -> tuple[str, str | None] | None:
    """Return what is wrong with a media type, and the right one if it is known."""
    if not _MEDIA_TYPE.fullmatch(written):
        slash = re.sub(r"(?<!\s)\s*+[\\/:]++\s*+", "/", written.strip(), count=1)
        better = slash if _MEDIA_TYPE.fullmatch(slash) and slash != written else None
        return "is no media type", better if better and fault_of(better) is None else None
    essence, semicolon, parameters = written.partition(";")
    top, _, subtype = essence.strip().partition("/")
    if top == "*":
        return None
    if top.lower() not in TOP_LEVEL:
        meant = likely_meant(top, TOP_LEVEL)
        # `x-` begins types that were never registered (RFC 2045, 6.3).
        if meant is None and top.lower().startswith(("x-", "chemical")):
            return None
        right = f"{meant}/{subtype}{semicolon}{parameters}" if meant else None
        return "has no registered top-level type", right
    known = _SUBTYPES.get(top.lower(), ())
    if subtype.lower() in known or len(subtype) < 3:
        return None
    meant = likely_meant(subtype, [name for name in known if len(name) > 3 or len(subtype) > 3])
    if meant is None or _is_registered(subtype):
        return None
    return "is misspelt", f"{top}/{meant}{semicolon}{parameters}"


def _is_registered(subtype: str) -> bool:
    """Tell whether a subtype is in use though it differs from another by a letter only."""
    return subtype.lower() in {
        "jpg",
        "pjpeg",
        "x-png",
        "apng",
        "jpe",
        "xml-dtd",
        "json5",
        "csv-schema",
    }
