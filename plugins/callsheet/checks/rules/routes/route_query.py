"""A route with a query."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity


def _routes_with_query(page: OperationPage) -> Iterator[Diagnostic]:
    route = page.operation.route
    for mark, name in (("?", "a query"), ("#", "a fragment")):
        at = route.template.find(mark)
        if at >= 0:
            text = route.template[at:]
            place = page.find(route.span.start, text)
            yield Diagnostic(place, f"The route has {name}, `{text}`.")
            return


RULE = OperationRule(
    code="CS115",
    name="route-query",
    severity=Severity.WARNING,
    summary="A route has a query or a fragment.",
    cause=(
        "A route is a path (OpenAPI 3.1, Path Templating). What it has behind the `?` is neither "
        "documented as a parameter nor told apart from values that every request must have."
    ),
    hint="Document the parameters in the query table, and end the route before the `?`.",
    examples=(
        Example(
            "PUT /api/v1/Depot/{depotId}/Parcel/{parcelId}\n",
            "PUT /api/v1/Depot/{depotId}/Parcel/{parcelId}?notify={notify}\n",
        ),
    ),
    check=_routes_with_query,
)
