"""CS803: a live server answers with another status."""

from __future__ import annotations

from callsheet.checks.rule import LiveRule
from callsheet.findings import Severity

RULE = LiveRule(
    code="CS803",
    name="live-status",
    severity=Severity.ERROR,
    summary="A live server answers an example request with another status than the page documents.",
    cause=(
        "A program that was written by the page takes this for a failure. For example, the table "
        "lists 200, and the server answers 204 since its last release. It can also come about "
        "because the server has other things than the example asks for, or wants credentials."
    ),
    hint="Mend the page, or the server, whichever is not as intended.",
)
