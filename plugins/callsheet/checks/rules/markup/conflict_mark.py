"""Marks that a merge left in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity

_START, _END = "<<<<<<<", ">>>>>>>"
_MARK = re.compile(r"(?P<mark><{7}|>{7})(?:[ \t]\S.*)?$")


def _conflict_marks(page: CheckedPage) -> Iterator[Diagnostic]:
    if _START not in page.text and _END not in page.text:
        return
    is_open = False
    for number, line in enumerate(page.document.lines, 1):
        if not line.startswith((_START, _END)) or not (match := _MARK.match(line)):
            continue
        # The start of a conflict is reported, and its end is not.
        if match["mark"] == _START or not is_open:
            yield Diagnostic(
                page.whole_line(number), f"`{line.strip()}` is a mark of a merge conflict."
            )
        is_open = match["mark"] == _START


RULE = PageRule(
    code="CS516",
    name="conflict-mark",
    severity=Severity.ERROR,
    summary="The file has the marks of a merge that was not finished.",
    cause=(
        "A version control system writes both versions into the file where it cannot merge them, "
        "between `<<<<<<<`, `=======` and `>>>>>>>`. They were saved as they stood, and the page "
        "shows both."
    ),
    hint="Keep what is right of the two versions, and take the marks out.",
    examples=(
        Example(
            "Changes what is known",
            "<<<<<<< HEAD\nNew text.\n=======\n>>>>>>> main\n\nChanges what is known",
        ),
    ),
    check=_conflict_marks,
)
