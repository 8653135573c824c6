"""The body of an example request shows something else than its table documents."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import body_hits
from callsheet.checks.rules.specimen import SENT
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from body_hits.shapes(requests(page))


RULE = OperationRule(
    code="CS306",
    name="request-other-shape",
    severity=Severity.ERROR,
    summary="The body of an example request shows something else than its table documents.",
    cause=(
        "Next to nothing in the example is in the table, or the example has a plain value "
        "where the table documents the properties of an object. It comes about when a table "
        "or an example of another operation is pasted."
    ),
    hint="Put the table and the example of the same operation on the page.",
    examples=(
        Example(
            SENT,
            "Content-Type: application/json\nAccept: application/json\n\n"
            '{\n  "Street": "Main",\n  "City": "Oslo"\n}',
        ),
    ),
    check=_check,
)
