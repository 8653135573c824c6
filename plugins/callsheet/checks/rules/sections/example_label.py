"""A fence whose label is not that of what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.cells import replacing
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.parsing.fence_kinds import is_request, is_request_line, is_response
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import SectionKind
from callsheet.source.document import Block, BlockKind
from callsheet.source.messages import label_of
from callsheet.source.sections import RawSection

_EXAMPLES = {SectionKind.EXAMPLE_REQUEST, SectionKind.EXAMPLE_RESPONSE}
_OPENING = re.compile(
    r"[ ]{0,3}(?:`{3,}|~{3,}+)[ \t]*+(?P<info>(?:[^` \t\n]++|[ \t]++(?!$))*+)[ \t]*$"
)


def _mislabelled_fences(page: OperationPage) -> Iterator[Diagnostic]:
    before: RawSection | None = None
    for section in page.sections:
        in_query = _is_in_query(section, before)
        before = section
        for block in section.blocks:
            if block.kind is BlockKind.FENCE:
                wanted = _wanted(section, block, in_query=in_query)
                if wanted and wanted != label_of(block):
                    yield _diagnostic(page, block, wanted)


def _is_in_query(section: RawSection, before: RawSection | None) -> bool:
    """Tell whether a section is that of the query, or one that a wrong label cut off from it."""
    if section.kind is SectionKind.QUERY:
        return True
    cut_off = section.kind in _EXAMPLES and not section.title
    return cut_off and before is not None and before.kind is SectionKind.QUERY


def _wanted(section: RawSection, block: Block, *, in_query: bool) -> str | None:
    """Return the label for the content of a fence; None if any will do."""
    text = block.text
    if in_query:
        return "http" if is_request_line(text) and not is_request(text) else None
    if is_response(text):
        return "http_"
    # The route is a request line, too, and so are the calls that a description shows.
    if is_request(text) or (section.kind in _EXAMPLES and is_request_line(text)):
        return "http!"
    return None


def _diagnostic(page: OperationPage, block: Block, wanted: str) -> Diagnostic:
    line = block.span.start
    what = {"http": "query examples", "http!": "a sample request", "http_": "a sample response"}
    label = f"the label `{block.info}`" if block.info else "no label"
    message = f"The fence has {label} and holds {what[wanted]}, whose label is `{wanted}`."
    match = _OPENING.match(page.line(line))
    if not match:
        return Diagnostic(page.whole_line(line), message)
    start, end = match.span("info")
    place = Place(page.path, line, start + 1, line, end + 1)
    return Diagnostic(page.whole_line(line), message, fix=replacing(place, wanted))


RULE = OperationRule(
    code="CS503",
    name="example-label",
    severity=Severity.ERROR,
    summary="A fence holds an HTTP message, and its label says otherwise.",
    cause=(
        "The label makes a fence an example: `http!` a sample request, `http_` a sample response, "
        "and `http` the route or query examples. Under any other label it is text, and the page "
        "has no example."
    ),
    hint="Write the label of what the fence holds.",
    examples=(
        Example("```http!\n", "```http\n"),
        Example("```http_\n", "```\n"),
        Example("```http!\n", "```json\n"),
    ),
    check=_mislabelled_fences,
)
