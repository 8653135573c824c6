"""Header fields and cookies of examples that their tables lack, and misspelled ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from callsheet.checks.model.cells import related_row
from callsheet.checks.model.examples import (
    ExampleMessage,
    code,
    requests,
    responses,
    typed_responses,
)
from callsheet.checks.model.page import OperationPage
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.headers import credentials, fields
from callsheet.checks.rules.parameters.styled_values import styled_in
from callsheet.findings import Related, Severity
from callsheet.http.headers import OF_THE_CLIENT, STANDARD_REQUEST, STANDARD_RESPONSE
from callsheet.model import Location
from callsheet.model.contents import response_headers


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
                    meant = likely_meant(name, names)
                    yield Diagnostic(
                        page.find(
                            header.span.start, name, page.line(header.span.start).find(":") + 2
                        ),
                        f"The cookie {code(name)} of the example is not in the table.",
                        f"Did you mean `{meant}`?" if meant else "",
                        (page.related(rows[0].span.start, "the first cookie"),),
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
                meant = likely_meant(header.name, names.values())
                yield Diagnostic(
                    page.find(header.span.start, header.name),
                    f"The header field {code(header.name)} of the example is not in the table.",
                    f"Did you mean `{meant}`?" if meant else "",
                    (page.related(rows[0].span.start, "the table begins here"),),
                )


def _misspelled_in_responses(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report header fields of responses with names similar to a standard one."""
    for example in examples:
        for header in example.message.headers:
            meant = likely_meant(header.name, STANDARD_RESPONSE)
            if meant is None:
                continue
            right = "-".join(
                part.upper() if part == "www" else part.capitalize() for part in meant.split("-")
            ).replace("Etag", "ETag")
            place = example.page.find(header.span.start, header.name)
            yield Diagnostic(
                place, f"There is no header field {code(header.name)}.", f"Did you mean `{right}`?"
            )


def _undocumented_in_requests(page: OperationPage) -> Iterator[Diagnostic]:
    yield from _undocumented_header_fields(page, requests(page), standard=False)
    yield from _undocumented_cookies(page, requests(page))


_IN_REQUEST = OperationRule(
    code="CS312",
    name="request-header-unknown",
    severity=Severity.WARNING,
    summary="An example request has a header field or a cookie that is not in its table.",
    cause=(
        "A reader cannot know what it does and whether it is needed. Header fields that every "
        "client sends, such as `Host`, need no row; nor do cookies where a page lists none."
    ),
    hint="Add a row for it, or correct its name.",
    examples=(
        Example(
            "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==",
            "X-Trace: 1\nAuthorization: Basic cmVhZGVyOmNhbGxzaGVldA==",
        ),
    ),
    superseded_by=("misspelt-header",),
    superseded_on_line_by=("request-header-value",),
    check=_undocumented_in_requests,
)

_STANDARD_IN_REQUEST = OperationRule(
    code="CS313",
    name="request-header-standard",
    severity=Severity.NOTE,
    summary="An example request has a header field of HTTP that is not in the header table.",
    cause=(
        "The table tells what the operation looks at. A header field that is known from elsewhere, "
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
    check=lambda page: _undocumented_header_fields(page, requests(page), standard=True),
)

_IN_RESPONSE = OperationRule(
    code="CS425",
    name="response-header-undocumented",
    severity=Severity.WARNING,
    summary="A sample response has a header field that the table of response headers lacks.",
    cause=(
        "Where a page lists what comes back in header fields, readers rely on the list. Fields "
        "that HTTP defines, such as `Date`, need no row, and a page without a table lists nothing."
    ),
    hint="Add a row for it, or correct its name.",
    examples=(
        Example(
            "## Sample response\n\n```http_\nHTTP/1.1 200 OK\n",
            "## Response headers 200\n\n| Header | Type | Description |\n| --- | --- | --- |\n"
            "| X-Left | int32 | How many more. |\n\n## Sample response\n\n```http_\n"
            "HTTP/1.1 200 OK\nX-Rest: 3\n",
            also=("section-order",),
        ),
    ),
    superseded_on_line_by=("response-header-value",),
    check=_undocumented_in_responses,
)

_MISSPELLED_IN_RESPONSE = OperationRule(
    code="CS423",
    name="response-header-misspelled",
    severity=Severity.WARNING,
    summary="A header field of a sample response is near one of HTTP, and none.",
    cause="Clients do not find a header field whose name is misspelled.",
    hint="Correct the name.",
    examples=(Example("Last-Modified: Sat", "Last-Modifed: Sat"),),
    check=lambda page: _misspelled_in_responses(responses(page)),
)

RULES = (_IN_REQUEST, _STANDARD_IN_REQUEST, _IN_RESPONSE, _MISSPELLED_IN_RESPONSE)
