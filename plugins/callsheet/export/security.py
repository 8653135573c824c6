"""Security requirements and schemes (OpenAPI 3.1.0, 4.8.27 and 4.8.30)."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from callsheet.model import (
    SESSION_COOKIE,
    Location,
    OAuthFlow,
    Operation,
    SecurityScheme,
    SecurityUse,
    assumed_scheme,
    schemes_of_text,
)
from callsheet.model.operation import defined_schemes
from callsheet.schema.documents import component_key

AUTHORIZATION = "authorization"
XSRF_HEADER = "x-xsrf-token"

SCHEMES: dict[str, dict[str, Any]] = {
    "Basic": {"type": "http", "scheme": "basic", "description": "User and password (RFC 7617)."},
    "Digest": {
        "type": "http",
        "scheme": "digest",
        "description": "User and password, of which only a digest is sent (RFC 7616).",
    },
    "Bearer": {"type": "http", "scheme": "bearer", "description": "An access token (RFC 6750)."},
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

_KEYS = {name.lower(): name for name in SCHEMES}


class SecuritySchemes:
    """The security requirements of operations, and the schemes that they refer to.

    Args:
        operations: All operations: a scheme that one page defines, others may name.
    """

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._defined = defined_schemes(operations)
        self._used: dict[str, dict[str, Any]] = {}
        self._listed: dict[str, None] = {}

    def requirements(self, operation: Operation) -> list[dict[str, list[str]]] | None:
        """Return the alternatives of an operation; None where the page says nothing."""
        if operation.security is None:
            found = security(operation)
            names = [name for one in found for name in one]
            self._used |= {name: scheme_of_row(name) for name in names}
            self._listed |= dict.fromkeys(name for name in names if name not in SCHEMES)
            return found or None
        return [{self._key(u): list(u.scopes) for u in uses} for uses in operation.security]

    def components(self) -> dict[str, Any]:
        """Return the schemes that operations refer to, first those that need no definition."""
        order = dict.fromkeys(("Basic", "Digest", "Bearer", *self._listed, *SCHEMES, *self._used))
        return {name: self._used[name] for name in order if name in self._used}

    def _key(self, use: SecurityUse) -> str:
        defined = use.scheme or self._defined.get(use.name)
        key = use.name if defined else _KEYS.get(use.name.lower(), use.name)
        entry = _scheme_object(defined) if defined else SCHEMES.get(key) or _assumed(use.name)
        unique, number = component_key(key), 1
        while self._used.setdefault(unique, entry) != entry:
            # Two pages define one name in two ways.
            number += 1
            unique = f"{component_key(key)}-{number}"
        return unique


def scheme_of_row(name: str) -> dict[str, Any]:
    """Return the Security Scheme Object of a scheme that a row `Authorization` names.

    A scheme of an API's own is exported as an API key in that header field, which all tools know.
    """
    return SCHEMES.get(name) or {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": f"`{name}` and a ticket, with a space between them.",
    }


def _assumed(name: str) -> dict[str, Any]:
    """Return the assumed scheme of a name that no page defines, with the assumed keys."""
    entry = _scheme_object(assumed_scheme(name))
    return {**entry, "x-callsheet-assumed": list(entry)}


def _scheme_object(scheme: SecurityScheme) -> dict[str, Any]:
    """Return a Security Scheme Object (4.8.27)."""
    fields = {
        "type": scheme.type,
        "scheme": scheme.scheme,
        "in": scheme.location,
        "name": scheme.parameter,
        "bearerFormat": scheme.bearer_format,
        "openIdConnectUrl": scheme.url,
        "description": scheme.description,
    }
    entry: dict[str, Any] = {name: value for name, value in fields.items() if value}
    if scheme.type == "oauth2":
        entry["flows"] = {flow.kind: _flow_object(flow) for flow in scheme.flows}
    return entry


def _flow_object(flow: OAuthFlow) -> dict[str, Any]:
    """Return an OAuth Flow Object (4.8.29)."""
    urls = {
        "authorizationUrl": flow.authorization_url,
        "tokenUrl": flow.token_url,
        "refreshUrl": flow.refresh_url,
    }
    return {**{k: v for k, v in urls.items() if v}, "scopes": dict(flow.scopes)}


def security(operation: Operation) -> list[dict[str, list[str]]]:
    """Return the requirements that the headers of an operation document, if any.

    The `Authorization` row names the schemes; one that names none means Basic and Bearer. A session
    is possible if there is also a row for its XSRF token.
    """
    rows = {row.name.lower(): row for row in operation.parameters_in(Location.HEADER)}
    if AUTHORIZATION not in rows:
        return []
    return _requirements(rows[AUTHORIZATION].description, XSRF_HEADER in rows)


@lru_cache(maxsize=256)
def _requirements(text: str, has_session: bool) -> list[dict[str, list[str]]]:
    named = schemes_of_text(text) or ("Basic", "Bearer")
    requirements: list[dict[str, list[str]]] = [{name: []} for name in named]
    if has_session:
        requirements.append({"Session": [], "XsrfToken": []})
    return requirements
