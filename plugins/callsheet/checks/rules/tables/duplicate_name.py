"""A name that stands twice in a table, or in the path and in the query."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import name_cell, table_row, without_line
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.typed_tables import all_tables
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import Property


def _duplicate_names(page: OperationPage) -> Iterator[Diagnostic]:
    names: dict[str, dict[str, Property]] = {}
    for kind, rows in all_tables(page.operation):
        seen: dict[str, Property] = {}
        for row in rows:
            first = seen.setdefault(row.name.lower(), row)
            if first is not row and row.name and _in_one_table(page, first, row):
                yield _twice(page, first, row)
        names.setdefault(kind, seen)
    in_path = names.get("path parameter", {})
    for lower, row in names.get("query parameter", {}).items():
        if (other := in_path.get(lower)) and row.name:
            message = f"`{row.name}` is a path parameter already."
            related = page.related(other.span.start, f"The path parameter `{other.name}`.")
            yield Diagnostic(name_cell(page, row.span.start), message, related=(related,))


def _in_one_table(page: OperationPage, first: Property, row: Property) -> bool:
    """Tell whether two rows are in one table; a repeated section has a rule of its own."""
    one, other = table_row(page, first.span.start), table_row(page, row.span.start)
    return bool(one and other and one[0].span == other[0].span)


def _twice(page: OperationPage, first: Property, row: Property) -> Diagnostic:
    place = name_cell(page, row.span.start)
    line = first.span.start
    related = (page.related(line, f"The first row of `{first.name}`."),)
    if row.name != first.name:
        message = f"`{row.name}` differs from `{first.name}` by its case only."
        return Diagnostic(place, message, related=related)
    same = row.span.start == row.span.end and page.line(line) == page.line(row.span.start)
    fix = without_line(page, row.span.start) if same else ()
    return Diagnostic(place, f"`{row.name}` is in this table twice.", related=related, fix=fix)


RULE = OperationRule(
    code="CS204",
    name="duplicate-name",
    severity=Severity.ERROR,
    summary="A table has two rows of one name, or a parameter is in the path and in the query.",
    cause=(
        "A name stands for one thing: JSON objects have each key once, and of two rows only one "
        "can be true. As a rule a row was copied to be changed, and its name was not."
    ),
    hint="Take one of the two rows out, or give it the name that is meant.",
    examples=(
        Example(
            "| Fragile | bool | Whether it breaks easily. |",
            "| Fragile | bool | Whether it breaks easily. |\n| Fragile | bool | Yes? |",
        ),
        Example(
            "| Photo | byte | A picture of it, in base64. |",
            "| Photo | byte | A picture of it, in base64. |\n| photo | byte | A picture of it. |",
        ),
        Example(
            "| notify | bool | Whether the receiver gets a message. |",
            "| notify | bool | Whether the receiver gets a message. |\n| parcelId | int32 | It. |",
        ),
    ),
    check=_duplicate_names,
)
