"""A parameter, header or status without a description."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from callsheet.checks.model.cells import cell
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import Location, Property, Status

_MANY = 3
_KINDS = {
    Location.PATH: "path parameter",
    Location.QUERY: "query parameter",
    Location.HEADER: "header",
    Location.COOKIE: "cookie",
}


def _undescribed_parameters(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    for location, kind in _KINDS.items():
        bare = [p for p in operation.parameters if p.location is location and not p.about]
        if bare:
            yield from _diagnostics(page, kind, [p for p in bare if p.name])
    bare_statuses = [status for status in operation.statuses if not status.description]
    if bare_statuses:
        yield from _diagnostics(page, "status", bare_statuses)


def _diagnostics(
    page: OperationPage, kind: str, rows: Sequence[Property | Status]
) -> Iterator[Diagnostic]:
    # A generated table may lack many, which is one fault.
    if len(rows) > _MANY:
        names = ", ".join(f"`{_name(row)}`" for row in rows[:_MANY])
        message = f"{len(rows)} rows have no description: {names} and others."
        yield Diagnostic(cell(page, rows[0].span.start, "description"), message)
        return
    for row in rows:
        place = cell(page, row.span.start, "description")
        yield Diagnostic(place, f"The {kind} `{_name(row)}` has no description.")


def _name(row: Property | Status) -> str:
    return str(row.code) if isinstance(row, Status) else row.name


RULE = OperationRule(
    code="CS216",
    name="undescribed-parameter",
    severity=Severity.WARNING,
    summary="A parameter, a header or a status has no description.",
    cause=(
        "A caller has to give a value, or to act on a status, and the name alone doesn't tell how."
    ),
    hint="Say what it is for.",
    examples=(
        Example("| notify | bool | Whether the receiver gets a message. |", "| notify | bool | |"),
        Example("| 404 | There is no such parcel. |", "| 404 | |"),
    ),
    superseded_on_line_by=("ragged-row",),
    check=_undescribed_parameters,
)
