"""A name in a row with marks that belong elsewhere, such as `name*`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from callsheet.checks.model.cells import name_cell
from callsheet.checks.model.examples import code
from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.checks.model.typed_tables import all_tables, property_tables
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity
from callsheet.model import Property

# Possessive quantifiers keep the time linear, whatever a cell contains.
_TREE = re.compile(
    r"(?P<marks>(?:[-+ >\u2022\u00b7\u2013\u2014\u00a0\u2002\u2003\u2190-\u21ff\u2500-\u257f]"
    r"|&(?:gt|nbsp|emsp|ensp|thinsp|#160);)++)(?P<name>\S.*)",
    re.DOTALL,
)
_OF_NAMES = "-+\u2013\u2014"
"""Marks that a name may begin with, if no space follows."""

_MARKED = re.compile(
    r"(?P<name>[^\s*(]+)(?:\*+|\s*\((?P<word>optional|required|mandatory|deprecated|nullable|opt\.?|req\.?)\))",
    re.IGNORECASE,
)
_FORMATTED = re.compile(
    r"\[(?P<link>[^\[\]]+)\](?:\([^()]*\)|\[[^\[\]]*\])|<(?P<tag>[a-z]+)>(?P<html>[^<>]+)</(?P=tag)>"
    r"|~~(?P<old>[^~]+)~~",
    re.IGNORECASE,
)
_COLUMNS = {"deprecated": "Deprecated", "nullable": "Nullable"}


def _names_with_marks(page: CheckedPage) -> Iterator[Diagnostic]:
    for rows in property_tables(page):
        yield from _of_properties(page, rows)
    if not isinstance(page, OperationPage):
        return
    for kind, rows in all_tables(page.operation):
        if kind != "property":
            for row in rows:
                yield from _marked(page, row)


def _of_properties(page: CheckedPage, rows: Sequence[Property]) -> Iterator[Diagnostic]:
    names = {row.name for row in rows}
    outer: Property | None = None
    for row in rows:
        if row.name.isalnum():
            outer = row
            continue
        stem, slash, rest = row.name.partition("/")
        match = _TREE.fullmatch(row.name)
        if match and match["marks"].strip(_OF_NAMES):
            within = _inner(outer, match["name"]) if outer else match["name"]
            message = f"The name {code(row.name)} is read as it stands, and is in no other row."
            yield Diagnostic(name_cell(page, row.span.start), message, f"Write `{within}`.")
            continue
        outer = row
        if slash and stem in names and rest:
            right = row.name.replace("/", ".")
            message = f"The name {code(row.name)} is read as it stands, and is not in `{stem}`."
            yield Diagnostic(name_cell(page, row.span.start), message, f"Write `{right}`.")
        else:
            yield from _marked(page, row)


def _inner(outer: Property, name: str) -> str:
    items = "[]" if outer.type and outer.schema.type == "array" else ""
    return f"{outer.name}{items}.{name}"


def _marked(page: CheckedPage, row: Property) -> Iterator[Diagnostic]:
    message = f"The name {code(row.name)} is read as it stands, mark and all."
    if match := _FORMATTED.fullmatch(row.name):
        name = match["link"] or match["html"] or match["old"]
        hint = f"Write `{name}` alone."
        if match["link"]:
            hint = f"Write `{name}` alone, and the link in the description."
        elif match["old"]:
            hint = f"Write `{name}` alone, and `Yes` in a column `Deprecated`."
        yield Diagnostic(name_cell(page, row.span.start), message, hint)
        return
    match = _MARKED.fullmatch(row.name)
    if match is None:
        return
    word = (match["word"] or "").lower()
    name, column = match["name"], _COLUMNS.get(word)
    hint = f"Write `{name}` alone, and `**Required**` in the description."
    if column:
        hint = f"Write `{name}` alone, and `Yes` in a column `{column}`."
    elif word.startswith("opt"):
        hint = f"Write `{name}` alone: what is not marked as required is optional."
    yield Diagnostic(name_cell(page, row.span.start), message, hint)


RULE = PageRule(
    code="CS228",
    name="name-with-marks",
    severity=Severity.ERROR,
    summary="The name in a row has a mark that is taken for a part of it.",
    cause=(
        "A row says with its name what it is within, `receiver.name`, and with `**Required**` or a "
        "column that it must be sent. An arrow, a dash or a space before the name, a star, "
        "`(optional)`, a path with slashes, a link, HTML or `~~` says nothing of it, and everybody "
        "who reads the table would send a property of that very name."
    ),
    hint="Write the name alone.",
    examples=(
        Example("| Photo | byte |", "| Photo (optional) | byte |"),
        Example("| Photo | byte |", "| - Photo | byte |"),
        Example("| Photo | byte |", "| Kind/Photo | byte |"),
    ),
    check=_names_with_marks,
)
