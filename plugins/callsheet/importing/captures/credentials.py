"""Security schemes of requests, from the credentials that they have."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from callsheet import lazy_re as re
from callsheet.http.headers import split_authorization
from callsheet.http.masking import is_secret_name
from callsheet.importing.captures.exchange import (
    CapturedExchange,
    CapturedField,
    Fields,
    documented,
    first,
)

Schemes = Mapping[str, Mapping[str, Any]]
"""Security Scheme Objects (OpenAPI 3.1.0, 4.8.27) by name; all are required together."""

_NAMES = {"basic": "Basic", "bearer": "Bearer", "digest": "Digest"}
_CREDENTIALS = ("authorization", "proxy-authorization", "cookie")
_PUBLIC = re.compile(
    r"(?:www|proxy)-authenticate|authentication-info|access-control-.*", re.IGNORECASE
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,30}")
_NO_KEY = re.compile(r"[^A-Za-z0-9._-]+")

# Other secrets in a query, such as a new password, are parameters.
_QUERY_KEY = re.compile(
    r"(?:x[_-])?(?:(?:api|access|auth|subscription|private|app)[_-]?(?:key|token|id)|auth|key|token"
    r"|jwt|sid|sess(?:ion)?[_-]?(?:id|token)|signature|sig)",
    re.IGNORECASE,
)
_FORGERY = re.compile("[cx]srf", re.IGNORECASE)
_SESSION = re.compile(r"(?<![a-z])s[._-]?id(?![a-z])|sess|auth|token|jwt", re.IGNORECASE)


def http_scheme(scheme: str) -> Schemes:
    """Return a scheme of the header field `Authorization` (RFC 9110, 11.1)."""
    name = scheme.lower()
    return {_NAMES.get(name, scheme): {"type": "http", "scheme": name}}


def key_scheme(name: str, place: str) -> Schemes:
    """Return the scheme of an API key.

    Args:
        name: The name of the field, parameter or cookie.
        place: `header`, `query` or `cookie`.
    """
    suffix = "" if place == "header" else f"-{place}"
    key = _NO_KEY.sub("-", name).strip("-") or "key"
    return {f"{key}{suffix}": {"type": "apiKey", "in": place, "name": name}}


def schemes_of(exchange: CapturedExchange) -> Schemes:
    """Return the schemes by which a request has credentials; empty if it has none."""
    found = dict(exchange.security or {})
    if not found and (authorization := first(exchange.headers, "authorization")):
        scheme, credentials = split_authorization(authorization)
        is_http = credentials and _SCHEME.fullmatch(scheme)
        found |= http_scheme(scheme) if is_http else key_scheme("Authorization", "header")
    for each in exchange.headers:
        if _is_key(each):
            found |= key_scheme(each.name, "header")
    for each in exchange.query:
        if is_query_key(each):
            found |= key_scheme(each.name, "query")
    if not found and (name := next(_sessions(first(exchange.headers, "cookie")), "")):
        found |= key_scheme(name, "cookie")
    return found


def is_credential(each: CapturedField) -> bool:
    """Tell whether a header field of a request has credentials, so that it is not a parameter."""
    return _is_key(each) or each.name.lower() in _CREDENTIALS


def sent_headers(fields: Iterable[CapturedField], *, browser: bool = False) -> Fields:
    """Return the header fields of a request that are parameters or credentials.

    Args:
        fields: All header fields.
        browser: Whether a browser may have completed them.
    """
    listed = list(fields)
    usual = {*documented(listed, browser=browser)}
    return tuple(each for each in listed if each in usual or is_credential(each))


def is_query_key(each: CapturedField) -> bool:
    """Tell whether a parameter of a query is a key to the API."""
    return _QUERY_KEY.fullmatch(each.name) is not None and (
        is_secret_name(each.name) or each.name.lower() == "key"
    )


def is_secret_header(name: str) -> bool:
    """Tell whether a header field has a secret."""
    return is_secret_name(name) and not _PUBLIC.fullmatch(name)


def _is_key(each: CapturedField) -> bool:
    is_other = each.name.lower() in (*_CREDENTIALS, "set-cookie")
    return is_secret_header(each.name) and not is_other and not _FORGERY.search(each.name)


def cookies(field: str) -> Iterator[tuple[str, str]]:
    """Yield the names and values of cookies (RFC 6265, 4.2.1)."""
    for pair in field.split(";"):
        name, _, value = pair.strip().partition("=")
        if name and value:
            yield name, value


def _sessions(field: str) -> Iterator[str]:
    return (
        name for name, _ in cookies(field) if _SESSION.search(name) and not _FORGERY.search(name)
    )
