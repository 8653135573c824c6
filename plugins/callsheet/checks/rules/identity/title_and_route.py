"""A title or H1 such as `GET Person/{id}` that is not the page's method and route."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.routes import PathDifference, compare_title
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

_BOTH = 2


def _titles_of_other_routes(page: OperationPage) -> Iterator[Diagnostic]:
    stated_routes = read_stated_routes(page)
    titles = [stated for stated in stated_routes.all if stated.in_title]
    wrong = [
        diagnostic
        for stated in titles
        if (diagnostic := _diagnostic(page, stated, stated_routes, titles))
    ]
    if len(wrong) == _BOTH and titles[0].path == titles[1].path:
        first, second = wrong
        related = page.related(second.place.line, f"the {RouteSource.HEADING}, which says the same")
        yield Diagnostic(first.place, first.message, first.hint, (*first.related, related))
    else:
        yield from wrong


def _diagnostic(
    page: OperationPage, stated: StatedRoute, stated_routes: StatedRoutes, titles: list[StatedRoute]
) -> Diagnostic | None:
    method, route = page.operation.method, route_path(page)
    related = (route_related(page),)
    if stated.method != method and not stated_routes.method_outvoted:
        message = f"The {stated.source} says `{stated.written}`, and the route is `{method}`."
        return Diagnostic(stated_place(page, stated), message, related=related)
    difference = stated.difference(route)
    if difference is None or stated_routes.path_outvoted:
        return None
    if difference.of_name and any(
        name in difference.expected for name in stated_routes.unknown_names
    ):
        return None
    if _leaves_out_folders(titles, route):
        return None
    found, expected = difference.found, difference.expected
    message = f"The {stated.source} says `{found}`, and the route has `{expected}`."
    if _is_whole(difference, stated):
        message = f"The {stated.source} says `{found}`, and the route is `{route}`."
    return Diagnostic(stated_place(page, stated, difference), message, related=related)


def _leaves_out_folders(titles: list[StatedRoute], route: str) -> bool:
    """Tell whether title and H1 shorten the route in the same unknown way."""
    return all(compare_title(other.path, route, any_prefix=True) is None for other in titles) and (
        len(titles) == _BOTH and titles[0].path == titles[1].path
    )


def _is_whole(difference: PathDifference, stated: StatedRoute) -> bool:
    return difference.found == stated.path


RULE = OperationRule(
    code="CS105",
    name="title-and-route",
    severity=Severity.WARNING,
    summary="A title or H1 that is a method and a route is another one than the page's.",
    cause=(
        "Readers choose a page by its title, and the title is not changed when a page is copied or "
        "a route is moved. `DEL` stands for `DELETE`, what all routes begin with may be left out, "
        "and `{id}` stands for a parameter whose name ends in it."
    ),
    hint="Write the method and the route of the page.",
    examples=(
        Example("title: Change a parcel\n", "title: POST Depot/{depotId}/Parcel/{parcelId}\n"),
        Example("# Change a parcel\n", "# PUT Depot/{depotId}/Parcels/{parcelId}\n"),
    ),
    superseded_by=("duplicate-key",),
    superseded_at_source_by=("route-form",),
    check=_titles_of_other_routes,
)
