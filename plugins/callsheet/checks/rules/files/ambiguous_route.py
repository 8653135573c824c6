"""CS022: two routes of one method match the same paths."""

from __future__ import annotations

from callsheet.catalog import TreeFault
from callsheet.checks.rule import Example, ReadingRule
from callsheet.checks.rules.specimen import specimen

RULE = ReadingRule.of(
    TreeFault.AMBIGUOUS_ROUTE,
    "ambiguous-route",
    summary="Two routes of one method match the same paths.",
    cause=(
        "Which of the operations a request is for cannot be told by its path. An "
        "API may tell it by the types of the values, so this may be as intended."
    ),
    examples=(
        Example(
            files={
                "Archive/v1Parcel_Put.md": specimen()
                .replace("v1Parcel_Change", "v1Parcel_Put")
                .replace("parcelId", "parcelNumber")
            }
        ),
    ),
    superseded_on_line_by=("route-form",),
)
