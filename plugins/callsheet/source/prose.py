"""The prose of sections: lines that no table, example or heading has consumed."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.model import Span, Text
from callsheet.source.document import Document
from callsheet.source.sections import RawSection


def prose_of(section: RawSection, document: Document) -> Iterator[Text]:
    """Yield the unconsumed lines as runs without blank lines at their ends."""
    taken, first, end = section.taken, section.span.start, section.span.end
    # A run lies between two consumed lines; most often it is a blank line.
    for number in (*sorted(taken.intersection(range(first, end + 1))), end + 1):
        if number > first:
            yield from _run(first, number - 1, document)
        first = number + 1


def _run(first: int, last: int, document: Document) -> Iterator[Text]:
    lines = document.lines
    while first <= last and not lines[first - 1].strip():
        first += 1
    while first <= last and not lines[last - 1].strip():
        last -= 1
    if first <= last:
        trimmed = Span(first, last)
        yield Text(document.text(trimmed), trimmed)
