"""A header field of an example response has a value that it cannot have."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.headers import header_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from header_hits.malformed(responses(page))
    yield from header_hits.unfit(page, responses(page))


RULE = OperationRule(
    code="CS415",
    name="response-header-value",
    severity=Severity.ERROR,
    summary="A header field of an example response has a value that it cannot have.",
    cause=(
        "Dates are those of HTTP (RFC 9110, 5.6.7), such as `Sat, 14 Mar 2026 09:26:53 GMT`, "
        "with the weekday of that day; media types have a slash; Basic credentials are base64 "
        "of user, colon and password; `Content-Length` counts the bytes of the body. Where a "
        "table of response headers has types and limits, values keep to them."
    ),
    hint="Correct the value.",
    examples=(Example("Sat, 14 Mar 2026 09:26:53 GMT", "2026-03-14 09:26:53"),),
    check=_check,
)
