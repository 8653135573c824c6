"""A route that all the rest of the page contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.routes import compare
from callsheet.checks.model.stated_routes import (
    StatedRoute,
    read_stated_routes,
    route_path,
    stated_related,
)
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Related, Severity


def _contradicted_route(page: OperationPage) -> Iterator[Diagnostic]:
    stated_routes = read_stated_routes(page)
    line, operation = page.operation.route.span.start, page.operation
    related = tuple(stated_related(page, stated) for stated in _witnesses(stated_routes.all))
    if stated_routes.method_outvoted:
        message = (
            f"The route says `{operation.method}`, and all else on the page says"
            f" `{stated_routes.all[0].method}`."
        )
        yield Diagnostic(page.find(line, operation.method), message, related=related)
    if stated_routes.path_outvoted:
        yield _other_path(page, stated_routes.all, related)


def _other_path(
    page: OperationPage, stated_routes: tuple[StatedRoute, ...], related: tuple[Related, ...]
) -> Diagnostic:
    line, route = page.operation.route.span.start, route_path(page)
    meant = next(stated.path for stated in stated_routes if not stated.in_title)
    difference = compare(route, meant)
    found = difference.found if difference else route
    expected = difference.expected if difference else meant
    message = f"The route has `{found}`, and all else on the page has `{expected}`."
    return Diagnostic(page.find(line, found), message, related=related)


def _witnesses(stated_routes: tuple[StatedRoute, ...]) -> list[StatedRoute]:
    """Return one stated route of each kind; a page may have a hundred query examples."""
    return list({stated.source: stated for stated in reversed(stated_routes)}.values())[::-1]


RULE = OperationRule(
    code="CS119",
    name="contradicted-route",
    severity=Severity.ERROR,
    summary="The route's method or path is not that of title, H1 and sample requests.",
    cause=(
        "Where title, H1, query examples and sample requests agree with each other and not with "
        "the route, the slip is in the route, from which programs and servers are made."
    ),
    hint="Correct the route, or else the title, the H1 and the sample requests.",
    examples=(
        Example("```http\nPUT /api/v1/Depot/{", "```http\nPOST /api/v1/Depot/{"),
        Example("```http\nPUT /api/v1/Depot/{", "```http\nPUT /api/v1/Depto/{"),
    ),
    superseded_by=("unknown-method", "route-form"),
    check=_contradicted_route,
)
