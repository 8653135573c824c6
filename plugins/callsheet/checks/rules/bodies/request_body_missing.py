"""A sample request lacks the body that the page documents."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import documented
from callsheet.checks.rules.specimen import SENT
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from documented.requests_without_body(page)


_BEGINNING = (
    "PUT /api/v1/Depot/north/Parcel/7?notify=true\nAuthorization: Basic cmVhZGVyOmNhbGxzaGVldA==\n"
)

RULE = OperationRule(
    code="CS308",
    name="request-body-missing",
    severity=Severity.WARNING,
    summary="A sample request lacks the body that the page documents.",
    cause=(
        "A reader who copies the example sends no body and is refused, and nobody sees what a "
        "body looks like. Where the page says that the body is `**Required**`, each request has "
        "one, but for those that are named like a response that refuses them. A page whose body is "
        "a file is left alone, as a text has no place for it."
    ),
    hint="Show a body below the header fields, with a `Content-Type`.",
    examples=(
        Example(
            f"{_BEGINNING}{SENT}\n",
            f"{_BEGINNING}Accept: application/json\n",
        ),
    ),
    superseded_by=("method-body",),
    check=_check,
)
