"""Request bodies, statuses and response bodies."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.diff.model import Change, Kind, Level
from callsheet.diff.pairing import Pair
from callsheet.diff.quoting import quoted, same_text
from callsheet.diff.rows import Rows, by_name, compare_tables, type_message
from callsheet.diff.types import Direction, Relation, SameType, level, relate
from callsheet.http.statuses import NO_CONTENT
from callsheet.model import DataType, Operation, RequestBody, Response, Status, remarks

_REQUEST = Rows("request-property", "request property", Direction.REQUEST)
_RESPONSE = Rows("response-property", "response property", Direction.RESPONSE)


def compare_requests(pair: Pair, same: SameType) -> Iterator[Change]:
    """The changes of the request body."""
    old, new = pair.old.request_body, pair.new.request_body
    if old and new:
        yield from _request(pair, old, new, same)
    elif old:
        message = "The request has a body no longer."
        yield pair.gone(Kind.REQUEST_BODY_REMOVED, Level.BREAKING, message, old.span)
    elif new:
        needed = new.binary or any(row.required for row in new.properties)
        chosen = Level.BREAKING if needed else Level.ADDITIVE
        message = f"The request has a body now{', which is required' if needed else ''}."
        yield pair.now(Kind.REQUEST_BODY_ADDED, chosen, message, new.span)


def _request(pair: Pair, old: RequestBody, new: RequestBody, same: SameType) -> Iterator[Change]:
    relation = relate(old.type, new.type, same)
    if relation is not Relation.SAME:
        tabled = bool(old.properties and new.properties)
        chosen = _body_level(relation, Direction.REQUEST, old.type, new.type, tabled)
        message = type_message("The type of the request body", old.type, new.type)
        yield pair.now(Kind.REQUEST_BODY_TYPE_CHANGED, chosen, message, new.span)
    rows = (by_name(old.properties), by_name(new.properties))
    yield from compare_tables(pair, *rows, _REQUEST, same)


def _body_level(
    relation: Relation,
    direction: Direction,
    old: DataType | None,
    new: DataType | None,
    tabled: bool,
) -> Level:
    """What another type of a body does: where tables have its properties, a name is only a name."""
    names = [each is None or each.is_named or each.name == "object" for each in (old, new)]
    return Level.TEXT if tabled and all(names) else level(relation, direction)


def compare_responses(pair: Pair, same: SameType) -> Iterator[Change]:
    """The changes of statuses and of the response body."""
    yield from _statuses(pair)
    old, new = _answered(pair.old), _answered(pair.new)
    if old and new:
        yield from _response(pair, old, new, same)
    elif old:
        message = "The response has a body no longer."
        yield pair.gone(Kind.RESPONSE_BODY_REMOVED, Level.BREAKING, message, old.span)
    elif new:
        message = "The response has a body now."
        yield pair.now(Kind.RESPONSE_BODY_ADDED, Level.ADDITIVE, message, new.span)


def _response(pair: Pair, old: Response, new: Response, same: SameType) -> Iterator[Change]:
    before, after = response_type(old), response_type(new)
    relation = relate(before, after, same)
    if relation is not Relation.SAME:
        tabled = bool(old.properties and new.properties)
        chosen = _body_level(relation, Direction.RESPONSE, before, after, tabled)
        message = type_message("The type of the response body", before, after)
        yield pair.now(Kind.RESPONSE_BODY_TYPE_CHANGED, chosen, message, new.span)
    rows = (by_name(old.properties), by_name(new.properties))
    yield from compare_tables(pair, *rows, _RESPONSE, same)


def response_type(response: Response) -> DataType | None:
    """The type of the body: the more exact heading counts."""
    return response.body_type or response.type


def _answered(operation: Operation) -> Response | None:
    """The response where it documents a body; one that answers only 204 has none."""
    response = operation.response
    if response is None or not has_content(operation):
        return None
    return response if response_type(response) or response.properties else None


def has_content(operation: Operation) -> bool:
    """Whether a success has a body, as far as the statuses say."""
    successes = {status.code for status in operation.statuses if 200 <= status.code < 300}
    return not (operation.statuses and successes.issubset(NO_CONTENT))


def _statuses(pair: Pair) -> Iterator[Change]:
    old = {status.code: status for status in pair.old.statuses}
    new = {status.code: status for status in pair.new.statuses}
    for code, status in old.items():
        if code not in new:
            # Who waits for a success is broken where it never comes; nobody waits for a refusal.
            chosen = Level.BREAKING if 200 <= code < 300 else Level.ADDITIVE
            message = f"The status {quoted(str(code))} is gone."
            yield pair.gone(Kind.STATUS_REMOVED, chosen, message, status.span)
    for code, status in new.items():
        before = old.get(code)
        if before is None:
            message = f"The status {quoted(str(code))} is new."
            yield pair.now(Kind.STATUS_ADDED, Level.ADDITIVE, message, status.span)
        elif not same_text(_about(before), _about(status)):
            message = f"The description of the status {quoted(str(code))} has changed."
            yield pair.now(Kind.DESCRIPTION_CHANGED, Level.TEXT, message, status.span)


def _about(status: Status) -> str:
    return " ".join((status.description, *remarks(status.extras)))
