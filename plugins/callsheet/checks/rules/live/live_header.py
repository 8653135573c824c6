"""CS805: a header field of the answer is missing or malformed."""

from __future__ import annotations

from callsheet.checks.rule import LiveRule
from callsheet.findings import Severity

RULE = LiveRule(
    code="CS805",
    name="live-header",
    severity=Severity.WARNING,
    summary="A header field of the answer of a live server is missing or malformed.",
    cause=(
        "The example response shows a header field that clients may rely on, such as `ETag`, and "
        "the server does not send it; or a date such as `Last-Modified` is not written as RFC 9110 "
        "has it, for example `2026-03-14`."
    ),
    hint="Take the header field out of the example, or let the server send it.",
)
