"""A line of dashes that makes a heading of the text above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.source.document import BlockKind

_UNDERLINE = re.compile(r"[ ]{0,3}(?:-+|=+)[ \t]*$")


def _underlined_headings(page: CheckedPage) -> Iterator[Diagnostic]:
    headings = [block for block in page.document.blocks if block.kind is BlockKind.HEADING]
    underlined = [
        block
        for block in headings
        if block.span.end > block.span.start and _UNDERLINE.match(page.line(block.span.end))
    ]
    # An author who underlines most headings means them.
    if 2 * len(underlined) >= len(headings):
        return
    for block in underlined:
        line = page.line(block.span.end).strip()
        message = f"`{line}` makes a heading of the text above it."
        yield Diagnostic(page.lines(block.span), message)


RULE = PageRule(
    code="CS531",
    name="underlined-heading",
    severity=Severity.WARNING,
    summary="A line of dashes makes a heading of the text above it.",
    cause=(
        "Directly under a text, `---` is the underline of a heading, and no rule across the page. "
        "The other headings of the page are written with `#`."
    ),
    hint="Put an empty line above the dashes, or write the heading with `#`.",
    examples=(Example("back as it is stored.\n", "back as it is stored.\n---\n"),),
    superseded_by=("conflict-mark", "unreadable-front-matter", "unusable-uid"),
    check=_underlined_headings,
)
