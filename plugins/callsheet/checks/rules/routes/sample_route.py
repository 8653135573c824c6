"""A sample request of another method or path than the page's."""

from __future__ import annotations

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.stated_routes import Source
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.routes.route_mismatch import check_claims
from callsheet.findings import Severity


def _check(page: OperationPage) -> list[Hit]:
    return check_claims(page, Source.REQUEST)


RULE = OperationRule(
    code="CS111",
    name="sample-route",
    severity=Severity.ERROR,
    summary="A sample request asks another method or path than the page documents.",
    cause=(
        "Readers copy the sample request. One that was copied from another page calls that"
        " page's operation, and a path with a slip in it calls nothing."
    ),
    hint="Write the method and the route of the page, with or without values for its parameters.",
    examples=(
        Example(
            "```http!\nPUT /api/v1/Depot/north/Parcel/7",
            "```http!\nPOST /api/v1/Depot/north/Parcel/7",
        ),
        Example(
            "```http!\nPUT /api/v1/Depot/north/Parcel/7",
            "```http!\nPUT /api/v1/Depot/north/Parcels/7",
        ),
    ),
    check=_check,
)
