"""A request body under a method that has none."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.specimen import specimen
from callsheet.findings import Severity

_WITHOUT_BODY = {"GET", "HEAD", "DELETE", "TRACE", "CONNECT"}


def _bodies_of_bodiless_methods(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    if operation.method not in _WITHOUT_BODY or operation.request_body is None:
        return
    message = f"`{operation.method}` has no request body, and one is documented."
    body, route = operation.request_body.span.start, operation.route.span.start
    if operation.request_media_types or any(r.body.strip() for r in operation.example_requests):
        # All the page is about a body, so it is the method that is wrong.
        place = page.find(route, operation.method)
        yield Diagnostic(place, message, related=(page.related(body, "the request body"),))
    else:
        related = page.related(route, f"the method `{operation.method}`")
        yield Diagnostic(page.whole_line(body), message, related=(related,))


RULE = OperationRule(
    code="CS117",
    name="method-body",
    severity=Severity.WARNING,
    summary="A request body is documented for a method that has none.",
    cause=(
        "The content of a GET, HEAD or DELETE request has no meaning that servers and proxies "
        "agree on, and some of them refuse the request (RFC 9110, 9.3)."
    ),
    hint="Write the method that takes the body, such as POST, or take the section out.",
    examples=(
        Example(
            files={
                "Depot/v1Parcel_Read.md": specimen()
                .replace("PUT /", "GET /")
                .replace("v1Parcel_Change", "v1Parcel_Read")
            }
        ),
    ),
    superseded_by=("contradicted-route",),
    check=_bodies_of_bodiless_methods,
)
