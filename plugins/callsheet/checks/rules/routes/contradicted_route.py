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
    claims = read_stated_routes(page)
    line, operation = page.operation.route.span.start, page.operation
    related = tuple(stated_related(page, claim) for claim in _witnesses(claims.all))
    if claims.method_outvoted:
        message = (
            f"The route says `{operation.method}`, and all else on the page says"
            f" `{claims.all[0].method}`."
        )
        yield Diagnostic(page.find(line, operation.method), message, related=related)
    if claims.path_outvoted:
        yield _other_path(page, claims.all, related)


def _other_path(
    page: OperationPage, claims: tuple[StatedRoute, ...], related: tuple[Related, ...]
) -> Diagnostic:
    line, route = page.operation.route.span.start, route_path(page)
    meant = next(claim.path for claim in claims if not claim.in_title)
    difference = compare(route, meant)
    found = difference.found if difference else route
    expected = difference.expected if difference else meant
    message = f"The route has `{found}`, and all else on the page has `{expected}`."
    return Diagnostic(page.find(line, found), message, related=related)


def _witnesses(claims: tuple[StatedRoute, ...]) -> list[StatedRoute]:
    """One claim of each kind; a page may have a hundred query examples."""
    return list({claim.source: claim for claim in reversed(claims)}.values())[::-1]


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
