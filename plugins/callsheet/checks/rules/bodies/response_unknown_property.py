"""An example response has a property that its table does not document."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.examples import responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.rules.bodies import body_hits
from callsheet.findings import Severity


def _check(page: OperationPage) -> Iterator[Hit]:
    yield from body_hits.unknown_properties(responses(page))


RULE = OperationRule(
    code="CS403",
    name="response-unknown-property",
    severity=Severity.ERROR,
    summary="An example response has a property that its table does not document.",
    cause=(
        "Either the table is incomplete or the name is misspelled; a reader cannot know "
        "which. It comes about when a property is renamed in one place only."
    ),
    hint="Add a row for it, or correct its name.",
    examples=(Example('"ParcelId": 7', '"Parcel": 7'),),
    superseded_by=("broken-table", "misspelt-column"),
    superseded_at_source_by=("unknown-type",),
    check=_check,
)
