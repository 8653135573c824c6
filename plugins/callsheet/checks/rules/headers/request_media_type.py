"""An example request sends or wants a media type that the page does not list."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.headers import header_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    for example in requests(page):
        operation = page.operation
        yield from header_hits.unlisted_media_types(
            example, "Content-Type", header_hits.sent_media_types(operation)
        )
        yield from header_hits.unlisted_media_types(
            example, "Accept", header_hits.answered_media_types(operation)
        )


RULE = OperationRule(
    code="CS311",
    name="request-media-type",
    severity=Severity.ERROR,
    summary="An example request sends or wants a media type that the page does not list.",
    cause=(
        "The rows `Content-Type` and `Accept` of the header table list what the operation "
        "takes and gives, in backticks. An example that sends or wants something else is "
        "refused with 415 or 406. It is misspelled, or the list is incomplete."
    ),
    hint="Correct it, or add it to the row of the header table.",
    examples=(Example("Accept: application/json\n\n", "Accept: text/csv\n\n"),),
    superseded_at_source_by=("media-type",),
    check=_check,
)
