"""Examples with null where a number or a bool is documented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from callsheet.checks.model.examples import ExampleMessage
from callsheet.checks.model.examples import examples as examples_of
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.bodies.comparisons import compared, named, where_expected
from callsheet.findings import Severity


def _misplaced_nulls(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report null where a number or a bool is documented."""
    for example, comparison in compared(examples):
        for found in comparison.nulls:
            row = comparison.row(found)
            written = row.type.written if row and row.type else found.expected
            yield Diagnostic(
                example.place(found.node.start, found.node.end),
                f"{named(found)} is `null` in the example; documented is `{written}`.",
                related=where_expected(example, comparison, row),
            )


RULE = OperationRule(
    code="CS421",
    name="misplaced-null",
    severity=Severity.WARNING,
    summary="An example is null where a number or a bool is documented.",
    cause=(
        "Many languages have no null for numbers and bools, so that programs that are written "
        "after the table fail with what the example shows."
    ),
    hint="Give the example a value, or say in the row that the value may be missing.",
    examples=(Example('"ParcelId": 7', '"ParcelId": null'),),
    check=lambda page: _misplaced_nulls(examples_of(page)),
)
