"""Missing promises: what operations of this kind usually document."""

from collections.abc import Iterator
from http import HTTPStatus

from callsheet.checks.model.examples import typed_responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.rule import Diagnostic, Example, operation_rule
from callsheet.findings import Severity
from callsheet.model import Location, Operation, SectionKind

_ERRORS = range(400, 500)
_REFUSED = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)


def _has_errors(operation: Operation, codes: range | tuple[int, ...]) -> bool:
    """Tell whether the page documents one of these statuses, or a class that includes them."""
    response = operation.response
    if any(status.code in codes for status in operation.status_rows):
        return True
    return response is not None and bool(response.ranges)


@Example(
    "```\n\nChanges what is known of a parcel, and gives it back as it is stored.\n",
    "```\n",
)
@operation_rule(
    code="CS130",
    name="no-description",
    severity=Severity.NOTE,
    summary="An operation has no description under its route.",
    cause="Method and route tell what is called, not what it is good for.",
    hint="Say in a sentence below the route what the operation does.",
    applies_to_imports=False,
    subject=Subject.UNDESCRIBED,
)
def _no_descriptions(page: OperationPage) -> Iterator[Diagnostic]:
    first = page.sections[0]
    prose = [text for section in page.operation.sections[:1] for text in section.prose]
    if first.kind is SectionKind.DESCRIPTION and not any(t.markdown.strip() for t in prose):
        route = page.operation.route
        blocks = (b for b in page.document.blocks if b.span.start <= route.span.start <= b.span.end)
        line = next((block.span.end for block in blocks), route.span.start)
        yield Diagnostic(page.whole_line(line), f"`{route.template}` has no description.")


@Example(
    "| 401 | The user or the password is wrong. |\n| 404 | There is no such parcel. |\n"
    "| 412 | It was changed since the given date. |\n",
    "",
)
@operation_rule(
    code="CS435",
    name="no-client-error",
    severity=Severity.NOTE,
    summary="An operation with a path parameter or a body documents no status 4xx.",
    cause=(
        "What a caller sends can be wrong, or not there. A reader who knows no status for that "
        "writes no code for it."
    ),
    hint="Document the statuses that a caller may get, such as 400 or 404.",
    superseded_by=("no-success",),
    applies_to_imports=False,
    subject=Subject.PATHS_AND_BODIES,
)
def _no_client_errors(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    takes = operation.parameters_in(Location.PATH) or operation.request_body
    if takes and operation.status_rows and not _has_errors(operation, _ERRORS):
        place = page.whole_line(operation.status_rows[-1].span.start)
        yield Diagnostic(place, "No error of a caller is documented, such as 400 or 404.")


@Example("| 401 | The user or the password is wrong. |\n", "")
@operation_rule(
    code="CS433",
    name="no-refusal",
    severity=Severity.NOTE,
    summary="An operation takes credentials, and documents neither 401 nor 403.",
    cause="Credentials can be wrong or not enough, and a caller has to tell that from an error.",
    hint="Document 401 or 403.",
    applies_to_imports=False,
    subject=Subject.CREDENTIALS,
)
def _no_refusals(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    # Where no error is documented at all, that is one thing to say.
    if not _has_errors(operation, _ERRORS) or _has_errors(operation, _REFUSED):
        return
    headers = operation.parameters_in(Location.HEADER)
    row = next((row for row in headers if row.name.lower() == "authorization"), None)
    if row is not None:
        place = page.whole_line(operation.status_rows[-1].span.start)
        related = page.related(row.span.start, "the row of `Authorization`")
        message = "The request has credentials, and neither 401 nor 403 is documented."
        yield Diagnostic(place, message, related=(related,))


@Example(
    "| 200 | The parcel as it is stored. |",
    "| 200 | The parcel as it is stored. |\n| 201 | It was created. |",
)
@operation_rule(
    code="CS434",
    name="created-without-location",
    severity=Severity.NOTE,
    summary="A status 201 is documented, and no `Location`.",
    cause=(
        "`Location` is the address of what was created (RFC 9110, 15.3.2). Without it a caller has "
        "to put the address together."
    ),
    hint="Document `Location` in a table of response headers, or show it in the example.",
    applies_to_imports=False,
    subject=Subject.CREATED,
)
def _created_without_location(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    created = next((s for s in operation.status_rows if s.code == HTTPStatus.CREATED), None)
    if created is None or operation.response is None:
        return
    names = {header.name.lower() for header in operation.response.headers}
    for _, message in typed_responses(page):
        if message.status == HTTPStatus.CREATED:
            names |= {header.name.lower() for header in message.headers}
    if not names & {"location", "content-location"}:
        place = page.whole_line(created.span.start)
        yield Diagnostic(
            place, "Nothing says where the created resource is: there is no `Location`."
        )
