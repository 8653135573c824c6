"""The answer to a valid request: where it comes from, and its encoding."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from callsheet.http.media_types import JSON, essence, is_json
from callsheet.http.statuses import NO_CONTENT, is_success, names_of
from callsheet.model import ExampleResponse, Operation
from callsheet.model.contents import has_no_body, response_contents
from callsheet.schema import ANYTHING
from callsheet.schema.i_json import read_json
from callsheet.server.engine.call import Answer, Behaviour, Call, DeferredAnswer, SlowStart
from callsheet.server.engine.contracts import Contract, Contracts
from callsheet.server.engine.locale import Locale, Locales
from callsheet.server.engine.requests.validation import Input
from callsheet.server.engine.responses.answer_headers import Fields, copied, documented
from callsheet.server.engine.responses.answer_statuses import (
    check_documented,
    check_existence,
    check_query,
    description_of,
    ordinary_status,
    success_with_content,
)
from callsheet.server.engine.responses.examples import accepted, chosen, shown_first
from callsheet.server.engine.responses.negotiation import (
    check_acceptable,
    in_utf8,
    is_encodable,
    is_of_file,
    media_type_of,
    offered,
    offers_of,
    preferred_media_type,
)
from callsheet.server.engine.responses.pairs import ExamplePairs
from callsheet.server.engine.responses.revalidation import (
    can_revalidate,
    check_version,
    dated,
    entity_tag,
    is_unchanged,
    latest,
    sent_again,
)
from callsheet.server.engine.responses.specimens import specimen_file, specimen_of
from callsheet.server.http import codecs
from callsheet.server.http.messages import HttpResponse
from callsheet.server.http.preferences import Preferences
from callsheet.server.http.problems import Problem
from callsheet.server.limits import Limits
from callsheet.server.resources.lifecycle import Lifecycle
from callsheet.server.resources.odata import SELECT, select
from callsheet.server.resources.shown_lists import part_of

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

    def refuses(self, operation: Operation, given: Input) -> bool:
        """Tell whether the page shows how this very request is refused, so that it may be wrong."""
        shown = self._pairs.response(operation, given)
        return shown is not None and _is_refusal(shown)

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
        preferences = Preferences.of(call.request)
        answer, applied = self._preferred(call, preferences)
        if answer is None or is_success(answer.status or HTTPStatus.OK):
            check_acceptable(call)
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
        if preferences.documented:
            check_documented(call.operation, preferences)
        if preferences.example is not None:
            shown, applied = chosen(call, preferences.example, code)
            return self._of_example(call, shown), _with_code(code, f"example={applied}")
        if preferences.dynamic and (generated := self._dynamic(call, code)):
            return generated, _with_code(code, "dynamic=true")
        if code is not None:
            return self._of_status(call, code), _with_code(code)
        return None, ""

    def _usual(self, call: Call) -> Answer | DeferredAnswer:
        shown = self._pairs.response(call.operation, call.input)
        if shown and _is_refusal(shown):
            return self._paired(call, shown)
        if behaviour := self._behaviours.get(call.operation.uid):
            return behaviour(call)
        stored = self._lifecycle.behaviour(call.operation)
        # A success of a collection comes from the collection, even where the page shows one to this
        # very request: whoever has changed a member wants to see the change.
        if shown and not (stored and _is_usual(call, shown)):
            return self._paired(call, shown)
        check_query(call)
        if stored:
            found = stored(call)
            if isinstance(found, Answer):
                return self._completed(call, found)
            return lambda: self._completed(call, found())
        # What is below belongs to no collection. Nothing of it is stored, so that the page alone
        # decides what exists, in which version, and since when.
        self._lifecycle.check_owner(call)
        if call.documents(404):
            check_existence(call)
        if other := success_with_content(call):
            return self._of_status(call, other)
        example = shown_first(call)
        answer = (example and self._of_example(call, example)) or self._generated(call)
        check_version(call, answer)
        return dated(call, answer)

    def _paired(self, call: Call, shown: ExampleResponse) -> Answer:
        """Return the answer that the page shows to that very request, if the client accepts it."""
        kind = essence(shown.header("Content-Type") or JSON)
        # What is shown as JSON is negotiated when it is encoded.
        is_negotiable = is_success(shown.status) and not is_json(kind)
        if is_negotiable and call.negotiate([kind, *offered(call.operation)]) != kind:
            return self._of_status(call, shown.status)
        if answer := self._of_example(call, shown):
            return answer
        if shown.status >= HTTPStatus.BAD_REQUEST:
            detail = description_of(call.operation, shown.status)
            detail = detail or "The page shows this refusal of this request."
            raise Problem(shown.status, detail, wanted=True)
        return self._of_status(call, shown.status)

    def _completed(self, call: Call, answer: Answer) -> Answer:
        """Add the properties that the page promises and stored members lack.

        Where the page documents no body, none is sent.
        """
        status = answer.status or ordinary_status(call.operation)
        if answer.schema is None and self._is_without_body(call, status):
            return replace(_EMPTY, status=answer.status, headers=answer.headers)
        if answer.schema is None and answer.content is None and is_of_file(call):
            made = _file(call, offered(call.operation), self._contract(call))
            return replace(made, status=answer.status, headers=answer.headers)
        contract = (
            Contract(answer.schema, self._contracts.types)
            if answer.schema
            else self._contract(call)
        )
        # Members come from several operations, whose pages may not agree about them.
        value = self._contract(call).kept(contract.complete(answer.value))
        return replace(answer, value=value)

    def _is_without_body(self, call: Call, status: int) -> bool:
        """Tell whether neither the page nor its examples describe the body of a status."""
        operation = call.operation
        is_unknown = self._contract(call).schema == ANYTHING
        return has_no_body(operation, status) or (
            is_unknown and not response_contents(operation, status)
        )

    def _contract(self, call: Call) -> Contract:
        return self._contracts.of(call.operation)

    def _generated(self, call: Call, seed: str | None = None) -> Answer:
        """Generate a value of the documented types, the plainest one without a seed."""
        operation = call.operation
        status = ordinary_status(operation)
        if status in NO_CONTENT:
            return Answer(status=status)
        if not is_success(status) or has_no_body(operation, status):
            return replace(_EMPTY, status=status)
        contract = self._contract(call)
        if is_of_file(call):
            return _file(call, offered(operation), contract)
        if self._is_without_body(call, status):
            return replace(_EMPTY, status=status)
        return Answer(contract.generate(seed) if seed else contract.specimen())

    def _dynamic(self, call: Call, code: int | None) -> Answer | None:
        """Generate an arbitrary value; return None where there is none to generate."""
        success = call.operation.success
        if success is None or self._contract(call).schema == ANYTHING:
            return None
        if is_of_file(call) or code not in (None, success.code):
            return None
        return self._generated(call, secrets.token_hex(8))

    def _of_status(self, call: Call, code: int) -> Answer:
        """Return an answer with the preferred status, whether or not the page has it."""
        operation = call.operation
        shown = accepted(call, [e for e in operation.example_responses if e.status == code])
        if shown and (answer := self._of_example(call, shown)):
            return answer
        if operation.success and code == operation.success.code:
            return self._generated(call)
        if code < HTTPStatus.BAD_REQUEST and has_no_body(operation, code):
            return replace(_EMPTY, status=code)
        if code >= 400:
            detail = description_of(operation, code) or "The page documents no such status."
            applied = [("Preference-Applied", _with_code(code))]
            raise Problem(code, detail, headers=applied, wanted=True)
        bodies = operation.response.bodies if operation.response else ()
        contract = self._contracts.of(operation, code)
        own = [c.media_type for c in response_contents(operation, code) if c.own]
        if own and not is_encodable(preferred_media_type(call.request, own)):
            return replace(_file(call, own, contract), status=code)
        # A further success has the body of all of them, unless it has a section of its own.
        is_described = is_success(code) and contract.schema != ANYTHING and not is_of_file(call)
        if is_described or any(body.status in names_of(code) for body in bodies):
            return Answer(contract.specimen(), status=code, schema=contract.schema)
        if is_success(code) and is_of_file(call):
            return replace(_file(call, offered(operation), contract), status=code)
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
        if is_success(example.status) and is_of_file(call):
            # The page shows a value where it promises a file.
            return None
        key = (call.operation.uid, example.span.start)
        if key not in self._shown:
            try:
                value = read_json(example.body)
            except ValueError:
                return None
            contract = self._contracts.of(call.operation, example.status)
            self._shown[key] = contract.repair(value) if is_success(example.status) else value
        return Answer(
            self._shown[key],
            headers=headers,
            status=example.status,
            offers=() if is_success(example.status) else offers_of(call.operation, example),
        )

    def _written(self, call: Call, answer: Answer, locale: Locale) -> HttpResponse:
        success = call.operation.success
        status = answer.status or (success.code if success else HTTPStatus.OK)
        if status in NO_CONTENT:
            return _response(call, status, answer.headers)
        if answer.content is not None:
            kind = (("Content-Type", answer.media_type),) if answer.media_type else ()
            return _response(call, status, (*kind, *answer.headers), answer.content)
        media_type = media_type_of(call, status, answer.offers)
        value = locale.apply(answer.value, answer.schema or self._contract(call).schema)
        value = self._in_media_type(call.operation, status, media_type, value)
        if answer.schema is None and is_success(status) and call.input.query:
            # A list of a collection has its schema, and is the wanted part already.
            value = part_of(value, call, self._contracts.of(call.operation, status, whole=False))
        if selection := call.input.query.get(SELECT):
            value = select(
                value, selection, self._contracts.of(call.operation, status, whole=False)
            )
        body = codecs.encode(value, media_type, _type_name(call.operation))
        # Clients send null for what they leave out, and get nothing back for it.
        if b"null" in body and is_success(status):
            published = self._contracts.of(call.operation, status, whole=False)
            if (found := published.without_wrong_nulls(value)) is not value:
                body = codecs.encode(found, media_type, _type_name(call.operation))
        named = {name.lower() for name, _ in answer.headers}
        language = () if "content-language" in named else locale.fields
        fields = (("Content-Type", in_utf8(media_type)), *language, *answer.headers)
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
    fields = (*fields, *latest(call, status, fields))
    headers = (*fields, *documented(call.operation, status, fields))
    if not (may_revalidate and is_unchanged(call.request.headers, headers)):
        return HttpResponse(status, headers, content)
    again = sent_again(headers)
    return HttpResponse(304, (*again, *documented(call.operation, 304, again)))


def _is_refusal(example: ExampleResponse) -> bool:
    return 400 <= example.status < 500


def _is_usual(call: Call, example: ExampleResponse) -> bool:
    """Tell whether an example shows the documented success."""
    success = call.operation.success
    return success is not None and example.status == success.code


def _with_code(code: int | None, *others: str) -> str:
    return ", ".join([*([] if code is None else [f"code={code}"]), *others])


def _file(call: Call, offers: Sequence[str], contract: Contract) -> Answer:
    """Return a small file in a documented media type that is neither JSON nor XML."""
    files = [name for name in offers if not is_encodable(name)]
    files.sort(key=lambda name: specimen_of(essence(name)) is None)
    media_type = essence(preferred_media_type(call.request, files))
    return Answer(content=specimen_file(media_type, contract), media_type=media_type)


def _type_name(operation: Operation) -> str:
    response = operation.response
    data_type = (response.body_type or response.type) if response else None
    return data_type.name if data_type else "response"
