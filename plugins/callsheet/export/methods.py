"""The operations of Path Items by their methods."""

from typing import Any

METHODS = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE"})
"""The methods that a Path Item has a field for (3.2.0, 4.8.9.1); the others are additional."""

ADDITIONAL = "additionalOperations"
"""The field of a Path Item for all other methods (3.2.0, 4.8.9.1)."""


def method_place(item: dict[str, Any], method: str) -> tuple[dict[str, Any], str]:
    """Return the mapping of a Path Item that contains the operations of a method, and its key."""
    if method in METHODS:
        return item, method.lower()
    return item.setdefault(ADDITIONAL, {}), method
