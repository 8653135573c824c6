"""Validators of answers, and 304 for a client that has the answer already (RFC 9110, 13)."""

from __future__ import annotations

from hashlib import sha256

from callsheet.http.headers import Headers, read_http_date
from callsheet.http.statuses import is_success
from callsheet.server.engine.call import Call
from callsheet.server.engine.responses.answer_headers import Fields
from callsheet.server.http.messages import SAFE_METHODS
from callsheet.server.resources.etags import matches, uses_etags

_SENT_AGAIN = {"cache-control", "content-location", "etag", "expires", "last-modified", "vary"}
"""The fields that a 304 has if the whole answer would have them (RFC 9110, 15.4.5)."""


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
