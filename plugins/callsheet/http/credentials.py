"""Credentials in the field `Authorization` (RFC 9110, 11.4; RFC 7617)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from typing import Any

MASK = "***"
"""Replaces a secret in a text."""

_MAX_DEPTH = 50

_NAMES = re.compile(
    # `author` is no secret, `authorization` is one.
    r"auth(?!or(?!iz))|token|cookie|secret|passw|pwd|(?:api|access|private)[_-]?key|credential"
    r"|session|^(?:so[_-]?)?ticket$",
    re.IGNORECASE,
)


def is_secret_name(name: str) -> bool:
    """Tell whether a header field or a property of that name holds a secret."""
    return _NAMES.search(name) is not None


def mask_values(value: Any, is_secret: Callable[[str], bool], depth: int = 0) -> Any:
    """Return plain values with a mask in the place of those whose names say that they are secrets.

    What is nested too deeply is masked as a whole.
    """
    if depth > _MAX_DEPTH:
        return MASK
    if isinstance(value, dict):
        return {
            name: MASK if is_secret(name) else mask_values(inner, is_secret, depth + 1)
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [mask_values(inner, is_secret, depth + 1) for inner in value]
    return value


def split_authorization(field: str) -> tuple[str, str]:
    """Split a field into the scheme, in lower case (RFC 9110, 11.1), and what follows it."""
    scheme, _, rest = field.strip().partition(" ")
    return scheme.lower(), rest.strip()


def basic(user: str, password: str) -> str:
    """Write the field for a user and a password (RFC 7617, 2)."""
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"


def read_basic(field: str) -> tuple[str, str] | None:
    """Parse the user and the password of a field; None where it has none.

    The first colon separates them; further ones belong to the password (RFC 7617, 2).
    """
    scheme, value = split_authorization(field)
    if scheme != "basic":
        return None
    try:
        text = base64.b64decode(value, validate=True).decode()
    except (binascii.Error, ValueError):
        return None
    user, colon, password = text.partition(":")
    return (user, password) if colon else None
