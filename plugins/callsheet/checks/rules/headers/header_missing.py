"""Required header fields that examples lack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from callsheet.checks.model.cells import related_row
from callsheet.checks.model.examples import ExampleMessage, code, requests, typed_responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.headers import credentials, fields
from callsheet.findings import Severity
from callsheet.model import Location
from callsheet.model.contents import own_parameters, response_headers


def _missing_header_fields(
    page: OperationPage, examples: Sequence[ExampleMessage]
) -> Iterator[Diagnostic]:
    """Report required header fields and cookies that a sample request lacks."""
    required = [row for row, _ in own_parameters(page.operation, Location.HEADER) if row.required]
    for example in examples:
        for row in required:
            # A request without a body needs no type, and one with a body has a rule of its own.
            needless = row.name.lower() == "content-type"
            if example.message.header(row.name) is None and not needless:
                yield Diagnostic(
                    example.first_line(),
                    f"The example lacks the required header field {code(row.name)}.",
                    related=(related_row(page, row),),
                )
    for example in examples:
        sent = {name for h in example.message.headers for name, _ in fields.cookies(h)}
        for row, _ in own_parameters(page.operation, Location.COOKIE):
            if row.required and row.name not in sent:
                yield Diagnostic(
                    example.first_line(),
                    f"The example lacks the required cookie {code(row.name)}.",
                    related=(related_row(page, row),),
                )


def _missing_in_responses(page: OperationPage) -> Iterator[Diagnostic]:
    for example, message in typed_responses(page):
        for row in response_headers(page.operation, message.status):
            if row.required and message.header(row.name) is None:
                yield Diagnostic(
                    example.first_line(),
                    f"The example lacks the required header field {code(row.name)}.",
                    related=(related_row(page, row),),
                )


def _missing_in_requests(page: OperationPage) -> Iterator[Diagnostic]:
    yield from _missing_header_fields(page, requests(page))
    yield from credentials.missing_credentials(page, requests(page))


_REQUEST = OperationRule(
    code="CS314",
    name="request-header-missing",
    severity=Severity.WARNING,
    summary="An example request lacks a required header field, or what `security` asks for.",
    cause=(
        "A reader who copies the example is refused. Of the alternatives that the front matter "
        "lists as `security`, an example has one."
    ),
    hint="Add it to the example.",
    examples=(
        Example("| If-Unmodified-Since | Refuses", "| If-Unmodified-Since | **Required** Refuses"),
        Example("uid: v1Parcel_Change", "uid: v1Parcel_Change\nsecurity: [bearer]"),
    ),
    check=_missing_in_requests,
)

_RESPONSE = OperationRule(
    code="CS424",
    name="response-header-missing",
    severity=Severity.WARNING,
    summary="An example response lacks a header field that its row marks as required.",
    cause="Programs are written for what the example shows, and do not look for the field.",
    hint="Add it to the example, or take the mark out of its row.",
    examples=(
        Example(
            "## Sample request\n",
            "## Response headers\n\n| Parameter Name | Type | Required | Description |\n"
            "| --- | --- | --- | --- |\n| X-Left | int32 | Yes | How many requests are left. |\n\n"
            "## Sample request\n",
        ),
    ),
    check=_missing_in_responses,
)

RULES = (_REQUEST, _RESPONSE)
