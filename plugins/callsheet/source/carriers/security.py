"""How operations are authenticated, by the rows of their headers and by their examples."""

from collections.abc import Iterable, Sequence

from callsheet import lazy_re as re
from callsheet.model import (
    ExampleRequest,
    Location,
    Parameter,
    SecurityAlternatives,
    SecurityScheme,
    SecurityUse,
    assumed_scheme,
    schemes_of_text,
)

_KEY = re.compile(
    r"(?:x-)?(?:[a-z]+-)*(?:api-?key|access-?token|auth-?token|private-token|token|app-key)",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
_STATED = re.compile(r"`[\"']?(?:Authorization: ?)?(?P<field>[A-Za-z][\w-]{1,40} [^`\n]{1,200})`")
"""The value of a field in a description: `` `GenieKey <key>` ``."""

_COMMON = ("basic", "bearer", "digest")


def security_of(
    parameters: Iterable[Parameter], requests: Sequence[ExampleRequest]
) -> SecurityAlternatives | None:
    """Return what an operation asks for; None where neither rows nor examples show it."""
    for row in parameters:
        if row.location is Location.HEADER and row.name.lower() == "authorization":
            if names := schemes_of_text(row.description):
                return tuple(_alone(assumed_scheme(name)) for name in names)
            if stated := _STATED.search(row.description):
                return (_alone(_scheme_of(stated["field"])),)
            return _shown(requests) or (_alone(assumed_scheme("Bearer")),)
    return _shown(requests)


def _shown(requests: Iterable[ExampleRequest]) -> SecurityAlternatives | None:
    """Return what the first request with credentials shows."""
    for request in requests:
        for header in request.headers:
            if header.name.lower() == "authorization":
                return (_alone(_scheme_of(header.value)),)
            if _KEY.fullmatch(header.name):
                return (_alone(_key_in(header.name)),)
    return None


def _alone(scheme: SecurityScheme) -> tuple[SecurityUse, ...]:
    return (SecurityUse(scheme.name, (), scheme),)


def _key_in(header: str) -> SecurityScheme:
    return SecurityScheme(header, "apiKey", location="header", parameter=header)


def _scheme_of(field: str) -> SecurityScheme:
    """Return the scheme of a field `Authorization`: its own one, or a key without a scheme."""
    name, _, rest = field.strip("\"' ").partition(" ")
    if name.lower() in _COMMON:
        return assumed_scheme(name.title())
    if rest and _SCHEME.fullmatch(name):
        return SecurityScheme(name, "http", scheme=name.lower())
    return _key_in("Authorization")
