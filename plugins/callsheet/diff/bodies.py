"""Compares request bodies by media type, statuses, and response bodies by status and media type."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from callsheet.diff.facets import kind_of_change, schema_changes, type_message, type_sides
from callsheet.diff.model import Change, Kind, Level, Sides, quoted, same_text
from callsheet.diff.pairing import OperationPair
from callsheet.diff.parameters import media_type_key, request_media_types, response_media_types
from callsheet.diff.rows import TableKind, compare_records, compare_tables, row_property
from callsheet.diff.types import FindType, Relation, TypePairs, level, relate
from callsheet.http.media_types import is_structured
from callsheet.http.statuses import DEFAULT, NO_CONTENT, is_success
from callsheet.model import WHOLE, DataType, Operation, Property, Span, remarks
from callsheet.model.contents import laid_out
from callsheet.model.rows import rows_schema
from callsheet.schema import ANYTHING, Direction, PropertySchema, Schema
from callsheet.schema.words.type_words import schema_of_words
from callsheet.source.rows import read_type

_REQUEST = TableKind("request-property", "request property", Direction.REQUEST)
_RESPONSE = TableKind("response-property", "response property", Direction.RESPONSE)
_HEADER = TableKind("response-header", "response header", Direction.RESPONSE, textual=True)


_NEVER = frozenset(map(str, NO_CONTENT))

_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class _Body:
    """A body in one of the trees."""

    type: DataType | None
    rows: tuple[Property, ...]
    span: Span

    @property
    def schema(self) -> Schema:
        """The schema that its heading states."""
        return schema_of(self.type)

    @property
    def lists_properties(self) -> bool:
        """Whether it has a table of properties, and not only a row for the whole value."""
        return any(row.name != WHOLE for row in self.rows)

    @property
    def whole(self) -> Schema:
        """The schema that its heading and its table state together."""
        return laid_out(rows_schema(self.rows), None, self.type, self.rows)


def _directed(rows: TableKind, pair: OperationPair, where: str) -> TableKind:
    """Return the rows with a place; clients get the requests that the server sends."""
    directions = {Direction.REQUEST: Direction.RESPONSE, Direction.RESPONSE: Direction.REQUEST}
    direction = directions[rows.direction] if pair.new.outgoing else rows.direction
    return replace(rows, where=where, direction=direction)


def schema_of(data_type: DataType | None) -> Schema:
    """Return the schema that a heading states for a body."""
    return schema_of_words(data_type.written) if data_type else ANYTHING


def compare_requests(pair: OperationPair, types: TypePairs) -> Iterator[Change]:
    """Yield the changes of the request bodies."""
    old, new = pair.old.request_bodies, pair.new.request_bodies
    if old and new:
        yield from _required(pair)
        listed = request_media_types(pair.old), request_media_types(pair.new)
        bodies = _requests(pair.old), _requests(pair.new)
        for where, before, after in _pairs(*bodies, *listed):
            yield from _body(pair, before, after, _directed(_REQUEST, pair, where), types)
    elif old:
        message = "The request no longer has a body."
        sides = Sides("the request body")
        yield pair.gone(Kind.REQUEST_BODY_REMOVED, Level.BREAKING, message, old[0].span, sides)
    elif new:
        needed = pair.new.needs_body and not pair.new.outgoing
        chosen = Level.BREAKING if needed else Level.ADDITIVE
        message = f"The request has a body now{', which is required' if needed else ''}."
        sides = Sides("the request body")
        yield pair.now(Kind.REQUEST_BODY_ADDED, chosen, message, new[0].span, sides)


def _requests(operation: Operation) -> dict[str, _Body]:
    found: dict[str, _Body] = {}
    for body in operation.request_bodies:
        key = media_type_key(body.media_type)
        found.setdefault(key, _Body(body.type, body.properties, body.span))
    return found


def _required(pair: OperationPair) -> Iterator[Change]:
    """Yield the change if a page says that the whole body is required or optional."""
    old, new = pair.old, pair.new
    if old.body_required is None and new.body_required is None:
        return
    if old.needs_body == new.needs_body:
        return
    kind, what, chosen = (
        (Kind.REQUEST_BODY_REQUIRED, "required", Level.BREAKING)
        if new.needs_body
        else (Kind.REQUEST_BODY_OPTIONAL, "optional", Level.ADDITIVE)
    )
    if new.outgoing:
        # Clients depend on what they receive.
        chosen = Level.ADDITIVE if new.needs_body else Level.BREAKING
    span = next((b.span for b in new.request_bodies if b.required is not None), None)
    span = span or new.request_bodies[0].span
    was = "optional" if new.needs_body else "required"
    message = f"The request body is {what} now."
    yield pair.now(kind, chosen, message, span, Sides("the request body", was, what))


def _pairs(
    old: dict[str, _Body], new: dict[str, _Body], sent: set[str], taken: set[str]
) -> Iterator[tuple[str, _Body, _Body]]:
    """Yield the pairs of bodies that apply to one media type in both trees, each pair once.

    A section that names no media type applies to all media types without a section of their own,
    except that those of texts and files have no structure.
    """
    if "" in old and "" in new:
        yield "", old[""], new[""]
    for key in dict.fromkeys((*old, *new)):
        before, after = _in_media_type(old, key), _in_media_type(new, key)
        # A media type that only one tree has is reported as a change of the media types.
        known = key and key in (sent | old.keys()) and key in (taken | new.keys())
        if known and before and after:
            yield f" in {quoted(key)}", before, after


def _in_media_type(bodies: dict[str, _Body], key: str) -> _Body | None:
    general = bodies.get("")
    if key in bodies or general is None or not general.rows or "*" in key or is_structured(key):
        return bodies.get(key, general)
    return _Body(read_type("string" if key.startswith("text/") else "binary"), (), general.span)


def _body(
    pair: OperationPair, old: _Body, new: _Body, rows: TableKind, types: TypePairs
) -> Iterator[Change]:
    what = rows.prefix.partition("-")[0]
    noun = f"the {what} body{rows.where}"
    relation = relate(old.schema, new.schema, types)
    is_renamed = bool(old.rows and new.rows) and _are_named(old, new)
    # Elsewhere, what the tables say of both bodies is compared.
    is_of_heading = is_renamed or relation is Relation.DOCUMENTED or not _are_comparable(old, new)
    if relation is not Relation.SAME and is_of_heading:
        kind = Kind(f"{what}-body-type-changed")
        message = type_message(f"The type of {noun}", old.schema, new.schema)
        # Where tables list the properties, only the name has changed.
        chosen = Level.TEXT if is_renamed else level(relation, rows.direction)
        sides = Sides(f"the type of {noun}", *type_sides(old.schema, new.schema))
        yield pair.now(kind, chosen, message, new.span, sides)
    if _are_comparable(old, new):
        for change in schema_changes(noun, old.whole, new.whole, types):
            kind = kind_of_change(f"{what}-body", change.what)
            chosen = change.levels[rows.direction]
            yield pair.now(kind, chosen, change.message, new.span, change.sides)
    if old.rows or new.rows:
        records = _record(old, types.old), _record(new, types.new)
        yield from compare_records(pair, *records, rows, types)


def _record(body: _Body, find: FindType) -> Schema:
    """Return the object that the rows of a body describe, or its named type if it has no rows."""
    if body.rows:
        return rows_schema(body.rows, described=True)
    schema = body.schema
    while held := schema.items or schema.additional_properties:
        schema = held
    found = find(schema.reference) if schema.reference else None
    properties = found.properties if found else ()
    return Schema(properties=tuple(replace(each, span=body.span) for each in properties))


def _are_named(old: _Body, new: _Body) -> bool:
    """Tell whether two headings name objects at most."""
    return all(
        each.schema in (ANYTHING,) or each.schema.reference or each.schema.type == "object"
        for each in (old, new)
    )


def _are_comparable(old: _Body, new: _Body) -> bool:
    """Tell whether two bodies state what they are, other than by the name of a type."""
    if old.lists_properties is not new.lists_properties:
        return False
    return not (old.whole.reference or new.whole.reference)


def compare_responses(pair: OperationPair, types: TypePairs) -> Iterator[Change]:
    """Yield the changes of statuses, response bodies and response headers."""
    yield from _statuses(pair)
    listed = response_media_types(pair.old), response_media_types(pair.new)
    old, new = _responses(pair.old), _responses(pair.new)
    empty = _without_body(pair.old), _without_body(pair.new)
    # One page may describe the body of all successes at once, and the next version status by
    # status. The first form is turned into the second one, so that rewriting a page is not a change
    # for callers.
    if "" in old and "" not in new and any(status[:1] == "2" for status in new):
        old = _by_success(pair.old, old, empty[0] | _NEVER)
    if "" in new and "" not in old and any(status[:1] == "2" for status in old):
        new = _by_success(pair.new, new, empty[1] | _NEVER)
    for status in dict.fromkeys((*old, *new, *sorted(empty[0] ^ empty[1]))):
        of = f" of {quoted(status)}" if status else ""
        before, after = old.get(status), new.get(status)
        if status[:1] == "2":
            # What has no body in one tree may have that of all successes in the other one.
            before = before or (old.get("") if status in empty[1] - empty[0] else None)
            after = after or (new.get("") if status in empty[0] - empty[1] else None)
        elif status and not (before and after):
            before = before or _wider(old, status, empty[0])
            after = after or _wider(new, status, empty[1])
        if before and after:
            for where, was, now in _pairs(before, after, *listed):
                yield from _body(pair, was, now, _directed(_RESPONSE, pair, of + where), types)
        elif before and _is_documented(pair.new, status):
            message = f"The response{of} no longer has a body."
            span = next(iter(before.values())).span
            sides = Sides(f"the response body{of}")
            yield pair.gone(Kind.RESPONSE_BODY_REMOVED, Level.BREAKING, message, span, sides)
        elif after and _is_documented(pair.old, status):
            message = f"The response{of} has a body now."
            span = next(iter(after.values())).span
            sides = Sides(f"the response body{of}")
            yield pair.now(Kind.RESPONSE_BODY_ADDED, Level.ADDITIVE, message, span, sides)
    yield from _headers(pair, types)


def _wider(
    bodies: dict[str, dict[str, _Body]], status: str, empty: frozenset[str]
) -> dict[str, _Body] | None:
    """Return the bodies of a status without a section, which are those of its class or default."""
    if status in empty or not status.isdecimal():
        return None
    return bodies.get(f"{status[0]}XX") or bodies.get(DEFAULT)


def _is_documented(operation: Operation, status: str) -> bool:
    """Tell whether a status is documented, so that its body can be added or removed."""
    return not status or status in _documented(operation)


def _responses(operation: Operation) -> dict[str, dict[str, _Body]]:
    """Return the bodies by status, empty for a success, and by media type."""
    found: dict[str, dict[str, _Body]] = {}
    response = operation.response
    if response is None:
        return found
    data_type = response.body_type or response.type
    if has_content(operation) and (data_type or response.properties):
        whole = _Body(data_type, response.properties, response.span)
        found[""] = {"": whole}
    empty = _without_body(operation)
    for body in response.bodies:
        if body.status in empty:
            continue
        own = _Body(body.type, body.properties, body.span)
        found.setdefault(body.status, {}).setdefault(media_type_key(body.media_type), own)
    return found


def _without_body(operation: Operation) -> frozenset[str]:
    """Return the statuses that have no body, according to the page."""
    bodies = operation.response.bodies if operation.response else ()
    return frozenset(body.status for body in bodies) - {b.status for b in bodies if not b.is_none}


def has_content(operation: Operation) -> bool:
    """Tell whether the documented statuses allow a success with a body."""
    successes = {status.code for status in operation.status_rows if 200 <= status.code < 300}
    return not (operation.status_rows and successes.issubset(NO_CONTENT))


@dataclass(frozen=True, slots=True)
class _Status:
    """Description of a status, a class of statuses, or the default."""

    about: str
    span: Span


def _documented(operation: Operation) -> dict[str, _Status]:
    found: dict[str, _Status] = {}
    for status in operation.statuses:
        about = " ".join((status.description, *remarks(status.extras)))
        found[str(status.code)] = _Status(about, status.span)
    for each in operation.status_ranges:
        found.setdefault(each.name, _Status(each.description, each.span))
    return found


def _statuses(pair: OperationPair) -> Iterator[Change]:
    old, new = _documented(pair.old), _documented(pair.new)
    for name, status in old.items():
        if name not in new:
            # Callers depend on a success; nobody depends on an error.
            chosen = Level.BREAKING if name.startswith("2") else Level.ADDITIVE
            message = f"The status {quoted(name)} is gone."
            sides = Sides(f"the status {quoted(name)}")
            yield pair.gone(Kind.STATUS_REMOVED, chosen, message, status.span, sides)
    for name, status in new.items():
        before = old.get(name)
        if before is None:
            message = f"The status {quoted(name)} is new."
            sides = Sides(f"the status {quoted(name)}")
            yield pair.now(Kind.STATUS_ADDED, Level.ADDITIVE, message, status.span, sides)
        elif not same_text(before.about, status.about):
            message = f"The description of the status {quoted(name)} has changed."
            yield pair.now(Kind.DESCRIPTION_CHANGED, Level.TEXT, message, status.span)


def _headers(pair: OperationPair, types: TypePairs) -> Iterator[Change]:
    old, new = _sent_headers(pair.old), _sent_headers(pair.new)
    if ("" in old) is not ("" in new):
        old, new = _by_success(pair.old, old), _by_success(pair.new, new)
    for status in dict.fromkeys((*old, *new)):
        where = f" of {quoted(status)}" if status else ""
        tables = old.get(status, {}), new.get(status, {})
        yield from compare_tables(pair, *tables, _directed(_HEADER, pair, where), types)


def _by_success(
    operation: Operation, tables: dict[str, dict[str, _Part]], without: frozenset[str] = frozenset()
) -> dict[str, dict[str, _Part]]:
    """Move what all successes have to each of them, as the other tree has it.

    Args:
        operation: The operation.
        tables: What its statuses have; an empty status is that of all successes.
        without: The statuses that have nothing.
    """
    general = tables.get("", {})
    codes = [str(status.code) for status in operation.statuses if is_success(status.code)]
    if not general or not codes:
        return tables
    found = {status: table for status, table in tables.items() if status}
    spread = {code: {**general, **found.get(code, {})} for code in codes if code not in without}
    return {**found, **spread}


def _sent_headers(operation: Operation) -> dict[str, dict[str, PropertySchema]]:
    found: dict[str, dict[str, PropertySchema]] = {}
    for row in operation.response.headers if operation.response else ():
        # RFC 9110, 5.1: the names of fields are case-insensitive.
        found.setdefault(row.status, {}).setdefault(row.name.lower(), row_property(row))
    return found
