"""Tables of an operation: what their rows are called, places of their cells, and edits of them."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage, OperationPage, Place, cached_in_owner
from callsheet.findings import Edit, Related
from callsheet.memo import cached_by_identity
from callsheet.model import Location, Operation, Property
from callsheet.source.tables import Row, Table

_Table = tuple[str, tuple[Property, ...]]


# A dozen rules look through them.
@cached_by_identity(16)
def typed_tables(operation: Operation) -> tuple[_Table, ...]:
    """Return the rows of each table with a type column, and what its rows are called."""
    # The page format's own table of headers has no types.
    sent = (
        (name, rows)
        for name, rows in sent_tables(operation)
        if name != "header" or any(row.type for row in rows)
    )
    return (*sent, *answered_tables(operation))


@cached_by_identity(16)
def all_tables(operation: Operation) -> tuple[_Table, ...]:
    """Return the typed tables, and those of headers."""
    return (*sent_tables(operation), *answered_tables(operation))


@cached_by_identity(16)
def sent_tables(operation: Operation) -> tuple[_Table, ...]:
    """Return the rows of the tables that describe requests."""
    return tuple(_sent_tables(operation))


def _sent_tables(operation: Operation) -> Iterator[_Table]:
    for location in (Location.PATH, Location.QUERY):
        if rows := operation.parameters_in(location):
            yield f"{location} parameter", rows
    for location in (Location.COOKIE, Location.HEADER):
        if rows := operation.parameters_in(location):
            yield location, rows
    for body in operation.request_bodies:
        if body.properties:
            yield "property", body.properties


def answered_tables(operation: Operation) -> Iterator[_Table]:
    """Yield the rows of the tables that describe responses."""
    response = operation.response
    if response is None:
        return
    for rows in (response.properties, *(body.properties for body in response.bodies)):
        if rows:
            yield "property", rows
    if response.headers:
        yield "response header", response.headers


def property_tables(page: CheckedPage) -> Iterator[tuple[Property, ...]]:
    """Yield the tables of properties of a page: of its bodies and of the type that it defines."""
    if isinstance(page, OperationPage):
        for kind, rows in all_tables(page.operation):
            if kind == "property":
                yield rows
    if table := page.reading.page.defines:
        yield table.properties


def table_row(page: CheckedPage, line: int) -> tuple[Table, Row] | None:
    """Return the table and the row that begins in a line."""
    return _rows_by_line(page).get(line)


@cached_in_owner
def _rows_by_line(page: CheckedPage) -> dict[int, tuple[Table, Row]]:
    tables = [table for section in page.sections for table in section.tables]
    return {row.span.start: (table, row) for table in tables for row in table.rows}


def name_cell(page: CheckedPage, line: int) -> Place:
    """Return the first cell of the row in a line."""
    found = table_row(page, line)
    return page.cell(found[1], 0) if found else page.whole_line(line)


def cell(page: CheckedPage, line: int, column: str) -> Place:
    """Return the cell of the row in a line that is in the column of that name.

    An empty cell is the character after its pipe; if the row has no such cell, it is the row.
    """
    found = table_row(page, line)
    if found is None:
        return page.whole_line(line)
    table, row = found
    index = table.column(column)
    if index is None or index >= len(row.cells):
        return page.whole_line(line)
    return page.cell(row, index)


def text_in_cell(page: CheckedPage, line: int, column: str, text: str) -> Place:
    """Return the place of a text in a cell, or of the whole cell if it is not there."""
    place = cell(page, line, column)
    found = page.find(line, text, place.column)
    inside = found.end_column <= place.end_column and found.column >= place.column
    return found if inside else place


def related_row(page: CheckedPage, row: Property) -> Related:
    """Return the row of a table as a related place."""
    return page.related(row.span.start, f"the row of `{row.name}`")


def typed_row(page: CheckedPage, row: Property) -> Related:
    """Return the row of a table as a related place that names the row's type."""
    kind = f", `{row.type.written}`" if row.type else ""
    return page.related(row.span.start, f"the row of `{row.name}`{kind}")


def replacing(place: Place, text: str) -> tuple[Edit, ...]:
    """Return the edit that replaces the text of a place."""
    return (Edit(place.line, place.column, place.end_line, place.end_column, text),)


def without_line(page: CheckedPage, line: int) -> tuple[Edit, ...]:
    """Return the edit that removes a line, with its end."""
    if line < len(page.document.lines):
        return (Edit(line, 1, line + 1, 1, ""),)
    return (Edit(line, 1, line, len(page.line(line)) + 1, ""),)
