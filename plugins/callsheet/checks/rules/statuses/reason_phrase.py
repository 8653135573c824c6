"""A sample response has the reason phrase of another status, or a misspelled one."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.statuses import statuses
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from statuses.reason_phrases(page)


RULE = OperationRule(
    code="CS419",
    name="reason-phrase",
    severity=Severity.WARNING,
    summary="A sample response has the reason phrase of another status, or a misspelled one.",
    cause=(
        "The phrase is there for people (RFC 9112, 4); `200 Created` leaves them in doubt "
        "which of the two is meant. Words of one's own, such as the description in the status "
        "table, are left alone."
    ),
    hint="Write the phrase of the status.",
    examples=(Example("HTTP/1.1 200 OK", "HTTP/1.1 200 Created"),),
    check=_check,
)
