"""The `Content-Type` of an example request says something else than its body is."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import body_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from body_hits.mislabelled(requests(page))


RULE = OperationRule(
    code="CS307",
    name="request-mislabelled-body",
    severity=Severity.ERROR,
    summary="The `Content-Type` of an example request says something else than its body is.",
    cause=(
        "A client chooses the parser by `Content-Type`; JSON that is labelled as XML is "
        "refused. It comes about when an example is written in another format and its header "
        "fields are kept."
    ),
    hint="Write the body in the format of the `Content-Type`, or the other way round.",
    examples=(
        Example("Content-Type: application/json\nAccept", "Content-Type: application/xml\nAccept"),
    ),
    check=_check,
)
