"""CS014: a link leads to a page that is not there."""

from __future__ import annotations

from callsheet.catalog.links import LinkFault
from callsheet.checks.rule import Example, ReadingRule

RULE = ReadingRule.of(
    LinkFault.FILE,
    "broken-link",
    summary="A link leads to a page that is not there.",
    cause=(
        "The link leads nowhere on the site. The page was moved or removed, or the path has a slip."
    ),
    examples=(Example("what is known of a parcel", "what is known of a [parcel](parcels.md)"),),
)
