"""Markdown within an HTML block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.source.document import Block, BlockKind

_TAGS = (
    "address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer"
    "|form|header|li|main|nav|ol|p|section|summary|table|tbody|td|th|tr|ul"
)
_OPENING = re.compile(rf" {{0,3}}<(?P<tag>{_TAGS})(?P<rest>[\s>][^<>]*)", re.IGNORECASE)
_MARKUP = re.compile(r"\*\*\S|\]\(|`[^`\n]+`|(?<![\w*])\*[^\s*][^*\n]*\*(?!\w)")
_LIST = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")


def _markdown_in_html(page: CheckedPage) -> Iterator[Diagnostic]:
    opened: tuple[str, int] | None = None
    for block in page.document.blocks:
        if opened:
            if f"</{opened[0]}" in block.text.lower():
                opened = None
            elif _is_markdown(block):
                tag, line = opened
                yield Diagnostic(
                    page.whole_line(block.span.start),
                    f"Within `<{tag}>` this is shown as it is written.",
                    related=(page.related(line, f"the tag `<{tag}>`"),),
                )
                opened = None
        elif block.kind is BlockKind.OTHER and block.text.lstrip().startswith("<"):
            opened = _opening(block)


def _opening(block: Block) -> tuple[str, int] | None:
    """Return the tag of an HTML block that is not closed in it, and its line."""
    match = _OPENING.match(block.text)
    if not match or re.search(r"\bmarkdown\b", match["rest"]):
        return None
    tag = match["tag"].lower()
    text = block.text.lower()
    return (tag, block.span.start) if text.count(f"<{tag}") > text.count(f"</{tag}") else None


def _is_markdown(block: Block) -> bool:
    if block.kind in (BlockKind.HEADING, BlockKind.TABLE):
        return True
    if block.kind is BlockKind.PARAGRAPH:
        return _MARKUP.search(block.text) is not None
    return block.kind is BlockKind.OTHER and _LIST.match(block.text) is not None


RULE = PageRule(
    code="CS526",
    name="markdown-in-html",
    severity=Severity.WARNING,
    summary="Markdown stands within an HTML block.",
    cause=(
        "CommonMark reads Markdown within HTML behind a blank line. Python-Markdown leaves all up "
        "to the closing tag as it is, unless `md_in_html` is on and the tag says `markdown`."
    ),
    hint="Write HTML within it, or switch `md_in_html` on and write the tag as `<div markdown>`.",
    examples=(
        Example(
            "Changes what is known",
            "<details>\n<summary>More</summary>\n\n* its label\n* its weight\n\n</details>\n\n"
            "Changes what is known",
        ),
    ),
    check=_markdown_in_html,
)
