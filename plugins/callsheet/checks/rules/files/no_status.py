"""CS009: a row of the response table has no HTTP status."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.source.faults import Fault

RULE = ReadingRule.of(
    Fault.STATUS,
    "no-status",
    summary="A row of the response table has no HTTP status.",
    cause=(
        "The first cell is a status such as `404`. Ranges and words cannot be told "
        "to clients, and the row counts for nothing."
    ),
    examples=(Example("| 404 | There is no such parcel. |", "| 4o4 | There is no such parcel. |"),),
)
