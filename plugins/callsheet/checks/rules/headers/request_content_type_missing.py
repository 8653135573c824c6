"""An example request has a body and no `Content-Type`."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.headers import header_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from header_hits.missing_content_type(requests(page))


RULE = OperationRule(
    code="CS310",
    name="request-content-type-missing",
    severity=Severity.ERROR,
    summary="An example request has a body and no `Content-Type`.",
    cause=(
        "Without `Content-Type` nobody knows what the body is (RFC 9110, 8.3); many servers "
        "and clients refuse it."
    ),
    hint="Add the header field `Content-Type`.",
    examples=(
        Example(
            "PUT /api/v1/Depot/north/Parcel/7?notify=true\n"
            "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==\n"
            "Content-Type: application/json\n",
            "PUT /api/v1/Depot/north/Parcel/7?notify=true\n"
            "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==\n",
        ),
    ),
    superseded_by=("request-body-undocumented",),
    check=_check,
)
