"""Find misspelt words."""

from __future__ import annotations

from collections.abc import Collection

MAX_KNOWN = 500
"""Limit of names to compare with, since each word is compared with each."""


def likely_meant(word: str, known: Collection[str]) -> str | None:
    """Return the known word that differs from this one by typing errors, whatever the case.

    A typing error is a letter too many, too few, wrong, or two swapped ones. Words of up to six
    letters may have one, longer ones two. None if the word itself is known, none is similar, or
    there are more than `MAX_KNOWN`.
    """
    if len(known) > MAX_KNOWN:
        return None
    lower = word.lower()
    if lower in known:
        return None
    letters = set(lower)
    best: tuple[int, str] | None = None
    for candidate in known:
        other = candidate.lower()
        if other == lower:
            return None
        limit = allowed_typos(lower, other)
        if abs(len(other) - len(lower)) > limit:
            continue
        # A typo takes away one letter, and adds one, at most.
        if len(letters.symmetric_difference(other)) > 2 * limit:
            continue
        found = edit_distance(lower, other, limit)
        if found <= limit and (best is None or found < best[0]):
            best = found, candidate
    return best[1] if best else None


def allowed_typos(one: str, other: str) -> int:
    """Return how many typing errors two words may differ by and still be one word."""
    shorter = min(len(one), len(other))
    return 0 if shorter < 3 else 1 if shorter < 7 else 2


def edit_distance(one: str, other: str, limit: int) -> int:
    """Return the optimal string alignment distance of two words, capped at one over the limit."""
    # Equal ends do not count, and without them little is left of two similar words.
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if abs(len(one) - len(other)) > limit or min(len(one), len(other)) > 2 * limit + 2:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return min(row[-1], limit + 1)
