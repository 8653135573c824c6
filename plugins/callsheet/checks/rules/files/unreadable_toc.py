"""CS018: a table of contents is no list of entries."""

from __future__ import annotations

from callsheet.catalog.toc import TocFault
from callsheet.checks.rule import Example, ReadingRule

RULE = ReadingRule.of(
    TocFault.UNREADABLE,
    "unreadable-toc",
    summary="A table of contents is no list of entries.",
    cause=(
        "A `toc.yml` is YAML: a list of entries with `name`, and with `href` or "
        "`items`. What cannot be read is missing in the navigation."
    ),
    examples=(
        # What it should list, it lists no more.
        Example(
            files={"toc.yml": "- name: Change a parcel\n  href: [\n"}, also=("unreached-page",)
        ),
    ),
)
