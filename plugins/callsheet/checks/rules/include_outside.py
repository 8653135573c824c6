"""CS017: an include leads out of the docs directory."""

from __future__ import annotations

from callsheet.checks.rule import ReadingRule
from callsheet.links import LinkFault

RULE = ReadingRule.of(
    LinkFault.OUTSIDE,
    "include-outside",
    summary="An include leads out of the docs directory.",
    cause=(
        "The file is a symbolic link to one that is elsewhere, which other "
        "machines do not have and readers might not be meant to see."
    ),
    examples=(),
)
