"""A word in a type cell or heading that is no type."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import cell, replacing, table_row
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.model.tree import Tree
from callsheet.checks.model.typed_tables import typed_tables
from callsheet.checks.parsing.type_names import NAME, WRITTEN, fault_of, is_capitalised
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import Property, SectionKind
from callsheet.schema.words.type_words import WORDS, parts_of

_WITH_TYPE = (SectionKind.RESPONSE, SectionKind.RESPONSE_BODY)


def _unknown_types(page: OperationPage) -> Iterator[Diagnostic]:
    for kind, rows in typed_tables(page.operation):
        words = [row.type.written if row.type else "" for row in rows]
        capitalised = is_capitalised(words)
        for row, word in zip(rows, words, strict=True):
            if not word:
                # Another rule reports a table without the column, and that of the request
                # headers has none.
                if row.name and _has_types(page, row):
                    place = cell(page, row.span.start, "type")
                    yield Diagnostic(place, f"The {kind} `{row.name}` has no type.")
                continue
            if row.type and (row.type.values or word.lower().startswith("enum")):
                continue
            fault = fault_of(word, capitalised=capitalised)
            is_type = word.lower() in WORDS or parts_of(word)
            if row.name in WRITTEN and not is_type:
                message = f"The name `{word}` and the type `{row.name}` have changed places."
                yield Diagnostic(page.whole_line(row.span.start), message)
            elif fault:
                yield _diagnostic(cell(page, row.span.start, "type"), word, *fault)
    yield from _headings(page)


def _has_types(page: OperationPage, row: Property) -> bool:
    found = table_row(page, row.span.start)
    return found is not None and "type" in found[0].columns


def _headings(page: OperationPage) -> Iterator[Diagnostic]:
    response = page.operation.response
    if response is None:
        return
    for data_type in (response.type, response.body_type):
        fault = fault_of(data_type.written, capitalised=False) if data_type else None
        if data_type is None or fault is None:
            continue
        for section in page.sections:
            if section.kind in _WITH_TYPE and section.argument == data_type.written:
                line = section.span.start
                # The words before the colon may contain the type, too.
                place = page.find(line, data_type.written, page.line(line).find(":") + 2)
                yield _diagnostic(place, data_type.written, *fault)
                break


def _defined_elsewhere(tree: Tree, path: str, line: int) -> bool:
    """Tell whether the type at a line is one that a page defines."""
    defined = {table.name for table in tree.catalog.type_tables}
    operation = tree.catalog.by_path.get(path) if defined else None
    if operation is None:
        return False
    rows = (row for _, rows in typed_tables(operation) for row in rows)
    written = [row.type.written for row in rows if row.type and row.span.start == line]
    if not written and (response := operation.response):
        # Of the rest, this rule looks at headings.
        written = [found.written for found in (response.type, response.body_type) if found]
    return any(not defined.isdisjoint(NAME.findall(text)) for text in written)


def _diagnostic(place: Place, written: str, wrong: str, meant: str | None) -> Diagnostic:
    if meant is None:
        return Diagnostic(place, f"`{written}` {wrong}.")
    message = f"`{written}` {wrong} of the page format; did you mean `{meant}`?"
    return Diagnostic(place, message, hint=f"Write `{meant}`.", fix=replacing(place, meant))


RULE = OperationRule(
    code="CS205",
    name="unknown-type",
    severity=Severity.ERROR,
    summary="A type cell or a heading has a word that is no type, or nothing.",
    cause=(
        "Parameters and properties have the types `string`, `int32`, `int64`, `double`, `bool`, "
        "`date-time`, `byte`, `array` and `object`, which request bodies write `String`, "
        "`Integer`, `Boolean`, `Number`, `Array` and `Object`. Any other word that begins with a "
        "capital names a type of the API. A slip, or the word of another language such as "
        "`decimal`, would be taken for such a name: nothing is validated, and the sample program "
        "sends nonsense."
    ),
    hint="Write a type of the page format, or the name of a type of the API.",
    examples=(
        Example("| depotId | string |", "| depotId | sting |"),
        Example("| Weight | Integer |", "| Weight | decimal |", also=("request-property-type",)),
        Example("| Fragile | bool |", "| Fragile | |"),
        Example("## Response: object", "## Response: objct", also=("response-type",)),
    ),
    superseded_on_line_by=("ragged-row", "enumeration-values", "misspelt-column"),
    check=_unknown_types,
    dispelled=_defined_elsewhere,
)
