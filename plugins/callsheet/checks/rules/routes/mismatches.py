"""Requests, titles and links with another method or route than that of their page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from callsheet import lazy_re as re
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.model.routes import (
    METHODS,
    PathDifference,
    RouteSource,
    StatedRoute,
    StatedRoutes,
    compare,
    compare_title,
    read_stated_routes,
    route_path,
    route_related,
    stated_place,
    stated_related,
)
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import replacing
from callsheet.checks.model.tree import Tree
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, operation_rule, tree_rule
from callsheet.findings import Related, Severity
from callsheet.memo import cached_by_identity
from callsheet.model import ExampleRequest, LinkKind, Operation, Page
from callsheet.paths import folder_of, join
from callsheet.source import Reading
from callsheet.source.carriers.routes.templates import MAX_PREFIX, TemplateIndex
from callsheet.source.links import read_xref

# A possible method directly followed by a query, without a path.
_WITHOUT_PATH = re.compile(r"(?P<method>[A-Za-z]+)[ \t]*(?P<query>\?\S*)")


@Example(
    "```http!\nPUT /api/v1/Depot/north/Parcel/7",
    "```http!\nPOST /api/v1/Depot/north/Parcel/7",
)
@Example(
    "```http!\nPUT /api/v1/Depot/north/Parcel/7",
    "```http!\nPUT /api/v1/Depot/north/Parcels/7",
)
@operation_rule(
    code="CS111",
    name="sample-route",
    in_any_layout=True,
    severity=Severity.ERROR,
    summary="A sample request asks another method or path than the page documents.",
    cause=(
        "Readers copy the sample request. One that was copied from another page calls that page's "
        "operation, and a path with a slip in it calls nothing."
    ),
    hint="Write the method and the route of the page, with or without values for its parameters.",
    subject=Subject.OTHER_ROUTES,
    superseded_by=("route-query",),
)
def _samples_of_other_routes(page: OperationPage) -> list[Diagnostic]:
    if not page.is_in_own_layout:
        return list(_slips_in_routes(page))
    return _requests_of_other_routes(page, RouteSource.REQUEST)


@cached_by_identity(1)
def _indexes(reading: Reading) -> Mapping[str, TemplateIndex]:
    """Return the routes of a page by their methods, once for all of its operations."""
    found: defaultdict[str, TemplateIndex] = defaultdict(TemplateIndex)
    for each in reading.operations:
        found[each.method].add(each.route.path)
        for alias in each.aliases:
            found[alias.method].add(alias.route.path)
    return found


def _slips_in_routes(page: OperationPage) -> Iterator[Diagnostic]:
    """Report examples in another layout with another method, or a slip in a word of the path.

    There, an example of another operation may stand beside this one.
    """
    own, indexes = page.operation, _indexes(page.reading)
    for request in own.example_requests:
        path = request.target.partition("?")[0]
        ends = [method for method, index in indexes.items() if index.fits(path, MAX_PREFIX)]
        if request.method in ends:
            continue
        related = (route_related(page),)
        if own.method in ends and len(own.example_requests) == 1:
            wrong = request.method
            message = f"The sample request says `{wrong}`, and the route is `{own.method}`."
            yield Diagnostic(_place(page, request, wrong), message, related=related)
        elif not ends and (slip := _slip(path, own.route.path)):
            message = f"The sample request has `{slip[0]}` where the route has `{slip[1]}`."
            yield Diagnostic(_place(page, request, slip[0]), message, related=related)


def _place(page: OperationPage, request: ExampleRequest, text: str) -> Place:
    """Return the place of a word in the lines of a request, else its first line."""
    lines = range(request.span.start, request.span.end + 1)
    has_word = re.compile(rf"(?<![\w-]){re.escape(text)}(?![\w-])")
    found = next((n for n in lines if has_word.search(page.line(n))), request.span.start)
    return page.find(found, text)


def _slip(path: str, template: str) -> tuple[str, str] | None:
    """Return the one word of a path that is misspelt, and what the route has in its place."""
    wanted = template.strip("/").split("/")
    given = path.strip("/").split("/")[-len(wanted) :]
    if len(given) != len(wanted):
        return None
    wrong = [
        (one, other)
        for one, other in zip(given, wanted, strict=True)
        if one != other and "{" not in other
    ]
    return wrong[0] if len(wrong) == 1 and likely_meant(wrong[0][0], [wrong[0][1]]) else None


@Example("```http\nPUT /api/v1/Depot/north/Parcel/7", "```http\nGET /api/v1/Depot/north/Parcel/7")
@Example("```http\nPUT /api/v1/Depot/north/Parcel/7", "```http\nPUT /api/v1/Depot/Parcel/7")
@Example("```http\nPUT /api/v1/Depot/north/Parcel/7", "```http\nPUT ")
@operation_rule(
    code="CS112",
    name="query-example-route",
    severity=Severity.ERROR,
    summary="A query example has another method or path than the page documents.",
    cause=(
        "The lines under the query table show how its parameters are sent to this operation. They "
        "go stale where a route is moved and only its fence is changed."
    ),
    hint="Write the method and the route of the page, with or without values for its parameters.",
    subject=Subject.OTHER_ROUTES,
    superseded_by=("route-query",),
)
def _query_examples_of_other_routes(page: OperationPage) -> list[Diagnostic]:
    return [*_requests_of_other_routes(page, RouteSource.QUERY_EXAMPLE), *_without_path(page)]


def _without_path(page: OperationPage) -> Iterator[Diagnostic]:
    for example in page.operation.query_examples:
        if match := _WITHOUT_PATH.match(example.markdown.strip()):
            place = page.find(example.span.start, match["query"])
            message = f"The query example has no path before `{match['query']}`."
            yield Diagnostic(place, message, related=(route_related(page),))


def _requests_of_other_routes(page: OperationPage, source: RouteSource) -> list[Diagnostic]:
    """Return the faults of the requests of one kind, one diagnostic a line."""
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
    fix = replacing(place, difference.expected) if difference.of_name or difference.of_case else ()
    return Diagnostic(place, _message(stated, difference), related=related, fix=fix)


def _message(stated: StatedRoute, difference: PathDifference) -> str:
    found, expected = difference.found, difference.expected
    if found == stated.path:
        return f"The {stated.source} asks `{found}`, and the route is `{expected}`."
    if difference.of_case:
        return f"The {stated.source} has `{found}` in other case than the route, `{expected}`."
    return f"The {stated.source} has `{found or '//'}` where the route has `{expected}`."


@Example("```http\nPUT /api/v1/Depot/{", "```http\nPOST /api/v1/Depot/{")
@Example("```http\nPUT /api/v1/Depot/{", "```http\nPUT /api/v1/Depto/{")
@operation_rule(
    code="CS119",
    name="contradicted-route",
    severity=Severity.ERROR,
    summary="The route's method or path is not that of title, H1 and sample requests.",
    cause=(
        "Where title, H1, query examples and sample requests agree with each other and not with "
        "the route, the slip is in the route, from which programs and servers are made."
    ),
    hint="Correct the route, or else the title, the H1 and the sample requests.",
    superseded_by=("unknown-method", "route-form"),
    subject=Subject.OTHER_ROUTES,
)
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


@Example(
    "```http!\nPUT /api/v1/Depot/north/Parcel/7",
    "```http!\nPUT /api/v1/Depot/{depotId}/Parcel/{parcelId}",
)
@operation_rule(
    code="CS114",
    name="templated-request",
    severity=Severity.NOTE,
    summary="A sample request has placeholders in its path.",
    cause=(
        "`GET /api/v1/Person/{id}` cannot be sent as it is: whoever copies it has to find out what "
        "a value looks like. Programs that are made of the page put one in."
    ),
    hint="Write a value in place of each placeholder.",
    superseded_on_line_by=("sample-route",),
    subject=Subject.OTHER_ROUTES,
)
def _templated_requests(page: OperationPage) -> Iterator[Diagnostic]:
    for stated in read_stated_routes(page).all:
        if stated.source is not RouteSource.REQUEST or "{" not in stated.path:
            continue
        start = stated.path_column + stated.path.index("{")
        end = stated.path_column + stated.path.rindex("}") + 1 if "}" in stated.path else start + 1
        place = Place(page.path, stated.line, start, stated.line, max(end, start + 1))
        yield Diagnostic(place, "The sample request has placeholders instead of values.")


_LINK = re.compile(
    r"\[(?P<method>[A-Z]{3,9})[ \t]+(?P<path>[^\s\[\]]+)\]\([ \t]*<?(?P<target>[^()\s<>]+)"
)
_ABBREVIATIONS = {"DEL": "DELETE"}


def _links_to_operation(
    page: Page, by_uid: Mapping[str, Operation], by_path: Mapping[str, Operation]
) -> bool:
    folder = folder_of(page.path)
    for link in page.links:
        if link.kind is LinkKind.XREF and link.target in by_uid:
            return True
        if link.kind is LinkKind.FILE and join(folder, link.target) in by_path:
            return True
    return False


def _in_line(
    page: Page,
    number: int,
    line: str,
    by_uid: Mapping[str, Operation],
    by_path: Mapping[str, Operation],
) -> Iterator[Diagnostic]:
    for match in _LINK.finditer(line):
        method = _ABBREVIATIONS.get(match["method"], match["method"])
        target = match["target"]
        if method not in METHODS:
            continue
        if target.startswith("xref:"):
            operation = by_uid.get(read_xref(target.removeprefix("xref:"))[0])
        else:
            operation = by_path.get(join(folder_of(page.path), target.partition("#")[0]))
        if operation and (group := _wrong_part(match, method, operation)):
            place = Place(page.path, number, match.start(group) + 1, number, match.end(group) + 1)
            yield _diagnostic(place, match[group], operation)


def _wrong_part(match: re.Match[str], method: str, operation: Operation) -> str | None:
    if f"{match['method']} {match['path']}" == operation.title.strip():
        # If the page's own title contradicts its route, another rule reports that.
        return None
    if method != operation.method:
        return "method"
    if not {"/", "{"} & {*match["path"]} and "/" in operation.route.template.strip("/"):
        # A word, such as `GET endpoint`.
        return None
    path, route = (text.partition("?")[0] for text in (match["path"], operation.route.template))
    difference = compare_title(path, route, any_prefix=True)
    return "path" if difference and not difference.of_name else None


def _diagnostic(place: Place, found: str, operation: Operation) -> Diagnostic:
    route = f"{operation.method} {operation.route.template}"
    message = f"The link says `{found}`, and leads to `{route}`."
    related = Related(operation.path, operation.route.span.start, f"the route `{route}`")
    return Diagnostic(place, message, related=(related,))


_ROUTE = "Depot/{depotId}/Parcel/{parcelId}"


@Example(files={"index.md": f"# Parcels\n\n* [DEL {_ROUTE}](Depot/v1Parcel_Change.md)\n"})
@Example(files={"index.md": "# Parcels\n\n* [PUT Depot/{depotId}](xref:v1Parcel_Change)\n"})
@tree_rule(
    code="CS113",
    name="link-route",
    summary="The text of a link is another method or route than that of its target.",
    cause=(
        "Lists of operations say the method and the route of each. Where one is changed, or a line "
        "is copied, the reader comes to another operation than the one chosen."
    ),
    hint="Write the method and the route of the page that the link leads to, or fix its target.",
    subject=Subject.LINKS,
)
def _links_to_other_routes(tree: Tree) -> Iterator[Diagnostic]:
    operations = tree.catalog.by_uid, tree.catalog.by_path
    for page in tree.catalog.pages:
        if _links_to_operation(page, *operations):
            for number, line in enumerate(tree.lines(page.path), 1):
                if "](" in line:
                    yield from _in_line(page, number, line, *operations)
