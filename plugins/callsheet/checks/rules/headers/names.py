"""Header fields and cookies that examples lack, misspell or have next to their tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from callsheet.checks.model.examples import (
    ExampleMessage,
    code,
    requests,
    responses,
    typed_responses,
)
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import related_row
from callsheet.checks.parsing.words import did_you_mean, likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule, operation_rule
from callsheet.checks.rules.headers import credentials, fields
from callsheet.checks.rules.parameters.values import styled_in
from callsheet.findings import Edit, Related, Severity
from callsheet.http.headers import OF_THE_CLIENT, STANDARD_REQUEST, STANDARD_RESPONSE
from callsheet.model import Location
from callsheet.model.contents import own_parameters, response_headers


def _undocumented_header_fields(
    page: OperationPage, examples: Iterable[ExampleMessage], *, standard: bool
) -> Iterator[Diagnostic]:
    """Report header fields of requests that the page's table lacks.

    Args:
        page: The page.
        examples: Its sample requests.
        standard: Whether to report standard fields of HTTP, or the other ones.
    """
    rows = page.operation.parameters_in(Location.HEADER)
    if not rows:
        return
    documented = {row.name.lower(): row for row in rows}
    for example in examples:
        for header in example.message.headers:
            name = header.name.lower()
            is_standard = name in STANDARD_REQUEST
            if name in documented or name in OF_THE_CLIENT or is_standard is not standard:
                continue
            if credentials.carries(page, Location.HEADER, name):
                continue
            start = page.find(header.span.start, header.name)
            meant = likely_meant(header.name, [*(row.name for row in rows), *STANDARD_REQUEST])
            line = rows[0].span.start
            related: tuple[Related, ...] = (page.related(line, "the table begins here"),)
            hint = ""
            if meant and meant.lower() in documented:
                row = documented[meant.lower()]
                related = (related_row(page, row),)
                hint = f"Did you mean `{row.name}`?"
            message = f"The header field {code(header.name)} of the example is not in the table."
            yield Diagnostic(start, message, hint, related)


def _undocumented_cookies(
    page: OperationPage, examples: Iterable[ExampleMessage]
) -> Iterator[Diagnostic]:
    """Report cookies of requests that the page's list of cookies lacks."""
    rows = page.operation.parameters_in(Location.COOKIE)
    if not rows:
        return
    names, place = {row.name for row in rows}, styled_in(page, Location.COOKIE)
    for example in examples:
        for header in example.message.headers:
            pairs = list(fields.cookies(header))
            of_styles = {key for own in place.owners.split(pairs).values() for key, _ in own}
            for name, _ in pairs:
                if name in names or name in of_styles:
                    continue
                if not credentials.carries(page, Location.COOKIE, name):
                    yield Diagnostic(
                        page.find(
                            header.span.start, name, page.line(header.span.start).find(":") + 2
                        ),
                        f"The cookie {code(name)} of the example is not in the table.",
                        did_you_mean(name, names),
                        (page.related(rows[0].span.start, "the first cookie"),),
                    )


@Example(
    "## Sample response\n\n```http_\nHTTP/1.1 200 OK\n",
    "## Response headers 200\n\n| Header | Type | Description |\n| --- | --- | --- |\n"
    "| X-Left | int32 | How many more. |\n\n## Sample response\n\n```http_\n"
    "HTTP/1.1 200 OK\nX-Rest: 3\n",
    also=("section-order",),
)
@operation_rule(
    code="CS425",
    name="response-header-undocumented",
    summary="A sample response has a header field that the table of response headers lacks.",
    cause=(
        "Where a page lists what comes back in header fields, readers rely on the list. Fields "
        "that HTTP defines, such as `Date`, need no row, and a page without a table lists nothing."
    ),
    hint="Add a row for it, or correct its name.",
    superseded_on_line_by=("response-header-value",),
    subject=Subject.UNDOCUMENTED_FIELDS,
)
def _undocumented_in_responses(page: OperationPage) -> Iterator[Diagnostic]:
    """Report header fields of responses that the table of their status lacks.

    Standard fields need no row, since servers send them by themselves.
    """
    for _, message in typed_responses(page):
        rows = response_headers(page.operation, message.status)
        names = {row.name.lower(): row.name for row in rows}
        for header in message.headers if rows else ():
            name = header.name.lower()
            if name in names or name in STANDARD_RESPONSE:
                continue
            # Another rule reports a misspelt standard field.
            if likely_meant(header.name, STANDARD_RESPONSE) is None:
                yield Diagnostic(
                    page.find(header.span.start, header.name),
                    f"The header field {code(header.name)} of the example is not in the table.",
                    did_you_mean(header.name, names.values()),
                    (page.related(rows[0].span.start, "the table begins here"),),
                )


@Example("Last-Modified: Sat", "Last-Modifed: Sat")
@operation_rule(
    code="CS423",
    name="response-header-misspelled",
    summary="A header field of a sample response is spelled almost like one of HTTP.",
    cause="Clients do not find a header field whose name is misspelled.",
    hint="Correct the name.",
    subject=Subject.UNDOCUMENTED_FIELDS,
)
def _misspelled_in_responses(page: OperationPage) -> Iterator[Diagnostic]:
    """Report header fields of responses with names similar to a standard one."""
    for example, message in typed_responses(page):
        rows = {row.name.lower() for row in response_headers(page.operation, message.status)}
        for header in message.headers:
            meant = likely_meant(header.name, STANDARD_RESPONSE)
            # An API may have fields of its own, which its table documents.
            if meant is None or header.name.lower() in rows:
                continue
            right = "-".join(
                part.upper() if part == "www" else part.capitalize() for part in meant.split("-")
            ).replace("Etag", "ETag")
            place = example.page.find(header.span.start, header.name)
            yield Diagnostic(
                place,
                f"The header field {code(header.name)} is neither standard nor in the table.",
                f"Did you mean `{right}`?",
            )


@Example(
    "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==",
    "X-Trace: 1\nAuthorization: Basic cmVhZGVyOmNhbGxzaGVldA==",
)
@operation_rule(
    code="CS312",
    name="request-header-unknown",
    summary="An example request has a header field or a cookie that is not in its table.",
    cause=(
        "A reader cannot know what it does and whether it is needed. Header fields that every "
        "client sends, such as `Host`, need no row; nor do cookies where a page lists none."
    ),
    hint="Add a row for it, or correct its name.",
    superseded_by=("misspelt-header",),
    superseded_on_line_by=("request-header-value",),
    subject=Subject.UNDOCUMENTED_FIELDS,
)
def _undocumented_in_requests(page: OperationPage) -> Iterator[Diagnostic]:
    yield from _undocumented_header_fields(page, requests(page), standard=False)
    yield from _undocumented_cookies(page, requests(page))


_REQUEST_HEADER_STANDARD = OperationRule(
    code="CS313",
    name="request-header-standard",
    severity=Severity.NOTE,
    summary="An example request has a header field of HTTP that is not in the header table.",
    cause=(
        "The table lists what the operation looks at. A header field that is known from elsewhere, "
        "such as `Accept-Language`, seems to have an effect when the example has it."
    ),
    hint="Add a row for it, or remove it from the example.",
    examples=(
        Example(
            "Accept: application/json\n\n", "Accept: application/json\nAccept-Language: en\n\n"
        ),
    ),
    superseded_by=("broken-table", "misspelt-column", "misspelt-header"),
    superseded_on_line_by=("request-header-value",),
    subject=Subject.UNDOCUMENTED_FIELDS,
    check=lambda page: _undocumented_header_fields(page, requests(page), standard=True),
)


def _missing_header_fields(
    page: OperationPage, examples: Sequence[ExampleMessage]
) -> Iterator[Diagnostic]:
    """Report required header fields and cookies that a sample request lacks."""
    required = [row for row, _ in own_parameters(page.operation, Location.HEADER) if row.required]
    for example in examples:
        for row in required:
            # A request without a body needs no type, and one with a body has a rule of its own.
            # Each program that sends the request computes the length.
            needless = row.name.lower() in ("content-type", "content-length")
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


@Example(
    "## Sample request\n",
    "## Response headers\n\n| Parameter Name | Type | Required | Description |\n"
    "| --- | --- | --- | --- |\n| X-Left | int32 | Yes | How many requests are left. |\n\n"
    "## Sample request\n",
)
@operation_rule(
    code="CS424",
    name="response-header-missing",
    summary="An example response lacks a header field that its row marks as required.",
    cause="Programs are written for what the example shows, and do not look for the field.",
    hint="Add it to the example, or take the mark out of its row.",
    subject=Subject.REQUIRED_FIELDS,
    applies_to_imports=False,
)
def _missing_in_responses(page: OperationPage) -> Iterator[Diagnostic]:
    for example, message in typed_responses(page):
        for row in response_headers(page.operation, message.status):
            needless = row.name.lower() == "content-length"
            if row.required and message.header(row.name) is None and not needless:
                yield Diagnostic(
                    example.first_line(),
                    f"The example lacks the required header field {code(row.name)}.",
                    related=(related_row(page, row),),
                )


@Example("| If-Unmodified-Since | Refuses", "| If-Unmodified-Since | **Required** Refuses")
@Example("uid: v1Parcel_Change", "uid: v1Parcel_Change\nsecurity: [bearer]")
@operation_rule(
    code="CS314",
    name="request-header-missing",
    summary="An example request lacks a required header field, or what `security` asks for.",
    cause=(
        "A reader who copies the example is refused. Of the alternatives that the front matter "
        "lists as `security`, an example has one."
    ),
    hint="Add it to the example.",
    subject=Subject.REQUIRED_FIELDS,
)
def _missing_in_requests(page: OperationPage) -> Iterator[Diagnostic]:
    yield from _missing_header_fields(page, requests(page))
    if page.operation.security:
        yield from credentials.missing_credentials(page, requests(page))


def _misplaced_header_fields(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report header fields below the blank line, where they are part of the body."""
    for example in examples:
        if (line := example.misplaced_header) is None:
            continue
        blank = line - 1
        fix: tuple[Edit, ...] = ()
        if blank > example.message.span.start and not example.page.line(blank).strip():
            fix = (Edit(blank, 1, line, 1, ""),)
        place = example.page.whole_line(line)
        text = example.page.line(line).strip()
        yield Diagnostic(
            place, f"The header field {code(text)} stands below a blank line, in the body.", fix=fix
        )


_REQUEST_HEADER_MISPLACED = OperationRule(
    code="CS316",
    name="request-header-misplaced",
    severity=Severity.ERROR,
    summary="A header field of an example request stands below a blank line.",
    cause=(
        "The first blank line ends the header fields, and all below it is the body (RFC 9112, 2.1)."
    ),
    hint="Remove the blank line.",
    examples=(Example("Accept: application/json\n\n{", "\nAccept: application/json\n\n{"),),
    subject=Subject.MISPLACED_FIELDS,
    check=lambda page: _misplaced_header_fields(requests(page)),
)


_RESPONSE_HEADER_MISPLACED = replace(
    _REQUEST_HEADER_MISPLACED,
    code="CS416",
    name="response-header-misplaced",
    summary="A header field of an example response stands below a blank line.",
    examples=(Example("charset=utf-8\nLast", "charset=utf-8\n\nLast"),),
    check=lambda page: _misplaced_header_fields(responses(page)),
)
