"""An example is null where a number or a bool is documented."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import examples
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import body_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from body_hits.misplaced_nulls(examples(page))


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
    check=_check,
)
