"""Families of media types."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1024)
def essence(media_type: str) -> str:
    """The media type in lower case, without parameters (RFC 9110, 8.3.1)."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON or built on it (RFC 6839, 3.1)."""
    return media_type.endswith(("/json", "+json"))


def is_xml(media_type: str) -> bool:
    """Whether a media type is XML or built on it (RFC 7303)."""
    return media_type.endswith(("/xml", "+xml"))
