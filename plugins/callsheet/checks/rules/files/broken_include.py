"""CS015: an include names a file that is not there."""

from __future__ import annotations

from callsheet.catalog.links import LinkFault
from callsheet.checks.rule import Example, ReadingRule

RULE = ReadingRule.of(
    LinkFault.INCLUDE,
    "broken-include",
    summary="An include names a file that is not there.",
    cause=("The reader sees the include itself in the place of the text."),
    examples=(
        Example(
            "Changes what is known of a parcel, and gives it back as it is stored.\n",
            "[!include[What a parcel is](parcel.md)]\n",
        ),
    ),
)
