"""CS802: an example request goes to another operation."""

from __future__ import annotations

from callsheet.checks.rule import LiveRule
from callsheet.findings import Severity

RULE = LiveRule(
    code="CS802",
    name="live-other-operation",
    severity=Severity.ERROR,
    summary="An example request goes to another operation than that of its page.",
    cause=(
        "Its method and path are those of an operation on another page, so that its answer says "
        "nothing about this one. For example, the page of `GET /api/v1/Depot/{depotId}` shows "
        "`GET /api/v1/Depot/default`, which is an operation of its own."
    ),
    hint="Write an example request that only this operation answers.",
)
