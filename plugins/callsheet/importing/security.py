"""Security schemes as the rows of headers and queries (OpenAPI 3.1.0, 4.8.27)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from callsheet.importing.limits import code
from callsheet.importing.notes import Notes
from callsheet.importing.references import Place, Resolver

BASIC = "Basic cmVhZGVyOmNhbGxzaGVldA=="
BEARER = "Bearer callsheet"
"""Credentials of the examples, which the reference server takes; they are no secret."""

_XSRF = "x-xsrf-token"
_TOLD = "Your credentials: {}."


@dataclass(frozen=True, slots=True)
class Security:
    """What an operation asks for.

    Attributes:
        headers: Names and descriptions of header rows.
        queries: Those of query rows.
        authorization: The value of the header in examples, empty where there is none.
    """

    headers: tuple[tuple[str, str], ...] = ()
    queries: tuple[tuple[str, str], ...] = ()
    authorization: str = ""


def security_place(operation: Place, resolver: Resolver) -> Place:
    """The place that says what an operation asks for: itself, else the document."""
    return operation if isinstance(operation.get("security"), list) else resolver.root


def read_security(place: Place, resolver: Resolver, notes: Notes) -> Security:
    """What a place asks for, in the words that a page has for it."""
    requirements = place.get("security")
    if not isinstance(requirements, list):
        return Security()
    resolver.budget.schemas(len(requirements), place.pointer)
    found = list(dict.fromkeys(_named(requirements)))
    pointer = f"{place.pointer}/security"
    if {} in requirements and found:
        notes.changed(pointer, "Credentials may be left out, and the page asks for them")
    if any(isinstance(r, dict) and len(r) > 1 for r in requirements) and not _is_session(found):
        notes.told(pointer, "Of schemes that are asked for together, the page says no such thing")
    return _rows(found, pointer, resolver, notes)


def _named(requirements: list[Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for requirement in requirements:
        for name, scopes in (requirement if isinstance(requirement, dict) else {}).items():
            yield str(name), tuple(map(str, scopes)) if isinstance(scopes, list) else ()


def _is_session(found: list[tuple[str, tuple[str, ...]]]) -> bool:
    return {name for name, _ in found} >= {"Session", "XsrfToken"}


def _rows(
    found: list[tuple[str, tuple[str, ...]]], pointer: str, resolver: Resolver, notes: Notes
) -> Security:
    schemes: dict[str, None] = {}
    headers: list[tuple[str, str]] = []
    queries: list[tuple[str, str]] = []
    for name, scopes in found:
        place = _scheme(name, resolver)
        match place.text("type").lower(), place.text("in"):
            case ("basic", _):
                schemes["`Basic`"] = None
            case ("http", _) if place.text("scheme").lower() == "basic":
                schemes["`Basic`"] = None
            case ("http" | "oauth2" | "openidconnect", _):
                wanted = f" with the scopes {', '.join(map(code, scopes))}" if scopes else ""
                schemes[f"`Bearer`{wanted}"] = None
            case ("apikey", "header"):
                _by_header(place, schemes, headers)
            case ("apikey", "query"):
                queries.append((place.text("name"), place.text("description")))
            case _ if name == "Session" and _is_session(found):
                continue
            case (kind, where):
                # The vendors of two real files name schemes that are not there.
                what = f"The scheme {code(name)} ({kind or 'not defined'} {where})".rstrip(" )")
                notes.lost(pointer, f"{what}) is on no page")
                if not kind:
                    schemes["by the scheme " + code(name)] = None
    if schemes:
        headers.insert(0, ("Authorization", _TOLD.format(_either(list(schemes)))))
    is_bearer = "`Basic`" not in schemes and any(s.startswith("`Bearer`") for s in schemes)
    example = BEARER if is_bearer else BASIC if schemes else ""
    return Security(tuple(headers), tuple(queries), example)


def _scheme(name: str, resolver: Resolver) -> Place:
    root = resolver.root
    for schemes in (root.inner("components", "securitySchemes"), root.inner("securityDefinitions")):
        if name in schemes.node:
            return resolver.follow(schemes.inner(name))
    return Place({}, "")


def _by_header(place: Place, schemes: dict[str, None], headers: list[tuple[str, str]]) -> None:
    name = place.text("name")
    if name.lower() != "authorization":
        headers.append((name, place.text("description")))
    elif "soticket" in place.text("description").lower():
        schemes["`SoTicket`"] = None
    else:
        schemes[place.text("description") or "an API key"] = None


def _either(words: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
