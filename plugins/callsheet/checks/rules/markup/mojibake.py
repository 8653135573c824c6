"""Text that was read in another encoding than it was written in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity

# What the bytes of UTF-8 look like in Windows-1252: a lead byte, and what follows it. The capital
# letters alone are letters of several languages, so a sign has to follow that is in no word.
_FOLLOWS = "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
_PUNCTUATION = "\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
_GARBLED = re.compile(
    rf"(?:[\u00c2-\u00c5][{_FOLLOWS}{_PUNCTUATION}]"
    rf"|\u00e2[\u0080-\u0082\u20ac\u201a][{_FOLLOWS}{_PUNCTUATION}])+|\ufffd+"
)
_SIGN = re.compile("[\u00c2-\u00c5\u00e2\ufffd]")


def _mojibake(page: CheckedPage) -> Iterator[Diagnostic]:
    if page.text.isascii():
        return
    # A line that is no UTF-8 is found when the page is read.
    undecodable = page.document.undecodable_line is not None
    for number, line in enumerate(page.document.lines, 1):
        if line.isascii() or not _SIGN.search(line):
            continue
        match = _GARBLED.search(line)
        if match is None or (undecodable and "\ufffd" in match.group()):
            continue
        place = Place(page.path, number, match.start() + 1, number, match.end() + 1)
        meant = _meant(match.group())
        message = f"`{match.group()}` is text in a wrong encoding"
        yield Diagnostic(place, f"{message}; it was `{meant}`." if meant else f"{message}.")


def _meant(garbled: str) -> str:
    try:
        return garbled.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""


RULE = PageRule(
    code="CS517",
    name="mojibake",
    severity=Severity.WARNING,
    summary="A text was read in another encoding than it was written in.",
    cause=(
        "A program took UTF-8 for Windows-1252, and wrote two or three signs for each letter "
        "beyond ASCII, such as `Ã©` for `é`, or `�` for what it could not read."
    ),
    hint="Write the letters that were meant, and save as UTF-8.",
    examples=(
        Example("A picture of it, in base64.", "A picture of it, at the cafÃ©."),
        Example("A picture of it, in base64.", "The senderâ€™s picture."),
    ),
    check=_mojibake,
)
