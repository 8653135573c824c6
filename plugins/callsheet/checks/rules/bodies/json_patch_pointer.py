"""A path of a JSON Patch does not begin with a slash."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import patches
from callsheet.checks.rules.specimen import SENT
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from patches.pointers(page)


RULE = OperationRule(
    code="CS326",
    name="json-patch-pointer",
    severity=Severity.NOTE,
    summary="A path of a JSON Patch does not begin with a slash.",
    cause=(
        "A JSON pointer is empty or begins with a slash (RFC 6901, 3). A page may say in its "
        "description that the slash is optional; then there is no finding."
    ),
    hint="Put a slash before the name.",
    examples=(
        Example(
            SENT,
            "Content-Type: application/json-patch+json\n"
            "Accept: application/json\n"
            "\n"
            "[\n"
            '  {"op": "remove", "path": "Label"}\n'
            "]",
            also=("request-media-type",),
        ),
    ),
    check=_check,
)
