"""Properties that pages do not describe, or describe elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree, TreePlaces
from callsheet.checks.rule import Diagnostic, Example, tree_rule
from callsheet.checks.rules.consistency.majority import grouped
from callsheet.checks.rules.specimen import parcel_page
from callsheet.findings import Identity, Related, Severity
from callsheet.memo import cached_by_identity
from callsheet.model import OTHERS, WHOLE, Operation, Property

_SYSTEMATIC = 10
"""Rows of a name without a description from which on that is a habit."""
_FEW = 0.1
"""Share of the rows of a habit that may have one all the same."""
_UNNAMED = ("[]", OTHERS, WHOLE)
"""Ends of the names of rows that are about no property."""


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


@Example("| Label | string | What is written on it. |", "| Label | string | |")
@tree_rule(
    code="CS608",
    name="lost-description",
    summary="A property has no description, and most around it or most rows of it have one.",
    cause=(
        "A reader finds an empty cell where all others help. As a rule the text was lost when the "
        "row was copied, or never written for a property that was added later."
    ),
    hint="Say what the property is for.",
    superseded_on_line_by=("ragged-row", "empty-row", "misspelt-column", "duplicate-name"),
    superseded_by=("broken-table",),
    variant_of="empty-description",
    applies_to_imports=False,
    subject=Subject.UNDESCRIBED_PROPERTIES,
)
def _lost_descriptions(tree: Tree) -> Iterator[Diagnostic]:
    for first, *others in _by_property(tree):
        if not any(blank.lost for blank in (first, *others)):
            continue
        row = first.row
        message = f"The property `{row.name}` has no description."
        related: tuple[Related, ...] = ()
        if first.described:
            operation, other = first.described[0]
            related = (Related(operation.path, other.span.start, f"`{row.name}` with one"),)
            count = len(first.described)
            message = (
                f"The property `{row.name}` of `{first.type_name}` has no description; {count} "
                f"{'row has' if count == 1 else 'rows have'} one for it."
            )
        yield _without_description(tree, message, first, others, related)


@Example(
    files={
        "Depot/v1Parcel_Newest.md": parcel_page(
            "Newest",
            rows={"Sender": ("string", "", '"Ann"'), "Way": ("string", "", '"by sea"')},
        ).replace("body: Parcel", "body: Journey")
    }
)
@tree_rule(
    code="CS609",
    name="empty-description",
    severity=Severity.NOTE,
    summary="A property has no description, and nor have those around it.",
    cause=(
        "Tables that a generator wrote from code without comments have names and types only, and "
        "so have properties that stand on all pages for technical reasons. A reader has to guess."
    ),
    hint="Say what the property is for.",
    superseded_on_line_by=("ragged-row", "empty-row", "misspelt-column", "duplicate-name"),
    superseded_by=("broken-table",),
    applies_to_imports=False,
    subject=Subject.UNDESCRIBED_PROPERTIES,
)
def _usually_empty_descriptions(tree: Tree) -> Iterator[Diagnostic]:
    for first, *others in _by_property(tree):
        if not any(blank.lost for blank in (first, *others)):
            rows = f", on {len(others) + 1} rows" if others else ""
            message = f"The property `{first.row.name}` has no description{rows}."
            yield _without_description(tree, message, first, others)


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
        Related(other.operation.path, other.row.span.start, f"`{row.name}` without one, too")
        for other in others
    )
    # The type lacks it, whichever of its pages comes first.
    identity = Identity(f"type {first.type_name}", row=row.name) if first.type_name else None
    return Diagnostic(place, message, related=related, identity=identity)
