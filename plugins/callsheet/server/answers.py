"""Which answer an operation gives, and how it is written."""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from http import HTTPStatus

from callsheet.contract import Schema
from callsheet.media import is_json, is_xml
from callsheet.model import ExampleResponse, Operation
from callsheet.samples.defaults import MISSING_NUMBER
from callsheet.server import codecs
from callsheet.server.calls import Answer, BeginsLong, Behaviour, Call, Rest
from callsheet.server.contracts import Contracts
from callsheet.server.lifecycle import Lifecycle
from callsheet.server.locale import Locale
from callsheet.server.made import SPECIMENS, Maker
from callsheet.server.messages import Response, read_http_date
from callsheet.server.negotiation import essence
from callsheet.server.odata import select
from callsheet.server.preferences import Preferences
from callsheet.server.problems import Problem

_NO_CONTENT = (204, 205, 304)
# What HTTP/1.1 itself writes, what the codecs do, and what is true of the shown content alone.
_NOT_COPIED = {
    "connection",
    "content-encoding",
    "content-length",
    "content-range",
    "content-type",
    "date",
    "keep-alive",
    "trailer",
    "transfer-encoding",
    "upgrade",
}
_DATES = {"expires", "last-modified"}


class Answers:
    """Answers valid requests.

    What the client prefers comes first; then the operation's own behaviour, what is stored, the
    example of the page, and a value made of its contract, whichever there is.

    Args:
        behaviours: What operations do, by uid.
        lifecycle: What they do with collections.
        contracts: What they promise.
    """

    def __init__(
        self, behaviours: Mapping[str, Behaviour], lifecycle: Lifecycle, contracts: Contracts
    ) -> None:
        self._behaviours = behaviours
        self._lifecycle = lifecycle
        self._contracts = contracts

    def begin_long(self, operation: Operation) -> bool:
        """Whether an operation takes long before it uses the state."""
        return isinstance(self._behaviours.get(operation.uid), BeginsLong)

    def respond(self, call: Call) -> Response | Callable[[], Response]:
        """The response to a valid request, or what makes it where that takes long.

        Raises:
            Problem: The answer is a refusal.
        """
        locale = Locale.of(call)
        preferences = Preferences.read(call.request.headers.get("Prefer"))
        answer, applied = self._preferred(call, preferences)
        if answer is None:
            usual = self._usual(call)
            if not isinstance(usual, Answer):
                return lambda: self._written(call, usual(), locale)
            answer = usual
        response = self._written(call, answer, locale)
        if applied:
            fields = (*response.headers, ("Preference-Applied", applied))
            return Response(response.status, fields, response.body)
        return response

    def _preferred(self, call: Call, preferences: Preferences) -> tuple[Answer | None, str]:
        """The answer that the client prefers, if any, and which preferences were followed.

        Nothing is changed by it: who asks for an answer wants to see it.
        """
        code = preferences.code
        if preferences.example is not None:
            shown = _numbered(call, preferences.example, code)
            applied = f"example={int(preferences.example)}"
            return self._of_example(call, shown), _with_code(code, applied)
        if preferences.dynamic and (made := self._dynamic(call, code)):
            return made, _with_code(code, "dynamic=true")
        if code is not None:
            return self._of_status(call, code), _with_code(code)
        return None, ""

    def _usual(self, call: Call) -> Answer | Rest:
        if behaviour := self._behaviours.get(call.operation.uid):
            return behaviour(call)
        if behaviour := self._lifecycle.behaviour(call.operation):
            found = behaviour(call)
            if isinstance(found, Answer):
                return self._completed(call, found)
            return lambda: self._completed(call, found())
        self._lifecycle.check_owner(call)
        if MISSING_NUMBER in call.input.path.values() and call.documents(404):
            # Which numbers there are, nothing tells; that one is nobody's.
            raise Problem(404, f"There is nothing with the number {MISSING_NUMBER}.")
        example = _shown_first(call.operation)
        return (example and self._of_example(call, example)) or self._made(call, Maker())

    def _completed(self, call: Call, answer: Answer) -> Answer:
        """The answer with what the page promises beyond what the things that it is about have."""
        value = Maker().completed(answer.value, answer.schema or self._contract(call))
        return replace(answer, value=value)

    def _contract(self, call: Call) -> Schema:
        return self._contracts.of(call.operation) or {}

    def _made(self, call: Call, maker: Maker) -> Answer:
        """A value of the documented types."""
        operation = call.operation
        if operation.response is None or operation.success is None:
            raise Problem(501, f"The page {operation.path} documents no answer.")
        if operation.success.code in _NO_CONTENT:
            return Answer()
        if operation.response_media_types and not _structured(operation):
            return _specimen(call)
        return Answer(maker.of(self._contract(call)))

    def _dynamic(self, call: Call, code: int | None) -> Answer | None:
        """A made-up value; None where there is none to make up."""
        success, contract = call.operation.success, self._contract(call)
        is_file = call.operation.response_media_types and not _structured(call.operation)
        if success is None or not contract or is_file or code not in (None, success.code):
            return None
        return self._made(call, Maker(secrets.token_hex(8)))

    def _of_status(self, call: Call, code: int) -> Answer:
        """The answer with the status that the client prefers, whether the page documents it."""
        operation = call.operation
        shown = next((e for e in operation.example_responses if e.status == code), None)
        if shown and (answer := self._of_example(call, shown)):
            return answer
        if operation.success and code == operation.success.code:
            return self._made(call, Maker())
        if code >= 400:
            documented = next((s for s in operation.statuses if s.code == code), None)
            detail = documented.description if documented else "The page documents no such status."
            raise Problem(code, detail, headers=[("Preference-Applied", _with_code(code))])
        return Answer(status=code, content=b"", media_type="text/plain")

    def _of_example(self, call: Call, example: ExampleResponse) -> Answer | None:
        """The answer that a sample response shows; None where it has no readable body.

        What contradicts the page's own types is replaced, because the contract is a promise.
        """
        headers = tuple(_copied(example))
        if example.status in _NO_CONTENT:
            return Answer(status=example.status, headers=headers)
        if not example.body:
            return None
        media_type = essence(example.header("Content-Type") or "application/json")
        documented = call.operation.response_media_types
        if is_json(media_type) and documented and not _structured(call.operation):
            # The page shows a value where it promises a file.
            return None
        if not is_json(media_type):
            content = example.body.encode()
            return Answer(None, content, media_type, headers, example.status)
        try:
            value = json.loads(example.body)
        except ValueError:
            return None
        if example.status < 300:
            value = Maker().fitted(value, self._contract(call))
        return Answer(value, headers=headers, status=example.status)

    def _written(self, call: Call, answer: Answer, locale: Locale) -> Response:
        success = call.operation.success
        status = answer.status or (success.code if success else HTTPStatus.OK)
        headers = (*answer.headers, *_documented(call.operation, status, answer.headers))
        if status in _NO_CONTENT:
            return Response(status, headers)
        if answer.content is not None:
            content_type = ("Content-Type", answer.media_type)
            return Response(status, (content_type, *headers), answer.content)
        media_type = call.negotiate(_structured(call.operation) or ["application/json"])
        value = locale.applied(answer.value, answer.schema or self._contract(call))
        value = select(value, call.input.query.get("$select") or "")
        body = codecs.encode(value, media_type, _type_name(call.operation))
        content_type = ("Content-Type", f"{media_type}; charset=utf-8")
        return Response(status, (content_type, *headers), body)


def _shown_first(operation: Operation) -> ExampleResponse | None:
    """The sample response of an ordinary answer: that of a success, where there is one."""
    success, shown = operation.success, operation.example_responses
    if success is None:
        return next((example for example in shown if example.status >= 200), None)
    good = [example for example in shown if 200 <= example.status < 300]
    return min(good, key=lambda example: example.status != success.code, default=None)


def _with_code(code: int | None, *others: str) -> str:
    return ", ".join([*([] if code is None else [f"code={code}"]), *others])


def _numbered(call: Call, name: str, code: int | None) -> ExampleResponse:
    """The sample response of that number, among those with the status if one is preferred."""
    examples = call.operation.example_responses
    found = [e for e in examples if code in (None, e.status)]
    # Only digits of ASCII can be repeated in a header field.
    if not (name.isascii() and name.isdigit() and 1 <= int(name[:9]) <= len(found)):
        raise call.refuse(f"`example` names none of the {len(found)} sample responses.")
    return found[int(name[:9]) - 1]


def _specimen(call: Call) -> Answer:
    """A small file in a documented media type, for an answer that is neither JSON nor XML."""
    documented = call.operation.response_media_types
    media_type = call.negotiate(sorted(documented, key=lambda name: name not in SPECIMENS))
    content = base64.b64decode(SPECIMENS.get(media_type, ""))
    return Answer(content=content, media_type=media_type)


def _structured(operation: Operation) -> list[str]:
    """The documented media types that a value can be written in."""
    media_types = operation.response_media_types
    return [name for name in media_types if is_json(name) or is_xml(name)]


def _documented(
    operation: Operation, status: int, present: tuple[tuple[str, str], ...]
) -> list[tuple[str, str]]:
    """The header fields of the sample response that the answer does not have of its own.

    Dates are left out: they are true of what the page shows and not of what is stored.
    """
    example = next((e for e in operation.example_responses if e.status == status), None)
    names = {name.lower() for name, _ in present} | _DATES
    return [field for field in _copied(example) if field[0].lower() not in names] if example else []


def _copied(example: ExampleResponse) -> list[tuple[str, str]]:
    """The header fields of an example that hold for its answer, dates only where they are some."""
    return [
        (header.name, header.value)
        for header in example.headers
        if header.name.lower() not in _NOT_COPIED and _is_sendable(header.name, header.value)
    ]


def _is_sendable(name: str, value: str) -> bool:
    """Whether a field can be sent: what a page says may be no header field at all."""
    if name.lower() in _DATES and not (value.endswith("GMT") and read_http_date(value)):
        return False
    return all("\x20" <= c <= "\x7e" or c == "\t" for c in value)


def _type_name(operation: Operation) -> str:
    response = operation.response
    data_type = (response.body_type or response.type) if response else None
    return data_type.name if data_type else "response"
