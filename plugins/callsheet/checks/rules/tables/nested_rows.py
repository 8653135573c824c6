"""Rows of tables that are within others which have no parts."""

from collections.abc import Iterator, Sequence

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import name_cell, property_tables
from callsheet.checks.parsing.words import differ_in_number, likely_meant
from callsheet.checks.rule import Diagnostic, Example, page_rule
from callsheet.findings import Severity
from callsheet.model import Property

_SCALARS = {"string", "integer", "number", "boolean"}


@Example(
    "| Photo | byte | A picture of it, in base64. |",
    "| Photo | byte | A picture. |\n| Photo.Width | Integer | In pixels. |",
)
@Example(
    "| Photo | byte | A picture of it, in base64. |",
    "| Stops | Array | Where it was. |\n| Stops.At | String | The place. |",
)
@page_rule(
    code="CS227",
    name="row-within-row",
    severity=Severity.ERROR,
    summary="A row is within another one whose type has no such parts.",
    cause=(
        "A row `receiver.name` is within the row `receiver`, an object, and `stops[].city` within "
        "each item of `stops`, an array. Within a text there is nothing, and what is written for "
        "an item as if it were of the array itself is another thing for everybody else who reads "
        "the table."
    ),
    hint="Correct the type of the outer row, or the name of the inner one.",
    subject=Subject.NESTED_NAMES,
)
def _misnested_rows(page: CheckedPage) -> Iterator[Diagnostic]:
    for rows in property_tables(page):
        yield from _nested_in_vain(page, rows)


def _nested_in_vain(page: CheckedPage, rows: Sequence[Property]) -> Iterator[Diagnostic]:
    if not any("." in row.name or "[]" in row.name for row in rows):
        return
    by_name = {row.name: row for row in reversed(rows)}
    # Parts of an item of an item have rows of their own, or none.
    for row in rows:
        stem, dot, name = row.name.rpartition(".")
        if not dot and row.name.endswith("[]"):
            stem = row.name
        outer_name = stem.rstrip("[]")
        depth = (len(stem) - len(outer_name)) // 2
        outer = by_name.get(outer_name)
        # A row without a name contains nothing.
        if not outer_name or outer is None or outer is row or outer.type is None:
            continue
        kinds = [kind for kind in outer.schema.types if kind != "null"]
        if len(kinds) != 1:
            continue
        kind = kinds[0]
        written = f"`{outer.type.written}`"
        right = ""
        if kind == "array" and depth == 0:
            right = f"{outer_name}[].{name}"
        elif kind == "object" and depth:
            right = f"{outer_name}.{name}" if name else ""
        elif kind not in _SCALARS:
            continue
        message = f"`{row.name}` is within `{outer_name}`, which is {written}."
        hint = f"Write `{right}`." if right else ""
        related = page.related(outer.span.start, f"the row of `{outer_name}`")
        yield Diagnostic(name_cell(page, row.span.start), message, hint, (related,))


@Example(
    "| Photo | byte | A picture of it, in base64. |",
    "| Photo | byte | A picture of it, in base64. |\n| Sender | Object | Who sent it. |\n"
    "| Sendre.Name | String | The name. |",
)
@page_rule(
    code="CS236",
    name="misspelt-outer-row",
    summary="A row is within one that the table does not have, and nearly within another.",
    cause="The first part of its name has a slip, or only one of several rows was renamed.",
    hint="Write the name of the outer row in all rows within it alike.",
    subject=Subject.NESTED_NAMES,
)
def _misspelt_outer_rows(page: CheckedPage) -> Iterator[Diagnostic]:
    for rows in property_tables(page):
        outers = {row.name for row in rows if row.name.isidentifier()}
        for row in rows:
            outer = re.split(r"[.\[]", row.name, maxsplit=1)[0]
            if outer == row.name or outer in outers or not outer:
                continue
            if (meant := likely_meant(outer, outers)) and not differ_in_number(outer, meant):
                message = f"There is no row `{outer}`; did you mean `{meant}`?"
                yield Diagnostic(name_cell(page, row.span.start), message)
