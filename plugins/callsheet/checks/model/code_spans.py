"""A page's text outside of code, for rules that look for words in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage, Place
from callsheet.source.document import Block, BlockKind
from callsheet.source.masking import blank, mask_spans

_INDENTED = ("    ", "\t")
_TICKS = re.compile(r"`+")


def is_code(block: Block) -> bool:
    """Tell whether a block is a fence or indented code."""
    return block.kind is BlockKind.FENCE or (
        block.kind is BlockKind.OTHER and block.text.startswith(_INDENTED)
    )


def find_in_text(
    page: CheckedPage, pattern: re.Pattern[str], signs: tuple[str, ...]
) -> Iterator[tuple[Place, re.Match[str]]]:
    """Yield the matches of a pattern in the page's text, outside of code.

    Args:
        page: The page.
        pattern: What to look for, line by line.
        signs: Texts in lower case; every match contains one of them, so that most blocks and lines
            need not be searched.
    """
    found = [sign for sign in signs if sign in page.lower_text]
    for block in page.document.blocks if found else ():
        if is_code(block):
            continue
        text = block.text.lower()
        if not any(sign in text for sign in found):
            continue
        for number in range(block.span.start, block.span.end + 1):
            line = page.line(number)
            lower = line.lower()
            if any(sign in lower for sign in found):
                for match in pattern.finditer(without_code(line)):
                    place = Place(page.path, number, match.start() + 1, number, match.end() + 1)
                    yield place, match


def without_code(line: str) -> str:
    """Replace the code spans of a line by spaces."""
    if "`" not in line:
        return line
    return blank(line, _code_spans(line))


def _code_spans(line: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of code spans, with as many backticks as the shorter of both runs."""
    start = end = 0
    for match in _TICKS.finditer(line):
        first, last = match.span()
        if length := min(end - start, last - first):
            yield end - length, first + length
            first += length
        start, end = first, last


def without_markup(line: str) -> str:
    """Replace code spans, HTML, autolinks and escapes of a line by spaces."""
    return mask_spans(line)
