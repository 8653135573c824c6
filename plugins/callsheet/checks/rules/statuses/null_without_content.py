"""A sample response shows `null` under a status that has no body."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.specimen import ANSWERED
from callsheet.checks.rules.statuses import statuses
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from statuses.bodies_without_content(page, null=True)


RULE = OperationRule(
    code="CS417",
    name="null-without-content",
    severity=Severity.NOTE,
    summary="A sample response shows `null` under a status that has no body.",
    cause=(
        "Generators write the value that a method without a result gives; the response has no "
        "body at all (RFC 9110, 15.3.5)."
    ),
    hint="Remove `null`.",
    examples=(
        Example(
            ANSWERED,
            "HTTP/1.1 204 No Content\nContent-Type: application/json\n\nnull",
            also=("status-unknown",),
        ),
    ),
    check=_check,
)
