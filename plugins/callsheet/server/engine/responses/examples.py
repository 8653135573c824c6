"""Which of a page's sample responses answers a request."""

from collections.abc import Sequence

from callsheet.http.media_types import JSON, essence, is_json
from callsheet.http.statuses import is_success
from callsheet.memo import cached_by_identity
from callsheet.model import ExampleResponse, Operation
from callsheet.server.engine.call import Call
from callsheet.server.engine.responses.negotiation import (
    is_encodable,
    offered,
    preferred_media_type,
)
from callsheet.server.http.problems import Problem


def shown_first(call: Call) -> ExampleResponse | None:
    """Return the sample response of an ordinary answer: that of a success, where there is one.

    Of several that are in different media types, the client has its choice.
    """
    success, shown = call.operation.success, call.operation.example_responses
    if success is None:
        return next((example for example in shown if example.status >= 200), None)
    return accepted(call, _of_success(call.operation))


@cached_by_identity(4096)
def _of_success(operation: Operation) -> tuple[ExampleResponse, ...]:
    """Return the sample responses of the documented success, else of the first one shown."""
    success, shown = operation.success, operation.example_responses
    good = [example for example in shown if is_success(example.status)]
    if not good or success is None:
        return ()
    status = min(good, key=lambda example: example.status != success.code).status
    return tuple(example for example in good if example.status == status)


def accepted(call: Call, shown: Sequence[ExampleResponse]) -> ExampleResponse | None:
    """Return the first of some sample responses in the media type that the client prefers.

    What is shown as JSON can be had as XML, too. None where it is something else that is shown.
    """
    if not shown:
        return None
    # An example in JSON stands for the value, which can be encoded as XML as well; one in any other
    # media type only stands for itself.
    kinds = [*map(_media_type, shown)]
    listed = offered(call.operation)
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
    if not is_encodable(wanted):
        return None
    return next((e for e, kind in zip(shown, kinds, strict=True) if is_json(kind)), None)


@cached_by_identity(4096)
def _media_type(example: ExampleResponse) -> str:
    return essence(example.header("Content-Type") or JSON)


def chosen(call: Call, name: str, code: int | None) -> tuple[ExampleResponse, str]:
    """Return the sample response of a name or number, and what can be repeated in a header field.

    Raises:
        Problem: There is none.
    """
    found = find_example(call.operation, name, code)
    if found is None:
        count = len(_of_code(call.operation, code))
        raise Problem(404, f"`example` does not name one of the {count} sample responses.")
    return found


def find_example(
    operation: Operation, name: str, code: int | None
) -> tuple[ExampleResponse, str] | None:
    """Return the sample response of a name or number, of the preferred status if there is one.

    A name may be that of the sample request to which it is the response.

    Returns:
        It, and what can be repeated in a header field; None where there is no such response.
    """
    requests, responses = operation.example_requests, operation.example_responses
    found = _of_code(operation, code)
    named = [e for e in found if name and e.name == name]
    if not named and name and len(requests) == len(responses):
        pairs = zip(requests, responses, strict=True)
        named = [e for request, e in pairs if request.name == name and e in found]
    if named:
        is_plain = name.isascii() and name.isprintable() and not set(name) & {'"', "\\"}
        return named[0], f'"{name}"' if is_plain else str(found.index(named[0]) + 1)
    # Only digits of ASCII can be repeated in a header field.
    if not (name.isascii() and name.isdigit() and 1 <= int(name[:9]) <= len(found)):
        return None
    number = int(name[:9])
    return found[number - 1], str(number)


def _of_code(operation: Operation, code: int | None) -> list[ExampleResponse]:
    return [e for e in operation.example_responses if code in (None, e.status)]
