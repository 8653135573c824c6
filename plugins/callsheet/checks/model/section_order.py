"""Sections of the page format in their order."""

from __future__ import annotations

from callsheet.checks.model.page import OperationPage, Place
from callsheet.findings import Related
from callsheet.model import SectionKind
from callsheet.source.sections import RawSection

NAMES = {
    "query string parameters": SectionKind.QUERY,
    "request headers": SectionKind.HEADERS,
    "request body": SectionKind.REQUEST_BODY,
    "response": SectionKind.RESPONSE,
    "response body": SectionKind.RESPONSE_BODY,
    "sample request": SectionKind.EXAMPLE_REQUEST,
    "sample response": SectionKind.EXAMPLE_RESPONSE,
}
"""The headings of the page format, in lower case."""

TITLES = {
    SectionKind.PATH: "path table",
    SectionKind.QUERY: "Query String Parameters",
    SectionKind.HEADERS: "Request Headers",
    SectionKind.REQUEST_BODY: "Request Body",
    SectionKind.RESPONSE: "Response",
    SectionKind.RESPONSE_BODY: "Response body",
    SectionKind.EXAMPLE_REQUEST: "Sample request",
    SectionKind.EXAMPLE_RESPONSE: "Sample response",
}
"""The sections of the page format in their order, with their headings."""

ORDER = {kind: place for place, kind in enumerate(TITLES)}

LEVELS = {kind: 3 if kind is SectionKind.RESPONSE_BODY else 2 for kind in TITLES}
"""The level of each heading."""


def kind_of_heading(text: str) -> SectionKind | None:
    """Return the section that a heading of this text begins, if any."""
    return NAMES.get(" ".join(text.partition(":")[0].split()).lower())


def name_of_section(section: RawSection) -> str:
    """Return the name of a section in messages."""
    return section.title.partition(":")[0].strip() or TITLES.get(section.kind, section.kind.value)


def related_section(page: OperationPage, section: RawSection) -> Related:
    """Return a section as the source of an expectation."""
    return page.related(section.span.start, f"`{name_of_section(section)}`")


def gap(page: OperationPage, kind: SectionKind) -> Place:
    """Return the line above which a section belongs: the first of those that come after it."""
    following = (s for s in page.sections if ORDER.get(s.kind, -1) > ORDER[kind])
    section = next(following, None)
    return page.whole_line(section.span.start if section else _last_line(page))


def _last_line(page: OperationPage) -> int:
    number = len(page.document.lines)
    while number > 1 and not page.line(number).strip():
        number -= 1
    return number
