"""Sample requests and query examples of another method or path than the page documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.cells import replacing
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.routes import PathDifference
from callsheet.checks.model.stated_routes import (
    RouteSource,
    StatedRoute,
    StatedRoutes,
    read_stated_routes,
    route_path,
    route_related,
    stated_place,
)
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity

# A possible method directly followed by a query, without a path.
_WITHOUT_PATH = re.compile(r"(?P<method>[A-Za-z]+)[ \t]*(?P<query>\?\S*)")


def _samples_of_other_routes(page: OperationPage) -> list[Diagnostic]:
    return _requests_of_other_routes(page, RouteSource.REQUEST)


def _query_examples_of_other_routes(page: OperationPage) -> list[Diagnostic]:
    return [*_requests_of_other_routes(page, RouteSource.QUERY_EXAMPLE), *_without_path(page)]


def _without_path(page: OperationPage) -> Iterator[Diagnostic]:
    for example in page.operation.query_examples:
        if match := _WITHOUT_PATH.match(example.markdown.strip()):
            place = page.find(example.span.start, match["query"])
            message = f"The query example has no path before `{match['query']}`."
            yield Diagnostic(place, message, related=(route_related(page),))


def _requests_of_other_routes(page: OperationPage, source: RouteSource) -> list[Diagnostic]:
    """Return what is wrong with the requests of one kind; one diagnostic a line."""
    stated_routes = read_stated_routes(page)
    found = (
        _mismatch(page, stated, stated_routes)
        for stated in stated_routes.all
        if stated.source is source
    )
    return [diagnostic for diagnostic in found if diagnostic]


def _mismatch(
    page: OperationPage, stated: StatedRoute, stated_routes: StatedRoutes
) -> Diagnostic | None:
    method, route = page.operation.method, route_path(page)
    related = (route_related(page),)
    if stated.method != method and not stated_routes.method_outvoted:
        place = stated_place(page, stated)
        message = f"The {stated.source} says `{stated.written}`, and the route is `{method}`."
        fix = replacing(place, method) if stated.written.upper() == method else ()
        return Diagnostic(place, message, related=related, fix=fix)
    if stated_routes.path_outvoted or (difference := stated.difference(route)) is None:
        return None
    if difference.of_name and any(
        name in difference.expected for name in stated_routes.unknown_names
    ):
        return None
    place = stated_place(page, stated, difference)
    fix = replacing(place, difference.expected) if _has_one_answer(difference) else ()
    return Diagnostic(place, _message(stated, difference), related=related, fix=fix)


def _has_one_answer(difference: PathDifference) -> bool:
    return difference.of_name or difference.of_case


def _message(stated: StatedRoute, difference: PathDifference) -> str:
    found, expected = difference.found, difference.expected
    if found == stated.path:
        return f"The {stated.source} asks `{found}`, and the route is `{expected}`."
    if difference.of_case:
        return f"The {stated.source} has `{found}` in other case than the route, `{expected}`."
    return f"The {stated.source} has `{found or '//'}` where the route has `{expected}`."


_SAMPLE = OperationRule(
    code="CS111",
    name="sample-route",
    severity=Severity.ERROR,
    summary="A sample request asks another method or path than the page documents.",
    cause=(
        "Readers copy the sample request. One that was copied from another page calls that page's "
        "operation, and a path with a slip in it calls nothing."
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
    check=_samples_of_other_routes,
)

_QUERY_EXAMPLE = OperationRule(
    code="CS112",
    name="query-example-route",
    severity=Severity.ERROR,
    summary="A query example has another method or path than the page documents.",
    cause=(
        "The lines under the query table show how its parameters are sent to this operation. They "
        "go stale where a route is moved and only its fence is changed."
    ),
    hint="Write the method and the route of the page, with or without values for its parameters.",
    examples=(
        Example(
            "```http\nPUT /api/v1/Depot/north/Parcel/7", "```http\nGET /api/v1/Depot/north/Parcel/7"
        ),
        Example("```http\nPUT /api/v1/Depot/north/Parcel/7", "```http\nPUT /api/v1/Depot/Parcel/7"),
        Example("```http\nPUT /api/v1/Depot/north/Parcel/7", "```http\nPUT "),
    ),
    check=_query_examples_of_other_routes,
)

RULES = (_SAMPLE, _QUERY_EXAMPLE)
