"""CS013: a cross reference names a uid that no page has."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.links import LinkFault

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
