"""A heading that is indented."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import replacing
from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.source.document import BlockKind


def _indented_headings(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is BlockKind.HEADING:
            line = page.line(block.span.start)
            lead = len(line) - len(line.lstrip(" "))
            if lead and line[lead : lead + 1] == "#":
                number = block.span.start
                space = Place(page.path, number, 1, number, lead + 1)
                message = f"The heading `{block.text[:60]}` is {lead} in, and so it is none."
                yield Diagnostic(page.whole_line(number), message, fix=replacing(space, ""))


RULE = PageRule(
    code="CS524",
    name="indented-heading",
    severity=Severity.WARNING,
    summary="A heading is indented.",
    cause="CommonMark allows up to three spaces; Python-Markdown shows such a line as text.",
    hint="Begin the heading at the first character of its line.",
    examples=(Example("## Request Headers\n", "  ## Request Headers\n"),),
    check=_indented_headings,
)
