"""Examples of an operation from a recording."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from http import HTTPStatus

from callsheet.errors import ConfigurationError
from callsheet.model import PLACEHOLDER, ExampleRequest, ExampleResponse, Operation, Span
from callsheet.pages.recording import RecordedExchange
from callsheet.scaffold.skeleton import CREDENTIALS, message

MAX_EXAMPLES = 10
"""How many exchanges become examples of one page."""

# The parts are on no page yet, and so on no line.
_NOWHERE = Span(1, 1)


def with_examples(operation: Operation, recording: Iterable[RecordedExchange]) -> Operation:
    """Return an operation with the exchanges with it as its examples; without any, as it is.

    Raises:
        ConfigurationError: There is a recording, and no exchange with the operation.
    """
    recording = list(recording)
    if not recording:
        return operation
    # What stands between the texts are the names of the placeholders.
    literals = map(re.escape, PLACEHOLDER.split(operation.route.template)[::2])
    route = re.compile("[^/]+".join(literals), re.IGNORECASE)
    found: dict[tuple[str, str, int], RecordedExchange] = {}
    for each in recording:
        if each.method == operation.method and route.fullmatch(each.path):
            found.setdefault((_target(each), each.body, each.status), each)
    if not found:
        written = f"{operation.method} {operation.route.template}"
        raise ConfigurationError(f"The recording has no exchange with `{written}`.")
    chosen = list(found.values())[:MAX_EXAMPLES]
    names = [f"Recorded {number}" for number in range(1, len(chosen) + 1)]
    names = names if len(chosen) > 1 else [""]
    pairs = list(zip(chosen, names, strict=True))
    return replace(
        operation,
        example_requests=tuple(_request(each, name) for each, name in pairs),
        example_responses=tuple(_response(each, name) for each, name in pairs),
    )


def _target(each: RecordedExchange) -> str:
    return f"{each.path}?{each.query}" if each.query else each.path


def _request(each: RecordedExchange, name: str) -> ExampleRequest:
    fields = [f"Authorization: {CREDENTIALS}"] if each.is_authorized else []
    fields += [f"Content-Type: {each.content_type}"] if each.body else []
    fields += [f"Accept: {each.response_type}"] if each.response_type else []
    target = _target(each)
    text = message(f"{each.method} {target}", fields, each.body)
    return ExampleRequest((), each.body, text, _NOWHERE, each.method, target, name)


def _response(each: RecordedExchange, name: str) -> ExampleResponse:
    try:
        phrase = HTTPStatus(each.status).phrase
    except ValueError:
        phrase = ""
    fields = [f"Content-Type: {each.response_type}"] if each.response_type else []
    text = message(f"HTTP/1.1 {each.status} {phrase}".rstrip(), fields, each.response_body)
    return ExampleResponse((), each.response_body, text, _NOWHERE, each.status, phrase, name)
