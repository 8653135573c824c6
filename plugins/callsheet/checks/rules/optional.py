"""Matters of taste, which a project selects by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.tables import all_tables, name_cell, text_in_cell
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity

_CASES = {
    "PascalCase": re.compile(r"(?:[A-Z][a-z0-9]*)+"),
    "camelCase": re.compile(r"[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+"),
    "snake_case": re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+"),
    "kebab-case": re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+"),
}
_ENOUGH = 4
"""How many names of a table have a case, for each one that has not."""


def _case_of(name: str) -> str:
    """Return the case of a name; empty for one word in small letters, which is in any case."""
    last = re.split(r"[.\[\]]", name.rstrip("[]"))[-1]
    return next((case for case, form in _CASES.items() if form.fullmatch(last)), "")


def _mixed_cases(page: OperationPage) -> Iterator[Diagnostic]:
    for kind, rows in all_tables(page.operation):
        # Names of header fields are the same in any case.
        if "header" in kind:
            continue
        cases = [_case_of(row.name) for row in rows]
        usual = max(_CASES, key=cases.count)
        odd = [row for row, case in zip(rows, cases, strict=True) if case and case != usual]
        if odd and cases.count(usual) >= _ENOUGH * len(odd):
            for row in odd:
                place = name_cell(page, row.span.start)
                message = f"`{row.name}` is in {_case_of(row.name)}, and the others in {usual}."
                yield Diagnostic(place, message)


_MIXED_CASE = OperationRule(
    code="CS232",
    name="mixed-case",
    severity=Severity.NOTE,
    summary="A name in a table is in another case than the others.",
    cause="A caller has to remember which name is written how.",
    hint="Write the name as the others are, if the API takes it so.",
    examples=(
        Example(
            "| ParcelId | int32 | Its number. |",
            "| parcelId | int32 | Its number. |",
            also=("response-unknown-property",),
        ),
    ),
    is_optional=True,
    check=_mixed_cases,
)


_VERBS = """
    add create delete fetch find get list make patch post put read remove retrieve save search send
    set update write
"""
_WORD = re.compile(r"[A-Z]?[a-z]+")


def _verbs_in_paths(page: OperationPage) -> Iterator[Diagnostic]:
    route = page.operation.route
    for segment in route.template.partition("?")[0].split("/"):
        words = [] if "{" in segment else _WORD.findall(segment)
        if words and words[0].lower() in _VERBS.split():
            place = page.find(route.span.start, segment)
            yield Diagnostic(place, f"`{segment}` is a verb in the path.")
            return


_VERB_IN_PATH = OperationRule(
    code="CS131",
    name="verb-in-path",
    severity=Severity.NOTE,
    summary="A path has a verb.",
    cause="The method says what is done; a path names what it is done to.",
    hint="Name the resource, and let the method say the rest.",
    examples=(
        Example(
            "PUT /api/v1/Depot/{depotId}/Parcel/{parcelId}\n```\n\nCh",
            "PUT /api/v1/Depot/{depotId}/UpdateParcel/{parcelId}\n```\n\nCh",
            also=("sample-route", "query-example-route", "contradicted-route"),
        ),
    ),
    is_optional=True,
    check=_verbs_in_paths,
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


_REPEATED_DESCRIPTION = OperationRule(
    code="CS233",
    name="repeated-description",
    severity=Severity.NOTE,
    summary="Two rows of a table have the same description.",
    cause="A row was copied, or the text does not tell one from the other.",
    hint="Say how they differ.",
    examples=(
        Example(
            "| $select | string | The properties that are wanted, separated by commas. |",
            "| $select | string | Whether the receiver gets a message. |",
        ),
    ),
    is_optional=True,
    check=_repeated_descriptions,
)
