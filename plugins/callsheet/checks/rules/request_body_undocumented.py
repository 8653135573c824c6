"""A sample request has a body, and the page documents none."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks import documented
from callsheet.checks.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from documented.undocumented_request_bodies(page)


RULE = OperationRule(
    code="CS309",
    name="request-body-undocumented",
    severity=Severity.ERROR,
    summary="A sample request has a body, and the page documents none.",
    cause=(
        "Either the section of the request body is missing, or the example is of another operation."
    ),
    hint="Add a section `Request Body`, or remove the body.",
    examples=(
        Example(
            "## Request Body: parcel\n"
            "\n"
            "| Property Name | Type | Description |\n"
            "| --- | --- | --- |\n"
            "| Label | String | What is written on it. **Required** |\n"
            "| Weight | Integer | Its weight in grams. |\n"
            "| Kind | Enum: Letter, Box, Pallet | How it travels. |\n"
            "| Posted | date-time | When it was handed in. |\n"
            "| Photo | byte | A picture of it, in base64. |\n"
            "\n",
            "",
            also=("CS504",),
        ),
    ),
    check=_check,
)
