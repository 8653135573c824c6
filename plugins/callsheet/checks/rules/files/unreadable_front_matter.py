"""CS002: the front matter is no YAML mapping."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.source.faults import Fault

RULE = ReadingRule.of(
    Fault.FRONT_MATTER,
    "unreadable-front-matter",
    summary="The front matter is no YAML mapping.",
    cause=(
        "Nothing of the front matter counts then, neither the title nor the uid, "
        "and links to the page by its uid lead nowhere. Mostly a value holds a "
        "colon or begins with a character that means something in YAML."
    ),
    examples=(Example("title: Change a parcel\n", "title: Change: a parcel\n"),),
)
