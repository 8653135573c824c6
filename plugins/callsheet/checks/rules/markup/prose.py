"""Repeated words, misspelt names, and descriptions in another language than their page."""

from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage, OperationPage, find_in_text
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import all_tables, cell, foreign_descriptions, replacing
from callsheet.checks.parsing.words import edit_distance, likely_meant
from callsheet.checks.rule import Diagnostic, Example, operation_rule, page_rule
from callsheet.source.document import BlockKind


@Example("Whether the receiver gets a message.", "Der Versand wird vom System nicht gemeldet.")
@operation_rule(
    code="CS549",
    name="foreign-description",
    summary="A description is in another language than the others of its page.",
    cause=(
        "It was left out when the page was translated, or copied from the code of a developer who "
        "writes in another language."
    ),
    hint="Translate it.",
    subject=Subject.SEVERAL_LANGUAGES,
)
def _foreign_descriptions(page: OperationPage) -> Iterator[Diagnostic]:
    for kind, row, other, own in foreign_descriptions(page.operation):
        message = f"The description of the {kind} `{row.name}` is {other}; the page is {own}."
        yield Diagnostic(cell(page, row.span.start, "description"), message)


_TWICE = re.compile(
    r"(?<![\w.`-])(?P<word>[Tt]he|of|to|and|for|with|from|is|are|be|it|an|or|if|this|was|has|you|your"
    r"|will)"
    r" (?:(?P=word)|(?<=The )the)(?![\w.`-])"
)
_TWICE_SIGNS = ("the the", "of of", "to to", "and and", "for for", "with with", "from from",
                "is is", "are are", "be be", "it it", "an an", "or or", "if if", "this this",
                "was was", "has has", "you you", "your your", "will will")  # fmt: skip


@Example("what is known of a parcel", "what is known of of a parcel")
@page_rule(
    code="CS556",
    name="repeated-word",
    summary="A short word is repeated.",
    cause="It was left over when a sentence was changed.",
    hint="Take one of them out.",
    prose_signs=_TWICE_SIGNS,
)
def _repeated_words(page: CheckedPage) -> Iterator[Diagnostic]:
    for place, match in find_in_text(page, _TWICE, _TWICE_SIGNS):
        fix = replacing(place, match["word"])
        yield Diagnostic(place, f"The word `{match['word']}` is repeated.", fix=fix)


_NAME = re.compile(r"`(?P<name>[A-Za-z_$][\w$]{4,60})`")
_WORD = re.compile(r"[\w$.-]+")


@Example("Changes what is known", "Set `Weigth` to change what is known")
@operation_rule(
    code="CS558",
    name="misspelt-name",
    summary="A text names a parameter or a property that differs from one of the page by a letter.",
    cause="Readers copy names out of texts, and the name in the table is another one.",
    hint="Write the name as the table has it.",
    subject=Subject.NAMES_IN_CODE,
)
def _misspelt_names(page: OperationPage) -> Iterator[Diagnostic]:
    names = {row.name for _, rows in all_tables(page.operation) for row in rows}
    known: set[str] | None = None
    for block in page.document.blocks if names else ():
        if "`" not in block.text or block.kind not in (BlockKind.PARAGRAPH, BlockKind.TABLE):
            continue
        for number in range(block.span.start, block.span.end + 1):
            for match in _NAME.finditer(page.line(number)):
                name = match["name"]
                if name in names or not (meant := likely_meant(name, names)):
                    continue
                # What is written like that elsewhere on the page is a name of its own.
                known = known or set(_WORD.findall(_NAME.sub("", page.text)))
                if name not in known and _is_slip(name, meant):
                    place = page.matched(number, match, "name")
                    message = f"This page has no row named `{name}`; did you mean `{meant}`?"
                    yield Diagnostic(place, message)


def _is_slip(name: str, meant: str) -> bool:
    """Tell whether two names differ within by one letter, and not by a plural or an ending."""
    if name[0] != meant[0] or name.startswith(meant[:-1]) or meant.startswith(name[:-1]):
        return False
    return "_" not in name + meant and edit_distance(name.lower(), meant.lower(), 1) == 1
