"""Descriptions that a generator or an author put in place of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.tables import all_tables, text_in_cell
from callsheet.checks.parsing.words import COUNTERPARTS
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import REQUIRED_MARK, Property, Status

# What generators write for a value that is missing.
_NOTHING = "none n/a na nil nan null undefined void empty tbc tbd tba xxx foo asdf test"
# "Description", as a template has it in place of one.
_DESCRIPTION = """
    description desc beschreibung descripción descripcion descrição descricao descrizione
    beschrijving beskrivelse beskrivning kuvaus opis popis açıklama описание опис 描述 说明 説明
    설명 περιγραφή leírás descriere
"""  # noqa: RUF001 - words of other languages
_NOUN = "|".join(_DESCRIPTION.split())
_MISSING = (
    rf"(?:no|keine|ohne|aucune|pas de|sans|sin|sem|nessuna|senza|geen|ingen|uten|utan|uden|ei|brak"
    rf"|bez|нет|без) (?:{_NOUN}|opisu|popisu|описания|kuvausta)"
    rf"|(?:{_NOUN}) (?:folgt|fehlt|missing|mangler|saknas|ontbreekt|mancante|manquante|pendiente"
    rf"|pendente|отсутствует|yok|puuttuu)"
)
# Other words for a text that is missing, or is to be written later, in whole cells.
_LATER = """
    暂无|暂无描述|暂无说明|无|待补充|待定|説明なし|未定|未記入|なし|설명 없음|없음
    à compléter|à définir|à faire|por hacer|por definir|por completar|a definir|a completar
    pendiente|pendente|da fare|da completare|da definire
    folgt|noch zu ergänzen|noch zu klären|wird ergänzt|wird noch ergänzt|zu ergänzen
    nog in te vullen|nog te bepalen|te doen|å fylle ut|fylles ut|skal fylles ut|kommer snart
    att göra|täydennetään|do uzupełnienia|do zrobienia|скоро|доделать|уточнить|yapılacak|doplnit
"""  # noqa: RUF001 - words of other languages
_STAND_IN = re.compile(
    r"[({\[<$]*(?:"
    + "|".join(
        (
            *map(re.escape, _NOTHING.split()),
            _NOUN,
            _MISSING,
            *("|".join(line.strip() for line in _LATER.strip().split("\n")),),
        )
    )
    + r")[)}\]>.!:]*|[-\u2013\u2014_.\u2026?*~#/]+",
    re.IGNORECASE,
)
_TYPE_WORDS = frozenset(word.lower() for pair in COUNTERPARTS.items() for word in pair)
_MAX_LENGTH = 40


def _stand_in_descriptions(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    tables: list[tuple[str, Sequence[Property | Status]]] = [*all_tables(operation)]
    for kind, rows in (*tables, ("status", operation.status_rows)):
        for row in rows:
            text = row.description.replace(REQUIRED_MARK, "").strip()
            if not text or len(text) > _MAX_LENGTH or not _stands_for_nothing(row, text):
                continue
            name = str(row.code) if isinstance(row, Status) else row.name
            if text.lower() == name.lower():
                continue  # Another rule reports the name as a description.
            place = text_in_cell(page, row.span.start, "description", text)
            message = f"The description of the {kind} `{name}` is `{text}`, which says nothing."
            yield Diagnostic(place, message)


def _stands_for_nothing(row: Property | Status, text: str) -> bool:
    if _STAND_IN.fullmatch(text):
        return True
    written = row.type.written.lower() if isinstance(row, Property) and row.type else ""
    return text.lower() in {*_TYPE_WORDS, written} and " " not in text


_STAND_IN_DESCRIPTION = OperationRule(
    code="CS231",
    name="stand-in-description",
    severity=Severity.WARNING,
    summary="A description is a word that stands for none, such as `None`, `N/A` or `-`.",
    cause=(
        "A generator wrote what it had in place of a comment, or a template was not filled in. "
        "A cell that is not empty passes for a description, and says nothing to a reader."
    ),
    hint="Say what it is for.",
    examples=(
        Example(
            "| Its weight in grams. |\n| Kind | Enum: Letter, Box, Pallet | How it travels. |\n"
            "| Posted | date-time | When it was handed in. |\n| Photo",
            "| None |\n| Kind | Enum: Letter, Box, Pallet | How it travels. |\n"
            "| Posted | date-time | When it was handed in. |\n| Photo",
        ),
        Example("| Whether the receiver gets a message. |", "| N/A |"),
        Example("| There is no such parcel. |", "| - |"),
        Example("| Whether the receiver gets a message. |", "| Keine Beschreibung |"),
        Example("| Whether it breaks easily. |", "| bool |"),
    ),
    superseded_on_line_by=(
        "text-to-follow",
        "template-mark",
        "ragged-row",
        "description-repeats-name",
    ),
    superseded_by=("misspelt-column",),
    check=_stand_in_descriptions,
)
