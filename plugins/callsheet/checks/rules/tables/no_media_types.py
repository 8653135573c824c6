"""A Content-Type or Accept row that lists no media type."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import cell
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.tables.listed_media_types import OUTSIDE
from callsheet.findings import Severity
from callsheet.model import Location


def _rows_without_media_types(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    for parameter in operation.parameters:
        if parameter.location is not Location.HEADER or "`" in parameter.description:
            continue
        name = parameter.name.lower()
        if name not in ("content-type", "accept") or OUTSIDE.search(parameter.description):
            continue
        if not parameter.description:
            continue
        answers = operation.success is not None and operation.success.code not in (204, 205)
        if name == "content-type" or answers:
            body = "request" if name == "content-type" else "response"
            message = f"`{parameter.name}` lists no media type for the {body} body."
            yield Diagnostic(cell(page, parameter.span.start, "description"), message)


RULE = OperationRule(
    code="CS223",
    name="no-media-types",
    severity=Severity.WARNING,
    summary="The row of Content-Type or Accept lists no media type, and there is such a body.",
    cause=(
        "The row says which formats a body can have. An empty list comes from a generator that "
        "knows none; a caller has to guess, and the reference server takes JSON."
    ),
    hint="List the media types in backticks, such as `application/json`.",
    examples=(
        Example(
            "Content-type of the request body: `application/json`",
            "Content-type of the request body:",
        ),
        Example(
            "Content-type(s) you would like the response in: `application/json`, `application/xml`",
            "Content-type(s) you would like the response in:",
        ),
    ),
    superseded_by=(
        "no-status",
        "unregistered-status",
    ),
    superseded_on_line_by=("ragged-row",),
    check=_rows_without_media_types,
)
