"""Validators of answers, and 304 for a client that has the answer already (RFC 9110, 13)."""

from dataclasses import replace
from hashlib import sha256
from http import HTTPStatus

from callsheet.http.headers import Headers, http_date, read_http_date
from callsheet.http.statuses import is_success
from callsheet.server.engine.call import Answer, Call
from callsheet.server.engine.responses.answer_headers import Fields, documented
from callsheet.server.engine.responses.answer_statuses import ordinary_status
from callsheet.server.http.messages import SAFE_METHODS
from callsheet.server.http.problems import Problem
from callsheet.server.resources.etags import matches, uses_etags

_SENT_AGAIN = {"cache-control", "content-location", "etag", "expires", "last-modified", "vary"}
"""The fields that a 304 has if the whole answer would have them (RFC 9110, 15.4.5)."""

_PUBLISHED = "Thu, 01 Jan 2026 00:00:00 GMT"
"""When what is not a member of a collection was last modified: it is always the same."""


def can_revalidate(call: Call, status: int) -> bool:
    """Tell whether a client may ask for an answer only if it has changed: where a page says so."""
    safe = call.request.method in SAFE_METHODS
    return safe and is_success(status) and (call.documents(304) or uses_etags(call.operation))


def entity_tag(fields: Fields, content: bytes) -> Fields:
    """Return the field `ETag` of an answer that has none, made of its content."""
    if any(name.lower() == "etag" for name, _ in fields):
        return ()
    return (("ETag", f'"{sha256(content).hexdigest()[:16]}"'),)


def is_unchanged(headers: Headers, fields: Fields) -> bool:
    """Tell whether a client has an answer already.

    `If-None-Match` takes precedence; then `If-Modified-Since` is ignored (RFC 9110, 13.2.2).

    Args:
        headers: The fields of the request.
        fields: Those of the answer.
    """
    own = {name.lower(): value for name, value in fields}
    if (known := headers.get("If-None-Match")) is not None:
        return matches(known, own.get("etag", ""))
    since = read_http_date(headers.get("If-Modified-Since") or "")
    modified = read_http_date(own.get("last-modified", ""))
    return since is not None and modified is not None and modified <= since


def sent_again(fields: Fields) -> Fields:
    """Return the fields of an answer that a 304 in its place has, too."""
    return tuple(field for field in fields if field[0].lower() in _SENT_AGAIN)


def dated(call: Call, answer: Answer) -> Answer:
    """Date an answer that never changes, where a client may ask whether it did."""
    is_dated = any(name.lower() == "last-modified" for name, _ in answer.headers)
    if is_dated or not can_revalidate(call, answer.status or HTTPStatus.OK):
        return answer
    return replace(answer, headers=(*answer.headers, ("Last-Modified", _PUBLISHED)))


def latest(call: Call, status: int, fields: Fields) -> Fields:
    """Return the field `Last-Modified` of an answer whose page shows one, and that has none."""
    shown = (e for e in call.operation.example_responses if e.status == status)
    is_shown = any(each.header("Last-Modified") for each in shown)
    if not is_shown or any(name.lower() == "last-modified" for name, _ in fields):
        return ()
    # When a part of it was changed last is not known: not later than now.
    return (("Last-Modified", http_date(call.request.received)),)


def _version(call: Call, answer: Answer) -> str | None:
    """Return the entity tag that an answer will have, if any."""
    status = answer.status or ordinary_status(call.operation)
    fields = (*answer.headers, *documented(call.operation, status, answer.headers))
    return next((value for name, value in fields if name.lower() == "etag"), None)


def check_version(call: Call, answer: Answer) -> None:
    """Refuse a request for another version than the one that the page shows.

    Raises:
        Problem: 412, where the page documents it.
    """
    if not call.documents(412):
        return
    since = read_http_date(call.request.headers.get("If-Unmodified-Since") or "")
    published = read_http_date(_PUBLISHED)
    if since and published and since < published:
        raise Problem(412, f"It was changed at {_PUBLISHED}.")
    wanted = call.request.headers.get("If-Match")
    if wanted is None:
        return
    etag = _version(call, answer)
    if etag is not None and not matches(wanted, etag):
        raise Problem(412, f"`If-Match` asks for another version; this one is {etag}.")
