"""CS016: files include each other in a circle."""

from __future__ import annotations

from callsheet.catalog.links import LinkFault
from callsheet.checks.rule import Example, ReadingRule

RULE = ReadingRule.of(
    LinkFault.CYCLE,
    "include-cycle",
    summary="Files include each other in a circle.",
    cause=("Such an include has no end, so it is left as it is on the site."),
    examples=(
        Example(
            "Changes what is known of a parcel, and gives it back as it is stored.\n",
            "[!include[What a parcel is](note.md)]\n",
            {"Depot/note.md": "# Note\n\n[!include[Change](v1Parcel_Change.md)]\n"},
        ),
    ),
)
