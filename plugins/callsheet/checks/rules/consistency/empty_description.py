"""A property without a description, as many are."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.tree import Tree
from callsheet.checks.model.tree_places import TreePlaces
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.checks.rules.consistency.missing_descriptions import undescribed_rows
from callsheet.checks.rules.example_pages import parcel_page
from callsheet.findings import Severity


def _usually_empty_descriptions(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    habits: set[str] = set()
    for blank in undescribed_rows(tree.catalog.operations):
        row = blank.row
        if blank.lost or row.name in habits:
            continue
        message = f"The property `{row.name}` has no description."
        if blank.habit:
            # A generator that never describes it is one fault, not hundreds.
            habits.add(row.name)
            message = f"The property `{row.name}` has no description, on {blank.habit} rows."
        yield Diagnostic(
            places.column(blank.operation.path, row.span.start, "description"), message
        )


RULE = TreeRule(
    code="CS609",
    name="empty-description",
    severity=Severity.NOTE,
    summary="A property has no description, and nor have those around it.",
    cause=(
        "Tables that a generator wrote from code without comments have names and types only, and "
        "so have properties that stand on all pages for technical reasons. A reader has to guess."
    ),
    hint="Say what the property is for.",
    examples=(
        Example(
            files={
                "Depot/v1Parcel_Newest.md": parcel_page(
                    "Newest",
                    rows={"Sender": ("string", "", '"Ann"'), "Way": ("string", "", '"by sea"')},
                ).replace("body: Parcel", "body: Journey")
            }
        ),
    ),
    superseded_on_line_by=("ragged-row", "empty-row", "misspelt-column", "duplicate-name"),
    superseded_by=("broken-table",),
    check=_usually_empty_descriptions,
)
