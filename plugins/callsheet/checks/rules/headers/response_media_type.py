"""The `Content-Type` of an example response is not among those that the page lists."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.headers import header_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    for example in responses(page):
        listed = header_hits.answered_media_types(page.operation)
        if 200 <= getattr(example.message, "status", 0) < 300:
            yield from header_hits.unlisted_media_types(example, "Content-Type", listed)


RULE = OperationRule(
    code="CS411",
    name="response-media-type",
    severity=Severity.ERROR,
    summary="The `Content-Type` of an example response is not among those that the page lists.",
    cause=(
        "The row `Accept` of the header table lists what the operation gives, in backticks. "
        "Errors are left alone, as they may come in a format of their own."
    ),
    hint="Correct it, or add it to the row `Accept` of the header table.",
    examples=(
        Example(
            "Content-Type: application/json; charset=utf-8",
            "Content-Type: text/json; charset=utf-8",
        ),
    ),
    superseded_at_source_by=("media-type",),
    check=_check,
)
