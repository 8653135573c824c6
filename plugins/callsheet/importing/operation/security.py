"""Converts security requirements to front matter or rows of headers (OpenAPI 3.1.0, 4.8.27)."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from callsheet import lazy_re as re
from callsheet.export.security import SCHEMES, scheme_of_row
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.references import Resolver, SpecNode
from callsheet.model import schemes_of_text
from callsheet.schema.documents import name_of_key
from callsheet.source.front_matter import UnreadKeyError, read_scheme

BASIC = "Basic cmVhZGVyOmNhbGxzaGVldA=="
BEARER = "Bearer callsheet"
"""Credentials in examples, which the reference server accepts; they are not secret."""

_TOLD = "Your credentials: {}."
_SESSION = {"Session", "XsrfToken"}
_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}
"""Names of two flows in Swagger 2.0."""

_OTHER_SCHEME = re.compile(r"(?!(?i:bearer)$)[A-Za-z][\w-]*")
_KEYS = ("type", "scheme", "in", "name", "bearerFormat", "openIdConnectUrl")
_URLS = ("authorizationUrl", "tokenUrl", "refreshUrl")
_MAX_DEFINITION = 4000
"""Maximum length of a scheme's definition, which is repeated on each page that requires it."""


@dataclass(frozen=True, slots=True)
class ImportedSecurity:
    """The security requirements of an operation.

    Attributes:
        front_matter: The requirements for the front matter; None if the header rows state them.
        headers: Names and descriptions of header rows.
        authorization: The value of `Authorization` in examples, or an empty text.
        keys: Other credentials of examples: `header`, `query` or `cookie`, and the name.
    """

    front_matter: list[Any] | None = None
    headers: tuple[tuple[str, str], ...] = ()
    authorization: str = ""
    keys: tuple[tuple[str, str], ...] = ()


def security_place(operation: SpecNode, resolver: Resolver) -> SpecNode:
    """Return the node with the requirements of an operation: itself, or else the document."""
    return operation if isinstance(operation.get("security"), list) else resolver.root


def read_security(place: SpecNode, resolver: Resolver, notes: ImportNotes) -> ImportedSecurity:
    """Read requirements: as header rows if these can express them, else as front matter."""
    requirements = place.get("security")
    if not isinstance(requirements, list) or not (requirements or place.pointer):
        return ImportedSecurity()
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
        return ImportedSecurity(None, tuple(headers), authorization, keys)
    entries: list[Any] = []
    for use in uses:
        # Sorted, as YAML is written.
        entry = {
            name_of_key(name): _entry(name, schemes[name], use[name], pointer, notes)
            for name in sorted(use)
        }
        entries.append(entry or "none")
    # An empty list would count as "not stated".
    return ImportedSecurity(entries or ["none"], (), authorization, keys)


def _uses(requirement: Any) -> dict[str, list[str]]:
    known = requirement if isinstance(requirement, dict) else {}
    return {
        str(name): list(map(str, scopes)) if isinstance(scopes, list) else []
        for name, scopes in known.items()
    }


def _scheme(name: str, resolver: Resolver) -> SpecNode:
    root = resolver.root
    for schemes in (root.inner("components", "securitySchemes"), root.inner("securityDefinitions")):
        if name in schemes.node:
            return resolver.follow(schemes.inner(name))
    return SpecNode({}, "")


def _are_usual(uses: list[dict[str, list[str]]], schemes: Mapping[str, SpecNode]) -> bool:
    """Tell whether these are the schemes of our own export, which header rows can express."""
    for name, place in schemes.items():
        known = scheme_of_row(name)
        # An API key of any other document may be sent in `Authorization` without a scheme.
        is_ours = name in SCHEMES or place.text("description") == known["description"]
        if not is_ours or _definition(place) != {**known, "description": ""}:
            return False
    single = [name for use in uses if len(use) == 1 for name in use]
    together = [set(use) for use in uses if len(use) != 1]
    has_scopes = any(scopes for use in uses for scopes in use.values())
    return (
        bool(single)
        and single == list(schemes_of_text(_either([f"`{name}`" for name in single])))
        and together in ([], [_SESSION])
        and not has_scopes
    )


def _definition(place: SpecNode) -> dict[str, Any]:
    """Return the keys of a scheme without its description, for a comparison."""
    keys = ("type", "scheme", "in", "name")
    return {**{k: place.node[k] for k in keys if k in place.node}, "description": ""}


def _entry(name: str, place: SpecNode, scopes: list[str], pointer: str, notes: ImportNotes) -> Any:
    """Return the front matter of a required scheme: its definition, or only its scopes."""
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
        # Real specifications refer to schemes that don't exist.
        what = "is not defined" if not kind else "cannot be written on a page"
        notes.lost(pointer, f"The scheme {code(name)} {what}")
        return scopes
    if len(json.dumps(made, default=str)) > _MAX_DEFINITION:
        notes.lost(place.pointer, f"The definition of {code(name)} is too long for each page")
        return scopes
    return made


def _flows(place: SpecNode) -> dict[str, Any]:
    """Return the OAuth 2 flows, each with its URLs and scopes."""
    if kind := place.text("flow"):
        urls = {key: place.text(key) for key in _URLS if place.text(key)}
        return {_FLOWS.get(kind, kind): {**urls, "scopes": _scopes(place)}}
    found: dict[str, dict[str, Any]] = {}
    for kind, flow in sorted(place.entries("flows"), key=lambda entry: entry[0]):
        urls = {key: flow.text(key) for key in _URLS if flow.text(key)}
        found[kind] = {**urls, "scopes": _scopes(flow)}
    return found


def _scopes(flow: SpecNode) -> dict[str, str]:
    scopes = flow.get("scopes")
    known = scopes.items() if isinstance(scopes, Mapping) else ()
    return {str(name): str(about or "") for name, about in sorted(known, key=str)}


def _is_key(place: SpecNode) -> bool:
    """Tell whether a scheme is a key of its own, apart from the header `Authorization`."""
    return place.text("type") == "apiKey" and place.text("name").lower() != "authorization"


def _shown(
    uses: list[dict[str, list[str]]], schemes: Mapping[str, SpecNode]
) -> dict[str, list[str]]:
    """Return the alternative that examples use, one without other keys if there is any."""
    possible = [use for use in uses if use]
    plain = [use for use in possible if not any(_is_key(schemes[name]) for name in use)]
    # One header field has the credentials of one scheme.
    single = (use for use in (*plain, *possible) if _in_authorization(use, schemes) < 2)
    return next(single, next(iter((*plain, *possible)), {}))


def _in_authorization(use: Iterable[str], schemes: Mapping[str, SpecNode]) -> int:
    return sum(not _is_key(schemes[name]) for name in use)


def _authorization(schemes: Iterable[SpecNode]) -> str:
    """Return the value of `Authorization` in examples, or an empty text."""
    schemes = list(schemes)
    for place in schemes:
        kind = place.text("type").lower()
        if kind == "basic" or (kind == "http" and place.text("scheme").lower() == "basic"):
            return BASIC
    for place in schemes:
        scheme = place.text("scheme")
        if place.text("type").lower() == "http" and _OTHER_SCHEME.fullmatch(scheme):
            return f"{scheme} {BEARER.partition(' ')[2]}"
        if place.text("type").lower() in ("http", "oauth2", "openidconnect"):
            return BEARER
        if place.text("name").lower() == "authorization":
            return BASIC
    return ""


def _either(words: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
