"""A parameter that the other pages describe otherwise."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from callsheet.checks.model.tree import Tree
from callsheet.checks.model.tree_places import TreePlaces
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.checks.rules.consistency.majority import (
    DocumentedRow,
    disputes,
    grouped,
    other_pages,
)
from callsheet.checks.rules.example_pages import parcel_page
from callsheet.findings import Related, Severity
from callsheet.model import REQUIRED_MARK, Location

_ENOUGH = 3
"""Pages that have to agree, and their ratio to those that do not."""


def _contradictory_parameters(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    rows = (DocumentedRow(o, p) for o in tree.catalog.operations for p in o.parameters if p.name)
    for same in grouped(rows, _thing).values():
        if len(same) > _ENOUGH:
            yield from _types(places, same)
            yield from _marks(places, same)


def _thing(documented: DocumentedRow) -> Hashable:
    """Return the key by which two rows document one parameter.

    A path parameter is the same after the same word of the route, a query parameter in one group or
    of the query language, and a header everywhere.
    """
    row, operation = documented.row, documented.operation
    location = getattr(row, "location", None)
    if location is Location.HEADER:
        return location, row.name.lower()
    if location is Location.QUERY:
        return location, row.name, "" if row.name.startswith("$") else operation.group
    before = operation.route.template.partition(f"{{{row.name}}}")[0]
    return location, row.name, before.rstrip("/").rpartition("/")[2].lower()


def _types(places: TreePlaces, rows: list[DocumentedRow]) -> Iterator[Diagnostic]:
    odd = [d for d in disputes(rows, lambda one: one.type_key) if d.odd.row.type]
    for dispute in odd:
        row, usual = dispute.odd.row, dispute.usual
        if usual.row.type is None or dispute.pages < max(_ENOUGH, _ENOUGH * len(odd)):
            continue
        message = (
            f"`{row.name}` is `{dispute.odd.type_written}` here and `{usual.type_written}` "
            f"{other_pages(dispute.pages)}."
        )
        related = Related(usual.operation.path, usual.row.span.start, f"The row of `{row.name}`.")
        place = places.column(dispute.odd.operation.path, row.span.start, "type")
        yield Diagnostic(place, message, related=(related,))


def _marks(places: TreePlaces, rows: list[DocumentedRow]) -> Iterator[Diagnostic]:
    # Another rule reports path parameters that are not required.
    if getattr(rows[0].row, "location", None) is Location.PATH:
        return
    odd = list(disputes(rows, lambda one: one.row.required))
    for dispute in odd:
        row, usual = dispute.odd.row, dispute.usual
        if dispute.pages < max(_ENOUGH, _ENOUGH * len(odd)):
            continue
        here, there = ("required", "not") if row.required else ("not required", "is")
        message = f"`{row.name}` is {here} here, and {there} {other_pages(dispute.pages)}."
        related = Related(usual.operation.path, usual.row.span.start, f"The row of `{row.name}`.")
        path, line = dispute.odd.operation.path, row.span.start
        place = places.find(path, line, REQUIRED_MARK if row.required else row.name)
        yield Diagnostic(place, message, related=(related,))


RULE = TreeRule(
    code="CS603",
    name="parameter-documented-twice",
    severity=Severity.WARNING,
    summary="A parameter has another type, other values or another required mark than elsewhere.",
    cause=(
        "Pages whose routes go on behind the same word, as `Person/{personId}`, mean the same "
        "parameter, and so do the query parameters of a group. What one page says and all others "
        "contradict is a slip."
    ),
    hint="Document the parameter as the other pages do, or correct them.",
    examples=(
        Example(
            files={
                f"Depot/v1Parcel_{word}.md": parcel_page(word, parcel=type_)
                for word, type_ in (("Weigh", "int32"), ("Label", "int32"), ("Send", "string"))
            }
        ),
    ),
    superseded_on_line_by=(
        "ragged-row",
        "duplicate-name",
        "unknown-type",
        "mixed-type-styles",
        "enumeration-values",
        "optional-path-parameter",
        "misspelt-required-mark",
        "required-and-optional",
        "type-left-over",
        "tag-left-over",
        "text-to-follow",
        "template-mark",
    ),
    check=_contradictory_parameters,
)
