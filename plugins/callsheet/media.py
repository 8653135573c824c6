"""Families of media types."""

from __future__ import annotations


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON or built on it (RFC 6839, 3.1)."""
    return media_type.endswith(("/json", "+json"))


def is_xml(media_type: str) -> bool:
    """Whether a media type is XML or built on it (RFC 7303)."""
    return media_type.endswith(("/xml", "+xml"))
