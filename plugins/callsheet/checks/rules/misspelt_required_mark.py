"""A required mark that is not written as the page format has it."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.cells import replacing, text_in_cell
from callsheet.checks.page import OperationPage
from callsheet.checks.required import misspelt_mark
from callsheet.checks.rule import Example, Hit, OperationRule
from callsheet.checks.typed import sent_tables
from callsheet.findings import Severity
from callsheet.model import REQUIRED_MARK
from callsheet.schema.facets import Facet


def _check(page: OperationPage) -> Iterator[Hit]:
    for _, rows in sent_tables(page.operation):
        if any(Facet.REQUIRED in dict(row.facets) for row in rows):
            # A column of its own says it.
            continue
        for row in rows:
            if row.required is not None or not row.description:
                continue
            if written := misspelt_mark(row.description):
                place = text_in_cell(page, row.span.start, "description", written)
                message = f"`{written}` of `{row.name}` is not read as `{REQUIRED_MARK}`."
                yield Hit(place, message, fix=replacing(place, REQUIRED_MARK))


RULE = OperationRule(
    code="CS212",
    name="misspelt-required-mark",
    severity=Severity.ERROR,
    summary="A required mark is misspelt, or not bold.",
    cause=(
        "`**Required**` marks a parameter or property that must be given. Written in another way "
        "it is mere text: the reference server accepts requests without the value, and the sample "
        "program leaves it out."
    ),
    hint=f"Write `{REQUIRED_MARK}`.",
    examples=(
        Example("The parcel. **Required** |", "The parcel. *Required* |"),
        Example("The parcel. **Required** |", "The parcel. **Requierd** |"),
        Example("The parcel. **Required** |", "The parcel. (required) |"),
    ),
    superseded_on_line_by=("CS006",),
    check=_check,
)
