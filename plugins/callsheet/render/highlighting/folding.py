"""Long JSON in HTML that folds by level, without scripts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

FOLD_FROM = 30
"""Messages of at least this many lines fold."""

MAX_OPEN = 30
"""Lines of JSON that are open at first, as far as levels allow; the outermost level always is."""

_WORDS = {"{": ("property", "properties"), "[": ("item", "items")}
_CLOSING = {"{": "}", "[": "]"}
_ENDS = ("}", "]")
_LINE_END = "<c-n>\n</c-n>"
"""The end of a line that is a box of its own, which is only there to be copied."""


def fold_json(html: str, text: str) -> Markup:
    """Return a highlighted HTTP message whose JSON folds by level.

    Its text stays the same. A message without JSON of several lines stays as it is.

    Args:
        html: The HTML, in which every line has whole elements.
        text: The message.
    """
    lines = str(html).split("\n") if text.count("\n") + 1 >= FOLD_FROM else []
    start = next((n for n, line in enumerate(lines, 1) if not line.strip()), len(lines))
    texts = [line.strip() for line in text.split("\n")[start:]] if lines else []
    whole = all(line.count("<") == 2 * line.count("</") for line in lines[start:])
    outline = _outline(texts) if whole else None
    if not outline:
        return Markup(html)  # noqa: S704 - as it came
    levels, counts = outline
    deepest = _deepest(levels)
    parts = []
    last = len(texts) - 1
    for number, line in enumerate(lines[start:]):
        text = texts[number]
        if text[-1:] in _CLOSING:
            state = " open" if levels[number] < deepest else ""
            count = counts[number]
            about = f"{count} {_WORDS[text[-1]][count != 1]} {_CLOSING[text[-1]]}"
            parts.append(f'<details{state}><summary data-n="{about}">{line}</summary>{_LINE_END}')
        elif text[:1] in _ENDS:
            parts.append(f"{line}{_LINE_END if number < last else ''}</details>")
        else:
            parts.append(f"{line}\n" if number < last else line)
    body = "".join(parts)
    return Markup("\n".join([*lines[:start], body]))  # noqa: S704 - as it came


def _outline(texts: Sequence[str]) -> tuple[list[int], list[int]] | None:
    """Return how deep each line is, and how many entries the object or array has that it opens.

    None where brackets do not match line by line; lines that open nothing have 0 entries.
    """
    levels, counts, opened = [], [0] * len(texts), list[int]()
    for number, text in enumerate(texts):
        if text[:1] in _ENDS:
            if not opened or _CLOSING[texts[opened.pop()][-1]] != text[0]:
                return None
        elif opened:
            counts[opened[-1]] += 1
        levels.append(len(opened))
        if text[-1:] in _CLOSING:
            opened.append(number)
    is_whole = texts and texts[0][:1] in _CLOSING and not opened
    return (levels, counts) if is_whole else None


def _deepest(levels: Sequence[int]) -> int:
    """Return the level up to which lines are open at first."""
    shown = 0
    for level, count in sorted(Counter(levels).items()):
        shown += count
        if shown > MAX_OPEN:
            return max(level - 1, 1)
    return max(levels)
