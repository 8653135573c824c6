"""CS012: a page is too large to be read."""

from __future__ import annotations

from callsheet.catalog import TreeFault
from callsheet.checks.rule import ReadingRule

RULE = ReadingRule.of(
    TreeFault.OVERSIZED,
    "oversized-page",
    summary="A page is too large to be read.",
    cause=(
        "No reader wants a page of that size. Mostly it is a file of another kind "
        "with the name of a page."
    ),
    examples=(),
)
