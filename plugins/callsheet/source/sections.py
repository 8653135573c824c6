"""Which part of a page a block begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from callsheet.memo import remembers
from callsheet.model import SectionKind, Span
from callsheet.source.document import Block, BlockKind, Document
from callsheet.source.tables import Table, read_table

_HEADINGS = (
    (SectionKind.QUERY, re.compile(r"query\s+string\s+parameters\s*:?()", re.IGNORECASE)),
    (SectionKind.HEADERS, re.compile(r"request\s+headers\s*:?()", re.IGNORECASE)),
    (SectionKind.REQUEST_BODY, re.compile(r"request\s+body(?:\s*:\s*(.*))?", re.IGNORECASE)),
    (SectionKind.RESPONSE_BODY, re.compile(r"response\s+body(?:\s*:\s*(.*))?", re.IGNORECASE)),
    (SectionKind.RESPONSE, re.compile(r"response(?:\s*:\s*(.*))?", re.IGNORECASE)),
    (SectionKind.EXAMPLE_REQUEST, re.compile(r"sample\s+request\s*:?()", re.IGNORECASE)),
    (SectionKind.EXAMPLE_RESPONSE, re.compile(r"sample\s+response\s*:?()", re.IGNORECASE)),
)
_EXAMPLE_FENCES = {
    "http!": SectionKind.EXAMPLE_REQUEST,
    "http_": SectionKind.EXAMPLE_RESPONSE,
}
NAME_COLUMNS = ("path part", "parameter name", "property name")
"""The first columns of the tables of parameters and properties."""

_PARAMETERS = (SectionKind.QUERY, SectionKind.HEADERS)
_BODIES = {
    SectionKind.REQUEST_BODY: SectionKind.REQUEST_BODY,
    SectionKind.RESPONSE: SectionKind.RESPONSE_BODY,
    SectionKind.RESPONSE_BODY: SectionKind.RESPONSE_BODY,
}
"""What a table of properties belongs to, by the section that it follows."""


@dataclass(slots=True)
class RawSection:
    """The lines and blocks of one section, before its kind reads them.

    Attributes:
        kind: What it is about.
        title: The heading's text.
        argument: What follows the colon of the heading, such as a type.
        span: From its first to its last line.
        blocks: Its blocks without the heading.
        tables: The tables among them.
        taken: The lines that are understood; all others are the section's prose.
    """

    kind: SectionKind
    title: str
    argument: str
    span: Span
    taken: set[int]
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def take(self, span: Span) -> None:
        """Marks lines as understood."""
        self.taken.update(range(span.start, span.end + 1))

    def release(self, span: Span) -> None:
        """Gives lines back to the prose."""
        self.taken.difference_update(range(span.start, span.end + 1))

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
    sections = [RawSection(SectionKind.DESCRIPTION, "", "", Span(first_line, first_line), set())]
    for block in document.blocks:
        table = read_table(block) if block.kind is BlockKind.TABLE else None
        if section := _begin(block, table, sections):
            sections.append(section)
        if table:
            sections[-1].tables.append(table)
        if block.kind is not BlockKind.HEADING or block.span.start not in sections[-1].taken:
            sections[-1].blocks.append(block)
    ends = [section.span.start - 1 for section in sections[1:]] + [len(document.lines)]
    for section, end in zip(sections, ends, strict=True):
        section.span = Span(section.span.start, end)
    return sections


def is_section_heading(text: str) -> bool:
    """Whether a heading of that text begins a section of the page format, at level 2 or below."""
    return _named(text) is not None


def _begin(block: Block, table: Table | None, sections: list[RawSection]) -> RawSection | None:
    current = sections[-1].kind
    if block.kind is BlockKind.HEADING and block.level > 1:
        return _begin_at_heading(block, current)
    if block.kind is BlockKind.PARAGRAPH and current is SectionKind.RESPONSE:
        return _begin_at_line(block)
    if block.kind is BlockKind.FENCE:
        kind = _EXAMPLE_FENCES.get(block.info.lower())
        if kind and kind is not current:
            return _section(kind, "", "", block)
    if table:
        kind = _kind_of_table(table, sections)
        if kind and kind is not current:
            return _section(kind, "", "", block)
    return None


def _kind_of_table(table: Table, sections: list[RawSection]) -> SectionKind | None:
    """The section that a table begins by itself, where no heading says what it is."""
    current = sections[-1]
    if "description" not in table.columns:
        return None
    match table.columns[0]:
        case "path part":
            return SectionKind.PATH
        case "response":
            return SectionKind.RESPONSE
        case "parameter name":
            typed = "type" in table.columns
            if current.kind in _PARAMETERS and current.title and not _is_next(current, typed):
                return None
            return SectionKind.QUERY if typed else SectionKind.HEADERS
        case "property name" if current.kind is SectionKind.OTHER:
            # A heading of the author's own stands between the body and its table.
            bodies = [_BODIES[s.kind] for s in sections if s.kind in _BODIES]
            return bodies[-1] if bodies else None
    return None


def _is_next(current: RawSection, typed: bool) -> bool:
    """Whether a table of parameters is that of the request headers, whose heading is missing."""
    return current.kind is SectionKind.QUERY and bool(current.tables) and not typed


def _begin_at_line(block: Block) -> RawSection | None:
    """A response body begins at a plain line, too, which may be bold or have text below it."""
    line = block.text.split("\n")[0].strip().strip("*")
    match = _HEADINGS[3][1].fullmatch(line)
    if not match or ":" not in line:
        return None
    section = _section(SectionKind.RESPONSE_BODY, line, match[1], block)
    section.take(Span(block.span.start, block.span.start))
    return section


@remembers(1024, len)
def _named(heading: str) -> tuple[SectionKind, str] | None:
    """The kind of the section that a heading names, and what follows its colon."""
    for kind, pattern in _HEADINGS:
        if match := pattern.fullmatch(heading.strip()):
            return kind, match[1]
    return None


def _begin_at_heading(block: Block, current: SectionKind) -> RawSection | None:
    if named := _named(block.text):
        kind, argument = named
        return _section(kind, block.text, argument, block, taken=True)
    # The description has headings of its own, and a deeper heading is part of its section.
    if current is SectionKind.DESCRIPTION or block.level > 2:
        return None
    return _section(SectionKind.OTHER, block.text, "", block, taken=True)


def _section(
    kind: SectionKind, title: str, argument: str | None, block: Block, *, taken: bool = False
) -> RawSection:
    lines = set(range(block.span.start, block.span.end + 1)) if taken else set()
    start = block.span.start
    return RawSection(kind, title.strip(), (argument or "").strip(), Span(start, start), lines)
