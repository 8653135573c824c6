"""Places that are assumed for rows, corrected by what examples send where."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from callsheet.model import (
    Assumption,
    AssumptionKind,
    ExampleRequest,
    Location,
    Parameter,
    Property,
    SectionKind,
    Span,
)
from callsheet.schema.words.facets import Facet
from callsheet.source.carriers.resources import names_of
from callsheet.source.carriers.routes.patterns import FoundRoute
from callsheet.source.carriers.routes.templates import bare_name, query_names, repeated_names
from callsheet.source.carriers.row_words import is_header
from callsheet.source.carriers.titles import meaning_of
from callsheet.source.document import Block, BlockKind
from callsheet.source.layouts.layout import Layout
from callsheet.source.rows import LOCATION_WORDS, read_type
from callsheet.source.tables import plain_head, read_table

Parameters = dict[tuple[Location, str], Parameter]
"""Parameters by place and name."""

PLACES = {
    SectionKind.QUERY: Location.QUERY,
    SectionKind.HEADERS: Location.HEADER,
    SectionKind.COOKIES: Location.COOKIE,
    SectionKind.PATH: Location.PATH,
}
"""The places of the rows in a section."""

ROWS = frozenset(
    {*PLACES, SectionKind.PARAMETERS, SectionKind.REQUEST_BODY, SectionKind.RESPONSE_BODY}
)
"""The sections with rows of requests, and of the bodies of responses."""

_IN_QUERY = frozenset({"GET", "DELETE", "HEAD", "OPTIONS", "LIST", "SCAN"})


def assumed_place(name: str, method: str) -> Location | None:
    """Return where a row goes whose place is not stated; None for the body."""
    if is_header(name):
        return Location.HEADER
    return Location.QUERY if method in _IN_QUERY else None


def place_of(
    name: str,
    word: str,
    kind: SectionKind | None,
    method: str,
    in_path: Mapping[str, str],
    in_query: Collection[str],
    parameters: Parameters,
) -> tuple[Location | None, bool]:
    """Return where a row goes, None for the body, and whether that is only assumed.

    Args:
        name: Its name.
        word: What its own column says of the place.
        kind: The section that it is in.
        method: The method of the operation.
        in_path: The names in its path, by their plain names.
        in_query: The names in its query.
        parameters: Those before it.
    """
    if bare_name(name) in in_path:
        return Location.PATH, False
    if word in LOCATION_WORDS:
        return LOCATION_WORDS[word], False
    if name in in_query and kind not in PLACES:
        return Location.QUERY, False
    if kind in PLACES:
        location = PLACES[kind]
        if location is Location.PATH and has_whole_path(parameters, in_path.values()):
            # `URL parameters` are in the query as often.
            location = Location.QUERY
        return location, False
    if kind is SectionKind.REQUEST_BODY:
        return None, False
    return assumed_place(name, method), True


def parameters_of_query(routes: Iterable[FoundRoute]) -> Iterator[Parameter]:
    """Yield the parameters that only a route names: `/x?page={page}`."""
    for each in routes:
        span = Span(each.line, each.line)
        for name in query_names(each.query):
            yield Parameter(name, None, None, "", (), span, (), Location.QUERY)


def has_whole_path(parameters: Parameters, names: Iterable[str]) -> bool:
    """Tell whether rows describe all parameters of the path, so that others are none."""
    return {name for place, name in parameters if place is Location.PATH}.issuperset(names)


def add_parameter(parameters: Parameters, new: Parameter) -> None:
    """Add a parameter, unless it is known or one of the values of the parameter above it."""
    if new.location is Location.PATH:
        # A default, which an empty text often is, makes no sense in a path.
        facets = tuple(pair for pair in new.facets if pair[0] is not Facet.DEFAULT)
        new = replace(new, facets=facets)
    above = parameters.get((new.location, new.name.rpartition(".")[0]))
    if above is None or above.type:
        # What is below a parameter without a type are its values.
        parameters.setdefault((new.location, new.name), new)


def correct_places(
    assumptions: list[Assumption],
    parameters: Parameters,
    body: dict[str, Property],
    requests: Sequence[ExampleRequest],
) -> None:
    """Move the rows whose places are assumed to where the examples show them."""
    if not requests or not assumptions:
        return
    queried = {name for each in requests for name in query_names(each.target.partition("?")[2])}
    sent = {name for each in requests for name in names_of(each.body)}
    for number, each in enumerate(assumptions):
        name = each.name
        in_query = (Location.QUERY, name)
        if each.kind is not AssumptionKind.PLACE or (name in queried) == (name in sent):
            continue
        if name in sent and in_query in parameters:
            body[name] = Property(*_fields_of(parameters.pop(in_query)))
            assumptions[number] = replace(each, value="body")
        elif name in queried and name in body:
            parameters[in_query] = Parameter(*_fields_of(body.pop(name)))
            assumptions[number] = replace(each, value="query")


def allow_repeated(
    parameters: Parameters, requests: Sequence[ExampleRequest], queries: Iterable[str]
) -> None:
    """Make lists of the query parameters that a request or a route has several times.

    Args:
        parameters: The parameters, which are changed.
        requests: The examples.
        queries: The queries of the routes.
    """
    for query in (*queries, *(each.target.partition("?")[2] for each in requests)):
        for name in repeated_names(query):
            row = parameters.get((Location.QUERY, name))
            if row and not (row.type and row.type.written.startswith(("array", "any"))):
                held = row.type.written if row.type else "string"
                kind = read_type(f"array of {held}" if " or " not in held else "array")
                parameters[Location.QUERY, name] = replace(row, type=kind)


def _fields_of(row: Property) -> tuple[Any, ...]:
    return tuple(getattr(row, each.name) for each in fields(Property))


def kind_of_head(block: Block, layout: Layout) -> SectionKind | None:
    """Return where the rows of a table go by its head: `Query parameter | Type`."""
    head = plain_head(read_table(block).columns[0]) if block.kind is BlockKind.TABLE else ""
    kind = meaning_of(head, layout) if "param" in head and " " in head else None
    return kind if kind in PLACES else None
