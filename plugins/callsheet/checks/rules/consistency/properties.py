"""Properties that pages document in different ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from functools import cache

from callsheet.checks.model.bodies import shown_properties, shows_otherwise
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree, TreePlaces
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, tree_rule
from callsheet.checks.rules.consistency.majority import (
    Dispute,
    DocumentedRow,
    disputes,
    grouped,
    other_pages,
    other_type,
)
from callsheet.checks.rules.consistency.types import PageTypeTable, type_tables
from callsheet.checks.rules.specimen import parcel_page
from callsheet.findings import Related
from callsheet.model import Operation, Property
from callsheet.model.operation import OWN_LAYOUT

_SCALARS = frozenset({"string", "int32", "int64", "double", "bool", "date-time", "byte"})
_MANY = 6
"""Pages on which a property has one type from which on another type is reported."""


@Example(
    files={
        "Depot/v1Parcel_Newest.md": parcel_page(
            "Newest", rows={"ParcelId": ("string", "Its number.", '"7"')}
        )
    }
)
@tree_rule(
    code="CS602",
    name="property-documented-twice",
    summary="A property has another type than on the other pages, or is missing on one of them.",
    cause=(
        "A type of the API is one thing, wherever it is returned. Where a page gives a property "
        "another type, another spelling or leaves it out, a client that is made from one page "
        "fails on the other. A property of any type counts, too, if it has one type on many pages "
        "and another on this one only."
    ),
    hint="Document the property as the other pages do, or correct them.",
    superseded_on_line_by=(
        "ragged-row",
        "duplicate-name",
        "unknown-type",
        "mixed-type-styles",
        "request-and-response-differ",
        "enumeration-values",
        "misspelt-column",
    ),
    superseded_by=("broken-table", "empty-row", "misspelt-column"),
    applies_to_imports=False,
    subject=Subject.OPERATIONS,
)
def _contradictory_properties(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    answered = grouped(_rows_of_responses(tree), lambda one: one.row.name)
    sent = grouped(_rows_of_requests(tree), lambda one: one.row.name)
    usual = {name: Counter(t.type_key for t in rows) for name, rows in answered.items()}
    seen: set[tuple[str, int]] = set()
    for name, tables in type_tables(tree.catalog.documented).items():
        if len(tables.usual) > 1:
            for diagnostic in _contradictions_of_type(places, name, tables.usual, usual):
                seen.add((diagnostic.place.path, diagnostic.place.line))
                yield diagnostic
    for rows in (*answered.values(), *sent.values()):
        for diagnostic in _types_on_single_page(places, rows):
            if (diagnostic.place.path, diagnostic.place.line) not in seen:
                yield diagnostic


def _of_one_form(tree: Tree) -> Iterator[Operation]:
    """Yield the operations whose pages are written alike: those in our own format."""
    return (o for o in tree.catalog.documented if o.layout == OWN_LAYOUT)


def _rows_of_responses(tree: Tree) -> Iterator[DocumentedRow]:
    for operation in _of_one_form(tree):
        for row in operation.response.properties if operation.response else ():
            if row.type and row.name:
                yield DocumentedRow(operation, row)


def _rows_of_requests(tree: Tree) -> Iterator[DocumentedRow]:
    for operation in _of_one_form(tree):
        for row in operation.request_body.properties if operation.request_body else ():
            if row.type and row.name:
                yield DocumentedRow(operation, row)


def _contradictions_of_type(
    places: TreePlaces,
    name: str,
    tables: list[PageTypeTable],
    usual: dict[Hashable, Counter[Hashable]],
) -> Iterator[Diagnostic]:
    """Report differing types of properties, then properties that not all pages have."""
    rows = [
        DocumentedRow(table.operation, row) for table in tables for row in table.rows if row.type
    ]
    shown_in = cache(shown_properties)
    for key, same in grouped(rows, lambda one: one.row.name).items():
        of_name = usual.get(key, Counter())

        def weight(one: DocumentedRow, of_name: Counter[Hashable] = of_name) -> int:
            shown = any(
                one.row.type and shows_otherwise(shown_in(example.body), one.row.name, one.row.type)
                for example in one.operation.example_responses
            )
            return -len(rows) * 2 if shown else of_name[one.type_key]

        for dispute in disputes(same, lambda one: one.type_key, weight=weight):
            yield other_type(places, dispute, f" of `{name}`")
    if any(table.names != tables[0].names for table in tables):
        yield from _missing_rows(places, name, tables)


def _missing_rows(
    places: TreePlaces, name: str, tables: list[PageTypeTable]
) -> Iterator[Diagnostic]:
    counts = Counter(row for table in tables for row in table.names)
    others = len(tables) - 1
    nearly_all = [row for row, number in counts.items() if row and number == others]
    # A name that one of two tables lacks is in the other one.
    first = {row.name: (table, row) for table in tables[1::-1] for row in reversed(table.rows)}
    for table in tables:
        lacks = [row for row in nearly_all if row not in table.names]
        if len(lacks) > max(1, len(table.names) // 4):
            continue
        own = [row for row in table.rows if counts[row.name] == 1]
        for name_of_row in lacks:
            yield _missing_row(places, name, table, own, (*first[name_of_row], others))


def _missing_row(
    places: TreePlaces,
    name: str,
    table: PageTypeTable,
    own: list[Property],
    there: tuple[PageTypeTable, Property, int],
) -> Diagnostic:
    other, row, pages = there
    related = Related(other.path, row.span.start, f"`{row.name}` of `{name}`")
    renamed = likely_meant(row.name, [r.name for r in own])
    odd = next((r for r in own if r.name == renamed), own[0] if len(own) == 1 else None)
    if odd is not None:
        place = places.cell(table.path, odd.span.start, 0)
        message = f"`{name}` has `{odd.name}` here where it has `{row.name}` {other_pages(pages)}."
    else:
        place = places.line(table.path, table.line)
        message = f"`{name}` has no `{row.name}` here, which it has {other_pages(pages)}."
    return Diagnostic(place, message, related=(related,))


def _types_on_single_page(places: TreePlaces, rows: list[DocumentedRow]) -> Iterator[Diagnostic]:
    """Report a property that has one type on many pages and another on a single page."""
    if len(rows) <= _MANY:
        return
    counts = Counter(one.type_key for one in rows)
    if len(counts) != 2:
        return
    usual_key, pages = counts.most_common(1)[0]
    odd = [one for one in rows if one.type_key != usual_key]
    if pages < _MANY or len({one.operation.path for one in odd}) > 1:
        return
    usual = next(one for one in rows if one.type_key == usual_key)
    scalar = odd[0].row.type and odd[0].row.type.name in _SCALARS
    if usual.row.type is None or usual.row.type.name not in _SCALARS:
        return
    if scalar or pages >= 2 * _MANY:
        yield other_type(places, Dispute(odd[0], usual, pages))
