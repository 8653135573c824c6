"""The body of an example request cannot be read as what its `Content-Type` says."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import body_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from body_hits.syntax(requests(page))


RULE = OperationRule(
    code="CS301",
    name="request-body-syntax",
    severity=Severity.ERROR,
    summary="The body of an example request cannot be read as what its `Content-Type` says.",
    cause=(
        "Readers copy examples. JSON has no trailing commas, no comments, no single quotes "
        "and no keys without quotes (RFC 8259); one missing bracket is enough for a parser to "
        "refuse the whole body. In a multipart body it is one wrong boundary (RFC 2046, 5.1)."
    ),
    hint="Write it so that a parser reads it.",
    examples=(
        Example('"Posted": "2026-03-14T09:26:53Z"\n}', '"Posted": "2026-03-14T09:26:53Z",\n}'),
        Example('json\n\n{\n  "Label": "Glasses",', "json\n\n{\n  'Label': \"Glasses\","),
    ),
    check=_check,
)
