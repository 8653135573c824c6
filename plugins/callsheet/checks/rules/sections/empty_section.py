"""A heading with nothing below it."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.section_order import name_of_section
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import SectionKind
from callsheet.source.document import BlockKind
from callsheet.source.sections import RawSection

_TABLES = {
    SectionKind.QUERY: "parameter name",
    SectionKind.HEADERS: "parameter name",
    SectionKind.RESPONSE: "response",
}
_EXAMPLES = {SectionKind.EXAMPLE_REQUEST, SectionKind.EXAMPLE_RESPONSE}


def _empty_sections(page: OperationPage) -> Iterator[Diagnostic]:
    sections = page.sections
    for index, section in enumerate(sections):
        if section.kind is SectionKind.DESCRIPTION or not section.title:
            continue
        if (
            not section.blocks
            and not _says_no_body(section)
            and not (section.argument and _may_be_bare(section))
        ):
            # What stands there begins a section by itself, by its columns or its label, or is a
            # section within this one.
            following = sections[index + 1] if index + 1 < len(sections) else None
            if following and (not following.title or following.inherits):
                continue
            yield _diagnostic(page, section, "is empty")
        elif section.kind in _TABLES and _lacks_table(section):
            yield _diagnostic(page, section, "has no table")
        elif section.kind in _EXAMPLES and not _has_code(section):
            yield _diagnostic(page, section, "has no example")


def _may_be_bare(section: RawSection) -> bool:
    return section.kind in (SectionKind.RESPONSE_BODY, SectionKind.REQUEST_BODY)


def _says_no_body(section: RawSection) -> bool:
    """Tell whether it is a lone `Response 409`, which says that there is no body."""
    return section.kind is SectionKind.RESPONSE_BODY and bool(section.status)


def _lacks_table(section: RawSection) -> bool:
    """Tell whether nothing in the section is, or was meant to be, a table."""
    return not section.tables and not any("|" in block.text for block in section.blocks)


def _has_code(section: RawSection) -> bool:
    return any(block.kind in (BlockKind.FENCE, BlockKind.OTHER) for block in section.blocks)


def _diagnostic(page: OperationPage, section: RawSection, what: str) -> Diagnostic:
    place = page.whole_line(section.span.start)
    return Diagnostic(place, f"`{name_of_section(section)}` {what}.")


RULE = OperationRule(
    code="CS507",
    name="empty-section",
    severity=Severity.WARNING,
    summary="A section has nothing in it, or lacks the table or example that makes it one.",
    cause="A heading promises what follows; as a rule the content was lost when it was moved.",
    hint="Write what belongs there, or take the heading out.",
    examples=(
        Example("## Sample response\n", "## Sample response\n\nTo follow.\n\n## Sample response\n"),
    ),
    superseded_by=("example-label", "heading-spelling", "heading-without-space"),
    check=_empty_sections,
)
