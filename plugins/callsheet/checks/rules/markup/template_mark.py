"""Marks of a template that nothing was put in place of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.code_spans import is_code, without_code
from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.source.document import Block, BlockKind

_MARK = re.compile(
    r"\{\{[^{}\n]{1,100}\}\}|\{%[^%{}\n]{1,200}%\}|<%[=#-]?[^%<>\n]{1,200}%>"
    r"|(?<!\w)\$\{[A-Za-z_][\w.-]{0,60}\}|(?<![\w$])\$[A-Za-z_][\w.]{0,60}\$(?!\w)"
    r"|(?<![\w$])\$\([A-Za-z_][\w.]{0,60}\)|(?<![\w@])@@\w{1,60}@@|(?<!\w)__[A-Z]+(?:_[A-Z0-9]+)+__(?!\w)"
    r"|(?<![\w\])}\\.*+?])\{\d\}"
    r"|#\{[A-Za-z_][\w.]{0,60}\}|\[\[[A-Z][A-Z0-9_]{1,60}\]\]"
)
_SIGNS = ("{0", "{1", "{2", "{{", "{%", "<%", "${", "$(", "#{", "@@", "__", "[[")
_DOLLAR = re.compile(r"\$\w+\$")
_MESSAGES = {"http", "http!", "http_"}


def _template_marks(page: CheckedPage) -> Iterator[Diagnostic]:
    found = [sign for sign in _SIGNS if sign in page.text]
    if not found and not _DOLLAR.search(page.text):
        return
    for block in page.document.blocks:
        text = block.text
        if not any(sign in text for sign in found) and not ("$" in text and _DOLLAR.search(text)):
            continue
        message = block.kind is BlockKind.FENCE and block.info.lower() in _MESSAGES
        if message or not is_code(block):
            yield from _in_block(page, block, message)


def _in_block(page: CheckedPage, block: Block, message: bool) -> Iterator[Diagnostic]:
    for number in range(block.span.start, block.span.end + 1):
        line = page.line(number)
        matches = list(_MARK.finditer(line if message else without_code(line)))
        # One diagnostic a line, since several marks have one cause.
        for match in matches[:1]:
            place = Place(page.path, number, match.start() + 1, number, match.end() + 1)
            yield Diagnostic(
                place, f"`{match.group()}` is a template's mark with nothing in its place."
            )


RULE = PageRule(
    code="CS515",
    name="template-mark",
    severity=Severity.WARNING,
    summary="The text or an example has a mark of a template.",
    cause=(
        "The generator had no value for `{{name}}` or `$name$`, or did not know the notation, and "
        "left it as it was. In an example it is sent like that."
    ),
    hint="Write the value; in a text about such marks put them in a code span.",
    examples=(
        Example("A picture of it, in base64.", "{{ property.description }}"),
        Example("Changes what is known", "$SUMMARY$ changes what is known"),
    ),
    superseded_on_line_by=("route-form",),
    check=_template_marks,
)
