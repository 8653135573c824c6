"""A header field of an example request has a value that it cannot have."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.headers import header_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from header_hits.malformed(requests(page))
    yield from header_hits.unlisted_schemes(page, requests(page))
    yield from header_hits.unfit(page, requests(page))


RULE = OperationRule(
    code="CS315",
    name="request-header-value",
    severity=Severity.ERROR,
    summary="A header field of an example request has a value that it cannot have.",
    cause=(
        "Dates are those of HTTP (RFC 9110, 5.6.7), such as `Sat, 14 Mar 2026 09:26:53 GMT`, "
        "with the weekday of that day; media types have a slash; Basic credentials are base64 "
        "of user, colon and password; `Content-Length` counts the bytes of the body. Where the "
        "table of headers or cookies has types and limits, values keep to them."
    ),
    hint="Correct the value.",
    examples=(
        Example(
            "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==", "Authorization: Basic reader:secret"
        ),
        Example("Accept: application/json\n\n", "Accept: application/json;q=2\n\n"),
    ),
    check=_check,
)
