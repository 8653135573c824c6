"""A sample response has a header field that is not in the table of its status."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.headers import header_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from header_hits.undocumented_in_responses(page, responses(page))


RULE = OperationRule(
    code="CS425",
    name="response-header-undocumented",
    severity=Severity.WARNING,
    summary="A sample response has a header field that the table of response headers lacks.",
    cause=(
        "Where a page lists what comes back in header fields, readers rely on the list. Fields "
        "that HTTP defines, such as `Date`, need no row, and a page without a table lists nothing."
    ),
    hint="Add a row for it, or correct its name.",
    examples=(
        Example(
            "## Sample response\n\n```http_\nHTTP/1.1 200 OK\n",
            "## Response headers 200\n\n| Header | Type | Description |\n| --- | --- | --- |\n"
            "| X-Left | int32 | How many more. |\n\n## Sample response\n\n```http_\n"
            "HTTP/1.1 200 OK\nX-Rest: 3\n",
            also=("section-order",),
        ),
    ),
    superseded_on_line_by=("response-header-value",),
    check=_check,
)
