"""CS003: an operation page has no usable uid."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.source.faults import Fault

RULE = ReadingRule.of(
    Fault.UID,
    "unusable-uid",
    summary="An operation page has no usable uid.",
    cause=(
        "The uid is the identity of the operation: links, samples and clients that "
        "are made of the export name it. Without one it is made of the file's "
        "name, and changes with that."
    ),
    examples=(Example("uid: v1Parcel_Change\n", "uid: v1Parcel/Change\n"),),
)
