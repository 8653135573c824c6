"""Properties in examples that no row documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from callsheet.checks.model.bodies import UnknownProperty, row_of
from callsheet.checks.model.examples import ExampleMessage, code, requests, responses
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.bodies.comparisons import compared
from callsheet.findings import Edit, Severity
from callsheet.model import Property


def _unknown_properties(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report properties that no row documents."""
    for example, comparison in compared(examples):
        rows = comparison.content.rows
        by_type: dict[str, Property] = {}
        for row in rows:
            if row.type:
                by_type.setdefault(row.type.written, row)
        for found in comparison.unknown:
            # If the cells of a row are swapped, the name is in the type column.
            yield _unknown_property(example, by_type.get(found.member.key, rows[0]), rows, found)


def _unknown_property(
    example: ExampleMessage, row: Property, rows: Sequence[Property], found: UnknownProperty
) -> Diagnostic:
    member, meant = found.member, found.meant
    place = example.place(member.start, member.end)
    shown = code(member.key)
    if meant is None:
        related = (example.page.related(row.span.start, "the table begins here"),)
        return Diagnostic(
            place, f"The property {shown} of the example is not documented.", related=related
        )
    line = (row_of(rows, meant) or row).span.start
    related = (example.page.related(line, f"the row of `{meant.name}`"),)
    message = f"The property {shown} of the example is not documented; `{meant.name}` is."
    fix: tuple[Edit, ...] = ()
    if meant.name.lower() == member.key.lower():
        message = f"The property {shown} of the example is documented as `{meant.name}`."
        written = example.body[member.start : member.end]
        fix = (example.edit(member.start, member.end, written.replace(member.key, meant.name)),)
    hint = f"Did you mean `{meant.name}`?"
    return Diagnostic(place, message, hint, related, fix)


_REQUEST = OperationRule(
    code="CS303",
    name="request-unknown-property",
    severity=Severity.ERROR,
    summary="An example request has a property that its table does not document.",
    cause=(
        "Either the table is incomplete or the name is misspelled; a reader cannot know which. It "
        "comes about when a property is renamed in one place only."
    ),
    hint="Add a row for it, or correct its name.",
    examples=(
        Example('"Posted": "2026-03-14T09:26:53Z"\n}', '"Postde": "2026-03-14T09:26:53Z"\n}'),
    ),
    superseded_by=("broken-table", "misspelt-column"),
    superseded_at_source_by=("unknown-type",),
    check=lambda page: _unknown_properties(requests(page)),
)

RULES = (
    _REQUEST,
    replace(
        _REQUEST,
        code="CS403",
        name="response-unknown-property",
        summary="An example response has a property that its table does not document.",
        examples=(Example('"ParcelId": 7', '"Parcel": 7'),),
        check=lambda page: _unknown_properties(responses(page)),
    ),
)
