"""Status tables without a success."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import typed_responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import SectionKind


def has_success(page: OperationPage) -> bool:
    """Tell whether the table has a status that is no error; 304 only says that nothing is new."""
    response = page.operation.response
    ranges = {part.name for part in response.ranges} if response else set()
    return not ranges.isdisjoint(("2XX", "3XX", "default")) or any(
        status.code < 400 and status.code != 304 for status in page.operation.statuses
    )


def _rows_without_success(page: OperationPage) -> Iterator[Diagnostic]:
    """Report status tables without a success."""
    documented = page.operation.statuses
    if not documented or has_success(page):
        return
    related = tuple(
        page.related(example.first_line().line, f"the example has {message.status}")
        for example, message in typed_responses(page)
        if message.status < 300
    )
    listed = ", ".join(str(status.code) for status in documented)
    place = page.find(documented[0].span.start, str(documented[0].code))
    yield Diagnostic(
        place, f"The status table has no success: it has {listed} only.", related=related
    )


def _empty_status_tables(page: OperationPage) -> Iterator[Diagnostic]:
    """Report responses without any row of a status."""
    response = page.operation.response
    if response is None or response.statuses or not page.operation.example_responses:
        return
    tables = [t for t in page.tables(SectionKind.RESPONSE) if t.columns[0] == "response"]
    if tables and not tables[0].rows:
        place = page.whole_line(tables[0].span.end)
        yield Diagnostic(place, "The status table has no success: it has no row.")


def _tables_without_success(page: OperationPage) -> Iterator[Diagnostic]:
    yield from _rows_without_success(page)
    yield from _empty_status_tables(page)


RULE = OperationRule(
    code="CS413",
    name="no-success",
    severity=Severity.ERROR,
    summary="The status table has no success.",
    cause=(
        "A caller must know how success looks. A table with errors only comes about when the first "
        "row is lost."
    ),
    hint="Add the row of the success, such as `| 200 | OK |`.",
    examples=(Example("| 200 | The parcel as it is stored. |\n", ""),),
    check=_tables_without_success,
)
