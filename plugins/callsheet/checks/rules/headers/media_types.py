"""Media types of examples: missing, or not listed on the page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from callsheet.checks.model.examples import ExampleMessage, code, requests, responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import related_row
from callsheet.checks.parsing.words import did_you_mean, likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule, operation_rule
from callsheet.findings import Severity
from callsheet.http.media_types import essence, negotiate
from callsheet.http.statuses import is_success
from callsheet.model import Header, Location, Operation
from callsheet.model.operation import response_to

_WILDCARDS = ("*/*", "*")


def _listed_for_requests(operation: Operation) -> tuple[str, ...]:
    """Return the media types for requests, listed in the row and in headings of bodies."""
    listed = operation.request_media_types
    named = [body.media_type for body in operation.request_bodies]
    # A body without a media type may have any that the row does not list.
    return (*listed, *filter(None, named)) if listed or all(named) else ()


def _listed_for_responses(operation: Operation) -> tuple[str, ...]:
    """Return the media types for responses, listed in the row and in headings of bodies."""
    listed = operation.response_media_types
    bodies = operation.response.bodies if operation.response else ()
    return (*listed, *(body.media_type for body in bodies if body.media_type)) if listed else ()


def _unlisted_media_types(
    example: ExampleMessage, header_name: str, listed: tuple[str, ...]
) -> Iterator[Diagnostic]:
    """Report media types in a header field that its row does not list.

    Args:
        example: The example.
        header_name: The header field.
        listed: The media types of the row; if empty, any may be right.
    """
    known = {essence(media_type) for media_type in listed}
    if not known or known & set(_WILDCARDS):
        return
    for header in example.message.headers:
        is_type = header.name.lower() == "content-type"
        if header.name.lower() != header_name.lower() or (is_type and example.is_mislabelled):
            continue
        wanted = [part.strip() for part in header.value.split(",") if part.strip()]
        # Another rule reports what is not a media type at all.
        wrong = [p for p in wanted if "/" in p and not _is_listed(essence(p), known)]
        # A client may accept more than the server offers; one listed type is enough.
        if header_name.lower() == "accept" and len(wrong) < len(wanted):
            wrong = [part for part in wrong if likely_meant(essence(part), known)]
        for part in wrong:
            yield _unlisted(example, header, part, listed)


def _is_listed(media_type: str, known: Iterable[str]) -> bool:
    if media_type in known or media_type in _WILDCARDS:
        return True
    family = media_type.removesuffix("*") if media_type.endswith("/*") else None
    return family is not None and any(other.startswith(family) for other in known)


def _unlisted(
    example: ExampleMessage, header: Header, part: str, listed: tuple[str, ...]
) -> Diagnostic:
    page = example.page
    row_name = (
        "content-type" if example.is_request and header.name.lower() == "content-type" else "accept"
    )
    row = next(
        (r for r in page.operation.parameters_in(Location.HEADER) if r.name.lower() == row_name),
        None,
    )
    related = (related_row(page, row),) if row else ()
    shown = part.partition(";")[0].strip()
    place = page.find(header.span.start, shown)
    return Diagnostic(
        place,
        f"The page does not list {code(shown)}, the `{header.name}` of the example.",
        did_you_mean(shown, listed),
        related,
    )


def _unlisted_in_requests(page: OperationPage) -> Iterator[Diagnostic]:
    sent, answered = _listed_for_requests(page.operation), _listed_for_responses(page.operation)
    for example in requests(page):
        yield from _unlisted_media_types(example, "Content-Type", sent)
        yield from _unlisted_media_types(example, "Accept", answered)


def _unlisted_in_responses(page: OperationPage) -> Iterator[Diagnostic]:
    listed = _listed_for_responses(page.operation)
    for example in responses(page):
        if 200 <= getattr(example.message, "status", 0) < 300:
            yield from _unlisted_media_types(example, "Content-Type", listed)


_REQUEST_MEDIA_TYPE = OperationRule(
    code="CS311",
    name="request-media-type",
    severity=Severity.ERROR,
    summary="An example request sends or wants a media type that the page does not list.",
    cause=(
        "The rows `Content-Type` and `Accept` of the header table list what the operation takes "
        "and gives, in backticks. An example that sends or wants something else is refused with "
        "415 or 406. It is misspelled, or the list is incomplete."
    ),
    hint="Correct it, or add it to the row of the header table.",
    examples=(Example("Accept: application/json\n\n", "Accept: text/csv\n\n"),),
    superseded_at_source_by=("media-type",),
    subject=Subject.MEDIA_TYPES,
    check=_unlisted_in_requests,
)


_RESPONSE_MEDIA_TYPE = replace(
    _REQUEST_MEDIA_TYPE,
    code="CS411",
    name="response-media-type",
    summary="The `Content-Type` of an example response is not among those that the page lists.",
    cause=(
        "The row `Accept` of the header table lists what the operation gives, in backticks. "
        "Errors are left alone, as they may come in a format of their own."
    ),
    hint="Correct it, or add it to the row `Accept` of the header table.",
    examples=(
        Example(
            "Content-Type: application/json; charset=utf-8",
            "Content-Type: text/json; charset=utf-8",
        ),
    ),
    check=_unlisted_in_responses,
)


@Example("Accept: application/json\n\n", "Accept: application/xml\n\n")
@operation_rule(
    code="CS426",
    name="response-not-accepted",
    severity=Severity.ERROR,
    summary="An example response is in a media type that its example request does not accept.",
    cause=(
        "A request and the response of the same name, or the first one below it, belong together. "
        "A server answers in a media type that the client accepts, or with 406."
    ),
    hint="Correct the `Accept` of the request or the `Content-Type` of the response.",
    superseded_at_source_by=("request-media-type", "request-header-value"),
    subject=Subject.MEDIA_TYPES,
)
def _unaccepted_responses(page: OperationPage) -> Iterator[Diagnostic]:
    """Report responses in a media type that the request to which they belong does not accept."""
    listed = tuple(map(essence, _listed_for_responses(page.operation)))
    by_message = {id(example.message): example for example in responses(page)}
    for request in page.operation.example_requests:
        response = response_to(page.operation, request)
        if response is None or not is_success(response.status):
            continue
        answer = by_message[id(response)]
        accept = next((h for h in request.headers if h.name.lower() == "accept"), None)
        given = next((h for h in response.headers if h.name.lower() == "content-type"), None)
        if accept is None or given is None or "/" not in answer.content_type:
            continue
        if answer.is_mislabelled or negotiate(accept.value, [answer.content_type]):
            continue
        # Another rule reports what the page does not list.
        if listed and not _is_listed(answer.content_type, listed):
            continue
        yield Diagnostic(
            answer.header_value(given),
            f"The example response is {code(answer.content_type)}, and its request accepts "
            f"{code(accept.value)}.",
            related=(page.related(accept.span.start, "what the request accepts"),),
        )


def _bodies_without_content_type(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report bodies without `Content-Type`."""
    for example in examples:
        if not example.has_body or example.misplaced_header is not None:
            continue
        names = [header.name for header in example.message.headers]
        if any(likely_meant(name, ["Content-Type"]) for name in names):
            continue  # Another rule reports the misspelt name.
        if example.message.header("Content-Type") is None:
            yield Diagnostic(example.first_line(), "The example has a body and no `Content-Type`.")


_REQUEST_CONTENT_TYPE_MISSING = OperationRule(
    code="CS310",
    name="request-content-type-missing",
    severity=Severity.ERROR,
    summary="An example request has a body and no `Content-Type`.",
    cause=(
        "Without `Content-Type` nobody knows what the body is (RFC 9110, 8.3); many servers and "
        "clients refuse it."
    ),
    hint="Add the header field `Content-Type`.",
    examples=(
        Example(
            "PUT /api/v1/Depot/north/Parcel/7?notify=true\n"
            "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==\n"
            "Content-Type: application/json\n",
            "PUT /api/v1/Depot/north/Parcel/7?notify=true\n"
            "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==\n",
        ),
    ),
    superseded_by=("request-body-undocumented",),
    subject=Subject.UNLABELLED_BODIES,
    check=lambda page: _bodies_without_content_type(requests(page)),
)


_RESPONSE_CONTENT_TYPE_MISSING = replace(
    _REQUEST_CONTENT_TYPE_MISSING,
    code="CS410",
    name="response-content-type-missing",
    summary="An example response has a body and no `Content-Type`.",
    examples=(Example("Content-Type: application/json; charset=utf-8\n", ""),),
    superseded_by=(),
    check=lambda page: _bodies_without_content_type(responses(page)),
)
