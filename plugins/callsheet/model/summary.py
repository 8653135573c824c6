"""Summaries of operations: the first paragraph of plain text in a description."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from callsheet.model.page import Text

# Starts of blocks that are no plain text: admonitions, alerts and quotes, fences, includes, tables,
# headings, HTML, rules, images, footnotes and definitions of links.
_MARKUP = re.compile(
    r"!!!|\?\?\?|:::|>|```|~~~|\[!|--8<--|\{[%{!]|\||#|<(?!https?:|xref:)|-{3,}|\*{3,}|_{3,}"
    r"|!\[|\[\^|\[[^\]]+\]:"
)
_FENCE = re.compile(r"(?P<mark>`{3,}|~{3,})")


@lru_cache(maxsize=4096)
def summary_of(description: tuple[Text, ...]) -> str:
    """Return the first paragraph of text on one line; empty where there is none."""
    for text in description:
        for paragraph in _paragraphs(text.markdown):
            if not _MARKUP.match(paragraph[0].lstrip()):
                return " ".join(" ".join(paragraph).split())
    return ""


def _paragraphs(markdown: str) -> Iterable[list[str]]:
    """Yield the unindented paragraphs; indented ones belong to other blocks."""
    paragraph: list[str] = []
    fence = ""
    for line in [*markdown.split("\n"), ""]:
        bare = line.lstrip()
        if fence:
            fence = "" if bare.startswith(fence) else fence
            continue
        if match := _FENCE.match(bare):
            fence = match["mark"]
        if line.strip() and not fence:
            paragraph.append(line)
            continue
        if paragraph and not paragraph[0].startswith(("    ", "\t")):
            yield paragraph
        paragraph = []
