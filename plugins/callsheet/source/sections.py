"""Which part of a page a block begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from callsheet.model import SectionKind, Span
from callsheet.source.document import Block, BlockKind, Document
from callsheet.source.tables import Table, read_table

_HEADINGS = (
    (SectionKind.QUERY, re.compile(r"query string parameters\s*:?()", re.IGNORECASE)),
    (SectionKind.HEADERS, re.compile(r"request headers\s*:?()", re.IGNORECASE)),
    (SectionKind.REQUEST_BODY, re.compile(r"request body(?:\s*:\s*(.*))?", re.IGNORECASE)),
    (SectionKind.RESPONSE_BODY, re.compile(r"response body(?:\s*:\s*(.*))?", re.IGNORECASE)),
    (SectionKind.RESPONSE, re.compile(r"response(?:\s*:\s*(.*))?", re.IGNORECASE)),
    (SectionKind.EXAMPLE_REQUEST, re.compile(r"sample request\s*:?()", re.IGNORECASE)),
    (SectionKind.EXAMPLE_RESPONSE, re.compile(r"sample response\s*:?()", re.IGNORECASE)),
)
_EXAMPLE_FENCES = {
    "http!": SectionKind.EXAMPLE_REQUEST,
    "http_": SectionKind.EXAMPLE_RESPONSE,
}
_TABLES = {
    ("path part", "type", "description"): SectionKind.PATH,
    ("parameter name", "type", "description"): SectionKind.QUERY,
    ("parameter name", "description"): SectionKind.HEADERS,
    ("response", "description"): SectionKind.RESPONSE,
}
PROPERTY_COLUMNS = ("property name", "type", "description")
"""The columns of a table of properties, which is part of the body it stands under."""


@dataclass(slots=True)
class RawSection:
    """The lines and blocks of one section, before its kind reads them.

    Attributes:
        kind: What it is about.
        title: The heading's text.
        argument: What follows the colon of the heading, such as a type.
        span: From its first to its last line.
        blocks: Its blocks without the heading.
        taken: The lines that are understood; all others are the section's prose.
    """

    kind: SectionKind
    title: str
    argument: str
    span: Span
    blocks: list[Block]
    taken: set[int]

    def take(self, span: Span) -> None:
        """Marks lines as understood."""
        self.taken.update(range(span.start, span.end + 1))

    def release(self, span: Span) -> None:
        """Gives lines back to the prose."""
        self.taken.difference_update(range(span.start, span.end + 1))

    def tables(self) -> list[Table]:
        """The section's tables."""
        return [read_table(block) for block in self.blocks if block.kind is BlockKind.TABLE]

    def fences(self, info: str) -> list[Block]:
        """The section's fences of that info string."""
        return [
            block
            for block in self.blocks
            if block.kind is BlockKind.FENCE and block.info.lower() == info
        ]


def split_sections(document: Document) -> list[RawSection]:
    """Splits a page into its sections; the first is the description, the last ends the page."""
    first_line = document.body_line
    sections = [
        RawSection(SectionKind.DESCRIPTION, "", "", Span(first_line, first_line), [], set())
    ]
    for block in document.blocks:
        if section := _begin(block, sections[-1].kind):
            sections.append(section)
        if block.kind is not BlockKind.HEADING or block.span.start not in sections[-1].taken:
            sections[-1].blocks.append(block)
    ends = [section.span.start - 1 for section in sections[1:]] + [len(document.lines)]
    for section, end in zip(sections, ends, strict=True):
        section.span = Span(section.span.start, end)
    return sections


def _begin(block: Block, current: SectionKind) -> RawSection | None:
    if block.kind is BlockKind.HEADING and block.level > 1:
        return _begin_at_heading(block, current)
    if block.kind is BlockKind.PARAGRAPH and current is SectionKind.RESPONSE:
        match = _HEADINGS[3][1].fullmatch(block.text.strip())
        if match and ":" in block.text:
            return _section(SectionKind.RESPONSE_BODY, block.text, match[1], block, taken=True)
    if block.kind is BlockKind.FENCE:
        kind = _EXAMPLE_FENCES.get(block.info.lower())
        if kind and kind is not current:
            return _section(kind, "", "", block)
    if block.kind is BlockKind.TABLE:
        kind = _TABLES.get(read_table(block).columns)
        if kind and kind is not current:
            return _section(kind, "", "", block)
    return None


def _begin_at_heading(block: Block, current: SectionKind) -> RawSection | None:
    for kind, pattern in _HEADINGS:
        if match := pattern.fullmatch(block.text.strip()):
            return _section(kind, block.text, match[1], block, taken=True)
    # The description has headings of its own, and a deeper heading is part of its section.
    if current is SectionKind.DESCRIPTION or block.level > 2:
        return None
    return _section(SectionKind.OTHER, block.text, "", block, taken=True)


def _section(
    kind: SectionKind, title: str, argument: str | None, block: Block, *, taken: bool = False
) -> RawSection:
    lines = set(range(block.span.start, block.span.end + 1)) if taken else set()
    start = block.span.start
    return RawSection(kind, title.strip(), (argument or "").strip(), Span(start, start), [], lines)
