"""Names in the first column of a table, without the Markdown around them."""

from __future__ import annotations

import re

from callsheet.memo import cached

_CODE = re.compile(r"(`+) ?(?P<text>[^`]+?) ?\1")
_BOLD = re.compile(r"(?P<mark>\*{1,3})(?=[^\s*])(?P<text>.+?)(?<=[^\s*])(?P=mark)", re.DOTALL)
# Punctuation that a backslash escapes (CommonMark, 2.4).
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@cached(8192)
def plain_name(text: str) -> str:
    r"""Return the plain name in a cell of Markdown.

    Editors escape underscores and stars, `send\_mail`, and authors put names in bold or in code
    spans. Underscores around a name are part of it: `_id_` is rarely meant to be in italics.
    """
    text = text.strip()
    while match := _BOLD.fullmatch(text):
        text = match["text"]
    if match := _CODE.fullmatch(text):
        return match["text"]
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text
