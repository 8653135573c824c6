"""A required mark in a table of the response."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import text_in_cell
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Edit, Severity
from callsheet.model import REQUIRED_MARK


def _required_response_properties(page: OperationPage) -> Iterator[Diagnostic]:
    response = page.operation.response
    for row in response.properties if response else ():
        if REQUIRED_MARK in row.description:
            place = text_in_cell(page, row.span.start, "description", REQUIRED_MARK)
            start = place.column
            while page.line(place.line)[start - 2 : start - 1] == " ":
                start -= 1
            fix = Edit(place.line, start, place.end_line, place.end_column, "")
            message = f"The response property `{row.name}` is marked `{REQUIRED_MARK}`."
            yield Diagnostic(place, message, fix=(fix,))


RULE = OperationRule(
    code="CS214",
    name="required-response-property",
    severity=Severity.WARNING,
    summary="A property of the response is marked as required.",
    cause=(
        "The mark says what a caller must send, and nobody sends a response. As a rule the row was "
        "copied from the table of the request."
    ),
    hint="Take the mark out.",
    examples=(Example("Whether it breaks easily. |", "Whether it breaks easily. **Required** |"),),
    superseded_on_line_by=("ragged-row",),
    check=_required_response_properties,
)
