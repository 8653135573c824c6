"""The response body has a type, and no documented success has a body."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.statuses import statuses
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from statuses.typed_without_content(page)


RULE = OperationRule(
    code="CS418",
    name="typed-without-content",
    severity=Severity.NOTE,
    summary="The response body has a type, and no documented success has a body.",
    cause=(
        "A status 204 has no body, so that there is nothing to be of a type. Generators write "
        "the type of a method without a result, whatever it is called."
    ),
    hint="Remove the type, or correct the status.",
    examples=(
        Example(
            "| 200 | The parcel as it is stored. |",
            "| 204 | It is stored. |",
            also=("status-unknown",),
        ),
    ),
    superseded_by=("body-without-content",),
    check=_check,
)
