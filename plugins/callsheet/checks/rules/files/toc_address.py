"""CS027: a table of contents has an address that is no link to a web page."""

from __future__ import annotations

from callsheet.catalog.toc import TocFault
from callsheet.checks.rule import Example, ReadingRule

RULE = ReadingRule.of(
    TocFault.ADDRESS,
    "toc-address",
    summary="A table of contents has an address that is no link to a web page.",
    cause=(
        "An address such as `javascript:` runs a program in the reader's browser, and others "
        "start one on the reader's machine. The entry is left out of the navigation."
    ),
    examples=(
        Example(
            files={
                "toc.yml": (
                    "- name: Parcels\n  href: index.md\n"
                    "- name: Change\n  href: Depot/v1Parcel_Change.md\n"
                    "- name: Our site\n  href: javascript:location='https://example.com/'\n"
                )
            }
        ),
    ),
)
