"""CS801: a live server does not answer an example request."""

from __future__ import annotations

from callsheet.checks.rule import LiveRule
from callsheet.findings import Severity

RULE = LiveRule(
    code="CS801",
    name="live-unanswered",
    severity=Severity.ERROR,
    summary="A live server does not answer an example request.",
    cause=(
        "The server closes the connection, or nothing comes within the time that an answer may "
        "take. For example, the page shows `GET /api/v1/Depot/3`, and the connection ends without "
        "a status line."
    ),
    hint="Send the request by hand, and mend the server.",
)
