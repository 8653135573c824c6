"""The method and the route of an operation, and the rows of its path parameters."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from callsheet import lazy_re as re
from callsheet.checks.model.page import OperationPage, Place, gap
from callsheet.checks.model.routes import (
    METHODS,
    ends_in_slash,
    names_in,
    read_stated_routes,
    route_path,
    route_related,
)
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import replacing
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, operation_rule
from callsheet.checks.rules.specimen import specimen
from callsheet.findings import Severity
from callsheet.model import PLACEHOLDER, Location, SectionKind
from callsheet.model.contents import own_parameters
from callsheet.source.rows import plain_name
from callsheet.source.tables import Row, Table

_BRACE = re.compile(r"[{}]")
_OTHER_STYLE = re.compile(r"(?<=/)(?::[A-Za-z_]\w*|<[A-Za-z_]\w*>|\[[A-Za-z_]\w*\])(?=/|$)")


@Example("Depot/{depotId}/Parcel/{parcelId}\n", "Depot/{depotId/Parcel/{parcelId}\n")
@Example("Depot/{depotId}/Parcel/{parcelId}\n", "Depot//{depotId}/Parcel/{parcelId}\n")
@Example("Depot/{depotId}/Parcel/{parcelId}\n", "Depot/{depotId}/Parcel/:parcelId\n")
@operation_rule(
    code="CS118",
    name="route-form",
    severity=Severity.ERROR,
    summary="A route is not a path template.",
    cause=(
        "A route is made of segments and of parameters in braces, each with a name of its own "
        "(OpenAPI 3.1, Path Templating). A brace too few, an empty segment or another framework's "
        "notation matches no request."
    ),
    hint="Write each parameter as `{name}`, once, and one slash between segments.",
    subject=Subject.UNUSUAL_ROUTE,
)
def _malformed_routes(page: OperationPage) -> Iterator[Diagnostic]:
    route = page.operation.route.path
    yield from _braces(page, route)
    if "//" in route:
        at = route.index("//")
        place = _place(page, at, at + 2)
        yield Diagnostic(place, "The route has an empty segment, `//`.", fix=replacing(place, "/"))
    elif len(route) > 1 and route.endswith("/") and not ends_in_slash(page):
        place = _place(page, len(route) - 1, len(route))
        yield Diagnostic(place, f"The route `{route}` ends in a slash.", fix=replacing(place, ""))
    for match in _OTHER_STYLE.finditer(route):
        message = f"`{match.group()}` is not a path parameter; those stand in braces."
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


@Example(
    "PUT /api/v1/Depot/{depotId}/Parcel/{parcelId}\n",
    "PUT /api/v1/Depot/{depotId}/Parcel/{parcelId}?notify={notify}\n",
)
@operation_rule(
    code="CS115",
    name="route-query",
    summary="A route has a query or a fragment.",
    cause=(
        "A route is a path (OpenAPI 3.1, Path Templating). What it has after the `?` is neither "
        "documented as a parameter nor distinguished from values that every request must have."
    ),
    hint="Document the parameters in the query table, and end the route before the `?`.",
    subject=Subject.UNUSUAL_ROUTE,
)
def _routes_with_query(page: OperationPage) -> Iterator[Diagnostic]:
    route = page.operation.route
    for mark, name in (("?", "a query"), ("#", "a fragment")):
        at = route.template.find(mark)
        if at >= 0:
            text = route.template[at:]
            place = page.find(route.span.start, text)
            yield Diagnostic(place, f"The route has {name}, `{text}`.")
            return


_USUAL = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")


@Example("```http\nPUT /api/v1/Depot/{", "```http\nPTU /api/v1/Depot/{")
@operation_rule(
    code="CS116",
    name="unknown-method",
    severity=Severity.ERROR,
    summary="A route has a method that HTTP does not have.",
    cause="Servers answer a method that they do not know with 501 (RFC 9110, 9.1).",
    hint="Write a method of the IANA registry, such as `GET`, `POST`, `PUT`, `PATCH` or `DELETE`.",
    subject=Subject.UNUSUAL_ROUTE,
)
def _unknown_methods(page: OperationPage) -> Iterator[Diagnostic]:
    method = page.operation.method
    if method in METHODS:
        return
    place = page.find(page.operation.route.span.start, method)
    claimed = {stated.method for stated in read_stated_routes(page).all} & METHODS
    meant = claimed.pop() if len(claimed) == 1 else likely_meant(method, _USUAL)
    if method == "DEL":
        meant = "DELETE"
    question = f" Is `{meant}` meant?" if meant else ""
    yield Diagnostic(place, f"HTTP has no method `{method}`.{question}")


_WITHOUT_BODY = {"GET", "HEAD", "DELETE", "TRACE", "CONNECT"}


@Example(
    files={
        "Depot/v1Parcel_Read.md": specimen()
        .replace("PUT /", "GET /")
        .replace("v1Parcel_Change", "v1Parcel_Read")
    }
)
@operation_rule(
    code="CS117",
    name="method-body",
    summary="A request body is documented for a method that has none.",
    cause=(
        "The content of a GET, HEAD or DELETE request has no meaning that servers and proxies "
        "agree on, and some of them refuse the request (RFC 9110, 9.3)."
    ),
    hint="Write the method that takes the body, such as POST, or take the section out.",
    superseded_by=("contradicted-route",),
    applies_to_imports=False,
    subject=Subject.REQUEST_BODIES,
)
def _bodies_of_bodiless_methods(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    if operation.method not in _WITHOUT_BODY or operation.request_body is None:
        return
    message = f"`{operation.method}` has no request body, and one is documented."
    body, route = operation.request_body.span.start, operation.route.span.start
    if operation.request_media_types or any(r.body.strip() for r in operation.example_requests):
        # All the page is about a body, so it is the method that is wrong.
        place = page.find(route, operation.method)
        yield Diagnostic(place, message, related=(page.related(body, "the request body"),))
    else:
        related = page.related(route, f"the method `{operation.method}`")
        yield Diagnostic(page.whole_line(body), message, related=(related,))


_MARKS = str.maketrans("", "", "_-")


@dataclass(frozen=True, slots=True)
class _Named:
    """Row of the path table."""

    name: str
    row: Row


@Example("| depotId | string |", "| depotID | string |")
@Example("| parcelId | int32 | The parcel. **Required** |\n", "")
@Example("| parcelId | int32 |", "| number | int32 |")
@operation_rule(
    code="CS110",
    name="path-parameter",
    severity=Severity.ERROR,
    summary="The route and the path table do not have the same parameters.",
    cause=(
        "Each parameter in the braces of the route has a row in the path table, spelt alike: a "
        "program is written with the names of the table and fills them into the route."
    ),
    hint="Write one name in both, or add the row that is missing.",
    superseded_by=("broken-table", "misspelt-column", "empty-row", "route-query"),
    subject=Subject.PATHS,
)
def _mismatched_path_parameters(page: OperationPage) -> Iterator[Diagnostic]:
    template = page.operation.route.template
    tables = [t for t in page.tables(SectionKind.PATH) if t.columns[0] == "path part"]
    in_path = {p.span.start for p in page.operation.parameters_in(Location.PATH)}
    # A table of all parameters states the location of each.
    mixed = page.tables(SectionKind.PARAMETERS, SectionKind.QUERY, SectionKind.HEADERS)
    tables += [t for t in mixed if any(row.span.start in in_path for row in t.rows)]
    if "{" not in template and not tables:
        return
    route = route_path(page)
    in_route = dict.fromkeys(names_in(route))
    # A row within an object is not a parameter of its own.
    within = in_path - {row.span.start for row, _ in own_parameters(page.operation, Location.PATH)}
    rows = [
        _Named(plain_name(row.cell(0)).strip("{} "), row)
        for table in tables
        for row in table.rows
        if (row.span.start in in_path or table.columns[0] == "path part")
        and row.span.start not in within
    ]
    in_rows = {row.name for row in rows}
    missing = [name for name in in_route if name not in in_rows]
    extra = [row for row in rows if row.name and row.name not in in_route]
    if (not missing and not extra) or read_stated_routes(page).path_outvoted:
        return
    if missing and not tables:
        yield _no_table(page, missing)
        return
    yield from _mismatches(page, tables, missing, extra, in_route)


def _mismatches(
    page: OperationPage,
    tables: list[Table],
    missing: list[str],
    extra: list[_Named],
    in_route: Collection[str],
) -> Iterator[Diagnostic]:
    """Report names that are meant to be equal, then names without a counterpart."""
    candidates = _Candidates(missing)
    left = []
    for row in extra:
        if meant := candidates.take(row.name):
            yield _renamed(page, meant, row)
        else:
            left.append(row)
    missing, extra = [*candidates.names], left
    if len(missing) == len(extra) == 1:
        yield _renamed(page, missing[0], extra[0])
        return
    for name in missing:
        message = f"The path table has no row for the route's `{{{name}}}`."
        place = page.whole_line(tables[-1].span.end)
        yield Diagnostic(place, message, related=(route_related(page),))
    for row in extra:
        message = f"`{row.name}` is not a parameter of the route."
        hint = (
            "" if in_route else "The route has no parameters: take the row out, or name it there."
        )
        yield Diagnostic(_cell(page, row), message, hint, related=(route_related(page),))


class _Candidates:
    """Names of the route that rows may mean, each for one row only."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = dict.fromkeys(names)
        self._by_plain: dict[str, deque[str]] = {}
        for name in self.names:
            self._by_plain.setdefault(_plain(name), deque()).append(name)

    def take(self, name: str) -> str | None:
        """Return the name that is likely meant, and exclude it for other rows."""
        same = self._by_plain.get(_plain(name))
        meant = same[0] if same else likely_meant(name, self.names)
        if meant is not None:
            del self.names[meant]
            self._by_plain[_plain(meant)].remove(meant)
        return meant


def _plain(name: str) -> str:
    return name.translate(_MARKS).casefold()


def _renamed(page: OperationPage, name: str, row: _Named) -> Diagnostic:
    """Report a misspelt parameter in the route, if all else on the page has the table's name."""
    if name in read_stated_routes(page).unknown_names:
        place = _in_route(page, name)
        line = row.row.span.start
        message = f"The route has `{{{name}}}`, and the path table `{row.name}`, as has the rest."
        related = page.related(line, f"the row of `{row.name}`")
        return Diagnostic(
            place, message, related=(related,), fix=replacing(place, f"{{{row.name}}}")
        )
    place = _cell(page, row)
    message = f"The path table has `{row.name}` where the route has `{{{name}}}`."
    text = page.line(place.line)[place.column - 1 : place.end_column - 1]
    exact = text.strip("`{} ") == row.name and place.line == place.end_line
    fix = replacing(place, text.replace(row.name, name)) if exact else ()
    return Diagnostic(place, message, related=(route_related(page),), fix=fix)


def _no_table(page: OperationPage, missing: list[str]) -> Diagnostic:
    names = ", ".join(f"`{name}`" for name in missing)
    what = "parameter" if len(missing) == 1 else "parameters"
    message = f"The route has the path {what} {names}, and the page has no path table."
    return Diagnostic(gap(page, SectionKind.PATH), message, related=(route_related(page),))


def _in_route(page: OperationPage, name: str) -> Place:
    line = page.operation.route.span.start
    text = page.line(line)
    exact = f"{{{name}}}"
    return page.find(line, exact if exact in text else name)


def _cell(page: OperationPage, row: _Named) -> Place:
    return page.cell(row.row, 0)
