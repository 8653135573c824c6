"""An enumeration whose values differ between type and description."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.cells import text_in_cell
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.typed_tables import typed_tables
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import Property

_VALUE = r"[`'\"*]{0,2}[A-Za-z0-9][\w.-]*+[`'\"*]{0,2}"
_GLUE = r"(?<!\s)(?:\s*,\s*(?:or|and)\s+|\s*[,|/;]\s*|\s+(?:or|and)\s+)"
# Lone words match, too: otherwise the end of a word is searched from each of its letters.
_LIST = re.compile(rf"{_VALUE}(?:{_GLUE}{_VALUE})*+")
_LEAD = re.compile(
    r"\b(?:values?|one of|any of|either|allowed|possible|valid|accepted|permitted|options|choose"
    r"|can be|may be|must be|enum(?:eration)?)\b[^.`'\"]{0,40}?[:=]?\s*$",
    re.IGNORECASE,
)
_DEFAULT = re.compile(
    r"\bdefaults?\b(?:\s+value)?\s*(?:=|:|is|to)\s*(?P<value>[`'\"]?[A-Za-z][\w-]*)", re.IGNORECASE
)
_PART = re.compile(r"\b(?:e\.g\.|for example|such as|like|including|etc\.?)", re.IGNORECASE)
_QUOTED = re.compile(r"[`'\"]([A-Za-z][\w-]*)[`'\"]")
_MARKS = "`'\"*."


def _differing_enumeration_texts(page: OperationPage) -> Iterator[Diagnostic]:
    for _, rows in typed_tables(page.operation):
        for row in rows:
            if row.type and row.type.values and row.description:
                yield from _row(page, row, row.type.values)


def _row(page: OperationPage, row: Property, values: tuple[str, ...]) -> Iterator[Diagnostic]:
    said: set[str] = set()
    for match in _LIST.finditer(row.about):
        words = [w.strip(_MARKS) for w in re.split(_GLUE, match.group())]
        if len(words) < 2:
            continue
        words = [word for word in words if word]
        lead = row.about[max(0, match.start() - 80) : match.start()]
        if not _lists_values(words, values, lead):
            continue
        more = [word for word in words if word not in values]
        said.update(words)
        yield from (_no_value(page, row, word, values) for word in more)
        closed = not _PART.search(lead[-12:]) and not _PART.match(
            row.about[match.end() :].strip(" ,)(")
        )
        fewer = [value for value in values if value not in row.about and value != "Unknown"]
        if fewer and not more and closed:
            yield _not_said(page, row, match.group(), fewer)
    for pattern, group in ((_DEFAULT, "value"), (_QUOTED, 1)):
        for match in pattern.finditer(row.about):
            word = match[group].strip(_MARKS)
            near = likely_meant(word, values)
            if word not in said and near and word not in values:
                said.add(word)
                yield _no_value(page, row, word, values)


def _lists_values(words: list[str], values: tuple[str, ...], lead: str) -> bool:
    """Tell whether words that are listed in a description are meant as the values."""
    exact = sum(word in values for word in words)
    near = sum(likely_meant(word, values) is not None for word in words)
    if _LEAD.search(lead):
        return exact + near > 0
    if lead.endswith("(") and len(words) == len(values):
        return exact + near > 0
    return exact + near >= 2 and 2 * (exact + near) >= len(words) and exact > 0


def _no_value(page: OperationPage, row: Property, word: str, values: tuple[str, ...]) -> Diagnostic:
    line = row.span.start
    meant = likely_meant(word, values)
    extra = f"; did you mean `{meant}`?" if meant else "."
    message = f"The description of `{row.name}` names `{word}`, which its type does not list{extra}"
    related = page.related(line, f"Its type lists {', '.join(values)}.")
    return Diagnostic(text_in_cell(page, line, "description", word), message, related=(related,))


def _not_said(page: OperationPage, row: Property, listed: str, fewer: list[str]) -> Diagnostic:
    line = row.span.start
    names = ", ".join(f"`{value}`" for value in fewer)
    message = (
        f"The description of `{row.name}` lists `{listed}` and leaves out {names} of its type."
    )
    related = page.related(line, "The type in the same row.")
    return Diagnostic(text_in_cell(page, line, "description", listed), message, related=(related,))


RULE = OperationRule(
    code="CS209",
    name="enumeration-text",
    severity=Severity.WARNING,
    summary="A description lists or names other values than the enumeration in its row.",
    cause=(
        "The values of `Enum: A, B, C` are repeated in the text of the row, and one of the two was "
        "changed without the other, so a reader doesn't know which is true."
    ),
    hint="List the same values in the type and in the description, or in the type only.",
    examples=(
        Example(
            "int32 | Its weight in grams. |\n| Kind | Enum: Letter, Box, Pallet | How it travels.",
            "int32 | Its weight in grams. |\n| Kind | Enum: Letter, Box, Pallet |"
            " How it travels: Letter, Box or Crate.",
        ),
        Example(
            "int32 | Its weight in grams. |\n| Kind | Enum: Letter, Box, Pallet | How it travels.",
            "int32 | Its weight in grams. |\n| Kind | Enum: Letter, Box, Pallet |"
            " How it travels (Letter, Box).",
        ),
    ),
    superseded_on_line_by=("ragged-row", "enumeration-values"),
    check=_differing_enumeration_texts,
)
