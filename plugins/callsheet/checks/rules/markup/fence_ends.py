"""A fence that ends in more marks than it begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.cells import replacing
from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.source.document import BlockKind

_MARKS = re.compile(r" {0,3}(`{3,}|~{3,})")


def _mismatched_fence_ends(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        if block.kind is not BlockKind.FENCE or not block.closed:
            continue
        line = block.span.end
        if len(page.line(line)) <= 3:
            continue
        opening, closing = _MARKS.match(page.line(block.span.start)), _MARKS.match(page.line(line))
        if opening and closing and len(closing[1]) > len(opening[1]):
            start, end = closing.span(1)
            place = Place(page.path, line, start + 1, line, end + 1)
            related = (page.related(block.span.start, f"the fence begins with `{opening[1]}`"),)
            message = f"`{closing[1]}` does not end the fence on the site."
            yield Diagnostic(place, message, related=related, fix=replacing(place, opening[1]))


RULE = PageRule(
    code="CS528",
    name="fence-ends",
    severity=Severity.ERROR,
    summary="A fence ends in more marks than it begins with.",
    cause=(
        "CommonMark ends a fence at as many marks or more. Python-Markdown wants as many, and "
        "takes the text below it into the fence."
    ),
    hint="End the fence with as many marks as it begins with.",
    examples=(Example("```\n\n## Request Headers\n", "````\n\n## Request Headers\n"),),
    check=_mismatched_fence_ends,
)
