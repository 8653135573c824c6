"""Documents that requests send for members of collections."""

from dataclasses import replace

from jsonpointer import unescape

from callsheet.model.contents import request_contents
from callsheet.schema import MISSING
from callsheet.server.engine.call import Call
from callsheet.server.engine.requests.violations import violations
from callsheet.server.http.problems import Violation
from callsheet.server.resources.grouping import Collection
from callsheet.server.state import Document


def sends_nothing(call: Call) -> bool:
    """Tell whether the body is left out, which the page allows: it says nothing of any property."""
    is_allowed = call.operation.request_body is None or call.operation.body_required is False
    return not call.request.body and is_allowed


def sent_object(call: Call) -> Document:
    """Return the object that a request sends.

    Raises:
        Problem: It sends something else, or nothing that may be left out.
    """
    body, operation = call.input.body, call.operation
    if isinstance(body, dict):
        return body
    if sends_nothing(call) or _is_documented(call, body):
        return {}
    span = operation.request_body.span if operation.request_body else operation.span
    got = body if call.request.body else MISSING
    wrong = Violation.of(operation, span, "body", "", "an object", got)
    raise call.refuse(f"The request is not as documented. {wrong}", wrong)


def _is_documented(call: Call, body: object) -> bool:
    """Tell whether the page has a file or a plain value as body: it says nothing of properties."""
    if isinstance(body, bytes):
        return True
    kinds = [content.schema.types for content in request_contents(call.operation)]
    return isinstance(body, str | int | float) and any(k and "object" not in k for k in kinds)


def known_properties(call: Call, collection: Collection, body: Document) -> Document:
    """Return the properties of a body that members have; any others are ignored.

    So are those that the body's own table documents, and members have with another type: a code
    that is sent, and comes back as an object.

    Raises:
        Problem: One of them is of another type, and its own table does not document it.
    """
    given = {name: value for name, value in body.items() if name in collection.specimen}
    if wrong := collection.mismatches(given):
        rows = {row.name for sent in call.operation.request_bodies for row in sent.properties}
        tops = {unescape(name) for m in wrong for name in m.pointer.split("/")[1:2]}
        given = {name: value for name, value in given.items() if name not in tops & rows}
        wrong = collection.mismatches(given)
    if wrong:
        # The page by which it is read would be wrong about it.
        body_rows = call.operation.request_body
        span = body_rows.span if body_rows else call.operation.span
        # The lines are those of this page, and not of that one.
        own = [replace(mismatch, span=None) for mismatch in wrong]
        found = list(violations(call.operation, "body", "", own, span))
        detail = " ".join(map(str, found))
        raise call.refuse(f"The member would not be as documented. {detail}", *found)
    return given
