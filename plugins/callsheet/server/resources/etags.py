"""Entity tags of stored members, and requests that depend on them (RFC 9110, 8.8.3 and 13.1)."""

import json
from hashlib import blake2b

from callsheet.http.media_types import split_list
from callsheet.memo import cached_by_identity
from callsheet.model import Location, Operation
from callsheet.server.engine.call import Call
from callsheet.server.http.problems import Problem
from callsheet.server.state import Document

_CONDITIONS = {"if-match", "if-none-match"}


def etag_of(document: Document) -> str:
    """Return the entity tag of a document: that of its content."""
    text = json.dumps(document, sort_keys=True)
    return f'"{blake2b(text.encode(), digest_size=8).hexdigest()}"'


@cached_by_identity(4096)
def uses_etags(operation: Operation) -> bool:
    """Tell whether a page speaks of entity tags, in a header field of its request or response."""
    headers = operation.response.headers if operation.response else ()
    sent = {parameter.name.lower() for parameter in operation.parameters_in(Location.HEADER)}
    shown = {
        header.name.lower() for example in operation.example_responses for header in example.headers
    }
    return "etag" in {*shown, *(header.name.lower() for header in headers)} or bool(
        sent & _CONDITIONS
    )


def check_match(call: Call, document: Document | None) -> None:
    """Check the conditions of a change.

    Args:
        call: The request.
        document: What there is; None where there is nothing.

    Raises:
        Problem: 412, where the page documents it or speaks of entity tags.
    """
    wanted = call.request.headers.get("If-Match")
    unwanted = call.request.headers.get("If-None-Match")
    if wanted is unwanted is None or not (call.documents(412) or uses_etags(call.operation)):
        return
    etag = None if document is None else etag_of(document)
    if wanted is not None and (etag is None or not matches(wanted, etag)):
        raise Problem(412, f"`If-Match` asks for another version; this one is {etag or 'missing'}.")
    if unwanted is not None and etag is not None and matches(unwanted, etag):
        raise Problem(412, f"`If-None-Match` excludes this version, {etag}.")


def matches(field: str, etag: str) -> bool:
    """Tell whether a list of entity tags has one; `*` is any."""
    tags = [tag.strip() for tag in split_list(field)]
    return "*" in tags or etag.removeprefix("W/") in [tag.removeprefix("W/") for tag in tags]
