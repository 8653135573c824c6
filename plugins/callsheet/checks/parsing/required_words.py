"""Words by which descriptions say that something is required or optional."""

from __future__ import annotations

import re

from callsheet.checks.parsing.spelling import edit_distance
from callsheet.model import REQUIRED_MARK

_EMPHASISED = re.compile(
    r"(?P<open>\*{1,3}|_{1,3}|`|<b>|<strong>|<em>|\[|\()\s*(?P<word>[A-Za-z]{5,11})[.!:]?\s*"
    r"(?P<close>\*{1,3}|_{1,3}|`|</b>|</strong>|</em>|\]|\))?",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?:^|[.!?]\s+)(?P<word>required|mandatory)[.!]?\s*(?=$|[A-Z])", re.IGNORECASE)
_OPTIONAL = re.compile(
    r"^\(?optional\b|[.;]\s+optional\b|\(\s*optional\b[^)]*\)|\b(?:is|are) optional\b"
    r"|\b(?:can|may|could) be (?:omitted|left out|left (?:blank|empty)|skipped)\b"
    r"|\b(?:if|when) (?:omitted|not (?:given|specified|supplied|provided))\b"
    r"|\bnot required\b|\*\*optional\*\*",
    re.IGNORECASE,
)
_DEFAULT = re.compile(r"\bdefaults?(?: value)?\s*(?:=|:|\bis\b|\bto\b)", re.IGNORECASE)
_MUST = re.compile(
    r"\b(?:(?:is|are) (?:always )?(?:required|mandatory|obligatory)"
    r"|must (?:always )?be (?:given|specified|supplied|provided|present))\b"
    r"(?!\s*(?:if|when|unless|for|only|to|in|by|with|on|at)\b)",
    re.IGNORECASE,
)


def misspelt_mark(description: str) -> str | None:
    """Return what stands in place of the required mark; None for none, or the right one."""
    if REQUIRED_MARK in description:
        return None
    lower = description.lower()
    # A typing error leaves at least one half of the word as it is.
    if "req" not in lower and "uired" not in lower and "mandatory" not in lower:
        return None
    for match in _EMPHASISED.finditer(description):
        word = match["word"].lower()
        is_word = word == "mandatory" or edit_distance(word, "required", 2) <= 2
        if is_word and (match["close"] or match["open"].startswith(("*", "_", "<"))):
            return match.group().strip()
    alone = _ALONE.search(description)
    return alone["word"] if alone else None


def says_optional(description: str) -> str | None:
    """Return the words by which a description says that a value can be left out."""
    match = _OPTIONAL.search(description) or _DEFAULT.search(description)
    return match.group().strip(" .;") if match else None


def says_required(description: str) -> str | None:
    """Return the words by which a description says that a value must be given."""
    if "must" not in description and "required" not in description and "tory" not in description:
        return None
    match = _MUST.search(description)
    return match.group() if match else None
