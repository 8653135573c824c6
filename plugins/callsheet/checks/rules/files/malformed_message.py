"""CS010: an example is no HTTP message."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.source.faults import Fault

RULE = ReadingRule.of(
    Fault.MESSAGE,
    "malformed-message",
    summary="An example is no HTTP message.",
    cause=(
        "A sample request begins with a request line, a sample response with a "
        "status line; header fields follow, one a line, then a blank line and the "
        "body (RFC 9112). An example that is none cannot be sent, compared or "
        "shown with its parts."
    ),
    examples=(Example("HTTP/1.1 200 OK\n", "200 OK\n"),),
    superseded_by=("example-label",),
)
