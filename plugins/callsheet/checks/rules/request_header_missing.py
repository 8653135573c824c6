"""An example request lacks a header field that the table marks as required."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks import header_hits
from callsheet.checks.examples import requests
from callsheet.checks.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from header_hits.missing_required(page, requests(page))


RULE = OperationRule(
    code="CS314",
    name="request-header-missing",
    severity=Severity.WARNING,
    summary="An example request lacks a header field that the table marks as required.",
    cause=("A reader who copies the example is refused."),
    hint="Add it to the example.",
    examples=(
        Example("| If-Unmodified-Since | Refuses", "| If-Unmodified-Since | **Required** Refuses"),
    ),
    check=_check,
)
