"""A description that says nothing but the name."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import cell
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.typed_tables import all_tables
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity


def _descriptions_repeating_names(page: OperationPage) -> Iterator[Diagnostic]:
    for kind, rows in all_tables(page.operation):
        for row in rows:
            about = row.description
            # A longer text cannot be the name and the mark.
            if len(about) > len(row.name) + 16 or len(about) < len(row.name) or not row.name:
                continue
            if row.about.strip(" .`").lower() == row.name.lower():
                message = f"The description of the {kind} `{row.name}` is its name."
                yield Diagnostic(cell(page, row.span.start, "description"), message)


RULE = OperationRule(
    code="CS217",
    name="description-repeats-name",
    severity=Severity.NOTE,
    summary="A description is the name of its row and nothing else.",
    cause="It takes the place of a description and tells nothing that the name does not.",
    hint="Say what it is for.",
    examples=(
        Example("| Weight | Integer | Its weight in grams. |", "| Weight | Integer | Weight |"),
    ),
    superseded_on_line_by=("ragged-row", "misspelt-column"),
    check=_descriptions_repeating_names,
)
