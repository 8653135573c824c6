"""A header field of an example request stands below a blank line."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.headers import header_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from header_hits.misplaced(requests(page))


RULE = OperationRule(
    code="CS316",
    name="request-header-misplaced",
    severity=Severity.ERROR,
    summary="A header field of an example request stands below a blank line.",
    cause=(
        "The first blank line ends the header fields, and all below it is the body (RFC 9112, 2.1)."
    ),
    hint="Remove the blank line.",
    examples=(Example("Accept: application/json\n\n{", "\nAccept: application/json\n\n{"),),
    check=_check,
)
