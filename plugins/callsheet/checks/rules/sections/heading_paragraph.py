"""A heading that holds a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.source.document import BlockKind

_MAX_WORDS = 14
_MAX_LENGTH = 110
_MARKS_WITHIN = re.compile(r"\S[ \t]+#{1,6}[ \t]+\S")
_SENTENCES = re.compile(r"[a-z)][.!?] +[A-Z]\w+ \w+")


def _heading_paragraphs(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is BlockKind.HEADING and _is_paragraph(block.text):
            place = page.whole_line(block.span.start)
            text = block.text if len(block.text) <= 60 else f"{block.text[:57]}…"
            yield Diagnostic(place, f"The heading `{text}` holds a whole paragraph.")


def _is_paragraph(text: str) -> bool:
    if " " not in text:
        return False
    if _MARKS_WITHIN.search(text) or _SENTENCES.search(text):
        return True
    words = text.count(" ") + 1
    return words > _MAX_WORDS or (len(text) > _MAX_LENGTH and words > 3)


RULE = PageRule(
    code="CS511",
    name="heading-paragraph",
    severity=Severity.WARNING,
    summary="A heading holds a whole paragraph.",
    cause=(
        "A generator that puts heading and text on one line, or an author who lost a line end, "
        "makes all of it the heading: it fills the table of contents, and its anchor."
    ),
    hint="End the heading's line where the heading ends, and put the text below it.",
    examples=(
        Example(
            "Changes what is known",
            "## Restricted: ## The depot agent is not available to all. Ask for it.\n\n"
            "Changes what is known",
        ),
    ),
    superseded_on_line_by=("underlined-heading",),
    check=_heading_paragraphs,
)
