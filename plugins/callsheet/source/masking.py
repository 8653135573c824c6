"""Masking of code and HTML, in which there are no references."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from callsheet import lazy_re as re
from callsheet.source.document import Block, BlockKind, Document

_INDENTED = ("    ", "\t")
# A fence in a list or a quote, which is one block. The quantifiers are possessive, because a long
# line of marks would else take quadratic time.
_NESTED_FENCE = re.compile(r"[\s>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)*+[\s>]*+(?P<mark>`{3,}|~{3,})")
# The start of a block within a block, which ends a code span: a blank line, a row, an item.
_BREAK = re.compile(r"\n[ \t>]*(?=\n|[|#]|[-*+][ \t]|\d{1,9}[.)][ \t])")
_TICKS = re.compile(r"`+")
# Tags, and autolinks of any scheme but `xref`. The destination of a link may be in `<>`, too.
_TAG = re.compile(r"(?<!\]\()<(?!xref:)[A-Za-z/!?][^<>]*>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\[@<\[\]!`\\]")


def mask_blocks(document: Document) -> str:
    """Replace front matter, fences, indented code and HTML blocks by spaces.

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
    """Replace code spans, HTML, autolinks and escaped characters by spaces (CommonMark 0.31).

    The text keeps its length and its line ends.
    """
    text = blank(text, code_spans(text))
    text = blank(text, _comments(text))
    text = _TAG.sub(lambda match: _spaces(match.group()), text)
    return _ESCAPE.sub("  ", text)


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Replace spans, which are in order, by spaces; line ends stay."""
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


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of code spans (CommonMark 0.31, 6.1), in order."""
    start = 0
    for match in _BREAK.finditer(text):
        yield from _code_spans_between(text, start, match.start())
        start = match.start()
    yield from _code_spans_between(text, start, len(text))


def _code_spans_between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pair each run of backticks with the next one of the same length."""
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
