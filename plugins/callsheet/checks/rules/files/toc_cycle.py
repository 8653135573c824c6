"""CS020: a table of contents contains itself."""

from __future__ import annotations

from callsheet.catalog.toc import TocFault
from callsheet.checks.rule import Example, ReadingRule

RULE = ReadingRule.of(
    TocFault.CYCLE,
    "toc-cycle",
    summary="A table of contents contains itself.",
    cause=("Such a navigation has no end, so the entry is left out."),
    examples=(
        Example(
            files={
                "toc.yml": (
                    "- name: Parcels\n  href: index.md\n"
                    "- name: Change\n  href: Depot/v1Parcel_Change.md\n"
                    "- name: More\n  href: toc.yml\n"
                )
            }
        ),
    ),
)
