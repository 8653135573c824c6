"""Types and tables of a response body where every success is without one."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import code
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.bodies.response_type import stated_types
from callsheet.findings import Severity
from callsheet.http.statuses import NO_CONTENT


def _typed_without_content(page: OperationPage) -> Iterator[Diagnostic]:
    """Report types and tables of a response body if no success has a body."""
    successes = [status for status in page.operation.statuses if 200 <= status.code < 300]
    if not successes or any(status.code not in NO_CONTENT for status in successes):
        return
    related = tuple(
        page.related(status.span.start, f"the status {status.code}") for status in successes
    )
    number = successes[0].code
    stated = list(stated_types(page))
    if stated:
        shown = code(stated[-1].type.written)
        message = f"The response body has the type {shown}, and the status {number} has no body."
        yield Diagnostic(stated[-1].place, message, related=related)
    elif page.operation.response and page.operation.response.properties:
        row = page.operation.response.properties[0]
        message = f"The response body has a table, and the status {number} has no body."
        yield Diagnostic(page.whole_line(row.span.start), message, related=related)


RULE = OperationRule(
    code="CS418",
    name="typed-without-content",
    severity=Severity.NOTE,
    summary="The response body has a type, and no documented success has a body.",
    cause=(
        "A status 204 has no body, so that there is nothing to be of a type. Generators write the "
        "type of a method without a result, whatever it is called."
    ),
    hint="Remove the type, or correct the status.",
    examples=(
        Example(
            "| 200 | The parcel as it is stored. |",
            "| 204 | It is stored. |",
            also=("status-unknown",),
        ),
    ),
    superseded_by=("body-without-content",),
    check=_typed_without_content,
)
