"""Types of the two vocabularies in one table."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import cell, replacing
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.typed_tables import typed_tables
from callsheet.checks.parsing.type_names import (
    ALSO_READ,
    CAPITALISED,
    COUNTERPARTS,
    WRITTEN,
    in_vocabulary,
    is_capitalised,
)
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import Property

_IN_BOTH = frozenset(COUNTERPARTS.values())


def _mixed_type_styles(page: OperationPage) -> Iterator[Diagnostic]:
    for _, rows in typed_tables(page.operation):
        words = [row.type.written for row in rows if row.type]
        known = {word for word in words if word in WRITTEN}
        odd = {w for w in words if w not in WRITTEN and w.lower() in WRITTEN}
        if odd or (known & CAPITALISED and known & (_IN_BOTH | ALSO_READ)):
            yield from _of_table(page, rows, words)


def _of_table(
    page: OperationPage, rows: tuple[Property, ...], words: list[str]
) -> Iterator[Diagnostic]:
    capitalised = is_capitalised(words)
    for row in rows:
        if row.type is None:
            continue
        word = row.type.written
        if word not in WRITTEN and word.lower() not in WRITTEN:
            continue
        lower = word.lower()
        lower = COUNTERPARTS.get(lower.capitalize(), lower)
        expected = in_vocabulary(lower, capitalised=capitalised)
        if word == expected or (not capitalised and word in ALSO_READ):
            continue
        of = [
            r
            for r in rows
            if r.type and r.type.written in (CAPITALISED if capitalised else _IN_BOTH)
        ]
        line = next((r.span.start for r in of if r is not row), row.span.start)
        place = cell(page, row.span.start, "type")
        message = f"`{word}` is written `{expected}` in this table."
        related = page.related(line, "A type as this table writes them.")
        yield Diagnostic(place, message, related=(related,), fix=replacing(place, expected))


RULE = OperationRule(
    code="CS206",
    name="mixed-type-styles",
    severity=Severity.WARNING,
    summary="A table writes its types in both vocabularies, or in an unusual case.",
    cause=(
        "Request bodies write `String` and `Integer`, parameters and response bodies `string` and "
        "`int32`. Both in one table let a reader think that they are different types; as a rule a "
        "row was copied from another table."
    ),
    hint="Write the type as the other rows of the table do.",
    examples=(
        Example("| Label | string |", "| Label | String |"),
        Example("| ParcelId | int32 |", "| ParcelId | Int32 |"),
    ),
    superseded_on_line_by=("ragged-row", "duplicate-name"),
    check=_mixed_type_styles,
)
