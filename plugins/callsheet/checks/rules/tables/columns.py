"""Header rows of tables, and rows that do not fit them."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from callsheet import lazy_re as re
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import replacing, without_line
from callsheet.checks.parsing.words import COLUMNS, HEADERS, WRITTEN, likely_meant
from callsheet.checks.rule import Diagnostic, Example, operation_rule
from callsheet.findings import Edit, Severity
from callsheet.model import REQUIRED_MARK, SectionKind
from callsheet.schema.words.facets import Facet
from callsheet.source.document import Block, BlockKind
from callsheet.source.tables import (
    NAME_COLUMNS,
    OTHER_NAME_COLUMNS,
    PROPERTY_COLUMN,
    STATUS_COLUMN,
    Cell,
    Table,
    plain_head,
    split_row,
)

_DASHES = re.compile(r"[ ]{0,3}\|?[ \t]*+:?-++:?[ \t]*+(\|[ \t]*+:?-*+:?[ \t]*+)*+$")
_STATUS = re.compile(r"`?[1-5]\d\d`?")
_FIRST = (*NAME_COLUMNS, "response")
_NO_HEADER = "Write the header row, such as `| Parameter Name | Type | Description |`."
_NO_DASHES = "Write a row such as `| --- | --- | --- |` under the header row."


@Example("| Response | Description |\n| --- | --- |\n| 200", "| --- | --- |\n| 200")
@Example(
    "| Path Part | Type | Description |\n| --- | --- | --- |",
    "| Path Part | Type | Description |",
    also=("path-parameter",),
)
@Example(
    "| Path Part | Type | Description |\n| --- | --- | --- |",
    "| Path Part | Type | Description |\n| --- | --- |",
)
@Example("| 404 | There", "\n| 404 | There")
@operation_rule(
    code="CS201",
    name="broken-table",
    severity=Severity.ERROR,
    summary="Rows that are not a table: the header row or the row of dashes is missing or odd.",
    cause=(
        "Markdown sees a table only where a header row is followed by a row of dashes with as many "
        "cells, and ends it at a blank line. All other rows are text with pipes in it, on the site "
        "and in the author's preview, and what they document is lost."
    ),
    hint="Give the table a header row, a row of dashes under it, and no blank lines.",
    subject=Subject.UNUSUAL_FORM,
)
def _broken_tables(page: OperationPage) -> Iterator[Diagnostic]:
    before: Block | None = None
    for block in page.document.blocks:
        if block.kind is BlockKind.PARAGRAPH and "|" in block.text:
            yield from _rows_in_paragraph(page, block, before)
        elif block.kind is BlockKind.TABLE:
            yield from _odd_delimiters(page, block)
        before = block
    for section in page.sections:
        if section.kind is not SectionKind.OTHER:
            for table in section.tables:
                yield from _odd_header(page, table)


def _rows_in_paragraph(
    page: OperationPage, block: Block, before: Block | None
) -> Iterator[Diagnostic]:
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
        wrong = len(rows) > 1 and "-" in page.line(rows[1]) and not _has_letters(page.line(rows[1]))
        if wrong:
            message = (
                f"`{page.line(rows[1]).strip()}` is not a row of dashes, so there is no table."
            )
            yield Diagnostic(page.whole_line(rows[1]), message, hint=_NO_DASHES)
        else:
            message = "There is no row of dashes under this header row, so there is no table."
            yield Diagnostic(place, message, hint=_NO_DASHES, fix=(edit,))
    elif before is not None and before.kind is BlockKind.TABLE and first == block.span.start:
        line = before.span.end
        blank = (Edit(line + 1, 1, first, 1, ""),)
        message = "The blank line above ends the table, so this row is not in any table."
        related = page.related(before.span.start, "the table that ended")
        yield Diagnostic(
            place, message, hint="Take the blank line out.", related=(related,), fix=blank
        )
    else:
        message = "These rows have no header row, so there is no table."
        yield Diagnostic(place, message, hint=_NO_HEADER)


def _has_letters(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _odd_delimiters(page: OperationPage, block: Block) -> Iterator[Diagnostic]:
    line = block.span.start + 1
    if page.line(line - 1).count("|") == page.line(line).count("|"):
        return
    header = split_row(page.line(block.span.start))
    dashes = split_row(page.line(line))
    if len(header) != len(dashes):
        message = f"The row of dashes has {len(dashes)} cells for {len(header)} columns."
        related = page.related(block.span.start, "the header row")
        place = page.whole_line(line)
        text = "|" + "|".join(" --- " for _ in header) + "|"
        fix = (Edit(line, place.column, line, place.end_column, text),)
        yield Diagnostic(
            place, message, hint="Write one cell for each column.", related=(related,), fix=fix
        )


def _odd_header(page: OperationPage, table: Table) -> Iterator[Diagnostic]:
    """Report a row of data, or an empty one, in place of the header row."""
    if table.columns[0] in _FIRST:
        return
    cells, place = split_row(page.line(line := table.span.start)), page.whole_line(line)
    if not any(table.columns):
        yield Diagnostic(place, "The header row is empty.", hint=_NO_HEADER)
    elif (
        (len(cells) > 1 and (cells[1].text in WRITTEN or cells[1].text.startswith("Enum:")))
        or any(REQUIRED_MARK in cell.text for cell in cells)
        or (_STATUS.fullmatch(cells[0].text) and len(cells) == 2)
    ):
        message = f"The row of `{cells[0].text}` stands where the header row belongs."
        yield Diagnostic(place, message, hint=_NO_HEADER)


_SHORTEST = 5
"""Shorter words are similar to too many others."""

_FURTHER = tuple(facet.value for facet in Facet if len(facet) >= _SHORTEST)
"""Optional columns of any table."""


@Example("| Path Part | Type |", "| Path Prat | Type |", also=("path-parameter",))
@Example("| Response | Description |", "| Response | Descripton |")
@Example(
    "| Parameter Name | Type | Description |\n| --- | --- | --- |\n| notify",
    "| Property Name | Type | Description |\n| --- | --- | --- |\n| notify",
    also=("query-parameter-unknown",),
)
@Example("| Parameter Name | Type | Description |", "| Parameter Name | Description | Type |")
@Example(
    "| Parameter Name | Description |\n| --- | --- |\n| Authorization | Who",
    "| Parameter Name | Requird | Description |\n| --- | --- | --- |\n| Authorization | No | Who",
    also=("ragged-row",),
)
@operation_rule(
    code="CS203",
    name="misspelt-column",
    severity=Severity.ERROR,
    summary="The header row of a table lacks a column of the page format, or misspells it.",
    cause=(
        "The columns of a table say what it documents. One that is misspelt is not read: a table "
        "without `Type` gives no types, and one without `Property Name` or `Description` stays "
        "text."
    ),
    hint="Name the columns as the page format does.",
    about_rows=True,
    subject=Subject.UNUSUAL_FORM,
)
def _misspelt_columns(page: OperationPage) -> Iterator[Diagnostic]:
    for section in page.sections:
        for table in section.tables:
            kind = _kind_of(page, section.kind, table)
            expected = _expected_columns(kind, table)
            if not expected:
                continue
            if not set(expected) <= set(table.columns):
                yield from _misspelt_columns_of(page, table, expected)
            else:
                yield from _misspelt_further_columns(page, table)
            if _is_swapped(table):
                # The whole table, since all of its cells are in wrong columns.
                message = "The columns `Type` and `Description` have changed places."
                yield Diagnostic(page.lines(table.span), message)


def _kind_of(page: OperationPage, kind: SectionKind, table: Table) -> SectionKind:
    """Return the section that a table belongs to; on the page of a type it is in none."""
    is_of_type = page.reading.page.defines and table.columns[0] == PROPERTY_COLUMN
    return SectionKind.RESPONSE_BODY if is_of_type else kind


def _is_swapped(table: Table) -> bool:
    """Tell whether the descriptions are types, and the types are none."""
    types, texts = table.column("type"), table.column("description")
    if types is None or texts is None:
        return False
    filled = [row for row in table.rows if row.cell(types) and row.cell(texts)]
    swapped = [r for r in filled if r.cell(texts) in WRITTEN and r.cell(types) not in WRITTEN]
    return 2 * len(swapped) > len(filled)


def _expected_columns(kind: SectionKind, table: Table) -> tuple[str, ...]:
    if kind in COLUMNS:
        columns = COLUMNS[kind]
        of_body = kind is SectionKind.RESPONSE and table.columns[0] != STATUS_COLUMN
        if of_body and len(table.columns) > 2:
            return COLUMNS[SectionKind.RESPONSE_BODY]
        return columns
    if kind is SectionKind.OTHER:
        return ()
    # Tables in a description are free; that of the path has no heading.
    columns, first = COLUMNS[SectionKind.PATH], table.columns[0]
    renamed = first in OTHER_NAME_COLUMNS and table.columns[1:] == columns[1:]
    return columns if renamed or likely_meant(first, columns[:1]) else ()


def _misspelt_columns_of(
    page: OperationPage, table: Table, expected: tuple[str, ...]
) -> Iterator[Diagnostic]:
    missing = [name for name in expected if name not in table.columns]
    cells = split_row(page.line(line := table.span.start))
    if not any(table.columns) or _is_data(table):
        return
    for index, (name, cell) in enumerate(zip(table.columns, cells, strict=False)):
        if name in expected or not missing:
            continue
        meant = likely_meant(name, missing) or _by_place(name, index, missing, expected)
        if meant:
            missing.remove(meant)
            yield _misspelt_column(page, line, cell, HEADERS[meant])
    if expected[0] in missing:
        # A free table; in a section of parameters another rule reports it.
        return
    for name in missing:
        message = f"The table has no column `{HEADERS[name]}`."
        yield Diagnostic(page.whole_line(line), message, hint=f"Add the column `{HEADERS[name]}`.")


def _is_data(table: Table) -> bool:
    """Tell whether no column is of the page format: then a header row is missing."""
    known = {*NAME_COLUMNS, *OTHER_NAME_COLUMNS, *HEADERS}
    return not any(name in known or likely_meant(name, known) for name in table.columns)


def _by_place(name: str, index: int, missing: list[str], expected: tuple[str, ...]) -> str | None:
    if index != 0 or expected[0] not in missing:
        return None
    # Next to the other columns, a name with several slips is still known.
    known = name in (*NAME_COLUMNS, *OTHER_NAME_COLUMNS, STATUS_COLUMN)
    return expected[0] if known or SequenceMatcher(None, name, expected[0]).ratio() > 0.7 else None


def _misspelt_further_columns(page: OperationPage, table: Table) -> Iterator[Diagnostic]:
    """Report misspelt names of optional columns, such as `Default`."""
    unknown = {n for n in table.columns if n not in HEADERS and len(n) >= _SHORTEST - 1}
    known = [name for name in (*_FURTHER, "type") if unknown and name not in table.columns]
    for cell in split_row(page.line(table.span.start)) if unknown else ():
        head = plain_head(cell.text)
        if head not in unknown:
            continue
        if meant := likely_meant(head, known):
            yield _misspelt_column(page, table.span.start, cell, HEADERS[meant])


def _misspelt_column(page: OperationPage, line: int, cell: Cell, meant: str) -> Diagnostic:
    place = Place(page.path, line, cell.column, line, cell.column + max(len(cell.text), 1))
    message = f"The column `{cell.text}` is called `{meant}` here."
    return Diagnostic(place, message, hint=f"Write `{meant}`.", fix=replacing(place, meant))


_NAMED = ("path part", "parameter name", "property name", "response")


@Example("| $select |", "| | | |\n| $select |")
@Example("| Weight | Integer |", "| | Integer |")
@operation_rule(
    code="CS202",
    name="empty-row",
    severity=Severity.ERROR,
    summary="A row of a table is empty or has no name, or a table has no rows.",
    cause="A row without a name documents nothing, and stands on the site as an empty line.",
    hint="Write the name into the first cell, or take the row out.",
    superseded_on_line_by=("no-status",),
    about_rows=True,
    subject=Subject.UNUSUAL_FORM,
)
def _empty_rows(page: OperationPage) -> Iterator[Diagnostic]:
    for section in page.sections:
        for table in section.tables:
            kind = _kind_of(page, section.kind, table)
            if kind is not SectionKind.OTHER and table.columns[0] in _NAMED:
                yield from _empty_rows_of(page, table)


def _empty_rows_of(page: OperationPage, table: Table) -> Iterator[Diagnostic]:
    # An empty path table lacks the parameters of the route, which another rule reports.
    missed = table.columns[0] == "path part" and page.operation.route.parameters
    if not table.rows and not missed:
        place = page.whole_line(table.span.start)
        yield Diagnostic(place, "The table has no rows.", hint="Write its rows, or take it out.")
    for row in table.rows:
        if row.cell(0).strip("` "):
            continue
        place = page.whole_line(row.span.start)
        if any(cell.text for cell in row.cells):
            text = next(cell.text for cell in row.cells if cell.text)
            yield Diagnostic(place, f"The row of `{text}` has no {table.columns[0]}.")
        else:
            fix = without_line(page, row.span.start) if row.span.start == row.span.end else ()
            yield Diagnostic(place, "The row is empty.", hint="Take it out.", fix=fix)
