"""A required mark that is not written as the page format has it."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import replacing, text_in_cell
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.typed_tables import sent_tables
from callsheet.checks.parsing.required_words import misspelt_mark
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import REQUIRED_MARK, SectionKind
from callsheet.schema.words.facets import Facet
from callsheet.source.document import BlockKind


def _misspelt_required_marks(page: OperationPage) -> Iterator[Diagnostic]:
    for _, rows in sent_tables(page.operation):
        if any(Facet.REQUIRED in dict(row.facets) for row in rows):
            # A column of its own has the mark.
            continue
        for row in rows:
            if row.required is not None or not row.description:
                continue
            if written := misspelt_mark(row.description):
                place = text_in_cell(page, row.span.start, "description", written)
                message = f"`{written}` of `{row.name}` is not read as `{REQUIRED_MARK}`."
                yield Diagnostic(place, message, fix=replacing(place, REQUIRED_MARK))
    yield from _of_bodies(page)


def _of_bodies(page: OperationPage) -> Iterator[Diagnostic]:
    """Report misspelt marks that stand alone below the heading of a body."""
    for section in page.sections:
        if section.kind is not SectionKind.REQUEST_BODY or not section.blocks:
            continue
        first, *_ = section.blocks
        line = first.text.split("\n")[0].strip()
        if first.kind is BlockKind.PARAGRAPH and line and misspelt_mark(line) == line:
            place = page.whole_line(first.span.start)
            message = f"`{line}` of the body is not read as `{REQUIRED_MARK}`."
            yield Diagnostic(place, message, fix=replacing(place, REQUIRED_MARK))


RULE = OperationRule(
    code="CS212",
    name="misspelt-required-mark",
    severity=Severity.ERROR,
    summary="A required mark is misspelt, or not bold.",
    cause=(
        "`**Required**` marks a parameter, property or body that must be given. Written in another "
        "way it is mere text: the reference server accepts requests without the value, and the "
        "sample program leaves it out."
    ),
    hint=f"Write `{REQUIRED_MARK}`.",
    examples=(
        Example("The parcel. **Required** |", "The parcel. *Required* |"),
        Example("The parcel. **Required** |", "The parcel. **Requierd** |"),
        Example("The parcel. **Required** |", "The parcel. (required) |"),
        Example("## Request Body: parcel\n", "## Request Body: parcel\n\n*Required*\n"),
    ),
    superseded_on_line_by=("ragged-row",),
    check=_misspelt_required_marks,
)
