"""The body of an example response shows something else than its table documents."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import body_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from body_hits.shapes(responses(page))


RULE = OperationRule(
    code="CS406",
    name="response-other-shape",
    severity=Severity.ERROR,
    summary="The body of an example response shows something else than its table documents.",
    cause=(
        "Next to nothing in the example is in the table, or the example has a plain value "
        "where the table documents the properties of an object. It comes about when a table "
        "or an example of another operation is pasted."
    ),
    hint="Put the table and the example of the same operation on the page.",
    examples=(
        Example(
            "{\n"
            '  "ParcelId": 7,\n'
            '  "Label": "Glasses",\n'
            '  "Weight": 1200,\n'
            '  "Kind": "Box",\n'
            '  "Posted": "2026-03-14T09:26:53Z",\n'
            '  "Fragile": true',
            '{\n  "Street": "Main",\n  "City": "Oslo"',
        ),
    ),
    check=_check,
)
