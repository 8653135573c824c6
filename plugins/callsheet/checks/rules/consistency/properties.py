"""Properties that pages document in different ways, or do not describe."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from callsheet.checks.model.bodies import shown_properties, shows_otherwise
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree, TreePlaces
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, TreeRule, about
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
from callsheet.findings import ALL_PAGES, Identity, Related, Severity
from callsheet.memo import cached_by_identity
from callsheet.model import OTHERS, WHOLE, Operation, Property
from callsheet.model.operation import OWN_LAYOUT

_SCALARS = frozenset({"string", "int32", "int64", "double", "bool", "date-time", "byte"})
_MANY = 6
"""Pages on which a property has one type from which on another type is reported."""

_UNNAMED = ("[]", OTHERS, WHOLE)
"""Ends of the names of rows that are about no property."""


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
    related = Related(other.path, row.span.start, f"`{row.name}` of `{name}`.")
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


_PROPERTY_DOCUMENTED_TWICE = TreeRule(
    code="CS602",
    name="property-documented-twice",
    severity=Severity.WARNING,
    summary="A property has another type than on the other pages, or is missing on one of them.",
    cause=(
        "A type of the API is one thing, wherever it is returned. Where a page gives a property "
        "another type, another spelling or leaves it out, a client that is made from one page "
        "fails on the other. A property of any type counts, too, if it has one type on many pages "
        "and another on this one only."
    ),
    hint="Document the property as the other pages do, or correct them.",
    examples=(
        Example(
            files={
                "Depot/v1Parcel_Newest.md": parcel_page(
                    "Newest", rows={"ParcelId": ("string", "Its number.", '"7"')}
                )
            }
        ),
    ),
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
    check=_contradictory_properties,
)


_SYSTEMATIC = 10
"""Rows of a name without a description from which on that is a habit."""
_FEW = 0.1
"""Share of the rows of a habit that may have one all the same."""


@dataclass(frozen=True, slots=True)
class UndescribedRow:
    """Row of a body's table without a description.

    Attributes:
        operation: The page.
        row: The row.
        type_name: The named type that has the property; empty for a table of no named type.
        described: The rows of the same property of that type with a description.
        lost: Whether most rows around it have one, or most of the same property.
    """

    operation: Operation
    row: Property
    type_name: str
    described: tuple[tuple[Operation, Property], ...]
    lost: bool

    @property
    def place(self) -> str:
        """The named type that has the property, or the page where it has none."""
        return self.type_name or self.operation.path


def _undescribed_rows(operations: Iterable[Operation]) -> Iterator[UndescribedRow]:
    """Yield all rows without a description, in the order of the pages."""
    tables = [table for operation in operations for table in _tables(operation)]
    described: Counter[str] = Counter()
    without: Counter[str] = Counter()
    of_types: defaultdict[tuple[str, str], list[tuple[Operation, Property]]] = defaultdict(list)
    without_of_types: Counter[tuple[str, str]] = Counter()
    for operation, type_name, rows in tables:
        for row in rows:
            (described if row.description else without)[row.name] += 1
            if type_name and row.description:
                of_types[type_name, row.name].append((operation, row))
            elif type_name:
                without_of_types[type_name, row.name] += 1
    for operation, type_name, rows in tables:
        # What describes an array, or a map, describes its items or values.
        named = [row for row in rows if row.name and not row.name.endswith(_UNNAMED)]
        # Rows within it say what an object is for, if it has any.
        within = {_outer(row.name) for row in rows if row.description}
        bare = [row for row in named if not row.description and row.name not in within]
        odd = [row for row in bare if not _is_habit(described[row.name], without[row.name])]
        others = len(rows) - len(bare) + len(odd)
        for row in bare:
            # A property of the same name elsewhere is another one, unless the type is the same.
            same = tuple(of_types.get((type_name, row.name), ()))
            most = bool(same) and len(same) >= 4 * without_of_types[type_name, row.name]
            lost = most or (row in odd and 2 * len(odd) < others)
            yield UndescribedRow(operation, row, type_name, same, lost)


def _outer(name: str) -> str:
    """Return the name of the row that a row is within; empty for none."""
    return name.removesuffix("[]").rpartition(".")[0].removesuffix("[]") or name.partition("[]")[0]


def _is_habit(described: int, bare: int) -> bool:
    return bare >= _SYSTEMATIC and described <= _FEW * bare


def _tables(operation: Operation) -> Iterator[tuple[Operation, str, tuple[Property, ...]]]:
    """Yield the tables of the bodies of an operation, with the named types that they document."""
    if operation.request_body and operation.request_body.properties:
        yield operation, "", operation.request_body.properties
    if (response := operation.response) and response.properties:
        named = response.body_type or response.type
        yield operation, named.written if named and named.is_named else "", response.properties


def _lost_descriptions(tree: Tree) -> Iterator[Diagnostic]:
    for first, *others in _by_property(tree):
        if not any(blank.lost for blank in (first, *others)):
            continue
        row = first.row
        message = f"The property `{row.name}` has no description."
        related: tuple[Related, ...] = ()
        if first.described:
            operation, other = first.described[0]
            related = (Related(operation.path, other.span.start, f"`{row.name}` with one."),)
            count = len(first.described)
            message = (
                f"The property `{row.name}` of `{first.type_name}` has no description; {count} "
                f"{'row has' if count == 1 else 'rows have'} one for it."
            )
        yield _without_description(tree, message, first, others, related)


def _usually_empty_descriptions(tree: Tree) -> Iterator[Diagnostic]:
    imported: list[UndescribedRow] = []
    for first, *others in _by_property(tree):
        if first.operation.path in tree.imported:
            imported += (first, *others)
        elif not any(blank.lost for blank in (first, *others)):
            rows = f", on {len(others) + 1} rows" if others else ""
            message = f"The property `{first.row.name}` has no description{rows}."
            yield _without_description(tree, message, first, others)
    if imported:
        yield _undescribed_by_document(tree, *imported)


@cached_by_identity(1)
def _by_property(tree: Tree) -> tuple[tuple[UndescribedRow, ...], ...]:
    """Return the rows without a description, together where they are one property of one type."""
    rows = _undescribed_rows(tree.catalog.documented)
    # Tables of one type on several pages lack it for one reason.
    return tuple(
        tuple(same)
        for same in grouped(
            rows, lambda row: (row.place, row.row.name, row.operation.path in tree.imported)
        ).values()
    )


def _without_description(
    tree: Tree,
    message: str,
    first: UndescribedRow,
    others: Sequence[UndescribedRow],
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    row = first.row
    place = TreePlaces(tree).column(first.operation.path, row.span.start, "description")
    related += tuple(
        Related(other.operation.path, other.row.span.start, f"`{row.name}` without one, too.")
        for other in others
    )
    # The type lacks it, whichever of its pages comes first.
    identity = Identity(f"type {first.type_name}", row=row.name) if first.type_name else None
    return Diagnostic(place, message, related=related, identity=identity)


def _undescribed_by_document(
    tree: Tree, first: UndescribedRow, *others: UndescribedRow
) -> Diagnostic:
    """Report once what is missing in the document that an import wrote the pages from."""
    have = f"have {len(others):,} others" if len(others) > 1 else "has one other"
    nor = f", nor {have} of the import" if others else ""
    message = f"The property `{first.row.name}` has no description{nor}."
    return replace(
        _without_description(tree, message, first, others),
        hint="Describe properties in the document, and update the pages.",
        identity=Identity(ALL_PAGES, text="the import"),
    )


_LOST_DESCRIPTION = TreeRule(
    code="CS608",
    name="lost-description",
    severity=Severity.WARNING,
    summary="A property has no description, and most around it or most rows of it have one.",
    cause=(
        "A reader finds an empty cell where all others help. As a rule the text was lost when the "
        "row was copied, or never written for a property that was added later."
    ),
    hint="Say what the property is for.",
    examples=(Example("| Label | string | What is written on it. |", "| Label | string | |"),),
    superseded_on_line_by=("ragged-row", "empty-row", "misspelt-column", "duplicate-name"),
    superseded_by=("broken-table",),
    variant_of="empty-description",
    applies_to_imports=False,
    check=_lost_descriptions,
)

_EMPTY_DESCRIPTION = TreeRule(
    code="CS609",
    name="empty-description",
    severity=Severity.NOTE,
    summary="A property has no description, and nor have those around it.",
    cause=(
        "Tables that a generator wrote from code without comments have names and types only, and "
        "so have properties that stand on all pages for technical reasons. A reader has to guess."
    ),
    hint="Say what the property is for.",
    examples=(
        Example(
            files={
                "Depot/v1Parcel_Newest.md": parcel_page(
                    "Newest",
                    rows={"Sender": ("string", "", '"Ann"'), "Way": ("string", "", '"by sea"')},
                ).replace("body: Parcel", "body: Journey")
            }
        ),
    ),
    superseded_on_line_by=("ragged-row", "empty-row", "misspelt-column", "duplicate-name"),
    superseded_by=("broken-table",),
    check=_usually_empty_descriptions,
)


RULES = (
    *about(Subject.OPERATIONS, _PROPERTY_DOCUMENTED_TWICE),
    *about(Subject.UNDESCRIBED_PROPERTIES, _LOST_DESCRIPTION, _EMPTY_DESCRIPTION),
)
