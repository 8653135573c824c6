"""CS804: the answer of a live server is of another media type."""

from __future__ import annotations

from callsheet.checks.rule import LiveRule
from callsheet.findings import Severity

RULE = LiveRule(
    code="CS804",
    name="live-media-type",
    severity=Severity.ERROR,
    summary="The answer of a live server is of another media type than the page documents.",
    cause=(
        "A client that reads the documented media type cannot read this answer. For example, the "
        "page lists `application/json`, and the server answers with `text/html`, perhaps because "
        "a page to log in stands before it."
    ),
    hint="Mend the page, or the server, whichever is not as intended.",
)
