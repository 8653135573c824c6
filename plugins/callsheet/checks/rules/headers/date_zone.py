"""A date in a header field has another zone than `GMT`."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import examples
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.headers import header_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from header_hits.date_zones(examples(page))


RULE = OperationRule(
    code="CS420",
    name="http-date-zone",
    severity=Severity.WARNING,
    summary="A date in a header field has another zone than `GMT`.",
    cause=(
        "HTTP dates are in `GMT` (RFC 9110, 5.6.7), and clients refuse others. `G1T` comes "
        "from a date format in which `M` stands for the month."
    ),
    hint="Write `GMT`.",
    examples=(Example("09:26:53 GMT", "09:26:53 G3T"),),
    check=_check,
)
