"""A value in an example request is not of the type that its row states."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import body_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from body_hits.wrong_values(requests(page))


RULE = OperationRule(
    code="CS305",
    name="request-property-type",
    severity=Severity.ERROR,
    summary="A value in an example request is not of the type that its row states.",
    cause=(
        "Programs are written after the table and tested with the example; where the two "
        "differ one of them is wrong. Common slips are numbers in quotes, fractions and too "
        "large numbers for `int32`, dates that are not of RFC 3339, and values that an "
        "enumeration does not list."
    ),
    hint="Correct the value, or the type in the table.",
    examples=(
        Example('"Posted": "2026-03-14T09:26:53Z"\n}', '"Posted": "14.03.2026"\n}'),
        Example('"Kind": "Box",\n  "Posted": "2026-03-14T09:26:53Z"\n}', '"Kind": "Crate"\n}'),
    ),
    superseded_at_source_by=(
        "misspelt-column",
        "unknown-type",
        "request-and-response-differ",
        "enumeration-values",
        "property-documented-twice",
    ),
    check=_check,
)
