"""An Accept row without media types, where no body comes back."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import cell
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.tables.listed_media_types import OUTSIDE
from callsheet.findings import Severity
from callsheet.model import Location


def _needless_accept(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    success = operation.success
    if success is None or success.code not in (204, 205) or operation.response_media_types:
        return
    for parameter in operation.parameters:
        is_accept = parameter.location is Location.HEADER and parameter.name.lower() == "accept"
        if is_accept and parameter.description and not OUTSIDE.search(parameter.description):
            related = page.related(success.span.start, f"{success.code} has no body.")
            message = "`Accept` lists no media type, as no body comes back."
            place = cell(page, parameter.span.start, "description")
            yield Diagnostic(place, message, related=(related,))


RULE = OperationRule(
    code="CS224",
    name="needless-accept",
    severity=Severity.NOTE,
    summary="The row of Accept lists no media type, and no body comes back.",
    cause=(
        "A generator writes the row on each page. Where the operation answers 204 the list is "
        "empty, and the sentence before it ends in nothing."
    ),
    hint="Take the row out, or list the formats of the error messages.",
    examples=(
        Example(
            files={
                "v1Parcel_Forget.md": (
                    "---\ntitle: Forget a parcel\nuid: v1Parcel_Forget\n---\n\n"
                    "# Forget a parcel\n\n"
                    "```http\nDELETE /api/v1/Parcel/last\n```\n\nForgets it.\n\n"
                    "## Request Headers\n\n| Parameter Name | Description |\n| --- | --- |\n"
                    "| Accept | Content-type(s) you would like the response in: |\n\n"
                    "## Response:\n\n| Response | Description |\n| --- | --- |\n"
                    "| 204 | It is forgotten. |\n\n## Sample request\n\n```http!\n"
                    "DELETE /api/v1/Parcel/last\n```\n\n## Sample response\n\n```http_\n"
                    "HTTP/1.1 204 No Content\n```\n"
                )
            }
        ),
    ),
    superseded_by=(
        "no-status",
        "unregistered-status",
    ),
    superseded_on_line_by=("ragged-row",),
    check=_needless_accept,
)
