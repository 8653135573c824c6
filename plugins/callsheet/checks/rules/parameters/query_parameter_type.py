"""A query parameter of a request on the page is not of its documented type."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.parameters import query_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from query_hits.wrong_values(page)


RULE = OperationRule(
    code="CS322",
    name="query-parameter-type",
    severity=Severity.ERROR,
    summary="A query parameter of a request on the page is not of its documented type.",
    cause=("The type in the table says what the server takes; the example shows something else."),
    hint="Correct the value, or the type in the table.",
    examples=(
        Example(
            "Parcel/7?notify=true\n```\n\n## Request Headers",
            "Parcel/7?notify=maybe\n```\n\n## Request Headers",
        ),
    ),
    superseded_at_source_by=("unknown-type", "enumeration-values", "parameter-documented-twice"),
    check=_check,
)
