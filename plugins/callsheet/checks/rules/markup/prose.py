"""Repeated words, and descriptions in another language than their page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage, OperationPage, find_in_text
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import cell, foreign_descriptions, replacing
from callsheet.checks.rule import Diagnostic, Example, OperationRule, PageRule
from callsheet.findings import Severity


def _foreign_descriptions(page: OperationPage) -> Iterator[Diagnostic]:
    for kind, row, other, own in foreign_descriptions(page.operation):
        message = f"The description of the {kind} `{row.name}` is {other}; the page is {own}."
        yield Diagnostic(cell(page, row.span.start, "description"), message)


_FOREIGN_DESCRIPTION = OperationRule(
    code="CS549",
    name="foreign-description",
    severity=Severity.WARNING,
    summary="A description is in another language than the others of its page.",
    cause=(
        "It was left out when the page was translated, or copied from the code of a developer who "
        "writes in another language."
    ),
    hint="Translate it.",
    examples=(
        Example(
            "Whether the receiver gets a message.", "Der Versand wird vom System nicht gemeldet."
        ),
    ),
    subject=Subject.SEVERAL_LANGUAGES,
    check=_foreign_descriptions,
)


_TWICE = re.compile(
    r"(?<![\w.`-])(?P<word>the|of|to|and|for|with|from|is|are|be) (?P=word)(?![\w.`-])"
)
_TWICE_SIGNS = ("the the", "of of", "to to", "and and", "for for", "with with", "from from",
                "is is", "are are", "be be")  # fmt: skip


def _repeated_words(page: CheckedPage) -> Iterator[Diagnostic]:
    for place, match in find_in_text(page, _TWICE, _TWICE_SIGNS):
        fix = replacing(place, match["word"])
        yield Diagnostic(place, f"The word `{match['word']}` is repeated.", fix=fix)


_REPEATED_WORD = PageRule(
    code="CS556",
    name="repeated-word",
    severity=Severity.WARNING,
    summary="A short word is repeated.",
    cause="It was left over when a sentence was changed.",
    hint="Take one of them out.",
    examples=(Example("what is known of a parcel", "what is known of of a parcel"),),
    prose_signs=_TWICE_SIGNS,
    check=_repeated_words,
)
