"""CS008: a heading is none of the page format."""

from __future__ import annotations

from dataclasses import replace

from callsheet.checks.rule import Example, ReadingRule
from callsheet.source.faults import Fault

_RULE = ReadingRule.of(
    Fault.UNKNOWN_SECTION,
    "unknown-section",
    summary="A heading is none of the page format.",
    cause=(
        "A heading of the second level begins a part of the operation, such as "
        "`Request Headers`. With a slip in it, what follows is not understood as "
        "that part. The description may have headings of its own."
    ),
    examples=(
        Example(
            "## Sample request\n",
            "## Remarks\n\nThe depot weighs parcels itself.\n\n## Sample request\n",
        ),
    ),
)

# Where a heading is almost that of a section, another rule says which.
RULE = replace(_RULE, superseded_on_line_by=("heading-spelling",))
