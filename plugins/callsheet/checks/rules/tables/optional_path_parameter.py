"""A path parameter without the required mark."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import name_cell
from callsheet.checks.model.page import OperationPage
from callsheet.checks.parsing.required_words import misspelt_mark
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Edit, Severity
from callsheet.model import REQUIRED_MARK, Location
from callsheet.model.contents import own_parameters


def _optional_path_parameters(page: OperationPage) -> Iterator[Diagnostic]:
    for row, _ in own_parameters(page.operation, Location.PATH):
        # Another rule reports a misspelt mark.
        if row.required or misspelt_mark(row.description) or not row.name:
            continue
        message = f"The path parameter `{row.name}` has no `{REQUIRED_MARK}`."
        related = page.related(page.operation.route.span.start, "The route, which needs a value.")
        line = row.span.start
        text = page.line(row.span.end).rstrip()
        fix: tuple[Edit, ...] = ()
        if row.span.end == line and text.endswith("|"):
            column = len(text[:-1].rstrip()) + 1
            fix = (Edit(line, column, line, len(text), f" {REQUIRED_MARK} "),)
        yield Diagnostic(name_cell(page, line), message, related=(related,), fix=fix)


RULE = OperationRule(
    code="CS211",
    name="optional-path-parameter",
    severity=Severity.WARNING,
    summary="A path parameter is not marked as required.",
    cause=(
        "A path without the value is another path, so path parameters are always required "
        "(OpenAPI, Parameter Object). Without the mark a reader thinks that the value can be left "
        "out."
    ),
    hint=f"Write `{REQUIRED_MARK}` at the end of the description.",
    examples=(Example("The parcel. **Required** |", "The parcel. |"),),
    superseded_on_line_by=(
        "ragged-row",
        "type-left-over",
        "tag-left-over",
        "text-to-follow",
        "template-mark",
        "escape-left-over",
        "misspelt-column",
    ),
    check=_optional_path_parameters,
)
