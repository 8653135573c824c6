"""CS031: front matter has a list or a mapping where a text belongs."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.source.faults import Fault

RULE = ReadingRule.of(
    Fault.FRONT_MATTER_VALUE,
    "front-matter-value",
    summary="The front matter has a list or a mapping where a text belongs.",
    cause=(
        "`uid`, `id`, `title`, `defines` and `description` are texts, and `tags` is a list of "
        "them. What is something else counts as if it were not there. Mostly a value begins with a "
        "bracket or a brace, which mean a list and a mapping in YAML."
    ),
    examples=(Example("title: Change a parcel\n", "title: [Change, a parcel]\n"),),
)
