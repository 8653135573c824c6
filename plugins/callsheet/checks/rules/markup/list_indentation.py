"""Content of a list that is indented by less than four spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Edit, Severity
from callsheet.source.document import Block, BlockKind

_ITEM = re.compile(r"(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)")
_TOO_LITTLE = re.compile(r"(?P<space> {2,3})(?P<text>\S)")
_NESTED = re.compile(r"[-*+][ \t]|\d{1,9}[.)][ \t]|`{3,}|~{3,}")
_STEP = 4


def _under_indented_list_content(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        is_list = block.kind is BlockKind.OTHER and _ITEM.match(block.text)
        if is_list and (number := _first_line(block)):
            yield _diagnostic(page, block, number)


def _first_line(block: Block) -> int | None:
    """Return the first line that CommonMark takes into an item, and Python-Markdown does not."""
    offset, blank = 0, False
    for number, line in enumerate(block.text.split("\n"), block.span.start):
        if match := _ITEM.match(line):
            offset = match.end() if len(match["gap"]) < _STEP + 1 else match.end("mark") + 1
        elif match := _TOO_LITTLE.match(line):
            inside = len(match["space"]) >= offset
            if inside and (blank or _NESTED.match(line, match.start("text"))):
                return number
        blank = not line.strip()
    return None


def _diagnostic(page: CheckedPage, block: Block, number: int) -> Diagnostic:
    line = page.line(number)
    width = len(line) - len(line.lstrip())
    place = Place(page.path, number, 1, number, len(line.rstrip()) + 1)
    message = f"The line is {width} spaces in, and so it is not within the list's item."
    return Diagnostic(place, message, fix=_fix(page, block, width))


def _fix(page: CheckedPage, block: Block, unit: int) -> tuple[Edit, ...]:
    """Return edits to four spaces a level, if each line is a whole number of levels in."""
    edits = []
    for number in range(block.span.start, block.span.end + 1):
        line = page.line(number)
        width = len(line) - len(line.lstrip(" "))
        if not line.strip() or not width:
            continue
        if width % unit or line[width] == "\t":
            return ()
        edits.append(Edit(number, 1, number, width + 1, " " * (width // unit * _STEP)))
    return tuple(edits)


RULE = PageRule(
    code="CS521",
    name="list-indentation",
    severity=Severity.WARNING,
    summary="What belongs to an item of a list is indented by less than four spaces.",
    cause=(
        "In CommonMark a nested list, paragraph or fence begins below the item's text, two or "
        "three spaces in. Python-Markdown wants four: the list does not nest, and a paragraph or a "
        "fence ends it."
    ),
    hint="Indent it by four spaces for each level.",
    examples=(
        Example(
            "Changes what is known of a parcel, and gives it back as it is stored.",
            "- its label\n- its size:\n  - weight\n  - height",
        ),
        Example(
            "Changes what is known of a parcel, and gives it back as it is stored.",
            "1. Weigh it.\n\n   In grams.\n\n2. Send it.",
        ),
    ),
    check=_under_indented_list_content,
)
