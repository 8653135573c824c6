"""Reads pages that define a type of the API."""

from __future__ import annotations

from callsheet.model import SectionKind, Span, TypeTable
from callsheet.source.document import BlockKind, Document
from callsheet.source.messages import label_of
from callsheet.source.reporting import PageReporter
from callsheet.source.rows import property_of
from callsheet.source.tables import PROPERTY_COLUMN, Table, canonical, read_table, whole_value


def read_type_table(path: str, document: Document, reporter: PageReporter) -> TypeTable | None:
    """Return the named type that a page defines, in its front matter and its tables.

    Args:
        path: The file, relative to the docs directory, with forward slashes.
        document: The page.
        reporter: Takes findings about rows.
    """
    name = document.front_matter.get("defines")
    if not isinstance(name, str) or not name.strip():
        return None
    found = [
        table
        for block in document.blocks
        if block.kind is BlockKind.TABLE
        and (table := _of_properties(canonical(read_table(block), SectionKind.REQUEST_BODY)))
    ]
    if not found:
        return None
    rows = []
    for table in found:
        for row in table.rows:
            if len(row.cells) != len(table.columns):
                reporter.report_ragged_row(row, len(table.columns))
            rows.append(property_of(row, table))
            reporter.report_facets(rows[-1])
    span = Span(found[0].span.start, found[-1].span.end)
    return TypeTable(
        name.strip(),
        path,
        tuple(rows),
        span,
        _text_above(span.start, document),
        _example_below(span.end, document),
    )


def _of_properties(table: Table) -> Table | None:
    """Return a table of properties, or of a whole value; None for any other one."""
    return table if table.columns[0] == PROPERTY_COLUMN else whole_value(table)


def _text_above(line: int, document: Document) -> str:
    """Return the text between the title of a page and a line."""
    above = [
        block.span
        for block in document.blocks
        if block.span.end < line and not (block.kind is BlockKind.HEADING and block.level == 1)
    ]
    return document.text(Span(above[0].start, above[-1].end)) if above else ""


def _example_below(line: int, document: Document) -> str:
    """Return the text of the first fence `json` below a line, which shows a value of the type."""
    fences = (
        block.text
        for block in document.blocks
        if block.kind is BlockKind.FENCE and block.span.start > line and label_of(block) == "json"
    )
    return next(fences, "")
