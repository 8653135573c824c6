"""The `Content-Type` of an example response says something else than its body is."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import body_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from body_hits.mislabelled(responses(page))


RULE = OperationRule(
    code="CS407",
    name="response-mislabelled-body",
    severity=Severity.ERROR,
    summary="The `Content-Type` of an example response says something else than its body is.",
    cause=(
        "A client chooses the parser by `Content-Type`; JSON that is labelled as XML is "
        "refused. It comes about when an example is written in another format and its header "
        "fields are kept."
    ),
    hint="Write the body in the format of the `Content-Type`, or the other way round.",
    examples=(
        Example(
            "Content-Type: application/json; charset=utf-8",
            "Content-Type: application/xml; charset=utf-8",
        ),
    ),
    check=_check,
)
