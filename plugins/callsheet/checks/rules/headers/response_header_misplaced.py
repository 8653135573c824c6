"""A header field of an example response stands below a blank line."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.headers import header_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from header_hits.misplaced(responses(page))


RULE = OperationRule(
    code="CS416",
    name="response-header-misplaced",
    severity=Severity.ERROR,
    summary="A header field of an example response stands below a blank line.",
    cause=(
        "The first blank line ends the header fields, and all below it is the body (RFC 9112, 2.1)."
    ),
    hint="Remove the blank line.",
    examples=(Example("charset=utf-8\nLast", "charset=utf-8\n\nLast"),),
    check=_check,
)
