"""Words that are there twice, and descriptions in another language than their page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage, OperationPage, find_in_text
from callsheet.checks.model.tables import all_tables, cell, replacing
from callsheet.checks.rule import Diagnostic, Example, OperationRule, PageRule
from callsheet.findings import Severity
from callsheet.memo import cached

# The commonest words that carry no meaning. Some are words of several languages, which is why one
# of them shows nothing.
_WORDS = {
    "English": "the of to and is for are be this that with by from when which if not as it on an a",
    "German": "der das und ist nicht wird von vom zum zur eine einer eines ein mit für auf den dem "
    "des im werden oder bei wenn kann als die nur aus",
    "French": "le la les des du et est pour une un dans que qui sur avec par ce cette ne pas sont "
    "au aux de",
    "Spanish": "el los las del es para una un en que por con se como su la de al y o",
    "Italian": "il lo gli dei della delle del è per una un di che con non si da al alla nel la",
    "Portuguese": "o os das do da em uma um para que não com por se ao é de na no",
    "Dutch": "de het een van en is voor met op niet wordt door bij zijn dat die te of aan",
    "Norwegian": "og er for av på til som med ikke det den en et skal fra kan ved hvis",
    "Swedish": "och är för av på till som med inte det den en ett ska från kan vid om att",
}
_LANGUAGES: dict[str, frozenset[str]] = {
    language: frozenset(words.split()) for language, words in _WORDS.items()
}
_WORD = re.compile(r"(?<![\w`.-])[^\W\d_]{1,12}(?![\w`-])")
_LEAST = 3
"""How many different words show a language."""

_LEAST_OF_PAGE = 10


@cached(8192)
def _shown_by(text: str) -> Counter[str]:
    """Count the different common words of each language in a text."""
    words = {word.lower() for word in _WORD.findall(text)}
    return Counter({name: len(words & known) for name, known in _LANGUAGES.items()})


def _foreign_descriptions(page: OperationPage) -> Iterator[Diagnostic]:
    rows = [(kind, row) for kind, rows in all_tables(page.operation) for row in rows if row.about]
    total: Counter[str] = Counter()
    for _, row in rows:
        total.update(_shown_by(row.about))
    if not rows:
        return
    (own, most), (_, second) = total.most_common(2)
    if most < _LEAST_OF_PAGE or most < 2 * second:
        return
    for kind, row in rows:
        shown = _shown_by(row.about)
        other, words = shown.most_common(1)[0]
        if words >= _LEAST and not shown[own]:
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
        yield Diagnostic(place, f"The word `{match['word']}` is there twice.", fix=fix)


_REPEATED_WORD = PageRule(
    code="CS556",
    name="repeated-word",
    severity=Severity.WARNING,
    summary="A small word is there twice.",
    cause="It was left over when a sentence was changed.",
    hint="Take one of them out.",
    examples=(Example("what is known of a parcel", "what is known of of a parcel"),),
    prose_signs=_TWICE_SIGNS,
    check=_repeated_words,
)
