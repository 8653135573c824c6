"""A line break that is written as a backslash."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import replacing
from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.source.document import BlockKind


def _backslash_breaks(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is BlockKind.PARAGRAPH and "\\\n" in block.text:
            for number in range(block.span.start, block.span.end):
                line = page.line(number)
                backslashes = len(line) - len(line.rstrip("\\"))
                if backslashes % 2:
                    place = Place(page.path, number, len(line), number, len(line) + 1)
                    message = "The backslash at the line's end is shown as it is."
                    yield Diagnostic(place, message, fix=replacing(place, "  "))


RULE = PageRule(
    code="CS527",
    name="backslash-break",
    severity=Severity.WARNING,
    summary="A line of a paragraph ends in a backslash.",
    cause="CommonMark breaks the line there; Python-Markdown shows the backslash.",
    hint="End the line in two spaces, or begin a new paragraph.",
    examples=(
        Example(
            "Changes what is known of a parcel, and", "Changes what is known of a parcel,\\\nand"
        ),
    ),
    check=_backslash_breaks,
)
