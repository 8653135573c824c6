"""The summary of an operation: the first paragraph of its description that is text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from callsheet.model.page import Text

# What stands at the beginning of a paragraph that is no sentence: admonitions of MkDocs, alerts and
# quotes, fences, includes of MkDocs and DocFX, tables, headings, HTML, comments, rules, lists.
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
    """The paragraphs at the margin; what is indented belongs to something else."""
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
