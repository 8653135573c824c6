"""Sample requests and query examples against the page's method and route."""

from __future__ import annotations

from callsheet.checks.model.cells import replacing
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.routes import Difference
from callsheet.checks.model.stated_routes import (
    Claim,
    Claims,
    Source,
    claim_place,
    read_claims,
    route_path,
    route_related,
)
from callsheet.checks.rule import Hit


def check_claims(page: OperationPage, source: Source) -> list[Hit]:
    """What is wrong with the requests of one kind; one finding a line."""
    claims = read_claims(page)
    found = (_check(page, claim, claims) for claim in claims.all if claim.source is source)
    return [hit for hit in found if hit]


def _check(page: OperationPage, claim: Claim, claims: Claims) -> Hit | None:
    method, route = page.operation.method, route_path(page)
    related = (route_related(page),)
    if claim.method != method and not claims.method_outvoted:
        place = claim_place(page, claim)
        message = f"The {claim.source} says `{claim.written}`, and the route is `{method}`."
        fix = replacing(place, method) if claim.written.upper() == method else ()
        return Hit(place, message, related=related, fix=fix)
    if claims.path_outvoted or (difference := claim.difference(route)) is None:
        return None
    if difference.of_name and any(name in difference.expected for name in claims.unknown_names):
        return None
    place = claim_place(page, claim, difference)
    fix = replacing(place, difference.expected) if _has_one_answer(difference) else ()
    return Hit(place, _message(claim, difference), related=related, fix=fix)


def _has_one_answer(difference: Difference) -> bool:
    return difference.of_name or difference.of_case


def _message(claim: Claim, difference: Difference) -> str:
    found, expected = difference.found, difference.expected
    if found == claim.path:
        return f"The {claim.source} asks `{found}`, and the route is `{expected}`."
    if difference.of_case:
        return f"The {claim.source} has `{found}` in other case than the route, `{expected}`."
    return f"The {claim.source} has `{found or '//'}` where the route has `{expected}`."
