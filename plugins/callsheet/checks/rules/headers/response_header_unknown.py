"""A header field of a sample response is near one of HTTP, and none."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.headers import header_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from header_hits.misspelled_of_response(responses(page))


RULE = OperationRule(
    code="CS423",
    name="response-header-misspelled",
    severity=Severity.WARNING,
    summary="A header field of a sample response is near one of HTTP, and none.",
    cause=("Clients do not find a header field whose name is misspelled."),
    hint="Correct the name.",
    examples=(Example("Last-Modified: Sat", "Last-Modifed: Sat"),),
    check=_check,
)
