"""CS019: an entry of a table of contents leads nowhere."""

from __future__ import annotations

from callsheet.catalog.toc import TocFault
from callsheet.checks.rule import Example, ReadingRule

RULE = ReadingRule.of(
    TocFault.NOWHERE,
    "toc-entry-nowhere",
    summary="An entry of a table of contents leads nowhere.",
    cause=(
        "The page was moved or removed, or the path has a slip. The entry is left "
        "out of the navigation."
    ),
    examples=(
        Example(
            files={
                "toc.yml": (
                    "- name: Parcels\n  href: index.md\n"
                    "- name: Change\n  href: Depot/v1Parcel_Change.md\n"
                    "- name: Read\n  href: Depot/v1Parcel_Read.md\n"
                )
            }
        ),
    ),
)
