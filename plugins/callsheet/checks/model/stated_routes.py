"""Methods and routes that titles and requests on a page state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from callsheet.checks.model.cached import cached_in_owner
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.model.routes import PathDifference, compare, compare_title, names_in
from callsheet.findings import Related
from callsheet.model import Location
from callsheet.source.document import Block, BlockKind

METHODS = frozenset(
    {
        "CONNECT", "COPY", "DELETE", "GET", "HEAD", "LINK", "LOCK", "MERGE", "MKCOL", "MOVE",
        "OPTIONS", "PATCH", "POST", "PROPFIND", "PROPPATCH", "PURGE", "PUT", "QUERY", "REPORT",
        "SEARCH", "TRACE", "UNLINK", "UNLOCK",
    }
)  # fmt: skip
"""Methods of the IANA registry that an API may have, and a few widely used ones."""

_TITLE = re.compile(r"(?P<method>[A-Za-z]+)[ \t]+(?P<path>[^\s?]+)(?:\?\S*)?")
_REQUEST = re.compile(
    r"(?<![A-Za-z])(?P<method>[A-Za-z]+)[ \t]+(?P<host>https?://[^/\s?#]+)?(?P<path>/[^\s?#]*)"
)
_HEADING_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*+\{[ \t]*+[#.:][^{}]*+\}$")
_ABBREVIATIONS = {"DEL": "DELETE"}
_SLASHES = re.compile("/{2,}")


class RouteSource(StrEnum):
    """Part of a page that states a method and a path, besides the route."""

    TITLE = "title"
    HEADING = "H1"
    REQUEST = "sample request"
    QUERY_EXAMPLE = "query example"


@dataclass(frozen=True, slots=True)
class StatedRoute:
    """Method and path that a part of a page states.

    Attributes:
        source: The part.
        method: The method in full and in capitals.
        path: The path as written, without query.
        line: The line.
        column: Where the method begins, counted from 1.
        path_column: Where the path begins.
        written: The method as written.
        has_host: Whether the path follows a host, and so may begin with folders of the host.
    """

    source: RouteSource
    method: str
    path: str
    line: int
    column: int
    path_column: int
    written: str
    has_host: bool = False

    @property
    def in_title(self) -> bool:
        """Whether it is written in the short form of titles."""
        return self.source in (RouteSource.TITLE, RouteSource.HEADING)

    def difference(self, template: str) -> PathDifference | None:
        """Return the first place where the path differs from a route."""
        if self.in_title:
            return compare_title(self.path, template)
        if self.has_host:
            tail = "/".join(self.path.split("/")[-(template.count("/") or 1) :])
            if compare(f"/{tail}", template) is None:
                return None
        return compare(self.path, template)


@dataclass(frozen=True, slots=True)
class StatedRoutes:
    """All stated routes of a page, and whether they outvote its route.

    Attributes:
        all: In the order of the page.
        method_outvoted: Whether all of them agree on a method that is not the route's.
        path_outvoted: Whether all of them agree on a path that is not the route's.
        unknown_names: Names in the route that occur nowhere else on the page, while it has others
            in their place.
    """

    all: tuple[StatedRoute, ...]
    method_outvoted: bool
    path_outvoted: bool
    unknown_names: frozenset[str]


def route_path(page: OperationPage) -> str:
    """Return the route of a page without query and superfluous slashes."""
    path = page.operation.route.template.partition("?")[0]
    if "//" in path or path.endswith("/"):
        path = _SLASHES.sub("/", path).rstrip("/") or "/"
    return path


def h1_of(page: OperationPage) -> Block | None:
    """Return the first heading of level 1."""
    for block in page.document.blocks:
        if block.kind is BlockKind.HEADING and block.level == 1:
            return block
    return None


def text_of_heading(block: Block) -> str:
    """Return the text of a heading without the attributes that follow it."""
    return _HEADING_ATTRIBUTES.sub("", block.text).strip()


def title_place(page: OperationPage) -> Place:
    """Return the place of the title in the front matter."""
    line = page.document.line_of_key("title")
    title = page.operation.front_matter.get("title")
    return page.find(line, str(title).strip()) if isinstance(title, str) else page.whole_line(line)


@cached_in_owner
def read_stated_routes(page: OperationPage) -> StatedRoutes:
    """Read the methods and routes that a page states, once for all rules."""
    stated_routes = tuple(_stated_routes(page))
    route = route_path(page)
    method_outvoted = _outvoted(page.operation.method, [stated.method for stated in stated_routes])
    path_outvoted = len(stated_routes) > 1 and _agree_on_another_path(stated_routes, route)
    return StatedRoutes(
        stated_routes, method_outvoted, path_outvoted, _unknown_names(page, stated_routes, route)
    )


def stated_place(
    page: OperationPage, stated: StatedRoute, difference: PathDifference | None = None
) -> Place:
    """Return the place of a stated method, or of what differs in its path."""
    start, length = stated.column, len(stated.written)
    if difference is not None:
        start = stated.path_column + difference.start
        length = max(difference.end - difference.start, 1)
    return Place(page.path, stated.line, start, stated.line, start + length)


def route_related(page: OperationPage) -> Related:
    """Return the route as the source of an expectation."""
    operation = page.operation
    line = operation.route.span.start
    return page.related(line, f"the route `{operation.method} {operation.route.template}`")


def stated_related(page: OperationPage, stated: StatedRoute) -> Related:
    """Return a stated route as the source of an expectation."""
    return page.related(stated.line, f"the {stated.source} `{stated.written} {stated.path}`")


def _outvoted(method: str, methods: Sequence[str]) -> bool:
    return len(methods) > 1 and len(set(methods)) == 1 and methods[0] != method


def _agree_on_another_path(stated_routes: Sequence[StatedRoute], route: str) -> bool:
    differences = [stated.difference(route) for stated in stated_routes]
    if not all(found and not found.of_name for found in differences):
        return False
    full = next((stated.path for stated in stated_routes if not stated.in_title), None)
    if full is None:
        return False
    return all(stated.path == full or stated.difference(full) is None for stated in stated_routes)


def _unknown_names(
    page: OperationPage, stated_routes: Sequence[StatedRoute], route: str
) -> frozenset[str]:
    in_table = {p.name for p in page.operation.parameters_in(Location.PATH)}
    names = set(names_in(route))
    if not in_table or names <= in_table:
        return frozenset()
    elsewhere = {name for stated in stated_routes for name in names_in(stated.path)}
    if not elsewhere & (in_table - names):
        return frozenset()
    return frozenset(names - in_table - elsewhere)


def _stated_routes(page: OperationPage) -> Iterator[StatedRoute]:
    operation = page.operation
    title = operation.front_matter.get("title")
    if isinstance(title, str) and (found := _titled(page, title.strip())):
        line = page.document.line_of_key("title")
        yield _stated_route(RouteSource.TITLE, found, line, page.find(line, title.strip()).column)
    h1 = h1_of(page)
    if h1 and (found := _titled(page, text_of_heading(h1))):
        column = page.find(h1.span.start, found.string).column
        yield _stated_route(RouteSource.HEADING, found, h1.span.start, column)
    for example in operation.query_examples:
        yield from _requested(page, RouteSource.QUERY_EXAMPLE, example.span.start)
    for request in operation.example_requests:
        line = request.span.start + 1
        while not page.line(line).strip():
            line += 1
        yield from _requested(page, RouteSource.REQUEST, line)


def _titled(page: OperationPage, title: str) -> re.Match[str] | None:
    """Match a title such as `GET Person/{id}`; other titles are sentences."""
    match = _TITLE.fullmatch(title)
    if not match:
        return None
    method = match["method"]
    if method in METHODS or method in _ABBREVIATIONS:
        return match
    # A misspelt method is recognised by the path after it.
    is_route = method.isupper() and compare_title(match["path"], route_path(page)) is None
    return match if is_route else None


def _requested(page: OperationPage, source: RouteSource, line: int) -> Iterator[StatedRoute]:
    text = page.line(line)
    lead = len(text) - len(text.lstrip())
    if match := _REQUEST.match(text, lead):
        yield _stated_route(source, match, line, lead + 1, has_host=match["host"] is not None)


def _stated_route(
    source: RouteSource, match: re.Match[str], line: int, column: int, *, has_host: bool = False
) -> StatedRoute:
    written = match["method"]
    method = _ABBREVIATIONS.get(written, written)
    path_column = column + match.start("path") - match.start("method")
    return StatedRoute(source, method, match["path"], line, column, path_column, written, has_host)
