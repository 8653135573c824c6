"""Words of a page in a sentence of ours."""

from __future__ import annotations

from callsheet.printable import visible

_LONGEST = 120


def quoted(text: str) -> str:
    """Text of a page as a code span (CommonMark, 6.1) that it cannot leave.

    It is on one line, without backticks and without what a terminal acts upon, so that the sentence
    around it is safe as text and as Markdown.
    """
    shown = visible(" ".join(text.split()).replace("`", "'"))
    if len(shown) > _LONGEST:
        shown = f"{shown[: _LONGEST - 1]}…"
    return f"`{shown or '(empty)'}`"


def same_text(old: str, new: str) -> bool:
    """Whether two texts read the same, however their lines are broken."""
    return old == new or old.split() == new.split()
