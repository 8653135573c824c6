"""A list right below a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Edit, Severity
from callsheet.source.document import BlockKind

_ITEM = re.compile(r" {0,3}(?P<mark>[-*+]|\d{1,9}[.)])[ \t]")


def _lists_without_blank_line(page: CheckedPage) -> Iterator[Diagnostic]:
    before = None
    for block in page.document.blocks:
        if block.kind is BlockKind.OTHER and before and block.span.start == before.span.end + 1:
            line = block.span.start
            match = _ITEM.match(page.line(line)) if before.kind is BlockKind.PARAGRAPH else None
            if match:
                start, end = match.span("mark")
                yield Diagnostic(
                    Place(page.path, line, start + 1, line, end + 1),
                    "The list has no blank line above it, and so it is part of the paragraph.",
                    fix=(Edit(line, 1, line, 1, "\n"),),
                )
        before = block


RULE = PageRule(
    code="CS520",
    name="list-without-blank-line",
    severity=Severity.WARNING,
    summary="A list has no blank line above it.",
    cause=(
        "GitHub and editors show a list (CommonMark); Python-Markdown, which makes the site, goes "
        "on with the paragraph and shows the marks as text."
    ),
    hint="Put a blank line above the list.",
    examples=(
        Example(
            "Changes what is known of a parcel, and gives it back as it is stored.",
            "Changes what is known:\n- its label\n- its weight",
        ),
    ),
    check=_lists_without_blank_line,
)
