"""An example response lacks a property that its table documents."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import body_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from body_hits.missing_properties(responses(page), required_only=False)


RULE = OperationRule(
    code="CS404",
    name="response-missing-property",
    severity=Severity.WARNING,
    summary="An example response lacks a property that its table documents.",
    cause=(
        "A response has all properties of its table, with null where there is no value, so "
        "that an example without one shows a response that no server sends."
    ),
    hint="Add it to the example, or correct the table.",
    examples=(Example('  "Posted": "2026-03-14T09:26:53Z",\n', ""),),
    superseded_by=("broken-table", "misspelt-column"),
    superseded_at_source_by=("unknown-type", "duplicate-name"),
    check=_check,
)
