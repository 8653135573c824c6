"""CS801: a live server does not answer an example request."""

from __future__ import annotations

from callsheet.checks.rule import LiveRule
from callsheet.findings import Severity

RULE = LiveRule(
    code="CS801",
    name="live-unanswered",
    severity=Severity.ERROR,
    summary="A live server gives an example request no answer that can be used.",
    cause=(
        "The server closes the connection, or its answer is not complete within the time that it "
        "may take, is larger than it may be, or is no HTTP. For example, the page shows "
        "`GET /api/v1/Depot/3`, and the connection ends without a status line."
    ),
    hint="Send the request by hand, and mend the server.",
)
