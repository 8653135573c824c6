"""A missing section that every operation page needs."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.section_order import TITLES, gap
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.headers import credentials
from callsheet.findings import Related, Severity
from callsheet.http.headers import OF_THE_CLIENT
from callsheet.http.statuses import NO_CONTENT
from callsheet.model import Location, SectionKind

_ALWAYS = (
    SectionKind.RESPONSE,
    SectionKind.EXAMPLE_REQUEST,
    SectionKind.EXAMPLE_RESPONSE,
)
_NEEDLESS = {*OF_THE_CLIENT, "accept", "content-type"}
"""Header fields that need no table of header fields."""

_UNTITLED = {SectionKind.QUERY, SectionKind.HEADERS, SectionKind.RESPONSE}


def _missing_sections(page: OperationPage) -> Iterator[Diagnostic]:
    kinds = {section.kind for section in page.sections}
    if SectionKind.PARAMETERS in kinds:
        kinds.add(SectionKind.HEADERS)  # It may have them all.
    if SectionKind.HEADERS not in kinds and (field := _sent_field(page)):
        yield _diagnostic(page, SectionKind.HEADERS, field)
    for kind in _ALWAYS:
        if kind not in kinds:
            yield _diagnostic(page, kind)
    if SectionKind.REQUEST_BODY not in kinds and (row := _content_type(page)):
        yield _diagnostic(page, SectionKind.REQUEST_BODY, row)
    yield from _response_body(page, kinds)
    for section in page.sections:
        if section.kind in _UNTITLED and not section.title:
            name = TITLES[section.kind]
            place = page.whole_line(section.span.start)
            yield Diagnostic(place, f"The table has no heading `{name}`.", hint="Write it above.")
    yield from _untitled_example(page)


def _untitled_example(page: OperationPage) -> Iterator[Diagnostic]:
    """Report a sample request below the heading of another section of the page format."""
    examples = [s for s in page.sections if s.kind is SectionKind.EXAMPLE_REQUEST]
    if not examples or any(section.title for section in examples):
        return
    before = page.sections[page.sections.index(examples[0]) - 1]
    if before.kind not in (SectionKind.OTHER, SectionKind.DESCRIPTION):
        place = page.whole_line(examples[0].span.start)
        message = f"The example has no heading `{TITLES[SectionKind.EXAMPLE_REQUEST]}`."
        yield Diagnostic(place, message, hint="Write it above.")


def _sent_field(page: OperationPage) -> Related | None:
    """Return the first header field of a request on the page that needs an explanation."""
    for request in page.operation.example_requests:
        for header in request.headers:
            name = header.name.lower()
            if name in _NEEDLESS or credentials.carries(page, Location.HEADER, name):
                continue
            return page.related(header.span.start, f"the header field `{header.name}`")
    return None


def _content_type(page: OperationPage) -> Related | None:
    """Return the row that lists the media types of a body."""
    for header in page.operation.parameters_in(Location.HEADER):
        if header.name.lower() == "content-type" and page.operation.request_media_types:
            return page.related(header.span.start, "the media types of the request body")
    return None


def _response_body(page: OperationPage, kinds: set[SectionKind]) -> Iterator[Diagnostic]:
    if SectionKind.RESPONSE_BODY in kinds or SectionKind.RESPONSE not in kinds:
        return
    for section in page.sections:
        for table in section.tables if section.kind is SectionKind.RESPONSE else ():
            if table.columns[0] == "property name":
                message = "The table has no heading `Response body`."
                yield Diagnostic(page.whole_line(table.span.start), message, hint="Write it above.")
                return
    success = page.operation.success
    # An answer to HEAD has no body (RFC 9110, 9.3.2).
    if page.operation.method != "HEAD" and success and success.code not in NO_CONTENT:
        related = page.related(success.span.start, f"the status {success.code}")
        yield _diagnostic(page, SectionKind.RESPONSE_BODY, related)


def _diagnostic(page: OperationPage, kind: SectionKind, *related: Related) -> Diagnostic:
    message = f"The page has no section `{TITLES[kind]}`."
    return Diagnostic(gap(page, kind), message, related=related)


RULE = OperationRule(
    code="CS504",
    name="missing-section",
    severity=Severity.WARNING,
    summary="A section of the page format is missing, or its heading.",
    cause=(
        "Every operation has a response, a sample request and a sample response, request headers "
        "where an example sends any, a request body where `Content-Type` is documented, and a "
        "response body where a success has content. Programs, the reference server and the "
        "exported contract are made of them."
    ),
    hint="Write the section, with the heading of the page format, above this line.",
    examples=(
        Example("## Request Headers\n", ""),
        Example("### Response body: Parcel\n", ""),
        Example("## Sample request\n", ""),
    ),
    superseded_by=(
        "no-route",
        "example-label",
        "heading-level",
        "heading-spelling",
        "heading-without-space",
    ),
    check=_missing_sections,
)
