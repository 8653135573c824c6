"""Imports references in other layouts as pages in our own format."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from http import HTTPStatus
from pathlib import PurePosixPath
from typing import Any, TypeVar

from callsheet import lazy_re as re
from callsheet.catalog import Catalog
from callsheet.importing.naming import UniqueNames
from callsheet.importing.openapi import Imported, ImportedType
from callsheet.importing.own_form import of_further_routes, rows_of_queries, typed, with_one_route
from callsheet.model import (
    AssumptionKind,
    ExampleRequest,
    ExampleResponse,
    Header,
    Location,
    Operation,
    Parameter,
    Property,
    Response,
    Section,
    SectionKind,
    SecurityUse,
    Span,
    Text,
)
from callsheet.model.operation import OWN_LAYOUT
from callsheet.source.rows import media_types_of, read_type

_NOWHERE = Span(1, 1)
_ANCHOR = re.compile(r"\[([^\[\]\n]{1,200})\]\(#[^()\s]*\)")
_PARAMETERS = (
    (SectionKind.PATH, "", Location.PATH),
    (SectionKind.QUERY, "Query String Parameters", Location.QUERY),
    (SectionKind.HEADERS, "Request Headers", Location.HEADER),
    (SectionKind.COOKIES, "Cookies", Location.COOKIE),
)
_OWN_PLACE = {SectionKind.EXAMPLE_REQUEST, SectionKind.EXAMPLE_RESPONSE, SectionKind.REQUEST_BODY}
_PHRASES = {status.value: status.phrase for status in HTTPStatus}


def import_markdown(catalog: Catalog) -> Imported:
    """Import the operations of a docs tree that are in other layouts than our own.

    Args:
        catalog: The tree, read in its layouts.

    Returns:
        The operations, each for a page of its own in the folder of its page, and the types that
        they name.
    """
    files = UniqueNames()
    operations = tuple(
        _own(each, files) for each in catalog.operations if each.layout != OWN_LAYOUT
    )
    types = tuple(ImportedType(table, table.description) for table in catalog.described)
    title = catalog.root.resolve().name
    return Imported(title, "", {}, operations, types, ())


def _own(operation: Operation, files: UniqueNames) -> Operation:
    """Return an operation as a page of our own format documents it."""
    # Some file systems take names for the same that differ in case alone.
    file = files.give(str(PurePosixPath(operation.path).parent / operation.uid))
    operation, further = with_one_route(_without_anchors(operation))
    parameters = _with_media_types(
        replace(operation, parameters=tuple(map(typed, operation.parameters)))
    )
    named = replace(
        operation,
        query_examples=tuple(
            text for text in operation.query_examples if _asks(text.markdown, operation)
        ),
        path=f"{file}.md",
        front_matter=_front_matter(operation),
        parameters=parameters,
        request_bodies=tuple(
            replace(body, name=body.name or "body") for body in operation.request_bodies
        ),
        response=_own_response(operation.response),
        example_requests=tuple(map(_request, operation.example_requests)),
        example_responses=tuple(map(_response, operation.example_responses)),
        layout=OWN_LAYOUT,
        aliases=(),
        assumptions=(),
    )
    return replace(named, sections=tuple(_sections(operation, named, further)))


def _own_response(response: Response | None) -> Response | None:
    return response and replace(response, type=None, body_type=response.body_type or response.type)


def _without_anchors(operation: Operation) -> Operation:
    """Return an operation whose texts link to no heading of the page that they are from."""
    response = operation.response
    return replace(
        operation,
        parameters=tuple(map(_unlinked, operation.parameters)),
        request_bodies=tuple(
            replace(body, properties=tuple(map(_unlinked, body.properties)))
            for body in operation.request_bodies
        ),
        response=response
        and replace(response, properties=tuple(map(_unlinked, response.properties))),
        sections=tuple(
            replace(
                section,
                prose=tuple(
                    Text(_ANCHOR.sub(r"\1", text.markdown), text.span) for text in section.prose
                ),
            )
            for section in operation.sections
        ),
    )


_Row = TypeVar("_Row", bound=Property)


def _unlinked(row: _Row) -> _Row:
    return replace(row, description=_ANCHOR.sub(r"\1", row.description))


def _asks(query: str, operation: Operation) -> bool:
    """Tell whether an example of a query is of the own route, and not of a further one."""
    path = query.partition(" ")[2].partition("?")[0]
    return path == operation.route.template


def _path_rows(operation: Operation) -> Iterator[Parameter]:
    """Yield rows for the parameters that only the route names."""
    known = {row.name for row in operation.parameters_in(Location.PATH)}
    for name in dict.fromkeys(operation.route.parameters):
        if name not in known:
            yield Parameter(name, read_type("string"), None, "", (), _NOWHERE, (), Location.PATH)


def _front_matter(operation: Operation) -> dict[str, Any]:
    found: dict[str, Any] = {"title": operation.title, "uid": operation.uid}
    if operation.servers:
        found["servers"] = [server.as_object() for server in operation.servers]
    if operation.security is not None:
        found["security"] = [dict(map(_use, uses)) for uses in operation.security]
    return found


def _use(use: SecurityUse) -> tuple[str, object]:
    if use.scheme is None:
        return use.name, list(use.scopes)
    scheme = use.scheme
    if scheme.type == "apiKey":
        where = {"type": scheme.type, "in": scheme.location, "name": scheme.parameter}
        return use.name, where
    return use.name, {"type": scheme.type, "scheme": scheme.scheme}


def _with_media_types(operation: Operation) -> tuple[Parameter, ...]:
    """Return the parameters with rows of headers that have the media types in backticks."""
    rows = {(row.location, row.name.lower()): row for row in operation.parameters}
    wanted = (
        ("Content-Type", operation.request_media_types),
        ("Accept", operation.response_media_types),
    )
    for name, media_types in wanted:
        key = (Location.HEADER, name.lower())
        if media_types and media_types_of(operation.parameters, name.lower()) != media_types:
            row = rows.get(key) or Parameter(
                name, read_type("string"), None, "", (), _NOWHERE, (), Location.HEADER
            )
            listed = ", ".join(f"`{each}`" for each in media_types)
            rows[key] = replace(row, description=f"{row.description} {listed}".strip())
    return (*_path_rows(operation), *rows.values(), *rows_of_queries(operation))


def _sections(
    read: Operation, own: Operation, further: tuple[ExampleRequest, ...]
) -> Iterator[Section]:
    """Yield the sections of a page, with the text that the page has under each heading."""
    texts: dict[SectionKind, list[Text]] = {}
    kinds = {kind for kind, _, location in _PARAMETERS if own.parameters_in(location)}
    kinds |= {SectionKind.RESPONSE} | (_OWN_PLACE if own.request_bodies else set())
    for section in read.sections:
        kind = section.kind if section.kind in kinds else SectionKind.DESCRIPTION
        titled = kind is SectionKind.DESCRIPTION and section.kind is not kind and section.prose
        found = texts.setdefault(kind, [])
        found += [Text(f"**{section.title}**", section.span)] if titled and section.title else []
        found += section.prose
    about = [*_marks(read), *of_further_routes(further), *texts.get(SectionKind.DESCRIPTION, ())]
    yield Section(SectionKind.DESCRIPTION, own.title, tuple(about), _NOWHERE)
    for kind, title, location in _PARAMETERS:
        if own.parameters_in(location):
            yield Section(kind, title, tuple(texts.get(kind, ())), _NOWHERE)
    for body in own.request_bodies:
        typed = f" {body.type.written}" if body.type else ""
        prose = tuple(texts.get(SectionKind.REQUEST_BODY, ()))
        title = f"Request Body: {body.name}{typed}"
        yield Section(SectionKind.REQUEST_BODY, title, prose, _NOWHERE)
    prose = tuple(texts.get(SectionKind.RESPONSE, ()))
    yield Section(SectionKind.RESPONSE, "Response:", prose, _NOWHERE)
    if own.response and (own.response.properties or own.response.body_type):
        returned = own.response.body_type
        usual = "array" if _are_lists(own.example_responses) else "object"
        title = f"Response body: {returned.written if returned else usual}"
        yield Section(SectionKind.RESPONSE_BODY, title, (), _NOWHERE)
    if own.example_requests:
        yield Section(SectionKind.EXAMPLE_REQUEST, "Sample request", (), _NOWHERE)
    if own.example_responses:
        yield Section(SectionKind.EXAMPLE_RESPONSE, "Sample response", (), _NOWHERE)


def _are_lists(examples: Iterable[ExampleResponse]) -> bool:
    """Tell whether all examples of a success are arrays."""
    bodies = [each.body.lstrip() for each in examples if each.status < 300 and each.body.strip()]
    return bool(bodies) and all(body.startswith("[") for body in bodies)


def _marks(operation: Operation) -> Iterator[Text]:
    """Yield notes for the author: what was assumed, and routes that the page loses."""
    places = [a for a in operation.assumptions if a.kind is AssumptionKind.PLACE]
    if places:
        named = ", ".join(dict.fromkeys(f"`{a.name}` ({a.value})" for a in places))
        yield _comment(f"where these are sent: {named}")
    for each in operation.assumptions:
        if each.kind is AssumptionKind.STATUS:
            yield _comment(f"the status {each.value}")
    if missing := [row.name for row in _path_rows(operation)]:
        named = ", ".join(f"`{name}`" for name in dict.fromkeys(missing))
        yield _comment(f"the type of {named} in the path")
    shown = [row.name for row in rows_of_queries(operation)]
    if shown:
        yield _comment(f"what only examples have in the query: {', '.join(shown)}")
    rows = (*operation.parameters_in(Location.PATH), *operation.parameters_in(Location.QUERY))
    if untyped := [f"`{row.name}`" for row in rows if not row.type]:
        yield _comment(f"that these are strings: {', '.join(untyped)}")
    if operation.aliases:
        routes = ", ".join(f"`{a.method} {a.route.template}`" for a in operation.aliases)
        yield Text(f"Further routes: {routes}.", _NOWHERE)


def _comment(what: str) -> Text:
    safe = what.replace("--", "- -").replace(">", "&gt;")
    return Text(f"<!-- Assumed by the import, as the page did not say: {safe} -->", _NOWHERE)


def _request(request: ExampleRequest) -> ExampleRequest:
    first = f"{request.method} {request.target} HTTP/1.1"
    return replace(request, text=_message(first, request.headers, request.body), name="")


def _response(response: ExampleResponse) -> ExampleResponse:
    reason = response.reason or _PHRASES.get(response.status, "")
    first = f"HTTP/1.1 {response.status} {reason}".rstrip()
    headers = list(response.headers)
    if response.body.lstrip().startswith(("{", "[")) and not response.header("Content-Type"):
        headers.insert(0, Header("Content-Type", "application/json", response.span))
    return replace(response, text=_message(first, headers, response.body), name="")


def _message(first: str, headers: Iterable[Header], body: str) -> str:
    body = body.strip("\n")
    lines = [first]
    for header in headers:
        # The body may be indented otherwise than what was counted.
        is_length = header.name.lower() == "content-length" and body.strip()
        lines.append(f"{header.name}: {len(body.encode()) if is_length else header.value}")
    head = "\n".join(lines)
    return f"{head}\n\n{body}\n" if body.strip() else f"{head}\n"
