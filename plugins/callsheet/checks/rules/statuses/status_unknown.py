"""A sample response, or a section, is about a status that is not in the status table."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.statuses import statuses
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from statuses.undocumented(page)
    yield from statuses.undocumented_sections(page)


RULE = OperationRule(
    code="CS412",
    name="status-unknown",
    severity=Severity.ERROR,
    summary="A sample response, or a section, is about a status that the status table lacks.",
    cause=("The table lists what a caller must be ready for, so that one of the two is wrong."),
    hint="Add a row for the status, or correct the example.",
    examples=(
        Example("HTTP/1.1 200 OK", "HTTP/1.1 202 Accepted"),
        Example("## Sample request\n", "## Response 410: object\n\n## Sample request\n"),
    ),
    superseded_at_source_by=("status-text",),
    check=_check,
)
