"""A sample request whose route still has placeholders."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.model.stated_routes import RouteSource, read_stated_routes
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity


def _templated_requests(page: OperationPage) -> Iterator[Diagnostic]:
    for stated in read_stated_routes(page).all:
        if stated.source is not RouteSource.REQUEST or "{" not in stated.path:
            continue
        start = stated.path_column + stated.path.index("{")
        end = stated.path_column + stated.path.rindex("}") + 1 if "}" in stated.path else start + 1
        place = Place(page.path, stated.line, start, stated.line, max(end, start + 1))
        yield Diagnostic(place, "The sample request has placeholders instead of values.")


RULE = OperationRule(
    code="CS114",
    name="templated-request",
    severity=Severity.NOTE,
    summary="A sample request has placeholders in its path.",
    cause=(
        "`GET /api/v1/Person/{id}` cannot be sent as it is: whoever copies it has to find out what "
        "a value looks like. Programs that are made of the page put one in."
    ),
    hint="Write a value in place of each placeholder.",
    examples=(
        Example(
            "```http!\nPUT /api/v1/Depot/north/Parcel/7",
            "```http!\nPUT /api/v1/Depot/{depotId}/Parcel/{parcelId}",
        ),
    ),
    superseded_on_line_by=("sample-route",),
    check=_templated_requests,
)
