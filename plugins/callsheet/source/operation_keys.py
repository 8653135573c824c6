"""Front-matter keys of an operation besides title and uid: summary, tags, servers, security."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from callsheet.model import OAuthFlow, SecurityAlternatives, SecurityScheme, SecurityUse, Server

_TYPES = ("http", "apiKey", "oauth2", "openIdConnect", "mutualTLS")
_LOCATIONS = ("header", "query", "cookie")
# An address may be relative to that of the document, and have variables (OpenAPI 3.1.0, 4.8.5).
_ADDRESS = re.compile(r"(?:(?:https?|\{[\w-]+\})://[^\s/?#]|/|\{)\S*", re.IGNORECASE)
_ADDRESSES = "a list of addresses, such as `https://api.example.com`"
_NONE = ("none", "None")
_URLS = {
    "authorizationUrl": "authorization_url",
    "tokenUrl": "token_url",
    "refreshUrl": "refresh_url",
}


class UnreadKeyError(ValueError):
    """A value of the wrong kind; `str()` of it says what belongs there."""


@dataclass(slots=True)
class OperationKeys:
    """The values of these keys.

    Attributes:
        summary: What it does, in a line.
        operation_id: Its name in programs.
        deprecated: Whether it should no longer be used.
        tags: Its tags.
        servers: The addresses that serve it.
        security: The credentials that it asks for; None where the page does not say.
        faults: The keys that could not be read, each with what belongs there.
    """

    summary: str = ""
    operation_id: str = ""
    deprecated: bool = False
    tags: tuple[str, ...] = ()
    servers: tuple[Server, ...] = ()
    security: SecurityAlternatives | None = None
    faults: list[tuple[str, str]] = field(default_factory=list)


def read_operation_keys(front_matter: Mapping[str, Any]) -> OperationKeys:
    """Read `summary`, `operationId`, `deprecated`, `tags`, `servers` and `security`."""
    keys = OperationKeys()
    readers: dict[str, tuple[str, Callable[[Any], Any]]] = {
        "summary": ("summary", _text),
        "operationId": ("operation_id", _text),
        "deprecated": ("deprecated", _flag),
        "tags": ("tags", _tags),
        "servers": ("servers", read_servers),
        "security": ("security", read_security),
    }
    for key, (name, read) in readers.items():
        if (value := front_matter.get(key)) is None:
            continue
        try:
            setattr(keys, name, read(value))
        except UnreadKeyError as error:
            keys.faults.append((key, str(error)))
    # One wrong address does not discard the others.
    if not all(_ADDRESS.fullmatch(server.url) for server in keys.servers):
        keys.faults.append(("servers", _ADDRESSES))
    return keys


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise UnreadKeyError("a text")
    return " ".join(value.split())


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise UnreadKeyError("`true` or `false`")
    return value


def _tags(value: Any) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value
    # Tags of a site may be numbers; other plugins read them, too.
    if not isinstance(listed, list) or any(isinstance(tag, dict | list) for tag in listed):
        raise UnreadKeyError("a list of texts")
    return tuple(str(tag) for tag in listed)


def read_servers(value: Any) -> tuple[Server, ...]:
    """Read a list of addresses, each a text or `{url: …, description: …}`.

    Raises:
        UnreadKeyError: It is something else.
    """
    return tuple(map(_server, value if isinstance(value, list) else [value]))


def _server(value: Any) -> Server:
    if isinstance(value, str):
        return Server(value)
    if isinstance(value, dict) and isinstance(url := value.get("url"), str):
        return Server(url, str(value.get("description") or ""))
    raise UnreadKeyError(_ADDRESSES)


def read_security(value: Any) -> SecurityAlternatives:
    """Read the security requirements of an operation, of which a request meets one.

    An entry is the name of a scheme, `none`, or a mapping of schemes that are asked for together,
    each with its scopes or with its definition as OpenAPI has it.

    Raises:
        UnreadKeyError: It is something else.
    """
    entries = value if isinstance(value, list) else [value]
    return tuple(tuple(_uses(entry)) for entry in entries)


def _uses(entry: Any) -> Iterator[SecurityUse]:
    if isinstance(entry, str):
        if entry not in _NONE:
            yield SecurityUse(entry)
        return
    if not isinstance(entry, dict):
        raise UnreadKeyError("a list of security schemes, such as `[basic, bearer]`")
    for name, value in entry.items():
        if isinstance(value, dict):
            scopes = value.get("scopes")
            wanted = scopes if isinstance(scopes, list) else []
            yield SecurityUse(str(name), tuple(map(str, wanted)), read_scheme(str(name), value))
        elif value is None or isinstance(value, list):
            yield SecurityUse(str(name), tuple(map(str, value or ())))
        else:
            raise UnreadKeyError("a list of scopes, or the definition of a scheme")


def read_scheme(name: str, value: Mapping[str, Any]) -> SecurityScheme:
    """Read the definition of a scheme, with the keys of OpenAPI's Security Scheme Object.

    The type may be left out where `in` or `scheme` tells it.

    Raises:
        UnreadKeyError: It is no such definition.
    """
    kind = value.get("type") or ("apiKey" if "in" in value else "http" if "scheme" in value else "")
    location, parameter = str(value.get("in") or ""), str(value.get("name") or "")
    if kind not in _TYPES:
        raise UnreadKeyError(f"a scheme whose `type` is one of {', '.join(_TYPES)}")
    if kind == "apiKey" and (location not in _LOCATIONS or not parameter):
        raise UnreadKeyError("an API key with `in: header`, `query` or `cookie`, and its `name`")
    flows = value.get("flows")
    return SecurityScheme(
        name,
        str(kind),
        scheme=str(value.get("scheme") or "").lower(),
        location=location,
        parameter=parameter,
        description=str(value.get("description") or ""),
        bearer_format=str(value.get("bearerFormat") or ""),
        url=str(value.get("openIdConnectUrl") or ""),
        flows=tuple(map(_flow, flows.items())) if isinstance(flows, dict) else (),
    )


def _flow(item: tuple[str, Any]) -> OAuthFlow:
    kind, definition = item
    if not isinstance(definition, dict):
        raise UnreadKeyError("an OAuth 2 flow with its addresses and scopes")
    scopes = definition.get("scopes")
    urls = {field: str(definition[key]) for key, field in _URLS.items() if definition.get(key)}
    listed = scopes.items() if isinstance(scopes, dict) else ()
    return OAuthFlow(str(kind), **urls, scopes=tuple((str(k), str(v or "")) for k, v in listed))
