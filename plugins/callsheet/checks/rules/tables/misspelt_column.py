"""A table whose header row names a column otherwise than the page format does."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import replacing
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.parsing.columns import COLUMNS, HEADERS
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.parsing.type_names import WRITTEN
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import SectionKind
from callsheet.schema.words.facets import Facet
from callsheet.source.tables import (
    NAME_COLUMNS,
    OTHER_NAME_COLUMNS,
    STATUS_COLUMN,
    Cell,
    Table,
    plain_head,
    split_row,
)

_SHORTEST = 5
"""Shorter words are similar to too many others."""

_FURTHER = tuple(facet.value for facet in Facet if len(facet) >= _SHORTEST)
"""Optional columns of any table."""


def _misspelt_columns(page: OperationPage) -> Iterator[Diagnostic]:
    for section in page.sections:
        for table in section.tables:
            expected = _expected(section.kind, table)
            if not expected:
                continue
            if not set(expected) <= set(table.columns):
                yield from _of_table(page, table, expected)
            else:
                yield from _further(page, table)
            if _is_swapped(table):
                # The whole table, since all of its cells are in wrong columns.
                message = "The columns `Type` and `Description` have changed places."
                yield Diagnostic(page.lines(table.span), message)


def _is_swapped(table: Table) -> bool:
    """Tell whether the descriptions are types, and the types are none."""
    types, texts = table.column("type"), table.column("description")
    if types is None or texts is None:
        return False
    filled = [row for row in table.rows if row.cell(types) and row.cell(texts)]
    swapped = [r for r in filled if r.cell(texts) in WRITTEN and r.cell(types) not in WRITTEN]
    return 2 * len(swapped) > len(filled)


def _expected(kind: SectionKind, table: Table) -> tuple[str, ...]:
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


def _of_table(page: OperationPage, table: Table, expected: tuple[str, ...]) -> Iterator[Diagnostic]:
    line = table.span.start
    missing = [name for name in expected if name not in table.columns]
    cells = split_row(page.line(line))
    if not any(table.columns) or _is_data(table):
        return
    for index, (name, cell) in enumerate(zip(table.columns, cells, strict=False)):
        if name in expected or not missing:
            continue
        meant = likely_meant(name, missing) or _by_place(name, index, missing, expected)
        if meant:
            missing.remove(meant)
            yield _misspelt(page, line, cell, HEADERS[meant])
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
    is_name = name in (*NAME_COLUMNS, *OTHER_NAME_COLUMNS, STATUS_COLUMN)
    return expected[0] if index == 0 and is_name and expected[0] in missing else None


def _further(page: OperationPage, table: Table) -> Iterator[Diagnostic]:
    """Report misspelt names of optional columns, such as `Default`."""
    unknown = {name for name in table.columns if name not in HEADERS and len(name) >= _SHORTEST}
    known = [name for name in _FURTHER if unknown and name not in table.columns]
    for cell in split_row(page.line(table.span.start)) if unknown else ():
        head = plain_head(cell.text)
        if head not in unknown:
            continue
        if meant := likely_meant(head, known):
            yield _misspelt(page, table.span.start, cell, HEADERS[meant])


def _misspelt(page: OperationPage, line: int, cell: Cell, meant: str) -> Diagnostic:
    place = Place(page.path, line, cell.column, line, cell.column + max(len(cell.text), 1))
    message = f"The column `{cell.text}` is called `{meant}` here."
    return Diagnostic(place, message, hint=f"Write `{meant}`.", fix=replacing(place, meant))


RULE = OperationRule(
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
    examples=(
        Example("| Path Part | Type |", "| Path Prat | Type |", also=("path-parameter",)),
        Example("| Response | Description |", "| Response | Descripton |"),
        Example(
            "| Parameter Name | Type | Description |\n| --- | --- | --- |\n| notify",
            "| Property Name | Type | Description |\n| --- | --- | --- |\n| notify",
            also=("query-parameter-unknown",),
        ),
        Example(
            "| Parameter Name | Type | Description |", "| Parameter Name | Description | Type |"
        ),
        Example(
            "| Parameter Name | Description |\n| --- | --- |\n| Authorization | Who",
            "| Parameter Name | Requird | Description |\n| --- | --- | --- |\n"
            "| Authorization | No | Who",
            also=("ragged-row",),
        ),
    ),
    check=_misspelt_columns,
)
