"""Masks in the place of secrets, in what is logged or shown."""

from collections.abc import Callable
from typing import Any

from callsheet import lazy_re as re

MASK = "***"
"""Replaces a secret in a text."""


_MAX_DEPTH = 50


_NAMES = re.compile(
    # `author` is not a secret, `authorization` is one.
    r"auth(?!or(?!iz))|token|cookie|secret|passw|passphrase|pwd|credential|session|csrf|xsrf"
    r"|(?:api|access|private|account|subscription|encryption|functions)[_-]?key|signature"
    r"|sess(?:ion)?[_-]?id|^(?:(?:so[_-]?)?ticket|jwt|otp|pass|pin|sid|sig|app[_-]?id)$",
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
