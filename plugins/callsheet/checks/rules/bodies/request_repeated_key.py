"""An object in the body of an example request has the same key twice."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import body_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from body_hits.repeated_keys(requests(page))


RULE = OperationRule(
    code="CS302",
    name="request-repeated-key",
    severity=Severity.ERROR,
    summary="An object in the body of an example request has the same key twice.",
    cause=(
        "Which of the two values counts is up to the parser (RFC 8259, 4), so that the "
        "example means something else to each reader. It comes about when a property is "
        "copied and its name is not changed."
    ),
    hint="Remove or rename one of them.",
    examples=(
        Example(
            '"Posted": "2026-03-14T09:26:53Z"\n}',
            '"Posted": "2026-03-14T09:26:53Z",\n  "Kind": "Pallet"\n}',
        ),
    ),
    check=_check,
)
