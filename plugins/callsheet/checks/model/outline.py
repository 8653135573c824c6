"""Outline of a page: all of it that rules about the whole tree may look at.

Most edits change sentences, which no other page has anything to do with. As long as the outlines of
all pages stay the same, so does what is found in them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from callsheet.cache.content import digest_of
from callsheet.catalog import TreeFault
from callsheet.findings import Span
from callsheet.model import Operation, Reading
from callsheet.model.operation import OWN_LAYOUT

_PROSE = re.compile(r"[A-Za-z][\w,.;'()!?%-]*+(?: [\w,.;'()!?%-]++)*+")
"""A line of words alone: no markup, no key, no row of a table, and not continued code."""
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_HTML_OR_PATH = (b"<img", b"href=", b"](/")
_TREE_CODES = frozenset(fault.code for fault in TreeFault)


def outlined(reading: Reading) -> Reading:
    """Return a reading without the prose of its sections, and without where these end."""
    operations = tuple(map(_outlined, reading.operations))
    findings = tuple(found for found in reading.findings if found.code in _TREE_CODES)
    return replace(reading, operations=operations, findings=findings)


def _outlined(operation: Operation) -> Operation:
    sections = tuple(
        replace(section, prose=(), span=Span(section.span.start, section.span.start))
        for section in operation.sections
    )
    # An operation of our own format ends with its page.
    start = operation.span.start
    span = Span(start, start) if operation.layout == OWN_LAYOUT else operation.span
    return replace(operation, sections=sections, span=span)


def outline_of(reading: Reading, data: bytes, lines: Sequence[str]) -> str:
    """Return a digest of a page's outline.

    Args:
        reading: What was read of the page.
        data: Its bytes.
        lines: Its lines.
    """
    # Whether markup that the model does not have counts may depend on any line around it.
    if any(map(data.lower().__contains__, _HTML_OR_PATH)):
        return digest_of(data)
    text = "\n".join(_structure(lines))
    return digest_of(f"{outlined(reading)!r}\n{text}".encode(errors="surrogatepass"))


def _structure(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines that are more than words, with their numbers."""
    for number, line in enumerate(lines, 1):
        if line and not line.isspace():
            below = lines[number] if number < len(lines) else ""
            if not _PROSE.fullmatch(line) or _UNDERLINE.fullmatch(below):
                yield f"{number} {line}"
