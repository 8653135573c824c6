"""Parameters that no page describes."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.tree import Tree, TreePlaces
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.checks.rules.specimen import parcel_page
from callsheet.findings import Related, Severity


def _usually_undescribed_parameters(tree: Tree) -> Iterator[Diagnostic]:
    # What a document doesn't describe is missing there, not on each page that an import wrote.
    bare = [
        (operation, row)
        for operation in tree.catalog.operations
        for row in operation.parameters
        if not row.about and (operation.path in tree.imported or not tree.describes_parameters)
    ]
    if not bare:
        return
    (first, row), *others = bare
    nor = f", nor have {len(others)} others" if others else ""
    why = "" if tree.describes_parameters else ": most on these pages"
    yield Diagnostic(
        TreePlaces(tree).column(first.path, row.span.start, "description"),
        f"The parameter `{row.name}` has no description{nor}{why}.",
        related=tuple(
            Related(operation.path, other.span.start, f"`{other.name}` without one.")
            for operation, other in others
        ),
    )


_UNDESCRIBED_PARAMETERS = TreeRule(
    code="CS230",
    name="undescribed-parameters",
    severity=Severity.NOTE,
    summary="Most parameters of all pages, or some of an import, have no description.",
    cause=(
        "Tables that a generator wrote from code without comments have names and types only. A "
        "caller has to give values, and the names alone don't tell how. That is one problem, so it "
        "is reported once, in place of each parameter."
    ),
    hint="Say what the parameters are for.",
    examples=(
        Example(
            files={
                "Depot/v1Parcel_Newest.md": parcel_page(
                    "Newest", query="".join(f"| by{number} | string | |\n" for number in range(40))
                )
            }
        ),
    ),
    check=_usually_undescribed_parameters,
)

RULES = (_UNDESCRIBED_PARAMETERS,)
