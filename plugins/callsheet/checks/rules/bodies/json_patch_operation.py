"""An operation of a JSON Patch is not as RFC 6902 has it."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import patches
from callsheet.checks.rules.specimen import SENT
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from patches.operations(page)


RULE = OperationRule(
    code="CS325",
    name="json-patch-operation",
    severity=Severity.ERROR,
    summary="An operation of a JSON Patch is not as RFC 6902 has it.",
    cause=(
        "An operation has `op`, one of `add`, `remove`, `replace`, `move`, `copy` and `test`, "
        "and `path`; `add`, `replace` and `test` have a `value`, `move` and `copy` a `from`."
    ),
    hint="Correct the operation.",
    examples=(
        Example(
            SENT,
            "Content-Type: application/json-patch+json\n"
            "Accept: application/json\n"
            "\n"
            "[\n"
            '  {"op": "change", "path": "/Label", "value": "Cups"}\n'
            "]",
            also=("request-media-type",),
        ),
    ),
    check=_check,
)
