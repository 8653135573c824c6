"""A sample response shows `null` under a status that has no body."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks import statuses
from callsheet.checks.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from statuses.bodies_without_content(page, null=True)


RULE = OperationRule(
    code="CS417",
    name="null-without-content",
    severity=Severity.NOTE,
    summary="A sample response shows `null` under a status that has no body.",
    cause=(
        "Generators write the value that a method without a result gives; the response has no "
        "body at all (RFC 9110, 15.3.5)."
    ),
    hint="Remove `null`.",
    examples=(
        Example(
            "HTTP/1.1 200 OK\n"
            "Content-Type: application/json; charset=utf-8\n"
            "Last-Modified: Sat, 14 Mar 2026 09:26:53 GMT\n"
            "\n"
            "{\n"
            '  "ParcelId": 7,\n'
            '  "Label": "Glasses",\n'
            '  "Weight": 1200,\n'
            '  "Kind": "Box",\n'
            '  "Posted": "2026-03-14T09:26:53Z",\n'
            '  "Fragile": true\n'
            "}",
            "HTTP/1.1 204 No Content\nContent-Type: application/json\n\nnull",
            also=("CS412",),
        ),
    ),
    check=_check,
)
