"""A property without a description, where others have one."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.tree import Tree
from callsheet.checks.model.tree_places import TreePlaces
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.checks.rules.consistency.missing_descriptions import undescribed_rows
from callsheet.findings import Related, Severity


def _lost_descriptions(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    for blank in undescribed_rows(tree.catalog.operations):
        if not blank.lost:
            continue
        row = blank.row
        message = f"The property `{row.name}` has no description."
        related: tuple[Related, ...] = ()
        if blank.described:
            operation, other = blank.described
            related = (Related(operation.path, other.span.start, f"`{row.name}` with one."),)
            rows = "row has" if blank.count == 1 else "rows have"
            message = (
                f"The property `{row.name}` of {blank.owner} has no description; {blank.count}"
                f" {rows} one for it."
            )
        place = places.column(blank.operation.path, row.span.start, "description")
        yield Diagnostic(place, message, related=related)


RULE = TreeRule(
    code="CS608",
    name="lost-description",
    severity=Severity.WARNING,
    summary="A property has no description, and most around it or most of its name have one.",
    cause=(
        "A reader finds an empty cell where all others help. As a rule the text was lost when the "
        "row was copied, or never written for a property that was added later."
    ),
    hint="Say what the property is for.",
    examples=(Example("| Label | string | What is written on it. |", "| Label | string | |"),),
    superseded_on_line_by=("ragged-row", "empty-row", "misspelt-column", "duplicate-name"),
    superseded_by=("broken-table",),
    check=_lost_descriptions,
)
