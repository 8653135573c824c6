"""How requests prove who sends them (OpenAPI 3.1.0, 4.8.27 and 4.8.30)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from callsheet.model import Location, Operation

AUTHORIZATION = "authorization"
XSRF_HEADER = "x-xsrf-token"
SESSION_COOKIE = "callsheet-session"
"""The cookie of the reference server; pages don't say what theirs is called."""

SCHEMES: dict[str, dict[str, Any]] = {
    "Basic": {
        "type": "http",
        "scheme": "basic",
        "description": "User and password (RFC 7617).",
    },
    "Bearer": {
        "type": "http",
        "scheme": "bearer",
        "description": "An access token (RFC 6750).",
    },
    "SoTicket": {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": "`SoTicket` and a ticket, with a space between them.",
    },
    "Session": {
        "type": "apiKey",
        "in": "cookie",
        "name": SESSION_COOKIE,
        "description": "The cookie of a session, together with its `XsrfToken`.",
    },
    "XsrfToken": {
        "type": "apiKey",
        "in": "header",
        "name": "X-XSRF-TOKEN",
        "description": "The token of a session, which another site cannot read.",
    },
}
"""The schemes by the names that operations refer to."""

_BY_AUTHORIZATION = ("Basic", "Bearer", "SoTicket")


def security(operation: Operation) -> list[dict[str, list[str]]]:
    """What an operation asks for: one of these is enough; empty where nothing is documented.

    The `Authorization` row names the schemes; one that names none means all. A session is possible
    where there is a row for its XSRF token, too.
    """
    rows = {row.name.lower(): row for row in operation.parameters_in(Location.HEADER)}
    if AUTHORIZATION not in rows:
        return []
    return _requirements(rows[AUTHORIZATION].description, XSRF_HEADER in rows)


@lru_cache(maxsize=256)
def _requirements(text: str, has_session: bool) -> list[dict[str, list[str]]]:
    named = [name for name in _BY_AUTHORIZATION if re.search(rf"\b{name}\b", text, re.IGNORECASE)]
    requirements: list[dict[str, list[str]]] = [{name: []} for name in named or _BY_AUTHORIZATION]
    if has_session:
        requirements.append({"Session": [], "XsrfToken": []})
    return requirements
