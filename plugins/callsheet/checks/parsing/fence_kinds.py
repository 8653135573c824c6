"""Kinds of fences, by their first line."""

from __future__ import annotations

import re

_REQUEST = re.compile(
    r"\s*(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)[ \t]+(?:https?://[^/\s]+)?/\S*"
    r"[^\n]*(?P<rest>\n[\s\S]*)?\Z"
)
_RESPONSE = re.compile(r"\s*HTTP/\d(?:\.\d)?[ \t]+\d{3}\b")
_FIELD = re.compile(r"\n[A-Za-z][A-Za-z0-9-]*:[ \t]*\S")


def is_request(text: str) -> bool:
    """Tell whether a text is a request with header fields, not just the line of a route."""
    match = _REQUEST.match(text)
    return bool(match and match["rest"] and _FIELD.match(match["rest"]))


def is_request_line(text: str) -> bool:
    """Tell whether a text begins with a request line."""
    return _REQUEST.match(text) is not None


def is_response(text: str) -> bool:
    """Tell whether a text begins with a status line."""
    return _RESPONSE.match(text) is not None


def is_message(text: str) -> bool:
    """Tell whether a text begins like an HTTP message."""
    return is_request_line(text) or is_response(text)
