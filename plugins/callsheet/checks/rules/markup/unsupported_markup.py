"""Markdown of GitHub that Python-Markdown does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.code_spans import find_in_text
from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity

_MARKUP = re.compile(
    r"(?<![~\w\\])(?P<strike>~~)(?=[^\s~])[^~\n]{1,500}[^\s~]?~~(?!~)"
    r"|^[ ]*(?:[-*+]|\d{1,9}[.)])[ ]+(?P<task>\[[ xX]\])[ ]"
)
_SIGNS = ("~~", "[ ] ", "[x] ")


def _unsupported_markup(page: CheckedPage) -> Iterator[Diagnostic]:
    last = 0
    for place, match in find_in_text(page, _MARKUP, _SIGNS):
        if match["task"]:
            # One finding a list.
            if place.line - last > 1:
                message = f"`{match['task']}` makes no check box; readers see the brackets."
                yield Diagnostic(page.find(place.line, match["task"]), message)
            last = place.line
        else:
            yield Diagnostic(place, "`~~` strikes nothing through; readers see the tildes.")


RULE = PageRule(
    code="CS530",
    name="unsupported-markup",
    severity=Severity.WARNING,
    summary="The text has Markdown of GitHub that Python-Markdown shows as it is written.",
    cause=(
        "Previews show `~~text~~` struck through and `- [ ]` as a check box. Python-Markdown knows "
        "neither without the extensions `pymdownx.tilde` and `pymdownx.tasklist`."
    ),
    hint=(
        "Write `<del>…</del>` or an ordinary list; or turn this rule off where the extension is in "
        "use."
    ),
    examples=(
        Example("Changes what is known of a parcel", "Changes what is ~~seen~~ known of a parcel"),
        Example(
            "Changes what is known", "- [ ] Weigh it.\n- [x] Post it.\n\nChanges what is known"
        ),
    ),
    check=_unsupported_markup,
)
