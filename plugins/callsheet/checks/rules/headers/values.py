"""Values of header fields in examples."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from callsheet import lazy_re as re
from callsheet.checks.model.examples import ExampleMessage, code, requests, responses
from callsheet.checks.model.examples import examples as examples_of
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import related_row
from callsheet.checks.parsing.nodes import text_mismatch
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.headers import fields
from callsheet.checks.rules.parameters.values import styled_in, wrong_cookies, wrong_field
from callsheet.findings import Edit, Severity
from callsheet.http.headers import DATES, SCHEMES
from callsheet.model import ExampleResponse, Header, Location, Property, StyledParameter
from callsheet.model.contents import response_headers

_QUOTED = re.compile(r"['\"`]([A-Za-z][\w-]*)['\"`]")


def _malformed_values(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report malformed values, and header fields that occur twice."""
    for example in examples:
        for found in fields.malformed(example):
            line = found.header.span.start
            yield Diagnostic(
                example.page.find(line, found.text),
                f"{code(found.text)} in `{found.header.name}` {found.problem}."
                if found.text != found.header.name
                else f"The header field {code(found.text)} {found.problem}.",
            )
        for header, first in fields.repeated(example):
            yield Diagnostic(
                example.header(header),
                f"The header field `{header.name}` is there twice.",
                related=(example.page.related(first.span.start, "the first one"),),
            )
        # Other layouts show answers in part, and keep the length of the whole.
        if example.page.is_in_own_layout:
            yield from _content_length(example)


def _content_length(example: ExampleMessage) -> Iterator[Diagnostic]:
    for header in example.message.headers:
        if header.name.lower() != "content-length" or not header.value:
            continue
        # The bytes that were sent may have CR LF, or a final line end, unlike the page.
        body = example.body.strip("\n")
        lengths = {
            len(body.encode()),
            len(body.encode()) + 1,
            len(body.replace("\n", "\r\n").encode()),
        }
        if not header.value.isdecimal():
            message = f"`Content-Length` is {code(header.value)}; expected is a number of bytes."
        elif int(header.value[:12]) not in lengths and (example.has_body or example.is_request):
            size = len(body.encode())
            message = f"`Content-Length` is {code(header.value)}, and the body has {size} bytes."
        else:
            continue
        yield Diagnostic(example.header_value(header), message)


def _unlisted_schemes(
    page: OperationPage, examples: Iterable[ExampleMessage]
) -> Iterator[Diagnostic]:
    """Report authentication schemes that the row of `Authorization` does not list."""
    rows = page.operation.parameters_in(Location.HEADER)
    row = next((row for row in rows if row.name.lower() == "authorization"), None)
    if row is None or "scheme" not in row.description.lower():
        return
    listed = _QUOTED.findall(row.description)
    for example in examples if listed else ():
        for header in example.message.headers:
            scheme = header.value.partition(" ")[0]
            if header.name.lower() != "authorization" or fields.is_stand_in(header.value):
                continue
            # A misspelt scheme is reported as malformed.
            if not scheme or scheme.lower() in map(str.lower, listed):
                continue
            if likely_meant(scheme, SCHEMES) is None:
                shown = ", ".join(f"`{name}`" for name in listed)
                yield Diagnostic(
                    page.find(header.span.start, scheme),
                    f"The page does not list the scheme {code(scheme)}; it lists {shown}.",
                    related=(related_row(page, row),),
                )


def _mismatched_values(
    page: OperationPage, examples: Iterable[ExampleMessage]
) -> Iterator[Diagnostic]:
    """Report values of header fields that their rows do not allow."""
    operation = page.operation
    for example in examples:
        rows: tuple[Property, ...] = operation.parameters_in(Location.HEADER)
        if isinstance(example.message, ExampleResponse):
            rows = response_headers(operation, example.message.status)
        by_name = {row.name.lower(): row for row in reversed(rows)}
        for header in example.message.headers:
            row = by_name.get(header.name.lower())
            if row and header.value and header.name.lower() not in fields.CHECKED:
                yield from _mismatched_value(page, header, row, header.value, "header field")


def _mismatched_cookies(page: OperationPage) -> Iterator[Diagnostic]:
    """Report cookies of requests that their rows do not allow."""
    styled_cookies = styled_in(page, Location.COOKIE)
    for header in (header for each in requests(page) for header in each.message.headers):
        pairs = list(fields.cookies(header))
        sent, own = dict(pairs), styled_cookies.owners.split(pairs)
        for cookie in page.operation.parameters_in(Location.COOKIE) if pairs else ():
            if styled := styled_cookies.parameters.get(cookie.name):
                if wrong := wrong_cookies(styled, own.get(cookie.name, [])):
                    yield _wrong(page, header, cookie, header.value, "cookie", wrong)
            elif value := sent.get(cookie.name):
                yield from _mismatched_value(page, header, cookie, value, "cookie")


def _mismatched_value(
    page: OperationPage, header: Header, row: Property, value: str, what: str
) -> Iterator[Diagnostic]:
    if fields.is_stand_in(value):
        return
    if what == "header field" and (styled := StyledParameter.stated(row)):
        if wrong := wrong_field(styled, value):
            yield _wrong(page, header, row, value, what, wrong)
    elif found := text_mismatch([value], row.schema):
        yield _wrong(page, header, row, value, what, found[1].expected)


def _wrong(
    page: OperationPage, header: Header, row: Property, value: str, what: str, expected: str
) -> Diagnostic:
    line = header.span.start
    return Diagnostic(
        page.find(line, value, page.line(line).find(":") + 2),
        f"The {what} {code(row.name)} is {code(value)} in the example; expected is {expected}.",
        related=(related_row(page, row),),
    )


def _wrong_in_requests(page: OperationPage) -> Iterator[Diagnostic]:
    yield from _malformed_values(requests(page))
    yield from _unlisted_schemes(page, requests(page))
    yield from _mismatched_values(page, requests(page))
    if page.operation.parameters_in(Location.COOKIE):
        yield from _mismatched_cookies(page)


def _wrong_in_responses(page: OperationPage) -> Iterator[Diagnostic]:
    yield from _malformed_values(responses(page))
    yield from _mismatched_values(page, responses(page))


_REQUEST_HEADER_VALUE = OperationRule(
    code="CS315",
    name="request-header-value",
    in_any_layout=True,
    severity=Severity.ERROR,
    summary="A header field of an example request has a value that it cannot have.",
    cause=(
        "Dates are those of HTTP (RFC 9110, 5.6.7), such as `Sat, 14 Mar 2026 09:26:53 GMT`, with "
        "the weekday of that day; media types have a slash; Basic credentials are base64 of user, "
        "colon and password; `Content-Length` counts the bytes of the body. Where the table of "
        "headers or cookies has types and limits, values keep to them."
    ),
    hint="Correct the value.",
    examples=(
        Example(
            "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==", "Authorization: Basic reader:secret"
        ),
        Example("Accept: application/json\n\n", "Accept: application/json;q=2\n\n"),
    ),
    superseded_on_line_by=("request-media-type",),
    subject=Subject.FIELD_VALUES,
    check=_wrong_in_requests,
)


_RESPONSE_HEADER_VALUE = replace(
    _REQUEST_HEADER_VALUE,
    code="CS415",
    name="response-header-value",
    in_any_layout=True,
    summary="A header field of an example response has a value that it cannot have.",
    cause=(
        "Dates are those of HTTP (RFC 9110, 5.6.7), such as `Sat, 14 Mar 2026 09:26:53 GMT`, "
        "with the weekday of that day; media types have a slash; Basic credentials are base64 "
        "of user, colon and password; `Content-Length` counts the bytes of the body. Where a "
        "table of response headers has types and limits, values keep to them."
    ),
    examples=(
        Example("Sat, 14 Mar 2026 09:26:53 GMT", "2026-03-14 09:26:53"),
        Example("application/json; charset=utf-8", "application/json; charset=utf8"),
        Example("Last-Modified: Sat", "Retry-After: soon\nLast-Modified: Sat"),
        Example("Last-Modified: Sat", "ETag: 7f\nLast-Modified: Sat"),
        Example("Last-Modified: Sat", "Allow: GET PUT\nLast-Modified: Sat"),
        Example("Last-Modified: Sat", "Cache-Control: max-age 60\nLast-Modified: Sat"),
        Example("Last-Modified: Sat", "Set-Cookie: session\nLast-Modified: Sat"),
        Example("Last-Modified: Sat", "Location: /new parcel\nLast-Modified: Sat"),
    ),
    superseded_on_line_by=("response-media-type",),
    check=_wrong_in_responses,
)


def _odd_date_zones(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report dates whose only fault is their time zone."""
    for example in examples:
        for header in example.message.headers:
            if header.name.lower() not in DATES or not fields.has_odd_zone(header.value):
                continue
            zone = header.value.rpartition(" ")[2]
            place = example.page.find(header.span.start, zone, example.header_value(header).column)
            edit = Edit(place.line, place.column, place.end_line, place.end_column, "GMT")
            fix = (edit,) if zone.upper() in ("UTC", "Z") or zone[:1] + zone[-1:] == "GT" else ()
            yield Diagnostic(
                place,
                f"The zone {code(zone)} in `{header.name}` is not `GMT`, as of all HTTP dates.",
                fix=fix,
            )


_HTTP_DATE_ZONE = OperationRule(
    code="CS420",
    name="http-date-zone",
    in_any_layout=True,
    summary="A date in a header field has another zone than `GMT`.",
    cause=(
        "HTTP dates are in `GMT` (RFC 9110, 5.6.7), and clients refuse others. `G1T` comes from a "
        "date format in which `M` stands for the month."
    ),
    hint="Write `GMT`.",
    examples=(Example("09:26:53 GMT", "09:26:53 G3T"),),
    subject=Subject.FIELD_VALUES,
    check=lambda page: _odd_date_zones(examples_of(page)),
)
