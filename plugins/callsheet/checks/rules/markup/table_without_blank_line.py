"""A table right below a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Edit, Severity
from callsheet.source.document import BlockKind


def _tables_without_blank_line(page: CheckedPage) -> Iterator[Diagnostic]:
    before = None
    for block in page.document.blocks:
        if block.kind is BlockKind.TABLE and before and before.kind is BlockKind.PARAGRAPH:
            line = block.span.start
            if line == before.span.end + 1:
                message = (
                    "The table has no blank line above it, and so it is part of the paragraph."
                )
                yield Diagnostic(
                    page.whole_line(line), message, fix=(Edit(line, 1, line, 1, "\n"),)
                )
        before = block


RULE = PageRule(
    code="CS522",
    name="table-without-blank-line",
    severity=Severity.WARNING,
    summary="A table has no blank line above it.",
    cause=(
        "GitHub and editors show a table; Python-Markdown, which makes the site, goes on with the "
        "paragraph and shows the pipes as text."
    ),
    hint="Put a blank line above the table.",
    examples=(Example("as it is stored.\n\n| Path Part", "as it is stored.\n| Path Part"),),
    check=_tables_without_blank_line,
)
