"""A key that the front matter has twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity

_KEY = re.compile(r"(?P<quote>[\"']?)(?P<key>[A-Za-z_][\w.-]*)(?P=quote)[ \t]*:(?:[ \t]|$)")


def _duplicate_keys(page: CheckedPage) -> Iterator[Diagnostic]:
    if page.document.body_line == 1:
        return
    lines = page.document.lines[1 : page.document.body_line - 2]
    if len(lines) <= len(page.document.front_matter):
        return
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 2):
        match = _KEY.match(line)
        if not match:
            continue
        key = match["key"]
        first = seen.setdefault(key, number)
        if first != number:
            start, end = match.span("key")
            yield Diagnostic(
                Place(page.path, number, start + 1, number, end + 1),
                f"The front matter has `{key}` twice, and only the last one counts.",
                related=(page.related(first, f"the first `{key}`"),),
            )


RULE = PageRule(
    code="CS101",
    name="duplicate-key",
    severity=Severity.ERROR,
    summary="A key is in the front matter twice.",
    cause=(
        "YAML keeps the last of two values without a word, so the page has another uid or title "
        "than the line that its author reads first."
    ),
    hint="Keep the line that is meant, and take the other one out.",
    examples=(Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nuid: v1Parcel_Read\n"),),
    check=_duplicate_keys,
)
