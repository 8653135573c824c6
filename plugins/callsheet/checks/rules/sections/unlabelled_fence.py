"""A fence that does not say what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage
from callsheet.checks.parsing.fence_kinds import is_message
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.source.document import BlockKind


def _unlabelled_fences(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        # Another rule reports fences that look like messages.
        is_bare = block.kind is BlockKind.FENCE and not block.info and block.closed
        if is_bare and not is_message(block.text):
            yield Diagnostic(page.whole_line(block.span.start), "The fence has no label.")


RULE = PageRule(
    code="CS502",
    name="unlabelled-fence",
    severity=Severity.NOTE,
    summary="A fence has no label.",
    cause=(
        "The label behind the backticks chooses the colours, and tells the page format what a "
        "fence is. Without one, the language is guessed or there are no colours."
    ),
    hint="Write the language behind the backticks, such as `json`, or `text` where it has none.",
    examples=(
        Example("Changes what is known", '```\n{"Label": "Glasses"}\n```\n\nChanges what is known'),
    ),
    superseded_on_line_by=("unclosed-block",),
    check=_unlabelled_fences,
)
