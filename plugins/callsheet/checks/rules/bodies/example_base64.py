"""A value of the type `byte` in an example is no base64."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import examples
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import body_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from body_hits.not_base64(examples(page))


RULE = OperationRule(
    code="CS422",
    name="not-base64",
    severity=Severity.WARNING,
    summary="A value of the type `byte` in an example is no base64.",
    cause=(
        "The type `byte` is base64 (RFC 4648, 4); a reader who decodes the example gets an "
        "error. Generators put a word such as a file name or the beginning of a file in its "
        "place."
    ),
    hint="Write some bytes in base64, such as `iVBORw0KGgo=`.",
    examples=(Example('"Posted": "2026-03-14T09:26:53Z"\n}', '"Photo": "photo.png"\n}'),),
    superseded_at_source_by=("request-and-response-differ", "property-documented-twice"),
    check=_check,
)
