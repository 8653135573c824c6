"""The body of an example response cannot be read as what its `Content-Type` says."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import body_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from body_hits.syntax(responses(page))


RULE = OperationRule(
    code="CS401",
    name="response-body-syntax",
    severity=Severity.ERROR,
    summary="The body of an example response cannot be read as what its `Content-Type` says.",
    cause=(
        "Readers copy examples. JSON has no trailing commas, no comments, no single quotes "
        "and no keys without quotes (RFC 8259); one missing bracket is enough for a parser to "
        "refuse the whole body."
    ),
    hint="Write it so that a parser reads it.",
    examples=(
        Example('"Fragile": true', '"Fragile": True'),
        Example('"ParcelId": 7,\n', '"ParcelId": 7\n'),
    ),
    check=_check,
)
