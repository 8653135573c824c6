"""A route that is no path template."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.cells import replacing
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.model.routes import names_in
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import PLACEHOLDER

_BRACE = re.compile(r"[{}]")
_OTHER_STYLE = re.compile(r"(?<=/)(?::[A-Za-z_]\w*|<[A-Za-z_]\w*>|\[[A-Za-z_]\w*\])(?=/|$)")


def _malformed_routes(page: OperationPage) -> Iterator[Diagnostic]:
    route = page.operation.route.template.partition("?")[0]
    yield from _braces(page, route)
    if "//" in route:
        at = route.index("//")
        place = _place(page, at, at + 2)
        yield Diagnostic(place, "The route has an empty segment, `//`.", fix=replacing(place, "/"))
    elif len(route) > 1 and route.endswith("/"):
        place = _place(page, len(route) - 1, len(route))
        yield Diagnostic(place, f"The route `{route}` ends in a slash.", fix=replacing(place, ""))
    for match in _OTHER_STYLE.finditer(route):
        message = f"`{match.group()}` is no path parameter; those stand in braces."
        yield Diagnostic(_place(page, *match.span()), message)
    yield from _repeated(page, route)


def _braces(page: OperationPage, route: str) -> Iterator[Diagnostic]:
    rest = PLACEHOLDER.sub(lambda match: " " * len(match.group()), route)
    if match := _BRACE.search(rest):
        brace = match.group()
        start = route.rfind("/", 0, match.start()) + 1
        end = route.find("/", match.start())
        segment = _place(page, start, end if end >= 0 else len(route))
        text = route[start : end if end >= 0 else len(route)]
        yield Diagnostic(
            segment, f"`{text}` in the route has a `{brace}` without its partner or a name."
        )


def _repeated(page: OperationPage, route: str) -> Iterator[Diagnostic]:
    names = names_in(route)
    if len(set(names)) == len(names):
        return
    name = next(name for name in names if names.count(name) > 1)
    text = f"{{{name}}}"
    at = route.rfind(text)
    if at >= 0:
        yield Diagnostic(_place(page, at, at + len(text)), f"The route has `{text}` twice.")


def _place(page: OperationPage, start: int, end: int) -> Place:
    line = page.operation.route.span.start
    column = page.find(line, page.operation.route.template).column
    return Place(page.path, line, column + start, line, column + end)


RULE = OperationRule(
    code="CS118",
    name="route-form",
    severity=Severity.ERROR,
    summary="A route is no path template.",
    cause=(
        "A route is made of segments and of parameters in braces, each with a name of its own "
        "(OpenAPI 3.1, Path Templating). A brace too few, an empty segment or another framework's "
        "notation matches no request."
    ),
    hint="Write each parameter as `{name}`, once, and one slash between segments.",
    examples=(
        Example("Depot/{depotId}/Parcel/{parcelId}\n", "Depot/{depotId/Parcel/{parcelId}\n"),
        Example("Depot/{depotId}/Parcel/{parcelId}\n", "Depot//{depotId}/Parcel/{parcelId}\n"),
        Example("Depot/{depotId}/Parcel/{parcelId}\n", "Depot/{depotId}/Parcel/:parcelId\n"),
    ),
    check=_malformed_routes,
)
