"""Comparisons of an answer with the usual one, which notice whether something is ignored."""

import json
from collections.abc import Callable, Sequence
from enum import StrEnum
from http import HTTPStatus
from typing import Any, NamedTuple

from callsheet.http.media_types import essence, is_json, is_structured, is_xml
from callsheet.model import Operation
from callsheet.run.answers import json_of
from callsheet.run.model import Exchange

_CREDENTIALS = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
_NOT_ABOUT_IT = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS})
_NOT_ABOUT_VALUES = _NOT_ABOUT_IT | {
    HTTPStatus.NOT_FOUND,
    HTTPStatus.CONFLICT,
    HTTPStatus.NOT_IMPLEMENTED,
}
_INVALID = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY})


UNCHANGED = "No value of it that was tried changes the answer."
NO_LANGUAGE = "The answer does not say which language it has."


class ProofOutcome(StrEnum):
    """Whether an answer proves what was varied."""

    NOTICED = "noticed"
    """The server does not ignore it."""
    IGNORED = "ignored"
    """The answer is not as documented: the server ignores it, or fails."""
    UNSEEN = "unseen"
    """Nothing can be seen in the answer."""


class Judgement(NamedTuple):
    """Verdict on an answer; the reason is empty where all is well."""

    outcome: ProofOutcome
    reason: str = ""


Judge = Callable[[Exchange, Exchange], Judgement]
"""Compares the usual answer with that to a probe."""

NOTICED = Judgement(ProofOutcome.NOTICED)


def ignored(reason: str) -> Judgement:
    """Tell what is not as documented."""
    return Judgement(ProofOutcome.IGNORED, reason)


def unseen(reason: str) -> Judgement:
    """Tell why nothing can be seen."""
    return Judgement(ProofOutcome.UNSEEN, reason)


def refused(operation: Operation, what: str, *, must: bool, credentials: bool = False) -> Judge:
    """Expect a refusal: one that the page documents for invalid requests, if it documents any.

    Args:
        operation: The operation.
        what: What was sent, such as ``"`x` for a number"``.
        must: Whether the page rules it out, so that to accept it is wrong.
        credentials: Whether a refusal of the credentials is what is meant.
    """
    documented = {row.code for row in operation.statuses} & _INVALID

    def judge(_: Exchange, after: Exchange) -> Judgement:
        status = after.status
        if status == HTTPStatus.NOT_IMPLEMENTED:
            return unseen("The server does not implement it (501).")
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return ignored(f"The server fails with {status} for {what}.")
        if documented and status in _INVALID - documented:
            expected = " or ".join(map(str, sorted(documented)))
            return ignored(f"{what} is refused with {status}; documented is {expected}.")
        if status in _NOT_ABOUT_IT or (status in _CREDENTIALS and not credentials):
            return unseen(f"The request with {what} got {status}.")
        if status >= HTTPStatus.BAD_REQUEST:
            return NOTICED
        if must:
            return ignored(f"The server accepts {what}.")
        return unseen(UNCHANGED)

    return judge


def accepted(what: str) -> Judge:
    """Expect the usual success, as for each allowed value."""

    def judge(_: Exchange, after: Exchange) -> Judgement:
        if after.status < HTTPStatus.BAD_REQUEST:
            return NOTICED
        message = f"The server answers {what} with {after.status}."
        # There may be nothing to be found with this value, on this server.
        return unseen(message) if after.status in _NOT_ABOUT_VALUES else ignored(message)

    return judge


def different(before: Exchange, after: Exchange) -> Judgement:
    """Expect any other answer."""
    if after.status == HTTPStatus.NOT_IMPLEMENTED:
        return unseen("The server does not implement it (501).")
    if after.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return ignored(f"The server fails with {after.status}.")
    if (after.status, _content(after)) != (before.status, _content(before)):
        return NOTICED
    return unseen(UNCHANGED)


def in_language(language: str) -> Judge:
    """Expect that language in `Content-Language` (RFC 9110, 8.5)."""

    def judge(_: Exchange, after: Exchange) -> Judgement:
        said = (after.headers.get("Content-Language") or "").lower()
        if after.status < HTTPStatus.BAD_REQUEST and said.split("-")[0] == language:
            return NOTICED
        return unseen(NO_LANGUAGE)

    return judge


def of_media_type(media_type: str) -> Judge:
    """Expect an answer of a media type."""

    def judge(before: Exchange, after: Exchange) -> Judgement:
        if not before.body and not after.body:
            return unseen("The answer has no content, so its media type cannot be seen.")
        is_file = not is_structured(essence(media_type))
        if after.status == HTTPStatus.NOT_ACCEPTABLE and is_file:
            return unseen("The answer is a file, which has one media type.")
        if after.status >= HTTPStatus.BAD_REQUEST:
            return ignored(f"`Accept: {media_type}` is answered with {after.status}.")
        got = essence(after.headers.get("Content-Type") or "")
        if got == essence(media_type):
            return NOTICED
        return ignored(f"`Accept: {media_type}` is answered with {got or 'no media type'}.")

    return judge


def refused_in_xml(_: Exchange, after: Exchange) -> Judgement:
    """Expect a refusal in XML, as asked for."""
    kind = essence(after.headers.get("Content-Type") or "")
    if after.status >= HTTPStatus.BAD_REQUEST and is_xml(kind):
        return NOTICED
    return unseen("The answer has no content, so its media type cannot be seen.")


def only_selected(name: str) -> Judge:
    """Expect that the properties which were not selected are gone, or null."""

    def judge(before: Exchange, after: Exchange) -> Judgement:
        first, second = (_record(value_of(each)) for each in (before, after))
        if after.status >= HTTPStatus.BAD_REQUEST or first is None or second is None:
            return unseen(f"The answer to the selection of `{name}` has the status {after.status}.")
        others = [key for key, value in first.items() if value is not None and key != name]
        if any(second.get(key) is None for key in others):
            return NOTICED
        if not others:
            return unseen("The answer has no other property that could be left out.")
        return ignored(f"The answer still has `{others[0]}`, although only `{name}` is selected.")

    return judge


def at_most(number: int) -> Judge:
    """Expect a list with no more items than asked for."""

    def judge(before: Exchange, after: Exchange) -> Judgement:
        first, second = items_of(value_of(before)), items_of(value_of(after))
        if first is None or len(first) <= number:
            return unseen("The list is too short to see a limit.")
        if second is None:
            return unseen(f"The answer with the limit has the status {after.status} and no list.")
        if len(second) <= number:
            return NOTICED
        return ignored(f"The limit is {number}, and the answer has {len(second)}.")

    return judge


def value_of(exchange: Exchange) -> Any:
    """Return the JSON of an answer; None where it has none."""
    if not is_json(essence(exchange.headers.get("Content-Type") or "")):
        return None
    try:
        return json_of(exchange.body)
    except ValueError:
        return None


def items_of(value: Any) -> Sequence[Any] | None:
    """Return the list that an answer is, or that is the only one in it."""
    if isinstance(value, list):
        return value
    lists = [v for v in value.values() if isinstance(v, list)] if isinstance(value, dict) else []
    return lists[0] if len(lists) == 1 else None


def is_steady(first: Exchange, second: Exchange) -> bool:
    """Tell whether two answers to one request are the same, so that differences mean something."""
    return different(first, second).outcome is ProofOutcome.UNSEEN


def of_no_data(before: Exchange) -> str:
    """Return why parts, order and language cannot be seen in an answer; empty where they can."""
    if value_of(before) is not None:
        return ""
    kind = essence(before.headers.get("Content-Type") or "")
    what = f"is {kind}" if before.body and kind else "has no content"
    return f"The answer {what}, in which it could not show."


def of_no_property(before: Exchange) -> str:
    """Return why a selection cannot be seen in an answer; empty where it can."""
    has_none = first_property(before) is None
    return of_no_data(before) or ("The answer has no property with a value." if has_none else "")


def of_no_list(before: Exchange) -> str:
    """Return why a choice of items cannot be seen in an answer; empty where it can."""
    is_list = items_of(value_of(before)) is not None
    return of_no_data(before) or ("" if is_list else "The answer is not a list.")


def _record(value: Any) -> dict[str, Any] | None:
    """Return the object that an answer is, or the first one in its list."""
    items = items_of(value)
    if items and isinstance(items[0], dict):
        return items[0]
    return value if isinstance(value, dict) else None


def first_property(exchange: Exchange) -> str | None:
    """Return a property of the answer that is not null, preferably not an id."""
    names = [n for n, v in (_record(value_of(exchange)) or {}).items() if v is not None]
    return next(iter(names[1:2] or names), None)


def ordering_property(exchange: Exchange) -> str | None:
    """Return a property in which the items of a list differ."""
    items = [each for each in items_of(value_of(exchange)) or () if isinstance(each, dict)]
    if len(items) < 2:
        return None
    first, last = items[0], items[-1]
    differ = (n for n, v in first.items() if isinstance(v, int | str) and last.get(n) != v)
    return next(differ, None)


def _content(exchange: Exchange) -> object:
    value = value_of(exchange)
    return exchange.body if value is None else json.dumps(value, sort_keys=True)
