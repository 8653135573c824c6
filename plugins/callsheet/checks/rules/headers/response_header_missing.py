"""An example response lacks a header field that its row marks as required."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.headers import header_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from header_hits.missing_in_responses(page, responses(page))


RULE = OperationRule(
    code="CS424",
    name="response-header-missing",
    severity=Severity.WARNING,
    summary="An example response lacks a header field that its row marks as required.",
    cause="Programs are written for what the example shows, and do not look for the field.",
    hint="Add it to the example, or take the mark out of its row.",
    examples=(
        Example(
            "## Sample request\n",
            "## Response headers\n\n| Parameter Name | Type | Required | Description |\n"
            "| --- | --- | --- | --- |\n| X-Left | int32 | Yes | How many requests are left. |\n\n"
            "## Sample request\n",
        ),
    ),
    check=_check,
)
