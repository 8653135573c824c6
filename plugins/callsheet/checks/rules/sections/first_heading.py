"""A page without an H1, or with several."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.section_order import kind_of_heading
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Edit, Severity
from callsheet.source.document import Block, BlockKind


def _missing_or_repeated_h1(page: OperationPage) -> Iterator[Diagnostic]:
    found: list[Block] = []
    for block in page.document.blocks:
        if block.kind is BlockKind.HEADING and block.level == 1 and not kind_of_heading(block.text):
            found.append(block)
    if not found:
        yield _without(page)
        return
    first, *others = found
    if not first.text.strip():
        yield Diagnostic(page.whole_line(first.span.start), "The H1 is empty.")
    for block in others:
        related = (page.related(first.span.start, "the first H1"),)
        message = f"The page has another H1, `{block.text[:60]}`."
        hint = "Give it level 2 or more, or take it out."
        yield Diagnostic(page.whole_line(block.span.start), message, hint, related)


def _without(page: OperationPage) -> Diagnostic:
    """Report a missing H1 at the heading above the route, else at the route."""
    route = page.operation.route.span.start
    for block in page.document.blocks:
        if block.span.start >= route - 1:
            break
        if block.kind is BlockKind.HEADING:
            line = block.span.start
            message = f"The page has no H1; `{block.text[:60]}` has level {block.level}."
            text = page.line(line)
            fix = (Edit(line, 1, line, block.level + 1, "#"),) if text.startswith("#") else ()
            return Diagnostic(page.whole_line(line), message, fix=fix)
    return Diagnostic(page.whole_line(route - 1), "The page has no H1 above its route.")


RULE = OperationRule(
    code="CS509",
    name="first-heading",
    severity=Severity.WARNING,
    summary="A page has no H1, or more than one.",
    cause="The H1 names the page; a page has one, above the route.",
    hint="Write a heading of level 1, such as `# GET Person/{id}`, above the route.",
    examples=(
        Example("# Change a parcel\n", ""),
        Example("# Change a parcel\n", "## Change a parcel\n"),
        Example("Changes what is known", "# Aim\n\nChanges what is known"),
    ),
    superseded_by=("heading-without-space", "indented-heading", "conflict-mark"),
    check=_missing_or_repeated_h1,
)
