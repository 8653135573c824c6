"""Parts of a section that state facts: heading, route, mark and tables; the rest is text."""

from collections.abc import Iterator

from callsheet.findings import Span
from callsheet.model import SectionKind
from callsheet.source import messages
from callsheet.source.document import Block, BlockKind
from callsheet.source.sections import RawSection, read_body_mark
from callsheet.sync.page import EditedPage
from callsheet.sync.tables import PageTable

_WITHOUT_TABLES = (
    SectionKind.DESCRIPTION,
    SectionKind.EXAMPLE_REQUEST,
    SectionKind.EXAMPLE_RESPONSE,
    SectionKind.OTHER,
)


def tables_of(page: EditedPage, section: RawSection) -> list[tuple[PageTable, Span]]:
    """Return the tables that state facts, with their lines."""
    kind = section.kind
    if page.document.front_matter.get("defines"):
        # Any table on the page of a type may be that of its properties.
        kind = SectionKind.REQUEST_BODY
    elif kind in _WITHOUT_TABLES:
        return []
    blocks = [block for block in section.blocks if block.kind is BlockKind.TABLE]
    parsed = [(PageTable.of(block, kind), block.span) for block in blocks]
    return [(table, span) for table, span in parsed if table is not None]


def route_of(section: RawSection) -> tuple[int, str, str] | None:
    """Return the line, method and route of a description."""
    if section.kind is not SectionKind.DESCRIPTION:
        return None
    for fence in section.fences("http"):
        lines = messages.lines_of(fence)
        if lines and (found := messages.read_route(lines[0].markdown)):
            return lines[0].span.start, *found
    return None


def fact_lines(page: EditedPage, section: RawSection) -> set[int]:
    """Return the lines of a section that state facts."""
    spans = [span for _, span in tables_of(page, section)]
    if route := route_of(section):
        spans.append(Span(route[0], route[0]))
    if read_body_mark(section) is not None:
        spans.append(section.blocks[0].span)
    if section.title and section.kind is not SectionKind.DESCRIPTION:
        spans.append(Span(section.span.start, section.span.start))
    return {line for span in spans for line in range(span.start, span.end + 1)}


def texts_of(page: EditedPage, section: RawSection) -> Iterator[Block]:
    """Yield the blocks of a section that state no facts: prose and examples."""
    facts = fact_lines(page, section)
    for block in section.blocks:
        if facts.isdisjoint(range(block.span.start, block.span.end + 1)):
            yield block
