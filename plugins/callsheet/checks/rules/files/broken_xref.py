"""CS013: a cross reference names a uid that no page has."""

from __future__ import annotations

from callsheet.catalog.links import LinkFault
from callsheet.checks.rule import Example, ReadingRule

RULE = ReadingRule.of(
    LinkFault.XREF,
    "broken-xref",
    summary="A cross reference names a uid that no page has.",
    cause=(
        "The link leads nowhere on the site. The page was renamed or removed, or "
        "the uid has a slip."
    ),
    examples=(Example("what is known of a parcel", "what <xref:v1Parcel_Raed> gives"),),
)
