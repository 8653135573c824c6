"""A misspelt heading of a section."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import replacing
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.section_order import LEVELS, NAMES, TITLES, kind_of_heading
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import SectionKind
from callsheet.source.document import Block, BlockKind
from callsheet.source.sections import is_section_heading

_OTHER_WORDS = {
    "query string": SectionKind.QUERY,
    "http headers": SectionKind.HEADERS,
    "http request headers": SectionKind.HEADERS,
    "body": SectionKind.REQUEST_BODY,
}
"""Headings of other formats."""


def _misspelt_headings(page: OperationPage) -> Iterator[Diagnostic]:
    in_response = False
    for block in page.document.blocks:
        if block.kind is BlockKind.HEADING:
            kind = kind_of_heading(block.text)
            in_response = kind is SectionKind.RESPONSE
            is_other = kind is None and not is_section_heading(block.text)
            if is_other and block.level > 1 and (meant := _meant(block.text)):
                yield _diagnostic(page, block, block.text, meant)
        elif block.kind is BlockKind.PARAGRAPH and in_response:
            line = block.text.split("\n")[0].strip("* ")
            is_other = ":" in line and kind_of_heading(line) is None
            if is_other and likely_meant(_words(line), ("response body",)):
                yield _diagnostic(page, block, line, SectionKind.RESPONSE_BODY)


def _words(text: str) -> str:
    return " ".join(text.partition(":")[0].split()).lower()


def _meant(text: str) -> SectionKind | None:
    words = _words(text)
    if words in _OTHER_WORDS:
        return _OTHER_WORDS[words]
    if name := likely_meant(words, NAMES):
        return NAMES[name]
    # A colon, hyphen or space too many or too few.
    plain = words.replace(" ", "").replace("-", "").replace("_", "")
    return next((kind for name, kind in NAMES.items() if name.replace(" ", "") == plain), None)


def _diagnostic(page: OperationPage, block: Block, text: str, kind: SectionKind) -> Diagnostic:
    written = text.partition(":")[0].strip()
    place = page.find(block.span.start, written)
    message = f"`{written}` is no section of the page format. Is `{TITLES[kind]}` meant?"
    hint = f"Write `{'#' * LEVELS[kind]} {TITLES[kind]}`."
    return Diagnostic(place, message, hint, fix=replacing(place, TITLES[kind]))


RULE = OperationRule(
    code="CS510",
    name="heading-spelling",
    severity=Severity.WARNING,
    summary="A heading is almost that of a section of the page format.",
    cause=(
        "A section is found by its heading. What stands under a misspelt one belongs to the "
        "section before it, or to none."
    ),
    hint="Write the heading as the page format has it.",
    examples=(
        Example("## Request Headers\n", "## Reqest Headers\n"),
        Example("## Query String Parameters\n", "## Query String\n"),
        Example("### Response body: Parcel\n", "### Reponse body: Parcel\n"),
    ),
    check=_misspelt_headings,
)
