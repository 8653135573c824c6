"""A table that is indented so far that it is code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.code_spans import is_code
from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.source.document import BlockKind

_DASHES = re.compile(r"(?:[ ]{4}|\t)\s*+\|?[ \t]*+:?-{3,}+:?[ \t]*+\|[ \t|:-]*+$")


def _indented_tables(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is BlockKind.OTHER and "--" in block.text and is_code(block):
            for number in range(block.span.start + 1, block.span.end + 1):
                if _DASHES.match(page.line(number)) and "|" in page.line(number - 1):
                    place = page.whole_line(number - 1)
                    yield Diagnostic(
                        place, "The table is indented by four spaces, and so it is code."
                    )
                    break


RULE = PageRule(
    code="CS533",
    name="indented-table",
    severity=Severity.WARNING,
    summary="A table is indented by four spaces or more, and so it is shown as code.",
    cause="Four spaces at the beginning of a line make it code, whatever it is.",
    hint="Take the spaces out.",
    examples=(
        Example(
            "Changes what is known",
            "    | Way | Days |\n    | --- | --- |\n    | Sea | 30 |\n\nChanges what is known",
        ),
    ),
    check=_indented_tables,
)
