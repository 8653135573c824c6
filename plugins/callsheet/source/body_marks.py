"""The mark `**Required**` or `**Optional**` at the start of the section of a request body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from callsheet.model import OPTIONAL_MARK, REQUIRED_MARK, SectionKind, Span, Text
from callsheet.source.document import BlockKind
from callsheet.source.sections import RawSection

# A mark stands alone or begins a sentence; `**Required** fields are bold` is not about the body.
_MARK = re.compile(
    rf"[ \t]*(?P<mark>{re.escape(REQUIRED_MARK)}|{re.escape(OPTIONAL_MARK)})"
    r"(?:[ \t]*(?:\n[ \t]*)*\Z|(?:[ \t]*\n)++|[ \t]++(?![a-z]))"
)


def read_body_mark(section: RawSection) -> bool | None:
    """Return whether the body of a section must be sent; None where the section does not say."""
    match = _mark_of(section)
    return match["mark"] == REQUIRED_MARK if match else None


def without_body_mark(section: RawSection, prose: Sequence[Text]) -> tuple[Text, ...]:
    """Return the prose of a section without the mark."""
    match = _MARK.match(prose[0].markdown) if prose and _mark_of(section) else None
    if match is None:
        return tuple(prose)
    first, *others = prose
    lines = match.group().count("\n")
    rest = first.markdown[match.end() :]
    if not rest:
        return tuple(others)
    return Text(rest, Span(first.span.start + lines, first.span.end)), *others


def _mark_of(section: RawSection) -> re.Match[str] | None:
    if section.kind is not SectionKind.REQUEST_BODY or not section.blocks:
        return None
    first = section.blocks[0]
    return _MARK.match(first.text) if first.kind is BlockKind.PARAGRAPH else None
