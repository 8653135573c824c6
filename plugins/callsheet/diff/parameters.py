"""Compares parameters, and the media types of bodies."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from callsheet import lazy_re as re
from callsheet.diff.model import Change, Kind, Level, Sides, quoted, sentence
from callsheet.diff.pairing import OperationPair, wire_route
from callsheet.diff.rows import (
    TableKind,
    by_name,
    compare_rows,
    compare_tables,
    row_property,
    span_of,
)
from callsheet.diff.types import TypePairs
from callsheet.model import (
    Location,
    Operation,
    Parameter,
    Span,
    Styles,
    shape_of,
    stated_style,
    style_example,
    style_words,
)
from callsheet.model.contents import own_parameters
from callsheet.schema import Direction, PropertySchema

_CODE_SPAN = re.compile(r"`[^`]*`")
_MEDIA_TYPE_HEADERS = ("content-type", "accept")
_PLACES = {
    Location.QUERY: "the query",
    Location.HEADER: "the headers",
    Location.COOKIE: "the cookies",
}


def _rows(location: Location) -> TableKind:
    noun = {Location.HEADER: "request header"}.get(location, f"{location} parameter")
    return TableKind("parameter", noun, Direction.REQUEST, textual=True)


def compare_parameters(pair: OperationPair, types: TypePairs) -> Iterator[Change]:
    """Yield the changes of parameters and media types."""
    yield from _path(pair, types)
    old, new = _sent(pair.old), _sent(pair.new)
    for header in _MEDIA_TYPE_HEADERS:
        # A row that lists media types is added or removed with them.
        if (Location.HEADER, header) not in old.keys() & new.keys():
            for sent in (old, new):
                sent.pop((Location.HEADER, header), None)
    # One change and not two: a removal and an addition would not say that callers only have to send
    # the value elsewhere.
    moved = {name for name in {n for _, n in old} & {n for _, n in new} if _moved(name, old, new)}
    yield from _moves(pair, old, new, moved)
    for location in _PLACES:
        before, after = (_of(location, sent, moved) for sent in (old, new))
        yield from compare_tables(pair, before, after, _rows(location), types)
    yield from _styles(pair)
    yield from _media_types(pair)


_Sent = dict[tuple[Location, str], PropertySchema]


def _sent(operation: Operation) -> _Sent:
    """Return the parameters outside of the path by location and name; the first of equal names."""
    found: _Sent = {}
    for location in _PLACES:
        for row, schema in own_parameters(operation, location, described=True):
            # RFC 9110, 5.1: the names of fields are case-insensitive.
            name = row.name.lower() if location is Location.HEADER else row.name
            found.setdefault((location, name), row_property(_without_media_types(row), schema))
    return found


def _without_media_types(parameter: Parameter) -> Parameter:
    """Return a row without the media types in its description, which are compared separately."""
    if parameter.name.lower() not in _MEDIA_TYPE_HEADERS:
        return parameter
    text = _CODE_SPAN.sub("", parameter.description).replace(",", " ")
    return replace(parameter, description=text)


def _of(location: Location, sent: _Sent, moved: set[str]) -> dict[str, PropertySchema]:
    return {n: row for (place, n), row in sent.items() if place is location and n not in moved}


def _moved(name: str, old: _Sent, new: _Sent) -> bool:
    before = {place for place, other in old if other == name}
    after = {place for place, other in new if other == name}
    return before.isdisjoint(after)


def _moves(pair: OperationPair, old: _Sent, new: _Sent, moved: Iterable[str]) -> Iterator[Change]:
    for name in sorted(moved):
        (before, _), (after, row) = (
            next((place, row) for (place, other), row in sent.items() if other == name)
            for sent in (old, new)
        )
        ways = f"from {_PLACES[before]} to {_PLACES[after]}"
        message = f"The parameter {quoted(row.name)} has moved {ways}."
        sides = Sides(
            f"the place of the parameter {quoted(row.name)}", *(_PLACES[p] for p in (before, after))
        )
        yield pair.now(Kind.PARAMETER_MOVED, Level.BREAKING, message, span_of(row), sides)


def _path(pair: OperationPair, types: TypePairs) -> Iterator[Change]:
    """Yield changes of the path table; parameters are added and removed with the route."""
    if wire_route(pair.old) != wire_route(pair.new):
        return
    names = dict(zip(pair.old.route.parameters, pair.new.route.parameters, strict=False))
    before = by_name(pair.old.parameters_in(Location.PATH))
    old = {names.get(name, name): row for name, row in before.items()}
    new = by_name(pair.new.parameters_in(Location.PATH))
    for name, row in old.items():
        if name not in new:
            message = f"The path parameter {quoted(row.name)} is no longer described."
            yield pair.gone(Kind.DESCRIPTION_CHANGED, Level.TEXT, message, span_of(row))
    for name, now in new.items():
        if name in old:
            # Every path parameter is required, whatever its row says.
            was = replace(old[name], required=now.required)
            yield from compare_rows(pair, was, now, _rows(Location.PATH), types)
        else:
            message = f"The path parameter {quoted(now.name)} is described now."
            yield pair.now(Kind.DESCRIPTION_CHANGED, Level.TEXT, message, span_of(now))


def _styles(pair: OperationPair) -> Iterator[Change]:
    """Yield changes of serialization, for parameters with a style in one of the trees."""
    names = dict(zip(pair.old.route.parameters, pair.new.route.parameters, strict=False))
    old: dict[tuple[Location, str], Parameter] = {}
    for row in pair.old.parameters:
        name = names.get(row.name, row.name) if row.location is Location.PATH else row.name
        old.setdefault((row.location, name), row)
    before, after = Styles(pair.old), Styles(pair.new)
    for row in pair.new.parameters:
        was = old.pop((row.location, row.name), None)
        if was is None or not (stated_style(was) or stated_style(row)):
            continue
        ways = [
            (style_example("a", row.location, each.schema, how), style_words(how, row.location))
            for each, how in ((was, before.of(was).how), (row, after.of(row).how))
        ]
        # If requests look the same, nothing has changed for callers.
        if ways[0][0] != ways[1][0] and shape_of(was.schema) is shape_of(row.schema):
            noun = sentence(_rows(row.location).name(row_property(row)))
            message = f"{noun} was written {ways[0][1]} and is {ways[1][1]} now."
            about = f"the form of {_rows(row.location).name(row_property(row))}"
            sides = Sides(about, ways[0][1], ways[1][1])
            yield pair.now(Kind.PARAMETER_STYLE_CHANGED, Level.BREAKING, message, row.span, sides)


def _media_types(pair: OperationPair) -> Iterator[Change]:
    old, new = pair.old, pair.new
    taken = "The request body can{} be sent as {}."
    requests = _request_types(old), _request_types(new)
    yield from _listed(pair, "request", "content-type", requests, taken)
    given = "The response is{} available as {}."
    responses = _response_types(old), _response_types(new)
    yield from _listed(pair, "response", "accept", responses, given)


def _request_types(operation: Operation) -> tuple[str, ...]:
    """Return the media types of the `Content-Type` row, and those of sections."""
    return (
        *operation.request_media_types,
        *filter(None, (body.media_type for body in operation.request_bodies)),
    )


def _response_types(operation: Operation) -> tuple[str, ...]:
    bodies = operation.response.bodies if operation.response else ()
    return (
        *operation.response_media_types,
        # An error usually has its own media type, which nobody asks for.
        *(body.media_type for body in bodies if body.media_type and not body.status),
    )


def request_media_types(operation: Operation) -> set[str]:
    """Return the media types of requests as keys of `media_type_key`."""
    return set(map(media_type_key, _request_types(operation)))


def response_media_types(operation: Operation) -> set[str]:
    """Return the media types of responses as keys of `media_type_key`."""
    return set(map(media_type_key, _response_types(operation)))


def _listed(
    pair: OperationPair,
    which: str,
    header: str,
    lists: tuple[tuple[str, ...], tuple[str, ...]],
    says: str,
) -> Iterator[Change]:
    """Yield changes of the media types in one header; the client chooses one of them."""
    old, new = ({media_type_key(written): written for written in each} for each in lists)
    for key, written in old.items():
        if key not in new:
            message = says.format(" no longer", quoted(written))
            kind = Kind(f"{which}-media-type-removed")
            sides = Sides(f"the {which} media type {quoted(written)}")
            yield pair.gone(kind, Level.BREAKING, message, _span(pair.old, header), sides)
    for key, written in new.items():
        if key not in old:
            message = says.format(" now", quoted(written))
            kind = Kind(f"{which}-media-type-added")
            sides = Sides(f"the {which} media type {quoted(written)}")
            yield pair.now(kind, Level.ADDITIVE, message, _span(pair.new, header), sides)


def media_type_key(written: str) -> str:
    """Normalize a media type for comparison, without case and white space (RFC 9110, 8.3.1)."""
    return "".join(written.lower().split())


def _span(operation: Operation, header: str) -> Span:
    rows = (p for p in operation.parameters_in(Location.HEADER) if p.name.lower() == header)
    return next((row.span for row in rows), operation.route.span)
