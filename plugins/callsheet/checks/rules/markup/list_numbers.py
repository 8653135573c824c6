"""A numbered list that begins elsewhere than at 1, or whose numbers end in a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.source.document import BlockKind

_NUMBER = re.compile(r" {0,3}(?P<number>\d{1,9})(?P<end>[.)])[ \t]")


def _odd_list_numbers(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        match = _NUMBER.match(block.text) if block.kind is BlockKind.OTHER else None
        if not match:
            continue
        written = match["number"] + match["end"]
        if match["end"] == ")":
            message = f"`{written}` begins no list on the site, but a paragraph."
        elif int(match["number"]) > 1:
            message = f"The list begins with `{written}`, and on the site with 1."
        else:
            continue
        line = block.span.start
        place = Place(page.path, line, match.start("number") + 1, line, match.end("end") + 1)
        yield Diagnostic(place, message)


RULE = PageRule(
    code="CS525",
    name="list-numbers",
    severity=Severity.WARNING,
    summary="A numbered list begins at another number than 1, or has brackets behind its numbers.",
    cause=(
        "CommonMark counts from the first number and knows `1)`. Python-Markdown counts from 1 and "
        "knows `1.` only. A list that begins later was mostly cut in two by text that is not "
        "indented by four spaces."
    ),
    hint="Indent what stands between the items by four spaces, and write `1.`.",
    examples=(
        Example("Changes what is known", "1) Weigh it.\n2) Send it.\n\nChanges what is known"),
        Example("Changes what is known", "2. Weigh it.\n3. Send it.\n\nChanges what is known"),
    ),
    check=_odd_list_numbers,
)
