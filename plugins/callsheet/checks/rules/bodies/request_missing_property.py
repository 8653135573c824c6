"""An example request lacks a property that its table documents."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import body_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from body_hits.missing_properties(requests(page), required_only=True)
    yield from body_hits.missing_files(requests(page))


RULE = OperationRule(
    code="CS304",
    name="request-missing-property",
    severity=Severity.ERROR,
    summary="An example request lacks a property that its table documents.",
    cause=(
        "A request without a required property, or a form without its file, is refused, and so is "
        "the example when a reader sends it. Properties that are not required may be left out."
    ),
    hint="Add it to the example, or correct the table.",
    examples=(Example('json\n\n{\n  "Label": "Glasses",\n  "Weight"', 'json\n\n{\n  "Weight"'),),
    superseded_by=("broken-table", "misspelt-column"),
    superseded_at_source_by=("unknown-type", "duplicate-name"),
    check=_check,
)
