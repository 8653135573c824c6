"""CS028: a cell such as `Limits` says something that is not understood."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.source.faults import Fault

_HEAD = "| Parameter Name | Type | Description |\n| --- | --- | --- |\n| notify | bool | Whether"

RULE = ReadingRule.of(
    Fault.FACET,
    "unread-cell",
    summary="A cell such as `Limits`, `In` or `Style` says something that is not understood.",
    cause=(
        "These cells say what values are allowed, where they are sent and how they are written. "
        "One that is not understood, or that cannot be in its row, says nothing: the server, the "
        "checks and the export know of no such limit."
    ),
    examples=(
        Example(
            _HEAD,
            "| Parameter Name | Type | Limits | Description |\n| --- | --- | --- | --- |\n"
            "| notify | bool | not too often | Whether",
            also=("ragged-row",),
        ),
        Example(
            _HEAD,
            "| Parameter Name | Type | Style | Description |\n| --- | --- | --- | --- |\n"
            "| notify | bool | in brackets | Whether",
            also=("ragged-row",),
        ),
    ),
    # A cell that is in the wrong column for want of one says nothing of its own.
    superseded_on_line_by=("ragged-row",),
)
