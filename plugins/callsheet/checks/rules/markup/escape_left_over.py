"""Escapes of a programming language, or of HTML twice over, in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from callsheet.checks.model.code_spans import find_in_text
from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity

# Only after the end of a sentence, since a Windows path may contain the same characters.
_ESCAPE = re.compile(
    r"(?<=[.!?])[ ]?(?P<line>(?:\\r)?\\n)(?=[\sA-Z|*\\-]|$)"
    r"|&amp;(?:lt|gt|nbsp|quot|amp|apos|#\d{1,6});"
    r"|&lt;(?:br|p|b|i|em|strong|ul|ol|li)[ ]?/?&gt;",
    re.IGNORECASE,
)
_SIGNS = ("\\n", "&amp;", "&lt;")


def _leftover_escapes(page: CheckedPage) -> Iterator[Diagnostic]:
    seen = set()
    for place, match in find_in_text(page, _ESCAPE, _SIGNS):
        # One cause a line: a generator escapes all or nothing.
        if place.line in seen:
            continue
        seen.add(place.line)
        text = match.group().strip()
        seen_as = unescape(text)
        message = f"For `{text}`, readers see `{seen_as}`."
        if seen_as == text:
            message = f"Readers see `{text}` as it stands here."
        yield Diagnostic(page.find(place.line, text, place.column), message)


RULE = PageRule(
    code="CS519",
    name="escape-left-over",
    severity=Severity.WARNING,
    summary="The text has an escape that readers see as it is, such as `\\n` or `&lt;br/&gt;`.",
    cause="A generator copied a text out of code or HTML and escaped it once more, or not at all.",
    hint="Write what was meant: a line break, a sign, or nothing.",
    examples=(
        Example("A picture of it, in base64.", "A picture of it.\\nIn base64."),
        Example("A picture of it, in base64.", "A picture of it.&lt;br/&gt;In base64."),
        Example("A picture of it, in base64.", "A picture of it,&amp;nbsp;in base64."),
    ),
    check=_leftover_escapes,
)
