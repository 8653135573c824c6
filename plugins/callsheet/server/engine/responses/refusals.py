"""Refusals with the body that a page describes, in the place of a problem document."""

from collections.abc import Mapping
from typing import Any

from callsheet.http.media_types import JSON, essence, is_json, is_xml
from callsheet.model import ExampleResponse, Operation
from callsheet.model.contents import Content, has_no_body, response_contents
from callsheet.schema import Schema
from callsheet.schema.i_json import read_json
from callsheet.server.engine.responses.answer_headers import documented
from callsheet.server.engine.responses.negotiation import in_utf8, preferred_media_type
from callsheet.server.engine.responses.refusal_values import RefusalFiller
from callsheet.server.http import codecs
from callsheet.server.http.messages import HttpRequest, HttpResponse
from callsheet.server.http.problems import Problem

_OF_THE_SERVER = {500, 501, 503, 507}
"""Failures of the server itself, which speak for themselves unless the page has a section of them,
or the client asks to see them.
"""


class Refusals:
    """Responses to refused requests, as pages document them."""

    def __init__(self, types: Mapping[str, Schema]) -> None:
        self._filler = RefusalFiller(types)

    def response(
        self, operation: Operation, problem: Problem, request: HttpRequest
    ) -> HttpResponse | None:
        """Return the answer; None where the page describes no body of that status."""
        bodies = operation.response.bodies if operation.response else ()
        status = problem.status
        own = {str(status), f"{status // 100}XX"}
        is_documented = problem.wanted or status not in _OF_THE_SERVER
        if not is_documented and not any(body.status in own for body in bodies):
            return None
        if has_no_body(operation, status):
            headers = (*problem.headers, *documented(operation, status, problem.headers))
            return HttpResponse(status, headers)
        contents = response_contents(operation, status)
        if not contents:
            return None
        by_media_type = {content.media_type or JSON: content for content in reversed(contents)}
        offers = [content.media_type or JSON for content in contents]
        media_type = preferred_media_type(request, offers)
        content = self._content(operation, by_media_type[media_type], media_type, problem, request)
        fields = (("Content-Type", in_utf8(media_type)), *problem.headers)
        headers = (*fields, *documented(operation, status, fields))
        return HttpResponse(status, headers, content)

    def _content(
        self,
        operation: Operation,
        content: Content,
        media_type: str,
        problem: Problem,
        request: HttpRequest,
    ) -> bytes:
        example = _example(operation, problem.status, media_type)
        if not (is_json(media_type) or is_xml(media_type)):
            return (example.body if example else problem.detail).encode()
        if example is not None and not is_json(example.header("Content-Type") or JSON):
            return example.body.encode()
        value = self._value(example, content.schema, problem, request)
        return codecs.encode(value, media_type, content.schema.ref or "problem")

    def _value(
        self,
        example: ExampleResponse | None,
        schema: Schema,
        problem: Problem,
        request: HttpRequest,
    ) -> Any:
        if example is None:
            return self._filler.generated(schema, problem, request)
        value = read_json(example.body)
        # A client that asked for the example wants to see it; any other one, what was wrong.
        is_asked_for = problem.wanted and not problem.violations
        return value if is_asked_for else self._filler.filled(value, schema, problem, request)


def _example(operation: Operation, status: int, media_type: str) -> ExampleResponse | None:
    """Return the sample response of a status in the media type, else one in JSON."""
    shown = [e for e in operation.example_responses if e.status == status and e.body.strip()]
    kinds = [essence(example.header("Content-Type") or JSON) for example in shown]
    found = next((e for e, kind in zip(shown, kinds, strict=True) if is_json(kind)), None)
    if essence(media_type) in kinds:
        found = shown[kinds.index(essence(media_type))]
    return found if found is None or _is_readable(found) else None


def _is_readable(example: ExampleResponse) -> bool:
    if not is_json(example.header("Content-Type") or JSON):
        return True
    try:
        read_json(example.body)
    except ValueError:
        return False
    return True
