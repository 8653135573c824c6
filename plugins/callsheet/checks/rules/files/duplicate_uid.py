"""CS011: two pages have the same uid."""

from __future__ import annotations

from callsheet.catalog import TreeFault
from callsheet.checks.rule import Example, ReadingRule
from callsheet.checks.rules.specimen import specimen

RULE = ReadingRule.of(
    TreeFault.DUPLICATE_UID,
    "duplicate-uid",
    summary="Two pages have the same uid.",
    cause=(
        "The uid is the identity of the operation, so only the first of the pages "
        "counts. Mostly one is a copy of the other."
    ),
    examples=(Example(files={"Archive/v1Parcel_Change.md": specimen()}),),
)
