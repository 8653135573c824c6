"""CS032: front matter goes beyond a limit."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.source.faults import Fault

RULE = ReadingRule.of(
    Fault.FRONT_MATTER_SIZE,
    "front-matter-size",
    summary="The front matter is too large or too deep to be read.",
    cause=(
        "Nothing of the front matter counts then. An alias of YAML counts as all that it stands "
        "for, and some lines of aliases can stand for more than a computer can hold."
    ),
    examples=(Example("title: Change a parcel\n", "title: &title [*title]\n"),),
)
