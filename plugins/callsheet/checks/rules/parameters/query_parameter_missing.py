"""A sample request lacks a query parameter that is required."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.parameters import query_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from query_hits.missing_parameters(page)


RULE = OperationRule(
    code="CS321",
    name="query-parameter-missing",
    severity=Severity.WARNING,
    summary="A sample request lacks a query parameter that is required.",
    cause=("A reader who copies the example is refused."),
    hint="Add it to the request line of the example.",
    examples=(Example("| $select | string | The", "| $select | string | **Required** The"),),
    superseded_by=("repeated-section",),
    superseded_at_source_by=(
        "required-and-optional",
        "parameter-in-wrong-table",
        "misspelt-required-mark",
    ),
    check=_check,
)
