"""Characters that nobody sees, and that keep a text from being found or read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import name

from callsheet.checks.model.cells import replacing
from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity

# Joiners are part of words in some scripts, and a no-break space is typography in text; in the
# marks of Markdown it makes them none.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]"
    "|(?<=#)\u00a0|^[ ]*(?:[-*+]|[0-9]{1,9}[.)])\u00a0|^(?=#{1,6}[ ]).*?\u00a0"
)
_SPACE = {ord(space): None for space in "\t\n\f\r"}


def _invisible_characters(page: CheckedPage) -> Iterator[Diagnostic]:
    if page.text.translate(_SPACE).isprintable():
        return
    for number, line in enumerate(page.document.lines, 1):
        if line.isascii() and line.isprintable():
            continue
        if match := _INVISIBLE.search(line):
            place = Place(page.path, number, match.end(), number, match.end() + 1)
            sign = line[match.end() - 1]
            called = name(sign, "CONTROL CHARACTER")
            fix = replacing(place, " " if sign == "\u00a0" else "")
            message = f"The line has the invisible character U+{ord(sign):04X}, {called}."
            yield Diagnostic(place, message, fix=fix)


RULE = PageRule(
    code="CS518",
    name="invisible-character",
    severity=Severity.WARNING,
    summary="A line has a character that nobody sees.",
    cause=(
        "Control characters, zero-width spaces, marks of direction and byte order marks come from "
        "word processors and web pages. A word with one of them is not found by a search, a copied "
        "address does not work, and a no-break space behind a mark of Markdown makes it none."
    ),
    hint="Take it out, or write an ordinary space.",
    examples=(
        Example("A picture of it, in base64.", "A pic\u200bture of it, in base64."),
        Example("## Request Headers", "## Request\u00a0Headers"),
    ),
    check=_invisible_characters,
)
