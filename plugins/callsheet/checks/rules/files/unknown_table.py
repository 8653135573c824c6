"""CS007: a table has columns that have no place in its section."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.source.faults import Fault

RULE = ReadingRule.of(
    Fault.UNKNOWN_TABLE,
    "unknown-table",
    summary="A table has columns that have no place in its section.",
    cause=(
        "A table is understood by its columns: the name first, and one that is "
        "called `Description`. Any other is shown as it is, and its parameters or "
        "properties are unknown to the samples, the reference server and the "
        "export."
    ),
    superseded_by=("missing-section", "heading-spelling", "heading-without-space"),
    superseded_on_line_by=("misspelt-column", "broken-table"),
    examples=(
        Example(
            "## Request Body: parcel",
            "| Client | Sends |\n| --- | --- |\n| Depot | XML |\n\n## Request Body: parcel",
        ),
    ),
)
