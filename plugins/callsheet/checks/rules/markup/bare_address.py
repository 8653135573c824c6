"""A web address that is no link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.cells import replacing
from callsheet.checks.model.code_spans import without_markup
from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.source.document import Block, BlockKind

_ADDRESS = re.compile(
    r"(?<![\w(\"'=/<\[:])https?://(?!localhost|127\.|example\.|www\.example\.)"
    r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:[/?#][^\s<>|\"'`]*[^\s<>|\"'`.,;:!?)\]*_])?"
)
_NO_TEXT = re.compile(r"[{}]|\.\.\.|…")


def _bare_addresses(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is BlockKind.PARAGRAPH and "://" in block.text:
            yield from _in_block(page, block)


def _in_block(page: CheckedPage, block: Block) -> Iterator[Diagnostic]:
    for number in range(block.span.start, block.span.end + 1):
        line = page.line(number)
        if "://" not in line or line.lstrip().startswith("["):
            continue
        for match in _ADDRESS.finditer(without_markup(line)):
            address = match.group()
            inside_link = line.rfind("](", 0, match.start()) > line.rfind(")", 0, match.start())
            if inside_link or _NO_TEXT.search(address) or "</a>" in line:
                continue
            place = Place(page.path, number, match.start() + 1, number, match.end() + 1)
            message = f"The address `{address}` is no link on the site."
            yield Diagnostic(place, message, fix=replacing(place, f"<{address}>"))


RULE = PageRule(
    code="CS529",
    name="bare-address",
    severity=Severity.NOTE,
    summary="A web address stands in the text as it is.",
    cause=(
        "GitHub makes a link of it; Python-Markdown and CommonMark show it as text, so that "
        "readers have to copy it."
    ),
    hint="Put it in angle brackets, or write a link with a text.",
    examples=(
        Example(
            "Changes what is known", "See https://www.parcels.org/sizes. Changes what is known"
        ),
    ),
    check=_bare_addresses,
)
