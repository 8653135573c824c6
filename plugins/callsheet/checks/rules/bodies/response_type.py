"""The type of the response contradicts its example, or another heading."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import response_types
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from response_types.contradictions(page)


RULE = OperationRule(
    code="CS408",
    name="response-type",
    severity=Severity.ERROR,
    summary="The type of the response contradicts its example, or another heading.",
    cause=(
        "Programs are written after the type. `Response: array` above the example of one "
        "object is a slip of whoever copied one of the two."
    ),
    hint="Correct the type, or the example.",
    examples=(Example("### Response body: Parcel", "### Response body: array"),),
    check=_check,
)
