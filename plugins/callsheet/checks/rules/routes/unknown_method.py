"""A route with a method that HTTP does not have."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.stated_routes import METHODS, read_stated_routes
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity

_USUAL = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")


def _unknown_methods(page: OperationPage) -> Iterator[Diagnostic]:
    method = page.operation.method
    if method in METHODS:
        return
    place = page.find(page.operation.route.span.start, method)
    claimed = {stated.method for stated in read_stated_routes(page).all} & METHODS
    meant = claimed.pop() if len(claimed) == 1 else likely_meant(method, _USUAL)
    if method == "DEL":
        meant = "DELETE"
    question = f" Is `{meant}` meant?" if meant else ""
    yield Diagnostic(place, f"HTTP has no method `{method}`.{question}")


RULE = OperationRule(
    code="CS116",
    name="unknown-method",
    severity=Severity.ERROR,
    summary="A route has a method that HTTP does not have.",
    cause="Servers answer a method that they do not know with 501 (RFC 9110, 9.1).",
    hint="Write a method of the IANA registry, such as `GET`, `POST`, `PUT`, `PATCH` or `DELETE`.",
    examples=(Example("```http\nPUT /api/v1/Depot/{", "```http\nPTU /api/v1/Depot/{"),),
    check=_unknown_methods,
)
