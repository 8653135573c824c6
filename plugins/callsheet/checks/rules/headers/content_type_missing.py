"""Examples with a body and no `Content-Type`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from callsheet.checks.model.examples import ExampleMessage, requests, responses
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity


def _bodies_without_content_type(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report bodies without `Content-Type`."""
    for example in examples:
        if not example.has_body or example.misplaced_header is not None:
            continue
        names = [header.name for header in example.message.headers]
        if any(likely_meant(name, ["Content-Type"]) for name in names):
            continue  # Another rule reports the misspelt name.
        if example.message.header("Content-Type") is None:
            yield Diagnostic(example.first_line(), "The example has a body and no `Content-Type`.")


_REQUEST = OperationRule(
    code="CS310",
    name="request-content-type-missing",
    severity=Severity.ERROR,
    summary="An example request has a body and no `Content-Type`.",
    cause=(
        "Without `Content-Type` nobody knows what the body is (RFC 9110, 8.3); many servers and "
        "clients refuse it."
    ),
    hint="Add the header field `Content-Type`.",
    examples=(
        Example(
            "PUT /api/v1/Depot/north/Parcel/7?notify=true\n"
            "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==\n"
            "Content-Type: application/json\n",
            "PUT /api/v1/Depot/north/Parcel/7?notify=true\n"
            "Authorization: Basic cmVhZGVyOmNhbGxzaGVldA==\n",
        ),
    ),
    superseded_by=("request-body-undocumented",),
    check=lambda page: _bodies_without_content_type(requests(page)),
)

RULES = (
    _REQUEST,
    replace(
        _REQUEST,
        code="CS410",
        name="response-content-type-missing",
        summary="An example response has a body and no `Content-Type`.",
        examples=(Example("Content-Type: application/json; charset=utf-8\n", ""),),
        superseded_by=(),
        check=lambda page: _bodies_without_content_type(responses(page)),
    ),
)
