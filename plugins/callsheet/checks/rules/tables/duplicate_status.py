"""A status that stands twice in the table."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import name_cell, table_row, without_line
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import Status


def _duplicate_statuses(page: OperationPage) -> Iterator[Diagnostic]:
    seen: dict[int, Status] = {}
    for status in page.operation.statuses:
        first = seen.setdefault(status.code, status)
        if first is status:
            continue
        one, other = (table_row(page, s.span.start) for s in (first, status))
        if one is None or other is None or one[0].span != other[0].span:
            # Another rule reports a repeated section.
            continue
        line = status.span.start
        related = (page.related(first.span.start, f"The first row of {status.code}."),)
        same = page.line(line).split() == page.line(first.span.start).split()
        fix = without_line(page, line) if same else ()
        message = f"The status `{status.code}` is in this table twice."
        yield Diagnostic(name_cell(page, line), message, related=related, fix=fix)


RULE = OperationRule(
    code="CS219",
    name="duplicate-status",
    severity=Severity.ERROR,
    summary="A status has two rows.",
    cause=(
        "OpenAPI and all that is made of it have one description for a status. As a rule one of "
        "the rows is meant for another status."
    ),
    hint="Make one row of the two, or correct the status of one of them.",
    examples=(Example("| 404 | There", "| 412 | There"),),
    check=_duplicate_statuses,
)
