"""Status codes of responses (RFC 9110, 15)."""

from http import HTTPStatus

NO_CONTENT = (204, 205, 304)
"""Statuses whose responses have no content (RFC 9110, 15.3.5, 15.3.6 and 15.4.5)."""

DEFAULT = "default"
"""OpenAPI's name for all statuses that are not described otherwise."""


def has_content(status: int) -> bool:
    """Tell whether a response of a status may have content."""
    return status >= 200 and status not in NO_CONTENT


def is_success(status: int) -> bool:
    """Tell whether a status is of the class 2xx, Successful."""
    return 200 <= status < 300


def names_of(status: int) -> tuple[str, str, str]:
    """Return the keys that may describe a status, most specific first: `404`, `4XX`, `default`."""
    return str(status), f"{status // 100}XX", DEFAULT


def phrase(status: int) -> str:
    """Return the reason phrase of a status; empty for an unregistered one."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
