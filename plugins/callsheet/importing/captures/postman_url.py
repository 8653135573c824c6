"""Addresses of requests in Postman collections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from callsheet import lazy_re as re
from callsheet.importing.captures.exchange import CapturedField, Fields, normal_path
from callsheet.importing.captures.postman_fields import description_of, fields_of, plain_text
from callsheet.importing.captures.variables import VARIABLE, CollectionVariables
from callsheet.importing.references import SpecNode

_SAFE = "/:@!$&'()*+,;=-._~%"
_NAMED = re.compile(r":(?P<name>[A-Za-z_][^/]*)|\{(?P<braced>[^{}/]+)\}")
_NO_NAME = re.compile(r"[^A-Za-z0-9_.-]+")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://")

# Such a variable is a part of the address that is the same for all requests.
_OF_ADDRESS = re.compile(r"version|base|prefix|root|path|^api|env|stage|host|url", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CollectionUrl:
    """An address.

    Attributes:
        origin: The scheme and the authority of the server; empty if they are unknown.
        path: The path; `{name}` stands for a value.
        values: The values in the path.
        query: The parameters of the query.
        password: The password in the authority, if there is any.
    """

    origin: str
    path: str
    values: Fields
    query: Fields
    password: str = ""


def read_url(request: SpecNode, variables: CollectionVariables) -> CollectionUrl | None:
    """Return the address of a request; None if it has none."""
    place = request.inner("url")
    written = request.get("url")
    text = _composed(place) if isinstance(written, dict) else written
    if not isinstance(text, str) or not text.strip():
        return None
    address, _, rest = text.strip().partition("#")[0].partition("?")
    origin, base, path = _split(address, variables)
    known = {each.text("key") or each.text("id"): each for each in place.listed("variable")}
    values: dict[str, CapturedField] = {}
    segments = [
        _segment(segment, known, variables, values)
        for segment in (*base.strip("/").split("/"), *path.removeprefix("/").split("/"))
    ]
    if not base.strip("/"):
        segments = segments[1:]
    listed = place.get("query")
    query = fields_of(place.listed("query"), variables) if listed else _query(rest, variables)
    origin, password = _without_user(origin)
    decoded = (CapturedField(unquote(f.name), unquote(f.value or ""), f.description) for f in query)
    return CollectionUrl(
        origin, normal_path("/".join(segments)), tuple(values.values()), tuple(decoded), password
    )


def _composed(place: SpecNode) -> str:
    """Return the text of an address that is written in parts."""
    host, path = _joined(place.get("host"), "."), _joined(place.get("path"), "/")
    if not host and not path:
        return place.text("raw")
    port, protocol = plain_text(place.get("port")), place.text("protocol")
    authority = f"{host}:{port}" if port else host
    raw_query = place.text("raw").partition("?")[2]
    start = f"{protocol}://" if protocol and host else ""
    return f"{start}{authority}/{path.removeprefix('/')}{'?' if raw_query else ''}{raw_query}"


def _joined(value: Any, separator: str) -> str:
    if isinstance(value, str):
        return value
    parts = value if isinstance(value, list) else []
    texts = (part.get("value") if isinstance(part, dict) else part for part in parts)
    return separator.join(plain_text(text) or "" for text in texts)


def _split(address: str, variables: CollectionVariables) -> tuple[str, str, str]:
    """Return the origin of an address, the path that a variable for it has, and the path."""
    scheme = _SCHEME.match(address)
    start = scheme.end() if scheme else 0
    end = address.find("/", start)
    authority, path = (address[:end], address[end:]) if end >= 0 else (address, "")
    authority = variables.replaced(authority)
    if "{{" in authority:
        # The server is unknown; what follows its name may be a part of the path.
        return "", "", path
    scheme = _SCHEME.match(authority)
    host, slash, base = authority[scheme.end() if scheme else 0 :].partition("/")
    if not host:
        return "", slash + base, path
    return f"{scheme['scheme'].lower() if scheme else 'http'}://{host}", slash + base, path


def _without_user(origin: str) -> tuple[str, str]:
    """Return an origin without user and password, and the password."""
    scheme, mark, authority = origin.partition("://")
    user, at, host = authority.rpartition("@")
    return f"{scheme}{mark}{host.lower()}", unquote(user.partition(":")[2]) if at else ""


def _segment(
    text: str,
    known: dict[str, SpecNode],
    variables: CollectionVariables,
    values: dict[str, CapturedField],
) -> str:
    """Return a segment of the path, in which `{name}` stands for a value."""
    if match := _NAMED.fullmatch(text):
        written = unquote(match["name"] or match["braced"])
        place = known.get(written, SpecNode({}, ""))
        value = plain_text(place.get("value"))
        return _parameter(
            values, written, variables.replaced(value) if value else None, description_of(place)
        )

    def replaced(match: re.Match[str]) -> str:
        name, value = match[1].strip(), variables.value(match[1])
        is_fixed = name.startswith("$") or "/" in (value or "") or _OF_ADDRESS.search(name)
        if value is not None and is_fixed:
            return quote(value, safe=_SAFE)
        return _parameter(values, name, value, "")

    pieces = _pieces(text)
    return "".join(
        replaced(piece) if isinstance(piece, re.Match) else quote(piece, safe=_SAFE)
        for piece in pieces
    )


def _pieces(text: str) -> Iterator[str | re.Match[str]]:
    end = 0
    for match in VARIABLE.finditer(text):
        yield text[end : match.start()]
        yield match
        end = match.end()
    yield text[end:]


def _parameter(
    values: dict[str, CapturedField], written: str, value: str | None, description: str
) -> str:
    name = _NO_NAME.sub("_", written).strip("_.-") or "value"
    values.setdefault(name, CapturedField(name, value, description))
    return f"{{{name}}}"


def _query(text: str, variables: CollectionVariables) -> Iterator[CapturedField]:
    for pair in filter(None, text.split("&")):
        name, _, value = pair.partition("=")
        yield CapturedField(variables.replaced(name), variables.replaced(value))
