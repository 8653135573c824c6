"""A section that is on the page twice."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.section_order import name_of_section, related_section
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import SectionKind
from callsheet.source.document import BlockKind
from callsheet.source.sections import RawSection

_ANY_NUMBER = {SectionKind.DESCRIPTION, SectionKind.OTHER}
_EXAMPLES = {SectionKind.EXAMPLE_REQUEST, SectionKind.EXAMPLE_RESPONSE}


def _repeated_sections(page: OperationPage) -> Iterator[Diagnostic]:
    sections = page.sections
    seen: dict[object, RawSection] = {}
    was_copy = False
    for section in sections:
        if section.kind in _ANY_NUMBER:
            continue
        first = seen.setdefault(_identity(section), section)
        # A copied section is reported once, without its subsections.
        is_copy = first is not section
        if is_copy and not was_copy:
            message = f"`{name_of_section(section)}` is on the page twice."
            related = (related_section(page, first),)
            yield Diagnostic(page.whole_line(section.span.start), message, related=related)
        was_copy = is_copy
        if len(section.tables) > 1:
            yield from _tables(page, section)


def _identity(section: RawSection) -> object:
    """Return what makes two sections one; examples may be many if they differ."""
    if section.kind not in _EXAMPLES:
        # A body may have a section for each status and media type.
        return (section.kind, section.status, section.media_type, section.inherits)
    fences = tuple(b.text.strip() for b in section.blocks if b.kind is BlockKind.FENCE)
    return (section.kind, fences) if fences else section.kind


def _tables(page: OperationPage, section: RawSection) -> Iterator[Diagnostic]:
    """Report a table that was pasted twice."""
    seen: dict[tuple[str, ...], int] = {}
    for table in section.tables:
        rows = tuple(page.line(n).strip() for n in range(table.span.start, table.span.end + 1))
        first = seen.setdefault(rows, table.span.start)
        if first != table.span.start:
            related = (page.related(first, "the first of them"),)
            place = page.whole_line(table.span.start)
            yield Diagnostic(place, "The same table is in the section twice.", related=related)


RULE = OperationRule(
    code="CS505",
    name="repeated-section",
    severity=Severity.WARNING,
    summary="A section is on the page twice.",
    cause=(
        "Of two sections of one kind, readers see the first and programs see both: their rows are "
        "put together. Mostly one is a copy whose text was to be changed."
    ),
    hint="Make one section of the two, or take the copy out.",
    examples=(
        Example(
            "## Response: object\n",
            "## Request Headers\n\n| Parameter Name | Description |\n| --- | --- |\n"
            "| Accept | `application/json` |\n\n## Response: object\n",
        ),
    ),
    check=_repeated_sections,
)
