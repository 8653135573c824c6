"""An example request lacks a header field that is required, or does not say who asks."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.headers import credentials, header_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from header_hits.missing_required(page, requests(page))
    yield from credentials.missing(page, requests(page))


RULE = OperationRule(
    code="CS314",
    name="request-header-missing",
    severity=Severity.WARNING,
    summary="An example request lacks a required header field, or what `security` asks for.",
    cause=(
        "A reader who copies the example is refused. Of the alternatives that the front matter "
        "lists as `security`, an example has one."
    ),
    hint="Add it to the example.",
    examples=(
        Example("| If-Unmodified-Since | Refuses", "| If-Unmodified-Since | **Required** Refuses"),
        Example("uid: v1Parcel_Change", "uid: v1Parcel_Change\nsecurity: [bearer]"),
    ),
    check=_check,
)
