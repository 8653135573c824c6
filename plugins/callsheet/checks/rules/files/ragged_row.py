"""CS006: a row of a table has more or fewer cells than its header."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.source.faults import Fault

RULE = ReadingRule.of(
    Fault.RAGGED_ROW,
    "ragged-row",
    summary="A row of a table has more or fewer cells than its header.",
    cause=(
        "Mostly a pipe in a text was taken for the end of a cell. What is in the "
        "cells from there on is in the wrong column."
    ),
    examples=(
        Example(
            "| notify | bool | Whether the receiver gets a message. |",
            "| notify | bool | Whether the receiver | gets a message. |",
        ),
    ),
)
