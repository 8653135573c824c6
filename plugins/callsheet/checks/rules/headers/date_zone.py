"""Dates in header fields with another zone than `GMT`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from callsheet.checks.model.examples import ExampleMessage, code
from callsheet.checks.model.examples import examples as examples_of
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.headers import fields
from callsheet.findings import Edit, Severity
from callsheet.http.headers import DATES


def _odd_date_zones(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report dates whose only fault is their time zone."""
    for example in examples:
        for header in example.message.headers:
            if header.name.lower() not in DATES or not fields.has_odd_zone(header.value):
                continue
            zone = header.value.rpartition(" ")[2]
            place = example.page.find(header.span.start, zone, example.header_value(header).column)
            edit = Edit(place.line, place.column, place.end_line, place.end_column, "GMT")
            fix = (edit,) if zone.upper() in ("UTC", "Z") or zone[:1] + zone[-1:] == "GT" else ()
            yield Diagnostic(
                place,
                f"The zone {code(zone)} in `{header.name}` is not `GMT`, as of all HTTP dates.",
                fix=fix,
            )


RULE = OperationRule(
    code="CS420",
    name="http-date-zone",
    severity=Severity.WARNING,
    summary="A date in a header field has another zone than `GMT`.",
    cause=(
        "HTTP dates are in `GMT` (RFC 9110, 5.6.7), and clients refuse others. `G1T` comes from a "
        "date format in which `M` stands for the month."
    ),
    hint="Write `GMT`.",
    examples=(Example("09:26:53 GMT", "09:26:53 G3T"),),
    check=lambda page: _odd_date_zones(examples_of(page)),
)
