"""Reference tokens of JSON Pointers (RFC 6901)."""

from __future__ import annotations


def escape(name: str) -> str:
    """Escape a name for use as a reference token (RFC 6901, 3)."""
    # Hardly any name needs it, and the evaluator writes many pointers that nobody reads.
    return name.replace("~", "~0").replace("/", "~1") if "~" in name or "/" in name else name


def unescape(token: str) -> str:
    """Return the name that a reference token stands for (RFC 6901, 4)."""
    return token.replace("~1", "/").replace("~0", "~")
