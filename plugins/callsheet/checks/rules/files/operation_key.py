"""CS029: a key of the front matter that says something of the operation cannot be understood."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.source.faults import Fault

RULE = ReadingRule.of(
    Fault.OPERATION_KEY,
    "operation-key",
    summary="A key of the front matter such as `servers` or `security` is not understood.",
    cause=(
        "The keys `summary`, `operationId`, `deprecated`, `tags`, `servers` and `security` say "
        "what no table can. A value of another kind says nothing, and samples would be sent to "
        "the wrong place or without credentials."
    ),
    examples=(
        Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\ndeprecated: [1, 2]\n"),
        Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nservers: 7\n"),
        Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nservers: [ftp://x]\n"),
    ),
)
