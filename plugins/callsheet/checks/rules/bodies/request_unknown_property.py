"""An example request has a property that its table does not document."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import body_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from body_hits.unknown_properties(requests(page))


RULE = OperationRule(
    code="CS303",
    name="request-unknown-property",
    severity=Severity.ERROR,
    summary="An example request has a property that its table does not document.",
    cause=(
        "Either the table is incomplete or the name is misspelled; a reader cannot know "
        "which. It comes about when a property is renamed in one place only."
    ),
    hint="Add a row for it, or correct its name.",
    examples=(
        Example('"Posted": "2026-03-14T09:26:53Z"\n}', '"Postde": "2026-03-14T09:26:53Z"\n}'),
    ),
    superseded_by=("broken-table", "misspelt-column"),
    superseded_at_source_by=("unknown-type",),
    check=_check,
)
