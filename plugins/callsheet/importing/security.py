"""Security schemes as front matter, or as rows of headers (OpenAPI 3.1.0, 4.8.27)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from callsheet.export.security import SCHEMES
from callsheet.importing.notes import Notes, code
from callsheet.importing.references import Place, Resolver
from callsheet.source.operation_keys import UnreadKeyError, read_scheme

BASIC = "Basic cmVhZGVyOmNhbGxzaGVldA=="
BEARER = "Bearer callsheet"
"""Credentials of the examples, which the reference server takes; they are no secret."""

_TOLD = "Your credentials: {}."
_SESSION = {"Session", "XsrfToken"}
_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}
"""What Swagger 2.0 calls two of the flows."""

_KEYS = ("type", "scheme", "in", "name", "bearerFormat", "openIdConnectUrl")
_URLS = ("authorizationUrl", "tokenUrl", "refreshUrl")
_MAX_DEFINITION = 4000
"""Characters of a scheme's definition, which stands on each page that asks for it."""


@dataclass(frozen=True, slots=True)
class Security:
    """What an operation asks for.

    Attributes:
        front_matter: What the front matter says of it; None where the rows say it.
        headers: Names and descriptions of header rows.
        authorization: The value of the header in examples, empty where there is none.
        keys: Where else examples have credentials: `header`, `query` or `cookie`, and the name.
    """

    front_matter: list[Any] | None = None
    headers: tuple[tuple[str, str], ...] = ()
    authorization: str = ""
    keys: tuple[tuple[str, str], ...] = ()


def security_place(operation: Place, resolver: Resolver) -> Place:
    """The place that says what an operation asks for: itself, else the document."""
    return operation if isinstance(operation.get("security"), list) else resolver.root


def read_security(place: Place, resolver: Resolver, notes: Notes) -> Security:
    """What a place asks for, in rows where these say all of it, else in the front matter."""
    requirements = place.get("security")
    if not isinstance(requirements, list) or not (requirements or place.pointer):
        return Security()
    resolver.budget.schemas(len(requirements), place.pointer)
    pointer = f"{place.pointer}/security"
    uses = [_uses(each) for each in requirements]
    schemes = {name: _scheme(name, resolver) for use in uses for name in use}
    shown = [schemes[name] for name in _shown(uses, schemes)]
    authorization = _authorization(shown)
    keys = tuple((place.text("in"), place.text("name")) for place in shown if _is_key(place))
    if _are_usual(uses, schemes):
        names = [f"`{name}`" for use in uses for name in use if name not in _SESSION]
        headers = [("Authorization", _TOLD.format(_either(names)))] if names else []
        headers += (
            (place.text("name"), place.text("description"))
            for name, place in schemes.items()
            if name == "XsrfToken"
        )
        return Security(None, tuple(headers), authorization, keys)
    entries: list[Any] = []
    for use in uses:
        # In the order in which YAML is written.
        entry = {
            name: _entry(name, schemes[name], use[name], pointer, notes) for name in sorted(use)
        }
        entries.append(entry or "none")
    # An empty list would say nothing.
    return Security(entries or ["none"], (), authorization, keys)


def _uses(requirement: Any) -> dict[str, list[str]]:
    known = requirement if isinstance(requirement, dict) else {}
    return {
        str(name): list(map(str, scopes)) if isinstance(scopes, list) else []
        for name, scopes in known.items()
    }


def _scheme(name: str, resolver: Resolver) -> Place:
    root = resolver.root
    for schemes in (root.inner("components", "securitySchemes"), root.inner("securityDefinitions")):
        if name in schemes.node:
            return resolver.follow(schemes.inner(name))
    return Place({}, "")


def _are_usual(uses: list[dict[str, list[str]]], schemes: Mapping[str, Place]) -> bool:
    """Whether these are the schemes of our own export, as the rows of headers say them."""
    for name, place in schemes.items():
        known = SCHEMES.get(name)
        if known is None or _definition(place) != {**known, "description": ""}:
            return False
    single = [name for use in uses if len(use) == 1 for name in use]
    together = [set(use) for use in uses if len(use) != 1]
    has_scopes = any(scopes for use in uses for scopes in use.values())
    in_order = [name for name in ("Basic", "Bearer", "SoTicket") if name in single]
    return bool(single) and single == in_order and together in ([], [_SESSION]) and not has_scopes


def _definition(place: Place) -> dict[str, Any]:
    """The facts of a scheme without what describes it, for a comparison."""
    keys = ("type", "scheme", "in", "name")
    return {**{k: place.node[k] for k in keys if k in place.node}, "description": ""}


def _entry(name: str, place: Place, scopes: list[str], pointer: str, notes: Notes) -> Any:
    """The scopes of a scheme that is asked for, and what it is."""
    kind = place.text("type")
    if kind == "basic":
        made: dict[str, Any] = {"type": "http", "scheme": "basic"}
    else:
        made = {key: place.text(key) for key in _KEYS if place.text(key)}
    if about := place.text("description"):
        made["description"] = about
    flows = _flows(place)
    if flows:
        made["flows"] = flows
    if scopes:
        made["scopes"] = scopes
    try:
        read_scheme(name, made)
    except UnreadKeyError:
        # The vendors of two real files name schemes that are not there.
        what = "is not defined" if not kind else "is none that a page can have"
        notes.lost(pointer, f"The scheme {code(name)} {what}")
        return scopes
    if len(json.dumps(made, default=str)) > _MAX_DEFINITION:
        notes.lost(place.pointer, f"The definition of {code(name)} is too long for each page")
        return scopes
    return made


def _flows(place: Place) -> dict[str, Any]:
    """The flows of OAuth 2, each with its addresses and scopes."""
    if kind := place.text("flow"):
        said = {key: place.text(key) for key in _URLS if place.text(key)}
        return {_FLOWS.get(kind, kind): {**said, "scopes": _scopes(place)}}
    found: dict[str, dict[str, Any]] = {}
    for kind, flow in sorted(place.entries("flows"), key=lambda entry: entry[0]):
        said = {key: flow.text(key) for key in _URLS if flow.text(key)}
        found[kind] = {**said, "scopes": _scopes(flow)}
    return found


def _scopes(flow: Place) -> dict[str, str]:
    scopes = flow.get("scopes")
    known = scopes.items() if isinstance(scopes, Mapping) else ()
    return {str(name): str(about or "") for name, about in sorted(known, key=str)}


def _is_key(place: Place) -> bool:
    """Whether a scheme is a key of its own, beside the header `Authorization`."""
    return place.text("type") == "apiKey" and place.text("name").lower() != "authorization"


def _shown(uses: list[dict[str, list[str]]], schemes: Mapping[str, Place]) -> dict[str, list[str]]:
    """The alternative that examples have: one of the header `Authorization` alone, if any is."""
    possible = [use for use in uses if use]
    plain = (use for use in possible if not any(_is_key(schemes[name]) for name in use))
    return next(plain, next(iter(possible), {}))


def _authorization(schemes: Iterable[Place]) -> str:
    """What the header `Authorization` of an example has."""
    schemes = list(schemes)
    for place in schemes:
        kind = place.text("type").lower()
        if kind == "basic" or (kind == "http" and place.text("scheme").lower() == "basic"):
            return BASIC
    for place in schemes:
        if place.text("type").lower() in ("http", "oauth2", "openidconnect"):
            return BEARER
        if place.text("name").lower() == "authorization":
            return BASIC
    return ""


def _either(words: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
