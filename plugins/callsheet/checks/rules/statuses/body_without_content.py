"""A sample response has a body under a status that has none."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.statuses import statuses
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from statuses.bodies_without_content(page, null=False)


RULE = OperationRule(
    code="CS414",
    name="body-without-content",
    severity=Severity.ERROR,
    summary="A sample response has a body under a status that has none.",
    cause=(
        "Responses with the status 204, 205 and 304 end after the header fields (RFC 9110, "
        "15.3.5, 15.3.6 and 15.4.5); clients take what follows for the next response."
    ),
    hint="Remove the body, or correct the status.",
    examples=(Example("HTTP/1.1 200 OK", "HTTP/1.1 204 No Content", also=("status-unknown",)),),
    check=_check,
)
