"""Matters of taste, which a project selects by name."""

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.routes import verb_in
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import CASES, all_tables, case_of, name_cell, text_in_cell
from callsheet.checks.rule import Diagnostic, Example, operation_rule
from callsheet.findings import Severity

_ENOUGH = 4
"""How many names of a table have a case, for each one that has not."""


@Example(
    "| ParcelId | int32 | Its number. |",
    "| parcelId | int32 | Its number. |",
    also=("response-unknown-property",),
)
@operation_rule(
    code="CS232",
    name="mixed-case",
    severity=Severity.NOTE,
    summary="A name in a table is in another case than the others.",
    cause="A caller has to remember which name is written how.",
    hint="Write the name as the others are, if the API takes it so.",
    is_optional=True,
    subject=Subject.MIXED_CASES,
)
def _mixed_cases(page: OperationPage) -> Iterator[Diagnostic]:
    for kind, rows in all_tables(page.operation):
        # Names of header fields are the same in any case.
        if "header" in kind:
            continue
        cases = [case_of(row.name) for row in rows]
        usual = max(CASES, key=cases.count)
        odd = [row for row, case in zip(rows, cases, strict=True) if case and case != usual]
        if odd and cases.count(usual) >= _ENOUGH * len(odd):
            for row in odd:
                place = name_cell(page, row.span.start)
                message = f"`{row.name}` is in {case_of(row.name)}, and the others in {usual}."
                yield Diagnostic(place, message)


@Example(
    "PUT /api/v1/Depot/{depotId}/Parcel/{parcelId}\n```\n\nCh",
    "PUT /api/v1/Depot/{depotId}/UpdateParcel/{parcelId}\n```\n\nCh",
    also=("sample-route", "query-example-route", "contradicted-route"),
)
@operation_rule(
    code="CS131",
    name="verb-in-path",
    severity=Severity.NOTE,
    summary="A path has a verb.",
    cause="The method says what is done; a path names what it is done to.",
    hint="Name the resource, and let the method say the rest.",
    is_optional=True,
    subject=Subject.VERBS_IN_PATHS,
)
def _verbs_in_paths(page: OperationPage) -> Iterator[Diagnostic]:
    route = page.operation.route
    if segment := verb_in(route.template):
        place = page.find(route.span.start, segment)
        yield Diagnostic(place, f"`{segment}` is a verb in the path.")


@Example(
    "| $select | string | The properties that are wanted, separated by commas. |",
    "| $select | string | Whether the receiver gets a message. |",
)
@operation_rule(
    code="CS233",
    name="repeated-description",
    severity=Severity.NOTE,
    summary="Two rows of a table have the same description.",
    cause="A row was copied, or the text does not tell one from the other.",
    hint="Say how they differ.",
    is_optional=True,
    subject=Subject.REPEATED_DESCRIPTIONS,
)
def _repeated_descriptions(page: OperationPage) -> Iterator[Diagnostic]:
    for _, rows in all_tables(page.operation):
        first: dict[str, str] = {}
        for row in rows:
            text = " ".join(row.about.split()).lower()
            if not text:
                continue
            other = first.setdefault(text, row.name)
            if other != row.name:
                place = text_in_cell(page, row.span.start, "description", row.about)
                yield Diagnostic(place, f"`{row.name}` is described as `{other}` is.")
