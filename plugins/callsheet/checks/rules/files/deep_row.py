"""A row within too many others, which counts as a row of its own."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.model.rows import MAX_LEVELS
from callsheet.source.faults import Fault

_HEAD = "| Parameter Name | Type | Description |\n| --- | --- | --- |\n"
_DEEP = "a" + ".a" * MAX_LEVELS

RULE = ReadingRule.of(
    Fault.NESTING,
    "deep-row",
    summary="The name of a row has so many points and brackets that it is within no other row.",
    cause=(
        "What is within a value is followed in samples, the server, the site and the export, and "
        "each level costs all of them. A row that is deeper than that counts as a property with "
        "points in its name, which no value has."
    ),
    examples=(
        Example(
            f"{_HEAD}| notify | bool | Whether",
            f"{_HEAD}| {_DEEP} | bool | What is far inside. |\n| notify | bool | Whether",
        ),
    ),
)
