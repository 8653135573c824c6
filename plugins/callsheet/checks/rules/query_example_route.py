"""A query example of another method or path than the page's."""

from __future__ import annotations

from callsheet.checks.asking import check_claims
from callsheet.checks.claims import Source
from callsheet.checks.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.findings import Severity


def _check(page: OperationPage) -> list[Hit]:
    return check_claims(page, Source.QUERY_EXAMPLE)


RULE = OperationRule(
    code="CS112",
    name="query-example-route",
    severity=Severity.ERROR,
    summary="A query example has another method or path than the page documents.",
    cause=(
        "The lines under the query table show how its parameters are sent to this operation."
        " They go stale where a route is moved and only its fence is changed."
    ),
    hint="Write the method and the route of the page, with or without values for its parameters.",
    examples=(
        Example(
            "```http\nPUT /api/v1/Depot/north/Parcel/7", "```http\nGET /api/v1/Depot/north/Parcel/7"
        ),
        Example("```http\nPUT /api/v1/Depot/north/Parcel/7", "```http\nPUT /api/v1/Depot/Parcel/7"),
    ),
    check=_check,
)
