"""Which parts of a page are code or HTML, and so hold no references."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from callsheet.source.document import Block, BlockKind, Document

_INDENTED = ("    ", "\t")
# A fence that stands in a list or a quote, which is one block with everything in it.
# Nothing of it is tried twice, or a long line of marks would take quadratic time.
_NESTED_FENCE = re.compile(r"[\s>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)*+[\s>]*+(?P<mark>`{3,}|~{3,})")
# Where a block begins within a block, and so no code span goes on: a blank line, a row, an item.
_BREAK = re.compile(r"\n[ \t>]*(?=\n|[|#]|[-*+][ \t]|\d{1,9}[.)][ \t])")
_TICKS = re.compile(r"`+")
# Tags, and autolinks of any scheme but `xref`; a link's destination can be in such brackets, too.
_TAG = re.compile(r"(?<!\]\()<(?!xref:)[A-Za-z/!?][^<>]*>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\[@<\[\]!`\\]")


def mask_blocks(document: Document) -> str:
    """The page's text with spaces for the front matter, fences, indented code and HTML blocks.

    Returns:
        The lines of the page, joined by line feeds, each as long as it was.
    """
    lines = list(document.lines)
    for number in range(document.body_line - 1):
        lines[number] = " " * len(lines[number])
    for block in document.blocks:
        for number in _code_lines(block):
            lines[number - 1] = " " * len(lines[number - 1])
    return "\n".join(lines)


def mask_spans(text: str) -> str:
    """The text with spaces for code spans, HTML, autolinks and escaped characters.

    As CommonMark 0.31 has them; the text keeps its length and its line ends.
    """
    text = blank(text, _code_spans(text))
    text = blank(text, _comments(text))
    text = _TAG.sub(lambda match: _spaces(match.group()), text)
    return _ESCAPE.sub("  ", text)


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spaces in place of the spans, which are in order; line ends stay."""
    pieces = []
    position = 0
    for start, end in spans:
        pieces += [text[position:start], _spaces(text[start:end])]
        position = end
    return "".join([*pieces, text[position:]])


def _code_lines(block: Block) -> Iterator[int]:
    if block.kind is BlockKind.FENCE or (
        block.kind is BlockKind.OTHER and block.text.startswith((*_INDENTED, "<"))
    ):
        yield from range(block.span.start, block.span.end + 1)
    elif block.kind is BlockKind.OTHER:
        mark = ""
        for number, line in enumerate(block.text.split("\n"), block.span.start):
            match = _NESTED_FENCE.match(line)
            if mark or match:
                yield number
            if match and not mark:
                mark = match["mark"]
            elif match and match["mark"].startswith(mark):
                mark = ""


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(text):
        yield from _code_spans_between(text, start, match.start())
        start = match.start()
    yield from _code_spans_between(text, start, len(text))


def _code_spans_between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pairs each run of backticks with the next one of its length."""
    if text.find("`", start, end) < 0:
        return
    runs = [match.span() for match in _TICKS.finditer(text, start, end)]
    by_length: dict[int, list[int]] = defaultdict(list)
    for index, (first, last) in enumerate(runs):
        by_length[last - first].append(index)
    index = 0
    while index < len(runs):
        first, last = runs[index]
        same = by_length[last - first]
        later = bisect_right(same, index)
        if later < len(same) and text[first - 1 : first] != "\\":
            yield first, runs[same[later]][1]
            index = same[later]
        index += 1


def _comments(text: str) -> Iterator[tuple[int, int]]:
    opening, closing = "<!--", "-->"
    start = text.find(opening)
    while start >= 0 and (end := text.find(closing, start)) >= 0:
        yield start, end + len(closing)
        start = text.find(opening, end)


def _spaces(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))
