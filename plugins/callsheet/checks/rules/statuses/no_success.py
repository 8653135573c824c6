"""The status table has no success."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.statuses import statuses
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from statuses.no_success(page)
    yield from statuses.empty_status_table(page)


RULE = OperationRule(
    code="CS413",
    name="no-success",
    severity=Severity.ERROR,
    summary="The status table has no success.",
    cause=(
        "A caller must know how success looks. A table with errors only comes about when the "
        "first row is lost."
    ),
    hint="Add the row of the success, such as `| 200 | OK |`.",
    examples=(Example("| 200 | The parcel as it is stored. |\n", ""),),
    check=_check,
)
