"""Methods and routes that a page states, compared with its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from callsheet import lazy_re as re
from callsheet.checks.model.page import OperationPage, Place, cached_in_owner
from callsheet.findings import Related
from callsheet.model import PLACEHOLDER, Location, values_pattern
from callsheet.source.document import Block, BlockKind

_API_PREFIX = re.compile(r"api|rest|web-?api|services?|v\d+(?:[._-]\d+)*", re.IGNORECASE)
_CONSTRAINT = re.compile(r"[:=]")


@dataclass(frozen=True, slots=True)
class PathDifference:
    """First difference between a path and the route.

    Attributes:
        start: Where the offending text begins in the path, counted from 0.
        end: Where it ends.
        found: The offending text.
        expected: The text of the route there; may be empty.
        of_name: Whether only the name of a path parameter differs.
    """

    start: int
    end: int
    found: str
    expected: str
    of_name: bool = False

    @property
    def of_case(self) -> bool:
        """Whether only upper and lower case differ."""
        return self.found != self.expected and self.found.lower() == self.expected.lower()


def name_of(placeholder: str) -> str:
    """Return the name in a placeholder such as `id:int`, `id?` or `*id`."""
    name, *constraint = _CONSTRAINT.split(placeholder.strip().lstrip("*"), maxsplit=1)
    return (name if constraint else name.rstrip("?*")).strip()


def names_in(path: str) -> tuple[str, ...]:
    """Return the names of the placeholders of a path, in order."""
    return tuple(name_of(name) for name in PLACEHOLDER.findall(path))


_VERBS = """
    add create delete fetch find get list make patch post put read remove retrieve save search send
    set update write
"""
_WORD = re.compile(r"[A-Z]?[a-z]+")


def verb_in(path: str) -> str:
    """Return the first segment of a path that begins with a verb; empty for none."""
    for segment in path.partition("?")[0].split("/"):
        word = None if "{" in segment else _WORD.search(segment)
        if word and word[0].lower() in _VERBS.split():
            return segment
    return ""


def compare(path: str, template: str) -> PathDifference | None:
    """Return the first place where a path differs from the route.

    Args:
        path: A path, with values or placeholders, without query.
        template: The route, without query.
    """
    if path == template:
        return None
    written, expected = path.split("/"), template.split("/")
    if len(written) != len(expected):
        return _other_length(path, template)
    start = 0
    for segment, wanted in zip(written, expected, strict=True):
        if segment != wanted and (difference := _compare_segment(segment, wanted, start)):
            return difference
        start += len(segment) + 1
    return None


def compare_title(path: str, template: str, *, any_prefix: bool = False) -> PathDifference | None:
    """Return the first place where the path in a title differs from the route's end.

    A title omits the common beginning of routes, such as `/api/v1`, and may say `{id}` for a longer
    name that ends in it, such as `{personId}`.

    Args:
        path: The title's text after the method.
        template: The route, without query.
        any_prefix: Whether the title may omit any first segments.
    """
    written = path.strip("/").split("/")
    expected = template.strip("/").split("/")
    left_out = expected[: max(0, len(expected) - len(written))]
    if not any_prefix and not all(_API_PREFIX.fullmatch(segment) for segment in left_out):
        return _other_length(path, template)
    wanted = expected[len(left_out) :]
    if len(wanted) != len(written):
        return _other_length(path, template)
    start = len(path) - len(path.lstrip("/"))
    for segment, want in zip(written, wanted, strict=True):
        difference = None if segment == want else _compare_segment(segment, want, start)
        if "{" in want and "{" not in segment:  # A title has no values.
            difference = PathDifference(start, start + len(segment), segment, want)
        if difference and not (difference.of_name and _is_short_name(segment, want)):
            return difference
        start += len(segment) + 1
    return None


def _is_short_name(segment: str, wanted: str) -> bool:
    short, long = names_in(segment), names_in(wanted)
    return (
        len(short) == len(long) == 1 and short[0].lower() == "id" and long[0].lower().endswith("id")
    )


def _compare_segment(segment: str, wanted: str, start: int) -> PathDifference | None:
    end = start + len(segment)
    if "{" not in wanted:
        return PathDifference(start, end, segment, wanted)
    if "{" not in segment:
        return (
            None
            if _values(wanted).fullmatch(segment)
            else PathDifference(start, end, segment, wanted)
        )
    if "{" in segment and names_in(segment) == names_in(wanted) and "{{" not in segment:
        return None
    of_name = PLACEHOLDER.sub("{}", segment) == PLACEHOLDER.sub("{}", wanted)
    return PathDifference(start, end, segment, wanted, of_name)


@lru_cache(maxsize=4096)
def _values(segment: str) -> re.Pattern[str]:
    """Compile the pattern of the values of a segment with placeholders."""
    return re.compile(values_pattern(segment, "[^/{}]"))


def _other_length(path: str, template: str) -> PathDifference:
    return PathDifference(0, len(path), path, template)


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
    path = page.operation.route.path
    if "//" in path or path.endswith("/"):
        path = _SLASHES.sub("/", path)
        path = path if ends_in_slash(page) else path.rstrip("/") or "/"
    return path


def ends_in_slash(page: OperationPage) -> bool:
    """Tell whether a page means the slash at the end of its route: its requests have it, too."""
    paths = [
        request.target.partition("?")[0]
        for request in page.operation.example_requests
        if request.method == page.operation.method
    ]
    return bool(paths) and all(path.endswith("/") for path in paths)


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
    # Titles leave out the beginning of a path, so that titles alone cannot say what the whole route
    # should be.
    full = next((stated.path for stated in stated_routes if not stated.in_title), None)
    if full is None:
        return False
    return all(stated.path == full or stated.difference(full) is None for stated in stated_routes)


def _unknown_names(
    page: OperationPage, stated_routes: Sequence[StatedRoute], route: str
) -> frozenset[str]:
    # A name is only taken for wrong where the page has another one in its place. A route whose
    # parameters nobody documents has unknown names, too, but nothing to correct them by.
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
    # What the server sends has a name in its title, as only its receiver knows the route.
    title = None if operation.outgoing else operation.front_matter.get("title")
    if isinstance(title, str) and (found := _titled(page, title.strip())):
        line = page.document.line_of_key("title")
        yield _stated_route(RouteSource.TITLE, found, line, page.find(line, title.strip()).column)
    h1 = None if operation.outgoing else h1_of(page)
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
