"""How operations are authenticated, by the rows of their headers and by their examples."""

from __future__ import annotations

import re
from collections.abc import Iterable

from callsheet.http.headers import split_authorization
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
_SCHEMES = ("basic", "bearer", "digest")


def security_of(
    parameters: Iterable[Parameter], requests: Iterable[ExampleRequest]
) -> SecurityAlternatives | None:
    """Return what an operation asks for; None where neither rows nor examples show it."""
    for row in parameters:
        if row.location is Location.HEADER and row.name.lower() == "authorization":
            names = schemes_of_text(row.description) or ("Bearer",)
            return tuple((SecurityUse(name, (), assumed_scheme(name)),) for name in names)
    for request in requests:
        for header in request.headers:
            if header.name.lower() == "authorization":
                name = split_authorization(header.value)[0] or "bearer"
                name = name if name in _SCHEMES else "bearer"
                return ((SecurityUse(name.title(), (), assumed_scheme(name)),),)
            if _KEY.fullmatch(header.name):
                scheme = SecurityScheme(
                    header.name, "apiKey", location="header", parameter=header.name
                )
                return ((SecurityUse(header.name, (), scheme),),)
    return None
