"""Statuses of responses (RFC 9110, 15)."""

from __future__ import annotations

from http import HTTPStatus

NO_CONTENT = (204, 205, 304)
"""Statuses whose responses have no content (RFC 9110, 15.3.5, 15.3.6 and 15.4.5)."""

DEFAULT = "default"
"""What OpenAPI calls all statuses that are not described otherwise."""


def has_content(status: int) -> bool:
    """Return whether a response of a status may have content."""
    return status >= 200 and status not in NO_CONTENT


def is_success(status: int) -> bool:
    """Return whether a status says that the request succeeded."""
    return 200 <= status < 300


def names_of(status: int) -> tuple[str, str, str]:
    """Return what may describe a status, the most specific first: `404`, `4XX` and `default`."""
    return str(status), f"{status // 100}XX", DEFAULT


def phrase(status: int) -> str:
    """Return the usual reason phrase of a status; empty for one that is not registered."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
