"""CS017: a symbolic link leads out of the docs directory."""

from __future__ import annotations

from callsheet.catalog import TreeFault
from callsheet.checks.rule import ReadingRule

RULE = ReadingRule.of(
    TreeFault.OUTSIDE,
    "link-outside",
    summary="A symbolic link leads out of the docs directory.",
    cause=(
        "The file is elsewhere, where other machines do not have it, and readers might not be "
        "meant to see it. So it is neither read nor included nor published."
    ),
    examples=(),
)
