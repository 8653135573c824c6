"""A date in a query is written as people of some country write it."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.parameters import query_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from query_hits.local_dates(page)


RULE = OperationRule(
    code="CS323",
    name="query-local-date",
    severity=Severity.WARNING,
    summary="A date in a query is written as people of some country write it.",
    cause=(
        "Which number is the month depends on the reader; `date-time` is that of RFC 3339. "
        "Generators that print a date in the format of their machine write it so."
    ),
    hint="Write it as `2026-03-14T09:26:53Z`.",
    examples=(
        Example(
            "| $select | string | The properties that are wanted, separated by commas. |\n"
            "\n"
            "```http\n"
            "PUT /api/v1/Depot/north/Parcel/7?notify=true",
            "| since | date-time | Refuses the change of a parcel that is newer. |\n"
            "\n"
            "```http\n"
            "PUT /api/v1/Depot/north/Parcel/7?since=03/14/2026 09:26:53",
        ),
    ),
    check=_check,
)
