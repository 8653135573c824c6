"""CS021: two pages document the same method and route."""

from __future__ import annotations

from callsheet.catalog import TreeFault
from callsheet.checks.rule import Example, ReadingRule
from callsheet.checks.rules.specimen import specimen

RULE = ReadingRule.of(
    TreeFault.DUPLICATE_ROUTE,
    "duplicate-route",
    summary="Two pages document the same method and route.",
    cause=(
        "A request can be answered as one of them says only. Mostly one page is a "
        "copy of the other, and its route was forgotten."
    ),
    examples=(
        Example(
            files={"Archive/v1Parcel_Put.md": specimen().replace("v1Parcel_Change", "v1Parcel_Put")}
        ),
    ),
)
