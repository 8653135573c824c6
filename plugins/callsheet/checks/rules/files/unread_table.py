"""CS033: a table is written so that nothing is read of it."""

from __future__ import annotations

from callsheet.checks.rule import Example, ReadingRule
from callsheet.source.faults import Fault

RULE = ReadingRule.of(
    Fault.UNREAD_TABLE,
    "unread-table",
    summary="A table is HTML or stands in a quote, so that nothing is read of it.",
    cause=(
        "What a page documents is read from its Markdown tables. A table in HTML, or in a quote, "
        "is shown to readers, and its parameters or properties are unknown to the samples, the "
        "reference server and the export."
    ),
    examples=(
        Example(
            "## Response: object\n",
            "<table>\n<tr><th>Property</th><th>Type</th></tr>\n"
            "<tr><td>Note</td><td>string</td></tr>\n</table>\n\n## Response: object\n",
        ),
        Example(
            "## Response: object\n",
            "> | Property Name | Type | Description |\n> | --- | --- | --- |\n"
            "> | Note | string | What else is to be said. |\n\n## Response: object\n",
        ),
    ),
)
