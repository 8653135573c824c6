"""Front matter without a title."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity


def _missing_title(page: OperationPage) -> Iterator[Diagnostic]:
    front_matter = page.operation.front_matter
    if "title" not in front_matter:
        # Missing or unreadable front matter is reported already.
        if front_matter:
            yield Diagnostic(page.whole_line(1), "The front matter has no `title`.")
    elif not str(front_matter["title"] or "").strip():
        line = page.document.line_of_key("title")
        yield Diagnostic(page.whole_line(line), "The `title` is empty.")


RULE = OperationRule(
    code="CS102",
    name="missing-title",
    severity=Severity.WARNING,
    summary="The front matter has no title.",
    cause=(
        "Navigation, search and tabs of the browser show the title of the front matter, and fall "
        "back to whatever else they find."
    ),
    hint="Give the front matter a `title`, as a rule the text of the H1.",
    examples=(
        Example("title: Change a parcel\n", ""),
        Example("title: Change a parcel\n", "title:\n"),
    ),
    superseded_by=("front-matter-value",),
    check=_missing_title,
)
