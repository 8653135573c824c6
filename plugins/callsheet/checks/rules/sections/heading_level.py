"""A heading of another level than its place on the page asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.cells import replacing
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.model.section_order import LEVELS, kind_of_heading
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.source.document import Block, BlockKind

_HASHES = re.compile(r" {0,3}(?P<hashes>#{1,6})(?=[ \t])")


def _odd_heading_levels(page: OperationPage) -> Iterator[Diagnostic]:
    before = None
    inheriting = {section.span.start for section in page.sections if section.inherits}
    for block in page.document.blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        level = block.level
        kind = kind_of_heading(block.text)
        if kind and block.span.start not in inheriting:
            wanted = LEVELS[kind]
            if level != wanted:
                yield _diagnostic(
                    page, block, wanted, f"`{_name(block)}` has level {level}, not {wanted}."
                )
            level = wanted
        elif before is not None and level > before.level + 1:
            wanted = before.level + 1
            message = f"The heading `{_name(block)}` skips from level {before.level} to {level}."
            related = (page.related(before.span.start, f"the heading of level {before.level}"),)
            diagnostic = _diagnostic(page, block, wanted, message)
            yield Diagnostic(diagnostic.place, diagnostic.message, related=related)
        before = block if level == block.level else _at(block, level)


def _at(block: Block, level: int) -> Block:
    return Block(block.kind, block.span, block.text, level=level)


def _name(block: Block) -> str:
    return block.text.strip()[:60]


def _diagnostic(page: OperationPage, block: Block, wanted: int, message: str) -> Diagnostic:
    line = block.span.start
    match = _HASHES.match(page.line(line))
    if not match:
        return Diagnostic(page.whole_line(line), message)
    start, end = match.span("hashes")
    place = Place(page.path, line, start + 1, line, end + 1)
    return Diagnostic(page.whole_line(line), message, fix=replacing(place, "#" * wanted))


RULE = OperationRule(
    code="CS508",
    name="heading-level",
    severity=Severity.WARNING,
    summary="A heading has another level than the page format gives it, or skips one.",
    cause=(
        "Tables of contents and screen readers follow the levels. A section's heading has level 2 "
        "and `Response body` level 3; a heading of level 1 begins no section at all."
    ),
    hint="Write as many `#` as the level has.",
    examples=(
        Example("## Request Headers\n", "#### Request Headers\n"),
        Example("## Sample response\n", "# Sample response\n"),
        Example("Changes what is known", "#### Aim\n\nChanges what is known"),
    ),
    check=_odd_heading_levels,
)
