"""Rows that form no table, because the header row or the row of dashes is missing or wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.parsing.type_names import WRITTEN
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Edit, Severity
from callsheet.model import REQUIRED_MARK, SectionKind
from callsheet.source.document import Block, BlockKind
from callsheet.source.tables import NAME_COLUMNS, Table, split_row

_DASHES = re.compile(r"[ ]{0,3}\|?[ \t]*+:?-++:?[ \t]*+(\|[ \t]*+:?-*+:?[ \t]*+)*+$")
_STATUS = re.compile(r"`?[1-5]\d\d`?")
_FIRST = (*NAME_COLUMNS, "response")
_NO_HEADER = "Write the header row, such as `| Parameter Name | Type | Description |`."
_NO_DASHES = "Write a row such as `| --- | --- | --- |` under the header row."


def _broken_tables(page: OperationPage) -> Iterator[Diagnostic]:
    before: Block | None = None
    for block in page.document.blocks:
        if block.kind is BlockKind.PARAGRAPH and "|" in block.text:
            yield from _paragraph(page, block, before)
        elif block.kind is BlockKind.TABLE:
            yield from _delimiters(page, block)
        before = block
    for section in page.sections:
        if section.kind is not SectionKind.OTHER:
            for table in section.tables:
                yield from _header(page, table)


def _paragraph(page: OperationPage, block: Block, before: Block | None) -> Iterator[Diagnostic]:
    """Report lines that look like rows, where Markdown sees a paragraph."""
    lines = range(block.span.start, block.span.end + 1)
    rows = [n for n in lines if page.line(n).lstrip().startswith("|")]
    if not rows or sum(page.line(n).count("|") for n in rows) < 2 * len(rows):
        return
    first = rows[0]
    place = page.whole_line(first)
    if _DASHES.match(page.line(first)):
        yield Diagnostic(place, "The table has no header row.", hint=_NO_HEADER)
        return
    cells = [cell.text for cell in split_row(page.line(first))]
    if cells[0].lower() in _FIRST or cells[-1].lower() == "description":
        dashes = "|".join(" --- " for _ in cells)
        edit = Edit(first + 1, 1, first + 1, 1, f"|{dashes}|\n")
        wrong = len(rows) > 1 and "-" in page.line(rows[1]) and not _letters(page.line(rows[1]))
        if wrong:
            message = f"`{page.line(rows[1]).strip()}` is no row of dashes, so there is no table."
            yield Diagnostic(page.whole_line(rows[1]), message, hint=_NO_DASHES)
        else:
            message = "There is no row of dashes under this header row, so there is no table."
            yield Diagnostic(place, message, hint=_NO_DASHES, fix=(edit,))
    elif before is not None and before.kind is BlockKind.TABLE and first == block.span.start:
        line = before.span.end
        blank = (Edit(line + 1, 1, first, 1, ""),)
        message = "The blank line above ends the table, so this row is in none."
        related = page.related(before.span.start, "The table that ended.")
        yield Diagnostic(
            place, message, hint="Take the blank line out.", related=(related,), fix=blank
        )
    else:
        message = "These rows have no header row, so there is no table."
        yield Diagnostic(place, message, hint=_NO_HEADER)


def _letters(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _delimiters(page: OperationPage, block: Block) -> Iterator[Diagnostic]:
    line = block.span.start + 1
    if page.line(line - 1).count("|") == page.line(line).count("|"):
        return
    header = split_row(page.line(block.span.start))
    dashes = split_row(page.line(line))
    if len(header) != len(dashes):
        message = f"The row of dashes has {len(dashes)} cells for {len(header)} columns."
        related = page.related(block.span.start, "The header row.")
        place = page.whole_line(line)
        text = "|" + "|".join(" --- " for _ in header) + "|"
        fix = (Edit(line, place.column, line, place.end_column, text),)
        yield Diagnostic(
            place, message, hint="Write one cell for each column.", related=(related,), fix=fix
        )


def _header(page: OperationPage, table: Table) -> Iterator[Diagnostic]:
    """Report a row of data, or an empty one, in place of the header row."""
    if table.columns[0] in _FIRST:
        return
    cells = split_row(page.line(table.span.start))
    line = table.span.start
    place: Place = page.whole_line(line)
    if not any(table.columns):
        yield Diagnostic(place, "The header row is empty.", hint=_NO_HEADER)
    elif (
        (len(cells) > 1 and (cells[1].text in WRITTEN or cells[1].text.startswith("Enum:")))
        or any(REQUIRED_MARK in cell.text for cell in cells)
        or (_STATUS.fullmatch(cells[0].text) and len(cells) == 2)
    ):
        message = f"The row of `{cells[0].text}` stands where the header row belongs."
        yield Diagnostic(place, message, hint=_NO_HEADER)


RULE = OperationRule(
    code="CS201",
    name="broken-table",
    severity=Severity.ERROR,
    summary="Rows are no table: the header row or the row of dashes is missing or does not fit.",
    cause=(
        "Markdown sees a table only where a header row is followed by a row of dashes with as many "
        "cells, and ends it at a blank line. All other rows are text with pipes in it, on the site "
        "and in the author's preview, and what they document is lost."
    ),
    hint="Give the table a header row, a row of dashes under it, and no blank lines.",
    examples=(
        Example(
            "| Response | Description |\n| --- | --- |\n| 200",
            "| --- | --- |\n| 200",
        ),
        Example(
            "| Path Part | Type | Description |\n| --- | --- | --- |",
            "| Path Part | Type | Description |",
            also=("path-parameter",),
        ),
        Example(
            "| Path Part | Type | Description |\n| --- | --- | --- |",
            "| Path Part | Type | Description |\n| --- | --- |",
        ),
        Example("| 404 | There", "\n| 404 | There"),
    ),
    check=_broken_tables,
)
