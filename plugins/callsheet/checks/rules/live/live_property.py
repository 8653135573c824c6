"""CS807: a property in the answer is missing or of another type."""

from __future__ import annotations

from callsheet.checks.rule import LiveRule
from callsheet.findings import Severity

RULE = LiveRule(
    code="CS807",
    name="live-property",
    severity=Severity.ERROR,
    summary="A property in the answer of a live server is missing, or not of its documented type.",
    cause=(
        "A program that was written by the page breaks here. For example, the table documents "
        '`ParcelId` as `int32`, and the server answers `"7"`; or the property was renamed in the '
        "server and not on the page."
    ),
    hint="Mend the row of the property, or the server, whichever is not as intended.",
)
