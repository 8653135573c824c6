"""The answer to a valid request: where it comes from, and its encoding."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from callsheet.http.media_types import JSON, essence, is_json, is_xml, negotiate, parameters
from callsheet.http.statuses import NO_CONTENT, is_success, names_of
from callsheet.memo import cached_by_identity
from callsheet.model import ExampleResponse, Operation
from callsheet.model.contents import has_own_section, response_contents
from callsheet.samples.assets import asset_for, read_asset
from callsheet.samples.request.defaults import MISSING_NUMBER
from callsheet.schema import ANYTHING
from callsheet.server.engine.answer_headers import Fields, copied, documented
from callsheet.server.engine.call import Answer, Behaviour, Call, DeferredAnswer, SlowStart
from callsheet.server.engine.contracts import Contract, Contracts
from callsheet.server.engine.locale import Locale, Locales
from callsheet.server.engine.pairs import ExamplePairs
from callsheet.server.engine.revalidation import (
    can_revalidate,
    entity_tag,
    is_unchanged,
    sent_again,
)
from callsheet.server.engine.validation import Input
from callsheet.server.http import codecs
from callsheet.server.http.messages import HttpRequest, HttpResponse
from callsheet.server.http.preferences import Preferences
from callsheet.server.http.problems import Problem
from callsheet.server.limits import Limits
from callsheet.server.resources.lifecycle import Lifecycle
from callsheet.server.resources.odata import select

_PUBLISHED = "Thu, 01 Jan 2026 00:00:00 GMT"
"""When what is no member of a collection was last modified: it is always the same."""

_EMPTY = Answer(content=b"", media_type="")


class Responder:
    """Answers valid requests.

    What the client prefers comes first; then the operation's own behaviour, what is stored, the
    example of the page, and a value made of its contract, whichever there is.

    Args:
        behaviours: What operations do, by uid.
        lifecycle: What they do with collections.
        contracts: The schemas of their responses.
        locales: Reads in which language and time zone an answer is written.
        pairs: The responses that pages show to requests of their own.
    """

    def __init__(
        self,
        behaviours: Mapping[str, Behaviour],
        lifecycle: Lifecycle,
        contracts: Contracts,
        locales: Locales,
        pairs: ExamplePairs,
    ) -> None:
        self._behaviours = behaviours
        self._lifecycle = lifecycle
        self._contracts = contracts
        self._locales = locales
        self._pairs = pairs
        # What the examples of pages show, made to fit; by the identity of what is never changed.
        self._shown: dict[tuple[str, int], Any] = {}

    def starts_slowly(self, operation: Operation, given: Input, limits: Limits) -> bool:
        """Tell whether an operation is slow with these values, before it uses the state."""
        behaviour = self._behaviours.get(operation.uid)
        return isinstance(behaviour, SlowStart) and behaviour.is_slow(given, limits)

    def respond(self, call: Call) -> HttpResponse | Callable[[], HttpResponse]:
        """Return the response to a valid request, or a function that returns it where that is slow.

        Raises:
            Problem: The answer is a refusal.
        """
        locale = self._locales.of(call)
        preferences = Preferences.read(call.request.headers.get("Prefer"))
        answer, applied = self._preferred(call, preferences)
        if answer is None or is_success(answer.status or HTTPStatus.OK):
            _check_acceptable(call)
        if answer is None:
            usual = self._usual(call)
            if not isinstance(usual, Answer):
                return lambda: self._written(call, usual(), locale)
            answer = usual
        response = self._written(call, answer, locale)
        if applied:
            fields = (*response.headers, ("Preference-Applied", applied))
            return HttpResponse(response.status, fields, response.body)
        return response

    def _preferred(self, call: Call, preferences: Preferences) -> tuple[Answer | None, str]:
        """Return the answer that the client prefers, if any, and which preferences were followed.

        Nothing is changed by it: who asks for an answer wants to see it.
        """
        code = preferences.code
        if preferences.example is not None:
            shown, applied = _chosen(call, preferences.example, code)
            return self._of_example(call, shown), _with_code(code, f"example={applied}")
        if preferences.dynamic and (made := self._dynamic(call, code)):
            return made, _with_code(code, "dynamic=true")
        if code is not None:
            return self._of_status(call, code), _with_code(code)
        return None, ""

    def _usual(self, call: Call) -> Answer | DeferredAnswer:
        if behaviour := self._behaviours.get(call.operation.uid):
            return behaviour(call)
        stored = self._lifecycle.behaviour(call.operation)
        if (shown := self._pairs.response(call)) and not (stored and _is_usual(call, shown)):
            return self._paired(call, shown)
        if stored:
            found = stored(call)
            if isinstance(found, Answer):
                return self._completed(call, found)
            return lambda: self._completed(call, found())
        self._lifecycle.check_owner(call)
        given = call.input
        if (
            MISSING_NUMBER in given.path.values() or MISSING_NUMBER in given.query.values()
        ) and call.documents(404):
            # Which numbers there are, nothing tells; that one is nobody's.
            raise Problem(404, f"There is nothing with the number {MISSING_NUMBER}.")
        example = _shown_first(call)
        answer = (example and self._of_example(call, example)) or self._generated(call)
        return _dated(call, answer)

    def _paired(self, call: Call, shown: ExampleResponse) -> Answer:
        """Return the answer that the page shows to that very request."""
        if answer := self._of_example(call, shown):
            return answer
        if shown.status >= HTTPStatus.BAD_REQUEST:
            detail = _description_of(call.operation, shown.status)
            detail = detail or "The page shows this refusal of this request."
            raise Problem(shown.status, detail, wanted=True)
        return self._of_status(call, shown.status)

    def _completed(self, call: Call, answer: Answer) -> Answer:
        """Add the properties that the page promises and stored members lack."""
        contract = (
            Contract(answer.schema, self._contracts.types)
            if answer.schema
            else self._contract(call)
        )
        return replace(answer, value=contract.complete(answer.value))

    def _contract(self, call: Call) -> Contract:
        return self._contracts.of(call.operation)

    def _generated(self, call: Call, seed: str | None = None) -> Answer:
        """Generate a value of the documented types, the plainest one without a seed."""
        operation = call.operation
        if operation.response is None or operation.success is None:
            raise Problem(501, f"The page {operation.path} documents no answer.")
        if operation.success.code in NO_CONTENT:
            return Answer()
        if _is_without_body(operation, operation.success.code):
            return _EMPTY
        if _is_of_file(call):
            return _specimen(call, self._contract(call))
        contract = self._contract(call)
        return Answer(contract.generate(seed) if seed else contract.specimen())

    def _dynamic(self, call: Call, code: int | None) -> Answer | None:
        """Generate an arbitrary value; return None where there is none to generate."""
        success = call.operation.success
        if success is None or self._contract(call).schema == ANYTHING:
            return None
        if _is_of_file(call) or code not in (None, success.code):
            return None
        return self._generated(call, secrets.token_hex(8))

    def _of_status(self, call: Call, code: int) -> Answer:
        """Return an answer with the preferred status, whether or not the page has it."""
        operation = call.operation
        shown = _accepted(call, [e for e in operation.example_responses if e.status == code])
        if shown and (answer := self._of_example(call, shown)):
            return answer
        if operation.success and code == operation.success.code:
            return self._generated(call)
        if code < HTTPStatus.BAD_REQUEST and _is_without_body(operation, code):
            return replace(_EMPTY, status=code)
        if code >= 400:
            detail = _description_of(operation, code) or "The page documents no such status."
            applied = [("Preference-Applied", _with_code(code))]
            raise Problem(code, detail, headers=applied, wanted=True)
        bodies = operation.response.bodies if operation.response else ()
        contract = self._contracts.of(operation, code)
        # A further success has the body of all of them, unless it has a section of its own.
        is_told = is_success(code) and contract.schema != ANYTHING and not _is_of_file(call)
        if is_told or any(body.status in names_of(code) for body in bodies):
            return Answer(contract.specimen(), status=code, schema=contract.schema)
        return replace(_EMPTY, status=code)

    def _of_example(self, call: Call, example: ExampleResponse) -> Answer | None:
        """Return the answer that a sample response shows; None where it has no readable body.

        What contradicts the page's own types is replaced, because the contract is a promise.
        """
        headers = copied(example)
        if example.status in NO_CONTENT:
            return Answer(status=example.status, headers=headers)
        if not example.body:
            return None
        media_type = example.header("Content-Type") or JSON
        if not is_json(media_type):
            content = example.body.encode()
            return Answer(None, content, essence(media_type), headers, example.status)
        if is_success(example.status) and _is_of_file(call):
            # The page shows a value where it promises a file.
            return None
        key = (call.operation.uid, example.span.start)
        if key not in self._shown:
            try:
                value = json.loads(example.body)
            except ValueError:
                return None
            fits = is_success(example.status)
            self._shown[key] = self._contract(call).repair(value) if fits else value
        return Answer(
            self._shown[key],
            headers=headers,
            status=example.status,
            offers=() if is_success(example.status) else _offers_of(call.operation, example),
        )

    def _written(self, call: Call, answer: Answer, locale: Locale) -> HttpResponse:
        success = call.operation.success
        status = answer.status or (success.code if success else HTTPStatus.OK)
        if status in NO_CONTENT:
            return _response(call, status, answer.headers)
        if answer.content is not None:
            kind = (("Content-Type", answer.media_type),) if answer.media_type else ()
            return _response(call, status, (*kind, *answer.headers), answer.content)
        media_type = _media_type(call, status, answer.offers)
        value = locale.apply(answer.value, answer.schema or self._contract(call).schema)
        value = self._in_media_type(call.operation, status, media_type, value)
        value = select(value, call.input.query.get("$select") or "")
        body = codecs.encode(value, media_type, _type_name(call.operation))
        fields = (("Content-Type", in_utf8(media_type)), *answer.headers)
        return _response(call, status, fields, body)

    def _in_media_type(self, operation: Operation, status: int, media_type: str, value: Any) -> Any:
        """Return a value, or a generated one if the page has another body for the media type."""
        bodies = operation.response.bodies if operation.response else ()
        if not any(body.media_type for body in bodies):
            return value
        kind = essence(media_type)
        contents = response_contents(operation, status)
        own = next(
            (each for each in contents if each.own and essence(each.media_type) == kind), None
        )
        if own is None:
            return value
        contract = Contract(own.schema, self._contracts.types)
        known = {item.name for item in contract.schema.properties}
        is_other = isinstance(value, dict) and bool(known) and not value.keys() <= known
        return contract.specimen() if is_other or not contract.fits(value) else value


def _response(call: Call, status: int, fields: Fields, content: bytes = b"") -> HttpResponse:
    """Return a response with all documented fields; 304 if the client has it already."""
    may_revalidate = status not in NO_CONTENT and can_revalidate(call, status)
    if may_revalidate:
        fields = (*fields, *entity_tag(fields, content))
    headers = (*fields, *documented(call.operation, status, fields))
    if not (may_revalidate and is_unchanged(call.request.headers, headers)):
        return HttpResponse(status, headers, content)
    again = sent_again(headers)
    return HttpResponse(304, (*again, *documented(call.operation, 304, again)))


def _is_usual(call: Call, example: ExampleResponse) -> bool:
    """Tell whether an example shows the documented success."""
    success = call.operation.success
    return success is not None and example.status == success.code


def _dated(call: Call, answer: Answer) -> Answer:
    """Date an answer that never changes, where a client may ask whether it did."""
    is_dated = any(name.lower() == "last-modified" for name, _ in answer.headers)
    if is_dated or not can_revalidate(call, answer.status or HTTPStatus.OK):
        return answer
    return replace(answer, headers=(*answer.headers, ("Last-Modified", _PUBLISHED)))


def _is_without_body(operation: Operation, status: int) -> bool:
    """Tell whether a section about a status, or its class, says that there is no body."""
    return has_own_section(operation, status) and not response_contents(operation, status)


def _check_acceptable(call: Call) -> None:
    """Refuse an `Accept` that no success could satisfy before anything is changed."""
    if known := _acceptable(call.operation):
        call.negotiate(known)


def _media_type(call: Call, status: int, offers: Sequence[str]) -> str:
    """Return the media type that a value is encoded in.

    What the client accepts of successes need not say anything of refusals (RFC 9110, 15.5.7).
    """
    if is_success(status):
        return call.negotiate(offers or _structured(call.operation) or [JSON])
    contents = response_contents(call.operation, status)
    documented = [c.media_type for c in contents if _is_structured(c.media_type)]
    return preferred_media_type(call.request, offers or documented or [JSON])


def preferred_media_type(request: HttpRequest, offers: Sequence[str]) -> str:
    """Return the media type that a client likes best, else the first of them."""
    return negotiate(request.headers.get("Accept"), offers) or offers[0]


def _offers_of(operation: Operation, example: ExampleResponse) -> tuple[str, ...]:
    """Return the media types that the example of a refusal can be had in."""
    kind = essence(example.header("Content-Type") or JSON)
    contents = response_contents(operation, example.status)
    documented = tuple(c.media_type for c in contents if _is_structured(c.media_type))
    if not contents:
        documented = _structured(operation)
    return documented if kind in map(essence, documented) else (kind,)


def _shown_first(call: Call) -> ExampleResponse | None:
    """Return the sample response of an ordinary answer: that of a success, where there is one.

    Of several that are in different media types, the client has its choice.
    """
    success, shown = call.operation.success, call.operation.example_responses
    if success is None:
        return next((example for example in shown if example.status >= 200), None)
    return _accepted(call, _of_success(call.operation))


@cached_by_identity(4096)
def _of_success(operation: Operation) -> tuple[ExampleResponse, ...]:
    """Return the sample responses of the documented success, else of the first one shown."""
    success, shown = operation.success, operation.example_responses
    good = [example for example in shown if is_success(example.status)]
    if not good or success is None:
        return ()
    status = min(good, key=lambda example: example.status != success.code).status
    return tuple(example for example in good if example.status == status)


def _accepted(call: Call, shown: Sequence[ExampleResponse]) -> ExampleResponse | None:
    """Return the first of some sample responses in the media type that the client prefers.

    What is shown as JSON can be had as XML, too. None where it is something else that is shown.
    """
    if not shown:
        return None
    kinds = [essence(example.header("Content-Type") or JSON) for example in shown]
    listed = _offered(call.operation)
    if is_success(shown[0].status) and listed:
        wanted = essence(preferred_media_type(call.request, listed))
    elif len(set(kinds)) > 1:
        offers = tuple(dict.fromkeys(kinds))
        is_good = is_success(shown[0].status)
        wanted = call.negotiate(offers) if is_good else preferred_media_type(call.request, offers)
    else:
        return shown[0]
    if wanted in kinds:
        return shown[kinds.index(wanted)]
    if not _is_structured(wanted):
        return None
    return next((e for e, kind in zip(shown, kinds, strict=True) if is_json(kind)), None)


def _with_code(code: int | None, *others: str) -> str:
    return ", ".join([*([] if code is None else [f"code={code}"]), *others])


def _chosen(call: Call, name: str, code: int | None) -> tuple[ExampleResponse, str]:
    """Return the sample response of a name or number, of the preferred status if there is one.

    A name may be that of the sample request to which it is the response.

    Returns:
        It, and what can be repeated in a header field.
    """
    operation = call.operation
    requests, responses = operation.example_requests, operation.example_responses
    found = [e for e in responses if code in (None, e.status)]
    named = [e for e in found if name and e.name == name]
    if not named and name and len(requests) == len(responses):
        pairs = zip(requests, responses, strict=True)
        named = [e for asked, e in pairs if asked.name == name and e in found]
    if named:
        is_plain = name.isascii() and name.isprintable() and not set(name) & {'"', "\\"}
        return named[0], f'"{name}"' if is_plain else str(found.index(named[0]) + 1)
    # Only digits of ASCII can be repeated in a header field.
    if not (name.isascii() and name.isdigit() and 1 <= int(name[:9]) <= len(found)):
        raise call.refuse(f"`example` names none of the {len(found)} sample responses.")
    number = int(name[:9])
    return found[number - 1], str(number)


def _description_of(operation: Operation, code: int) -> str:
    """Return the description of a status, or of its class."""
    said = {str(status.code): status.description for status in operation.statuses}
    ranges = operation.response.ranges if operation.response else ()
    said |= {found.name: found.description for found in ranges}
    return next((said[name] for name in names_of(code) if said.get(name)), "")


def _specimen(call: Call, contract: Contract) -> Answer:
    """Return a small file in a documented media type that is neither JSON nor XML."""
    files = [name for name in _offered(call.operation) if not _is_structured(name)]
    files.sort(key=lambda name: not asset_for(name))
    media_type = essence(preferred_media_type(call.request, files))
    if asset := asset_for(media_type):
        return Answer(content=read_asset(asset.name), media_type=media_type)
    value = contract.specimen() if contract.type == "string" else ""
    # An empty file would be taken for none.
    text = value or f"A specimen of {media_type}\r\n"
    return Answer(content=text.encode(), media_type=media_type)


@cached_by_identity(4096)
def _offered(operation: Operation) -> tuple[str, ...]:
    """Return the media types of a success: those of its sections, and those that the page lists.

    Where sections describe all of it, others that are listed are those of other statuses.
    """
    success, listed = operation.success, operation.response_media_types
    contents = response_contents(operation, success.code) if success else ()
    own = tuple(content.media_type for content in contents if content.own)
    if own and len(own) == len(contents):
        known = set(own)
        return tuple(dict.fromkeys((*(name for name in listed if name in known), *own)))
    return tuple(dict.fromkeys((*listed, *own)))


@cached_by_identity(4096)
def _acceptable(operation: Operation) -> tuple[str, ...]:
    """Return the media types that a client may ask for, of which a success may have fewer."""
    return tuple(dict.fromkeys((*operation.response_media_types, *_offered(operation))))


def _is_of_file(call: Call) -> bool:
    """Tell whether the client gets a success in a media type that is neither JSON nor XML."""
    offered = _offered(call.operation)
    return bool(offered) and not _is_structured(preferred_media_type(call.request, offered))


def _is_structured(media_type: str) -> bool:
    """Tell whether a value can be encoded in a media type."""
    return is_json(media_type) or is_xml(media_type)


def _structured(operation: Operation) -> tuple[str, ...]:
    """Return the documented media types that a value can be encoded in."""
    return _structured_of(_offered(operation))


@cached_by_identity(4096)
def _structured_of(media_types: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in media_types if _is_structured(name))


def in_utf8(media_type: str) -> str:
    """Return a media type with the charset UTF-8."""
    charset = parameters(media_type).get("charset")
    if charset is None:
        return f"{media_type}; charset=utf-8"
    return media_type if charset.lower() == "utf-8" else f"{essence(media_type)}; charset=utf-8"


def _type_name(operation: Operation) -> str:
    response = operation.response
    data_type = (response.body_type or response.type) if response else None
    return data_type.name if data_type else "response"
