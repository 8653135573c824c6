"""Sections that are missing, there twice or in another order than that of the page format."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from callsheet.checks.model.page import (
    ORDER,
    TITLES,
    OperationPage,
    gap,
    name_of_section,
    related_section,
)
from callsheet.checks.model.subjects import Subject
from callsheet.checks.rule import Diagnostic, Example, operation_rule
from callsheet.checks.rules.headers import credentials
from callsheet.findings import Related
from callsheet.http.headers import OF_THE_CLIENT
from callsheet.http.statuses import NO_CONTENT
from callsheet.model import Location, SectionKind
from callsheet.source.document import BlockKind
from callsheet.source.sections import RawSection

_ALWAYS = (SectionKind.RESPONSE, SectionKind.EXAMPLE_REQUEST, SectionKind.EXAMPLE_RESPONSE)
_NEEDLESS = {*OF_THE_CLIENT, "accept", "content-type"}
"""Header fields that need no table of header fields."""

_UNTITLED = {SectionKind.QUERY, SectionKind.HEADERS, SectionKind.RESPONSE}


@Example("## Request Headers\n", "")
@Example("### Response body: Parcel\n", "")
@Example("## Sample request\n", "")
@operation_rule(
    code="CS504",
    name="missing-section",
    summary="A section of the page format is missing, or its heading.",
    cause=(
        "Every operation has a response, a sample request and a sample response, request headers "
        "where an example sends any, a request body where `Content-Type` is documented, and a "
        "response body where a success has content. Programs, the reference server and the "
        "exported contract are made of them."
    ),
    hint="Write the section, with the heading of the page format, above this line.",
    superseded_by=(
        "no-route",
        "example-label",
        "heading-level",
        "heading-spelling",
        "heading-without-space",
    ),
    subject=Subject.UNUSUAL_FORM,
    applies_to_imports=False,
)
def _missing_sections(page: OperationPage) -> Iterator[Diagnostic]:
    kinds = {section.kind for section in page.sections}
    if SectionKind.PARAMETERS in kinds:
        kinds.add(SectionKind.HEADERS)  # It may have them all.
    if SectionKind.HEADERS not in kinds and (field := _sent_field(page)):
        yield _missing_section(page, SectionKind.HEADERS, field)
    operation = page.operation
    for kind in _ALWAYS:
        # Where a request is never answered with success, there is nothing to show.
        is_needless = kind is SectionKind.EXAMPLE_RESPONSE and operation.statuses
        if kind not in kinds and not (is_needless and operation.success is None):
            yield _missing_section(page, kind)
    if SectionKind.REQUEST_BODY not in kinds and (row := _content_type(page)):
        yield _missing_section(page, SectionKind.REQUEST_BODY, row)
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
        yield _missing_section(page, SectionKind.RESPONSE_BODY, related)


def _missing_section(page: OperationPage, kind: SectionKind, *related: Related) -> Diagnostic:
    message = f"The page has no section `{TITLES[kind]}`."
    return Diagnostic(gap(page, kind), message, related=related)


_ANY_NUMBER = {SectionKind.DESCRIPTION, SectionKind.OTHER}
_EXAMPLES = {SectionKind.EXAMPLE_REQUEST, SectionKind.EXAMPLE_RESPONSE}


@Example(
    "## Response: object\n",
    "## Request Headers\n\n| Parameter Name | Description |\n| --- | --- |\n"
    "| Accept | `application/json` |\n\n## Response: object\n",
)
@operation_rule(
    code="CS505",
    name="repeated-section",
    summary="A section is on the page twice.",
    cause=(
        "Of two sections of one kind, readers see the first and programs see both: their rows are "
        "put together. Mostly one is a copy whose text was to be changed."
    ),
    hint="Make one section of the two, or take the copy out.",
    subject=Subject.UNUSUAL_FORM,
)
def _repeated_sections(page: OperationPage) -> Iterator[Diagnostic]:
    sections = page.sections
    seen: dict[object, RawSection] = {}
    was_copy = False
    for section in sections:
        if section.kind in _ANY_NUMBER:
            continue
        first = seen.setdefault(_identity_of_section(section), section)
        # A copied section is reported once, without its subsections.
        is_copy = first is not section
        if is_copy and not was_copy:
            message = f"`{name_of_section(section)}` is on the page twice."
            related = (related_section(page, first),)
            yield Diagnostic(page.whole_line(section.span.start), message, related=related)
        was_copy = is_copy
        if len(section.tables) > 1:
            yield from _repeated_tables(page, section)


def _identity_of_section(section: RawSection) -> object:
    """Return the identity of a section; examples may be many if they differ."""
    if section.kind not in _EXAMPLES:
        # A body may have a section for each status and media type.
        return (section.kind, section.status, section.media_type, section.inherits)
    fences = tuple(b.text.strip() for b in section.blocks if b.kind is BlockKind.FENCE)
    return (section.kind, fences) if fences else section.kind


def _repeated_tables(page: OperationPage, section: RawSection) -> Iterator[Diagnostic]:
    """Report a table that was pasted twice."""
    seen: dict[tuple[str, ...], int] = {}
    for table in section.tables:
        rows = tuple(page.line(n).strip() for n in range(table.span.start, table.span.end + 1))
        first = seen.setdefault(rows, table.span.start)
        if first != table.span.start:
            related = (page.related(first, "the first of them"),)
            place = page.whole_line(table.span.start)
            yield Diagnostic(place, "The same table is in the section twice.", related=related)


def _misplaced_section(
    page: OperationPage, sections: list[RawSection], index: int, in_order: set[int]
) -> Diagnostic:
    section = sections[index]
    place = page.whole_line(section.span.start)
    name = name_of_section(section)
    rank = ORDER[section.kind]
    right = [sections[i] for i in sorted(in_order)]
    after = [s for s in right if ORDER[s.kind] > rank]
    if after and after[0].span.start < section.span.start:
        other, where = after[0], "before"
    else:
        other, where = [s for s in right if ORDER[s.kind] < rank][-1], "after"
    message = f"`{name}` belongs {where} `{name_of_section(other)}`."
    return Diagnostic(place, message, related=(related_section(page, other),))


def _first_sections(page: OperationPage) -> Iterator[RawSection]:
    """Yield the sections without repeated ones, which another rule reports."""
    seen = set()
    for section in page.sections:
        if section.kind not in seen:
            seen.add(section.kind)
            yield section


def _longest_run(places: list[int]) -> set[int]:
    """Return the indexes of a longest run of places in order (patience sorting)."""
    tails: list[int] = []
    indexes: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_right(tails, place)
        before.append(indexes[at - 1] if at else -1)
        tails[at:] = [place, *tails[at + 1 :]]
        indexes[at:] = [index, *indexes[at + 1 :]]
    run = set()
    index = indexes[-1]
    while index >= 0:
        run.add(index)
        index = before[index]
    return run


_LISTED = ", ".join(f"`{TITLES[kind]}`" for kind in TITLES if kind is not SectionKind.PATH)


@Example(
    "## Request Headers\n",
    "## Sample response\n\n```http_\nHTTP/1.1 404 Not Found\n```\n\n## Request Headers\n",
)
@operation_rule(
    code="CS506",
    name="section-order",
    summary="A section stands in another place than the page format gives it.",
    cause=(
        "All pages have their sections in one order, so that readers find them without looking:"
        f" the path table, {_LISTED}."
    ),
    hint="Move the section.",
    superseded_by=("example-label",),
    subject=Subject.UNUSUAL_FORM,
)
def _misplaced_sections(page: OperationPage) -> Iterator[Diagnostic]:
    sections = [section for section in _first_sections(page) if section.kind in ORDER]
    places = [ORDER[section.kind] for section in sections]
    if all(one <= other for one, other in pairwise(places)):
        return
    # Whatever is outside of a longest run in order is the least that has to be moved.
    in_order = _longest_run(places)
    for index in range(len(sections)):
        # Neighbours that moved together are reported once.
        if index in in_order or (index and index - 1 not in in_order):
            continue
        yield _misplaced_section(page, sections, index, in_order)
