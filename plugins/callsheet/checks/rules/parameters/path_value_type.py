"""A value in the path of a request on the page is not of the type of its parameter."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.parameters import query_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from query_hits.wrong_path_values(page)


RULE = OperationRule(
    code="CS324",
    name="path-value-type",
    severity=Severity.ERROR,
    summary="A value in the path of a request on the page is not of the type of its parameter.",
    cause=(
        "The path table says `int32`, and the example has a word in that place, or a number "
        "that is too large. It comes about when parameters change places."
    ),
    hint="Correct the value, or the type in the table.",
    examples=(
        Example(
            "```http!\nPUT /api/v1/Depot/north/Parcel/7?",
            "```http!\nPUT /api/v1/Depot/north/Parcel/seven?",
        ),
    ),
    superseded_by=("route-form",),
    check=_check,
)
