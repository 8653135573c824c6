"""An example response has a body and no `Content-Type`."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.headers import header_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from header_hits.missing_content_type(responses(page))


RULE = OperationRule(
    code="CS410",
    name="response-content-type-missing",
    severity=Severity.ERROR,
    summary="An example response has a body and no `Content-Type`.",
    cause=(
        "Without `Content-Type` nobody knows what the body is (RFC 9110, 8.3); many servers "
        "and clients refuse it."
    ),
    hint="Add the header field `Content-Type`.",
    examples=(Example("Content-Type: application/json; charset=utf-8\n", ""),),
    check=_check,
)
