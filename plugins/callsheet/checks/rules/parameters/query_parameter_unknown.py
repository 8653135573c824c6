"""A request on the page has a query parameter that is not documented."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.parameters import query_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from query_hits.unknown_parameters(page)


RULE = OperationRule(
    code="CS320",
    name="query-parameter-unknown",
    severity=Severity.ERROR,
    summary="A request on the page has a query parameter that is not documented.",
    cause=(
        "Sample requests and the example URLs below the query table are read together with "
        "the table; a name that it lacks is misspelled there or forgotten here. Many servers tell "
        "`Mode` from `mode`, so that a name is written as in its row."
    ),
    hint="Add a row for it, or correct its name.",
    examples=(
        Example(
            "Parcel/7?notify=true\n```\n\n## Request Headers",
            "Parcel/7?notfiy=true\n```\n\n## Request Headers",
        ),
    ),
    superseded_by=("broken-table", "misspelt-column"),
    superseded_on_line_by=(
        "secret-token",
        "secret-private-key",
        "secret-in-address",
        "secret-value",
        "secret-basic-credentials",
    ),
    check=_check,
)
