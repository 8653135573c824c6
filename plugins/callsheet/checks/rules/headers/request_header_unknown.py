"""An example request has a header field or a cookie that is not in its table."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.headers import header_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from header_hits.undocumented(page, requests(page), standard=False)
    yield from header_hits.undocumented_cookies(page, requests(page))


RULE = OperationRule(
    code="CS312",
    name="request-header-unknown",
    severity=Severity.WARNING,
    summary="An example request has a header field or a cookie that is not in its table.",
    cause=(
        "A reader cannot know what it does and whether it is needed. Header fields that every "
        "client sends, such as `Host`, need no row; nor do cookies where a page lists none."
    ),
    hint="Add a row for it, or correct its name.",
    examples=(
        Example(
            "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==",
            "X-Trace: 1\nAuthorization: Basic cmVhZGVyOmNhbGxzaGVldA==",
        ),
    ),
    superseded_by=("misspelt-header",),
    superseded_on_line_by=("request-header-value",),
    check=_check,
)
