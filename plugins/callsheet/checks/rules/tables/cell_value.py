"""A cell such as `Default` has a value that its own row does not allow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from callsheet.checks.model.cells import text_in_cell
from callsheet.checks.model.examples import code
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.typed_tables import all_tables
from callsheet.checks.parsing.mismatches import node_mismatches, node_of
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Edit, Severity
from callsheet.model import Property
from callsheet.schema import Literal, Schema
from callsheet.schema.words.facets import Facet
from callsheet.schema.words.limit_words import levels


def _disallowed_cell_values(page: OperationPage) -> Iterator[Diagnostic]:
    for _, rows in all_tables(page.operation):
        for row in rows:
            if row.facets:
                yield from _of_row(page, row)


def _of_row(page: OperationPage, row: Property) -> Iterator[Diagnostic]:
    schema = row.schema
    if schema.default is not None:
        yield from _of_cell(page, row, Facet.DEFAULT, schema.default, schema)
    for literal in schema.examples:
        yield from _of_cell(page, row, Facet.EXAMPLE, literal, schema)
    if Facet.VALUES in dict(row.facets):
        within = next((each for each in levels(schema) if each.enum), schema)
        without_values = replace(within, enum=(), const=None)
        for item in within.enum:
            yield from _of_cell(page, row, Facet.VALUES, item.literal, without_values)


def _of_cell(
    page: OperationPage, row: Property, facet: Facet, literal: Literal, schema: Schema
) -> Iterator[Diagnostic]:
    value = literal.value
    found = next(node_mismatches(node_of(value), schema), None)
    if found is None:
        return
    shown = value if isinstance(value, str) else literal.text
    place = text_in_cell(page, row.span.start, facet, shown)
    fix: tuple[Edit, ...] = ()
    # Only wrong upper or lower case of a listed text has one right answer.
    if found.remedy is not None and found.mismatch.keyword == "enum":
        text = found.remedy.strip('"')
        fix = (Edit(place.line, place.column, place.end_line, place.end_column, text),)
    yield Diagnostic(
        place,
        f"The column `{facet.title()}` of `{row.name}` has {code(shown)}; expected is "
        f"{found.expected}.",
        related=(page.related(row.span.start, "the same row"),),
        fix=fix,
    )


RULE = OperationRule(
    code="CS226",
    name="cell-value",
    severity=Severity.ERROR,
    summary="A cell of `Default`, `Example` or `Values` has a value that its row does not allow.",
    cause=(
        "A default that is of another type, is outside of the limits, or is in no list of values "
        "can be sent by nobody. Samples and the reference server use these cells as they stand."
    ),
    hint="Correct the value, or the type, the limits or the values in the same row.",
    examples=(
        Example(
            "| Parameter Name | Type | Description |\n| --- | --- | --- |\n| notify | bool |",
            "| Parameter Name | Type | Default | Description |\n| --- | --- | --- | --- |\n"
            "| notify | bool | perhaps |",
            also=("ragged-row",),
        ),
    ),
    check=_disallowed_cell_values,
)
