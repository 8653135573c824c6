"""Quotes text of pages in messages."""

from __future__ import annotations

from callsheet.printable import visible

_LONGEST = 120


def quoted(text: str) -> str:
    """Quote text of a page as a code span (CommonMark, 6.1) that it cannot close.

    The result is one line without backticks or terminal control characters, so that the message is
    safe as text and as Markdown.
    """
    shown = visible(" ".join(text.split()).replace("`", "'"))
    if len(shown) > _LONGEST:
        shown = f"{shown[: _LONGEST - 1]}…"
    return f"`{shown or '(empty)'}`"


def same_text(old: str, new: str) -> bool:
    """Tell whether two texts are equal except for line breaks and white space."""
    return old == new or old.split() == new.split()
