"""A header whose name is nearly one that is well known."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from callsheet.checks.model.cells import name_cell, replacing
from callsheet.checks.model.page import OperationPage
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.tables.known_headers import KNOWN
from callsheet.findings import Severity
from callsheet.model import Location

_KNOWN = frozenset(name.lower() for name in KNOWN)


def _misspelt_headers(page: OperationPage) -> Iterator[Diagnostic]:
    names = {p.name.lower() for p in page.operation.parameters_in(Location.HEADER)}
    for parameter in page.operation.parameters:
        if parameter.location is not Location.HEADER or parameter.name.lower() in _KNOWN:
            continue
        name = parameter.name
        meant = _meant(name)
        if meant and meant.lower() not in names:
            place = name_cell(page, parameter.span.start)
            message = f"`{name}` is no well-known header; did you mean `{meant}`?"
            yield Diagnostic(place, message, fix=replacing(place, meant))
        elif not name.replace("-", "").replace("_", "").isalnum() and name:
            place = name_cell(page, parameter.span.start)
            yield Diagnostic(
                place, f"`{name}` can be no header's name.", hint="Write the header's name."
            )


@lru_cache(maxsize=1024)
def _meant(name: str) -> str | None:
    if near := likely_meant(name, KNOWN):
        return near
    letters = "".join(c for c in name.lower() if c.isalnum())
    return next((known for known in KNOWN if known.lower().replace("-", "") == letters), None)


RULE = OperationRule(
    code="CS225",
    name="misspelt-header",
    severity=Severity.ERROR,
    summary="The name of a header is nearly that of a well-known one.",
    cause=(
        "A server ignores a header that it does not know, so a caller who copies the name gets an "
        "answer in the wrong language or format, or none, and no message says why."
    ),
    hint="Write the header's name as its standard has it.",
    examples=(
        Example(
            "| Accept | Content-type(s)",
            "| Acept | Content-type(s)",
            also=("request-header-standard",),
        ),
        Example("| If-Unmodified-Since |", "| If Unmodified Since |"),
    ),
    check=_misspelt_headers,
)
