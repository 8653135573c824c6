"""Statuses of sample responses and of sections that the table lacks."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import ExampleMessage, typed_responses
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.statuses.no_success import has_success
from callsheet.findings import Severity
from callsheet.http.statuses import DEFAULT, NO_CONTENT, names_of
from callsheet.model import ExampleResponse


def _undocumented_example_statuses(page: OperationPage) -> Iterator[Diagnostic]:
    """Report sample responses with a status that the table lacks."""
    documented = page.operation.statuses
    codes = [status.code for status in documented]
    for example, message in typed_responses(page):
        if not documented or message.status in codes or _is_in_range(page, message.status):
            continue
        if message.status < 300 and not has_success(page):
            continue  # Another rule reports a table without any success.
        if message.status in NO_CONTENT and example.has_body and example.body.strip() != "null":
            continue  # Another rule reports a body that the status forbids.
        line = documented[0].span.start
        listed = ", ".join(str(number) for number in codes)
        yield Diagnostic(
            _status_place(example, message),
            f"The table lacks the status `{message.status}` of the example: it has {listed}.",
            related=(page.related(line, "the status table begins here"),),
        )


def _undocumented_sections(page: OperationPage) -> Iterator[Diagnostic]:
    """Report sections about a status that the table, if there is one, lacks."""
    response = page.operation.response
    codes = {status.code for status in page.operation.statuses}
    ranges = {part.name for part in response.ranges} if response else set()
    if not codes and not ranges:
        return
    known = ranges | {f"{number // 100}XX" for number in codes} | {DEFAULT}
    for section in page.sections:
        status = section.status
        if not status or section.inherits:
            continue
        if status.isdecimal():
            is_known = int(status) in codes or not ranges.isdisjoint(names_of(int(status)))
        else:
            is_known = status in known or DEFAULT in ranges
        if not is_known:
            row = (page.operation.statuses or response.ranges if response else ())[0]
            yield Diagnostic(
                page.whole_line(section.span.start),
                f"The status table lacks `{status}`, which the section is about.",
                "Add a row for the status, or correct the heading.",
                (page.related(row.span.start, "the status table begins here"),),
            )


def _is_in_range(page: OperationPage, status: int) -> bool:
    """Tell whether a page documents a class of statuses, or a body, that includes a status."""
    response = page.operation.response
    if response is None:
        return False
    documented = {part.name for part in response.ranges} | {b.status for b in response.bodies}
    return not documented.isdisjoint(names_of(status))


def _status_place(example: ExampleMessage, message: ExampleResponse) -> Place:
    line = example.first_line().line
    version = len(example.page.line(line).split()[0]) + 1
    return example.page.find(line, str(message.status), version)


def _undocumented_statuses(page: OperationPage) -> Iterator[Diagnostic]:
    yield from _undocumented_example_statuses(page)
    yield from _undocumented_sections(page)


RULE = OperationRule(
    code="CS412",
    name="status-unknown",
    severity=Severity.ERROR,
    summary="A sample response, or a section, is about a status that the status table lacks.",
    cause="The table lists what a caller must be ready for, so that one of the two is wrong.",
    hint="Add a row for the status, or correct the example.",
    examples=(
        Example("HTTP/1.1 200 OK", "HTTP/1.1 202 Accepted"),
        Example("## Sample request\n", "## Response 410: object\n\n## Sample request\n"),
    ),
    superseded_at_source_by=("status-text",),
    check=_undocumented_statuses,
)
