"""Which answer an operation gives, and how it is written."""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

from callsheet.model import ExampleResponse, Operation
from callsheet.server import codecs
from callsheet.server.calls import Answer, Behaviour, Call
from callsheet.server.lifecycle import Lifecycle
from callsheet.server.made import SPECIMENS, Maker, Shapes
from callsheet.server.messages import Response
from callsheet.server.negotiation import essence
from callsheet.server.preferences import Preferences
from callsheet.server.problems import Problem

_NO_CONTENT = (204, 304)
# What HTTP/1.1 itself writes, and what the codecs do.
_NOT_COPIED = {"connection", "content-length", "content-type", "date", "transfer-encoding"}

_DATES = {"expires", "last-modified"}


class Answers:
    """Answers valid requests.

    What the client prefers comes first; then the operation's own behaviour, what is stored, the
    example of the page, and a value made of its types, whichever there is.

    Args:
        behaviours: What operations do, by uid.
        lifecycle: What they do with collections.
        shapes: The properties of the named types.
    """

    def __init__(
        self, behaviours: Mapping[str, Behaviour], lifecycle: Lifecycle, shapes: Shapes
    ) -> None:
        self._behaviours = behaviours
        self._lifecycle = lifecycle
        self._shapes = shapes

    def respond(self, call: Call) -> Response:
        """The response to a valid request.

        Raises:
            Problem: The answer is a refusal.
        """
        preferences = Preferences.read(call.request.headers.get("Prefer"))
        response = _written(call, self._answer(call, preferences))
        if applied := preferences.applied:
            fields = (*response.headers, ("Preference-Applied", applied))
            return Response(response.status, fields, response.body)
        return response

    def _answer(self, call: Call, preferences: Preferences) -> Answer:
        success = call.operation.success
        code = preferences.code
        if code is not None and (success is None or code != success.code):
            return _of_status(call, code, preferences)
        if preferences.example is not None:
            return _numbered_example(call, preferences.example)
        if preferences.dynamic:
            return self._made(call, secrets.token_hex(8))
        behaviour = self._behaviours.get(call.operation.uid)
        if behaviour := behaviour or self._lifecycle.behaviour(call.operation):
            return behaviour(call)
        self._lifecycle.check_owner(call)
        return _of_example(call.operation.example_response) or self._made(call, None)

    def _made(self, call: Call, seed: str | None) -> Answer:
        """A value of the documented types: made up anew, or plain where there is no seed."""
        operation = call.operation
        response, success = operation.response, operation.success
        if response is None or success is None:
            raise Problem(501, f"The page {operation.path} documents no answer.")
        if success.code in _NO_CONTENT:
            return Answer()
        structured = [n for n in operation.response_media_types if _is_structured(n)]
        if operation.response_media_types and not structured:
            return _specimen(call)
        maker = Maker(self._shapes, seed)
        if response.properties:
            value: Any = maker.of_properties(response.properties)
        else:
            value = maker.of_type(response.body_type or response.type)
        return Answer(value)


def _of_status(call: Call, code: int, preferences: Preferences) -> Answer:
    """The answer with the status that the client prefers; never one with another status."""
    shown = next((e for e in call.operation.example_responses if e.status == code), None)
    if answer := _of_example(shown):
        return answer
    applied = (("Preference-Applied", preferences.applied),)
    documented = next((s for s in call.operation.statuses if s.code == code), None)
    if code >= 400:
        detail = documented.description if documented else "The page does not document this status."
        raise Problem(code, detail, headers=applied)
    return Answer(status=code, content=b"", media_type="text/plain")


def _numbered_example(call: Call, name: str) -> Answer:
    examples = call.operation.example_responses
    if not name.isdecimal() or not 1 <= int(name) <= len(examples):
        raise call.refuse(f"`example={name}` names none of the {len(examples)} sample responses.")
    answer = _of_example(examples[int(name) - 1])
    if answer is None:
        raise Problem(501, "This sample response shows no body to answer with.")
    return answer


def _of_example(example: ExampleResponse | None) -> Answer | None:
    """The answer that a sample response shows; None where it has no readable body."""
    if example is None:
        return None
    headers = tuple(_copied(example))
    if example.status in _NO_CONTENT:
        return Answer(status=example.status, headers=headers)
    if not example.body:
        return None
    media_type = essence(example.header("Content-Type") or "application/json")
    if not codecs.is_json(media_type):
        content = example.body.encode()
        return Answer(None, content, media_type, headers, example.status)
    try:
        return Answer(json.loads(example.body), headers=headers, status=example.status)
    except ValueError:
        return None


def _specimen(call: Call) -> Answer:
    """A small file in a documented media type, for an answer that is neither JSON nor XML."""
    documented = call.operation.response_media_types
    media_type = call.negotiate(sorted(documented, key=lambda name: name not in SPECIMENS))
    content = base64.b64decode(SPECIMENS.get(media_type, ""))
    return Answer(content=content, media_type=media_type)


def _is_structured(media_type: str) -> bool:
    return codecs.is_json(media_type) or codecs.is_xml(media_type)


def _copied(example: ExampleResponse) -> list[tuple[str, str]]:
    """The header fields of an example that hold for its answer, dates only where they are some."""
    fields = []
    for header in example.headers:
        name = header.name.lower()
        is_wrong = name in _DATES and not _is_date(header.value)
        if name not in _NOT_COPIED and not is_wrong:
            fields.append((header.name, header.value))
    return fields


def _is_date(text: str) -> bool:
    try:
        return text.endswith("GMT") and bool(parsedate_to_datetime(text))
    except (TypeError, ValueError):
        return False


def _written(call: Call, answer: Answer) -> Response:
    success = call.operation.success
    status = answer.status or (success.code if success else HTTPStatus.OK)
    if status in _NO_CONTENT:
        return Response(status, answer.headers)
    if answer.content is not None:
        content_type = ("Content-Type", answer.media_type)
        return Response(status, (content_type, *answer.headers), answer.content)
    offers = [name for name in call.operation.response_media_types if _is_structured(name)]
    media_type = call.negotiate(offers or ["application/json"])
    value = answer.value if answer.selected else _selected(call, answer.value)
    body = codecs.encode(value, media_type, _type_name(call.operation))
    content_type = ("Content-Type", f"{media_type}; charset=utf-8")
    return Response(status, (content_type, *answer.headers), body)


def _selected(call: Call, value: Any) -> Any:
    """Nulls out the properties that `$select` does not name; a path selects its first step."""
    selection = call.input.query.get("$select")
    if not selection or not isinstance(value, dict):
        return value
    names = {name.strip().partition("/")[0].lower() for name in selection.split(",")}
    return {name: item if name.lower() in names else None for name, item in value.items()}


def _type_name(operation: Operation) -> str:
    response = operation.response
    data_type = (response.body_type or response.type) if response else None
    return data_type.name if data_type else "response"
