"""Parameters of the route compared with the rows of the path table."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from callsheet.checks.model.cells import replacing
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.model.routes import names_in
from callsheet.checks.model.section_order import gap
from callsheet.checks.model.stated_routes import read_stated_routes, route_path, route_related
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import Location, SectionKind
from callsheet.model.contents import own_parameters
from callsheet.source.rows import plain_name
from callsheet.source.tables import Row, Table

_MARKS = str.maketrans("", "", "_-")


@dataclass(frozen=True, slots=True)
class _Named:
    """Row of the path table."""

    name: str
    row: Row


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
    # A row within an object is no parameter of its own.
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
        message = f"`{row.name}` is no parameter of the route."
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


RULE = OperationRule(
    code="CS110",
    name="path-parameter",
    severity=Severity.ERROR,
    summary="The route and the path table do not have the same parameters.",
    cause=(
        "Each parameter in the braces of the route has a row in the path table, spelt alike: a "
        "program is written with the names of the table and fills them into the route."
    ),
    hint="Write one name in both, or add the row that is missing.",
    examples=(
        Example("| depotId | string |", "| depotID | string |"),
        Example("| parcelId | int32 | The parcel. **Required** |\n", ""),
        Example("| parcelId | int32 |", "| number | int32 |"),
    ),
    superseded_by=("broken-table", "misspelt-column", "empty-row"),
    check=_mismatched_path_parameters,
)
