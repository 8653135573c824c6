"""Items of a list whose marks have no space behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.source.document import BlockKind

# One star may begin an emphasis or a footnote, which ends, or stands alone.
_ITEM = re.compile(r"[ ]{0,3}(?P<mark>[*+-]|\d{1,3}[.)])(?=[A-Za-z`])(?!.*[*])")


def _lists_without_space(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is not BlockKind.PARAGRAPH or "\n" not in block.text:
            continue
        items = [
            (number, match)
            for number in range(block.span.start, block.span.end + 1)
            if (match := _ITEM.match(page.line(number)))
        ]
        if len(items) > 1 and items[1][0] == items[0][0] + 1:
            number, match = items[0]
            start, end = match.span("mark")
            place = Place(page.path, number, start + 1, number, end + 1)
            yield Diagnostic(place, f"`{match['mark']}` begins no item without a space behind it.")


RULE = PageRule(
    code="CS532",
    name="list-without-space",
    severity=Severity.WARNING,
    summary="The items of a list have no space behind their marks.",
    cause="Without the space the lines are one paragraph, with the marks in it.",
    hint="Write a space behind each mark.",
    examples=(Example("Changes what is known", "*Weighs it\n*Posts it\n\nChanges what is known"),),
    check=_lists_without_space,
)
