"""A heading without a space behind its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.cells import replacing
from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.model.section_order import kind_of_heading
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.source.document import BlockKind

_HEADING = re.compile(r"(?P<marks>#{1,6})(?P<text>[^#\s].*)")


def _headings_without_space(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is not BlockKind.PARAGRAPH or "#" not in block.text:
            continue
        for number in range(block.span.start, block.span.end + 1):
            if match := _HEADING.match(page.line(number)):
                yield _diagnostic(page, number, match)


def _diagnostic(page: CheckedPage, number: int, match: re.Match[str]) -> Diagnostic:
    marks, text = match["marks"], match["text"].rstrip()
    end = match.end("marks") + len(text)
    place = Place(page.path, number, 1, number, end + 1)
    message = f"`{marks}{text[:60]}` has no space behind the `{marks}`."
    # A single mark may begin a number or a word with a hash.
    sure = len(marks) > 1 or kind_of_heading(text) is not None
    fix = replacing(place, f"{marks} {text}") if sure else ()
    return Diagnostic(place, message, fix=fix)


RULE = PageRule(
    code="CS523",
    name="heading-without-space",
    severity=Severity.WARNING,
    summary="A line begins with `#` and no space behind it.",
    cause=(
        "Python-Markdown makes a heading of it; CommonMark, and with it GitHub, editors and the "
        "page format, makes a paragraph of it: such a heading begins no section."
    ),
    hint="Put a space behind the marks; where no heading is meant, write `\\#`.",
    examples=(
        Example("## Request Headers\n", "##Request Headers\n"),
        Example("Changes what is known", "##Aim\n\nChanges what is known"),
    ),
    superseded_on_line_by=("template-mark",),
    check=_headings_without_space,
)
