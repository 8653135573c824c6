"""A sample response lacks the body that the page documents."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import documented
from callsheet.checks.rules.specimen import ANSWERED
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from documented.responses_without_body(page)


RULE = OperationRule(
    code="CS409",
    name="response-body-missing",
    severity=Severity.WARNING,
    summary="A sample response lacks the body that the page documents.",
    cause=("The page tells what comes back and does not show it."),
    hint="Show the body below the header fields.",
    examples=(
        Example(
            f"{ANSWERED}\n",
            "HTTP/1.1 200 OK\n"
            "Content-Type: application/json; charset=utf-8\n"
            "Last-Modified: Sat, 14 Mar 2026 09:26:53 GMT\n",
        ),
    ),
    check=_check,
)
