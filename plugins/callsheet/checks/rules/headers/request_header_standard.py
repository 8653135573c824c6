"""An example request has a header field of HTTP that is not in the header table."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.headers import header_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from header_hits.undocumented(page, requests(page), standard=True)


RULE = OperationRule(
    code="CS313",
    name="request-header-standard",
    severity=Severity.NOTE,
    summary="An example request has a header field of HTTP that is not in the header table.",
    cause=(
        "The table tells what the operation looks at. A header field that is known from "
        "elsewhere, such as `Accept-Language`, seems to have an effect when the example has "
        "it."
    ),
    hint="Add a row for it, or remove it from the example.",
    examples=(
        Example(
            "Accept: application/json\n\n", "Accept: application/json\nAccept-Language: en\n\n"
        ),
    ),
    superseded_by=("broken-table", "misspelt-column", "misspelt-header"),
    superseded_on_line_by=("request-header-value",),
    check=_check,
)
