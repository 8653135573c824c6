"""A sample request has a body, and the page documents none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import documented
from callsheet.checks.rules.specimen import specimen
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from documented.undocumented_request_bodies(page)


def _without_body() -> str:
    """The correct page as another operation, without anything that tells of a request body."""
    text = specimen().replace("v1Parcel_Change", "v1Crate_Change").replace("/Parcel/", "/Crate/")
    start, end = text.index("## Request Body"), text.index("## Response")
    return re.sub(r"\| Content-Type \|.*\n", "", text[:start]) + text[end:]


RULE = OperationRule(
    code="CS309",
    name="request-body-undocumented",
    severity=Severity.ERROR,
    summary="A sample request has a body, and the page documents none.",
    cause=(
        "Either the section of the request body is missing, or the example is of another operation."
    ),
    hint="Add a section `Request Body`, or remove the body.",
    examples=(Example(files={"Depot/v1Crate_Change.md": _without_body()}),),
    superseded_by=("heading-spelling", "missing-section"),
    check=_check,
)
