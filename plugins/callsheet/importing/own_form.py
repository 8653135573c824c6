"""Changes that make an operation fit the page format: one route, named and typed."""

from collections.abc import Iterator
from dataclasses import replace

from callsheet import lazy_re as re
from callsheet.model import (
    PLACEHOLDER,
    Alias,
    ExampleRequest,
    Location,
    Operation,
    Parameter,
    Route,
    Span,
    Text,
)
from callsheet.schema.words.facets import Facet
from callsheet.source.carriers.routes.templates import prefix_before, query_names
from callsheet.source.rows import read_type

_NOWHERE = Span(1, 1)
_MEDIA_TYPE = re.compile(
    r"(?<![`\w/.])(?:application|text|image|audio|video|multipart)/[\w.+*-]*\w"
)


def with_one_route(operation: Operation) -> tuple[Operation, tuple[ExampleRequest, ...]]:
    """Return an operation with the route of its example requests, and the requests to other routes.

    Where no example request is for the first route of the page, that becomes a further one.
    """
    routes = (Alias(operation.method, operation.route), *operation.aliases)
    alike = (each for each in routes if each.method == operation.method)
    asked = (each for each in alike if any(_asks(r, each) for r in operation.example_requests))
    main = next(asked, None)
    if main is None:
        return _with_names(operation), ()
    pairs = [(request, _asks(request, main)) for request in operation.example_requests]
    operation = replace(
        operation,
        method=main.method,
        route=main.route,
        aliases=tuple(each for each in routes if each is not main),
        example_requests=tuple(request for request, is_own in pairs if is_own),
    )
    return _with_names(operation), tuple(request for request, is_own in pairs if not is_own)


def _asks(request: ExampleRequest, route: Alias) -> bool:
    path = request.target.partition("?")[0]
    return request.method == route.method and prefix_before(route.route.template, path) == ""


def _with_names(operation: Operation) -> Operation:
    """Give each parameter of the route a name of its own, and examples the same ones."""
    known: set[str] = set()

    def named(match: re.Match[str]) -> str:
        name = match[1]
        count = 2
        while name in known:
            name, count = f"{match[1]}{count}", count + 1
        known.add(name)
        return f"{{{name}}}"

    template = PLACEHOLDER.sub(named, operation.route.template)
    requests = tuple(_with_placeholders(each, template) for each in operation.example_requests)
    route = Route(template, operation.route.span)
    return replace(operation, route=route, example_requests=requests)


def _with_placeholders(request: ExampleRequest, template: str) -> ExampleRequest:
    """Return a request whose placeholders have the names that the route has for them."""
    path, question, query = request.target.partition("?")
    asked, wanted = path.split("/"), template.split("/")
    if len(asked) != len(wanted):
        return request
    both = [
        there if PLACEHOLDER.fullmatch(here) and PLACEHOLDER.fullmatch(there) else here
        for here, there in zip(asked, wanted, strict=True)
    ]
    return replace(request, target=f"{'/'.join(both)}{question}{query}")


def rows_of_queries(operation: Operation) -> Iterator[Parameter]:
    """Yield rows for what only the examples send in the query."""
    known = {row.name for row in operation.parameters_in(Location.QUERY)}
    for request in operation.example_requests:
        for name in query_names(request.target.partition("?")[2]):
            if name not in known:
                known.add(name)
                yield Parameter(
                    name, read_type("string"), None, "", (), _NOWHERE, (), Location.QUERY
                )


def typed(row: Parameter) -> Parameter:
    """Return a row with a type, and media types in backticks."""
    if row.location is Location.HEADER:
        row = replace(row, description=_MEDIA_TYPE.sub(r"`\g<0>`", row.description))
    # A default, which may be a number, says more of the type.
    has_default = any(facet is Facet.DEFAULT for facet, _ in row.facets)
    return row if row.type or has_default else replace(row, type=read_type("string"))


def of_further_routes(requests: tuple[ExampleRequest, ...]) -> Iterator[Text]:
    """Yield the examples of further routes as text."""
    for each in requests:
        asked = f"Another example asks `{each.method} {each.target}`"
        body = each.body.strip()
        is_json = body.startswith(("{", "[")) and "```" not in body
        yield Text(f"{asked} with:\n\n```json\n{body}\n```" if is_json else f"{asked}.", _NOWHERE)
