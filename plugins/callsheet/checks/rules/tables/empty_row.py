"""A row of a table without a name."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import without_line
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import SectionKind
from callsheet.source.tables import Table

_NAMED = ("path part", "parameter name", "property name", "response")


def _empty_rows(page: OperationPage) -> Iterator[Diagnostic]:
    for section in page.sections:
        if section.kind is SectionKind.OTHER:
            continue
        for table in section.tables:
            if table.columns[0] in _NAMED:
                yield from _of_table(page, table)


def _of_table(page: OperationPage, table: Table) -> Iterator[Diagnostic]:
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


RULE = OperationRule(
    code="CS202",
    name="empty-row",
    severity=Severity.ERROR,
    summary="A row of a table is empty or has no name, or a table has no rows.",
    cause="A row without a name documents nothing, and stands on the site as an empty line.",
    hint="Write the name into the first cell, or take the row out.",
    examples=(
        Example("| $select |", "| | | |\n| $select |"),
        Example("| Weight | Integer |", "| | Integer |"),
    ),
    superseded_on_line_by=("no-status",),
    check=_empty_rows,
)
