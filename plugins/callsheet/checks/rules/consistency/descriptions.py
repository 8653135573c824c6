"""Properties that pages do not describe, or describe elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree, TreePlaces
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.checks.rules.specimen import parcel_page
from callsheet.findings import Related, Severity
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
        lost: Whether most rows around it, or most of its name, have one.
        habit: The number of rows of the name without one, if they are many and hardly any has one;
            else 0.
        described: Another row of the name with a description, if any.
        count: The number of such rows.
    """

    operation: Operation
    row: Property
    lost: bool
    habit: int
    described: tuple[Operation, Property] | None
    count: int

    @property
    def place(self) -> str:
        """The named type that has the property, or the page where it has none."""
        response = self.operation.response
        if response and self.row in response.properties:
            named = response.body_type or response.type
            if named and named.is_named:
                return named.written
        return self.operation.path

    @property
    def owner(self) -> str:
        """The owner of the property, as messages name it."""
        operation = self.operation
        response = operation.response
        if response and self.row in response.properties:
            named = response.body_type or response.type
            return f"`{named.written}`" if named and named.written else "the response"
        last = operation.route.template.rstrip("/").rpartition("/")[2]
        return f"the request to `{last}`"


def _undescribed_rows(operations: Iterable[Operation]) -> Iterator[UndescribedRow]:
    """Yield all rows without a description, in the order of the pages."""
    tables = [table for operation in operations for table in _tables(operation)]
    without: Counter[str] = Counter()
    count: Counter[str] = Counter()
    first: dict[str, tuple[Operation, Property]] = {}
    for operation, rows in tables:
        for row in rows:
            if row.description:
                count[row.name] += 1
                first.setdefault(row.name, (operation, row))
            else:
                without[row.name] += 1
    for operation, rows in tables:
        # What describes an array, or a map, describes its items or values.
        named = [row for row in rows if row.name and not row.name.endswith(_UNNAMED)]
        # Rows within it say what an object is for, if it has any.
        within = {_outer(row.name) for row in rows if row.description}
        bare = [row for row in named if not row.description and row.name not in within]
        if not bare:
            continue
        odd = [row for row in bare if not _is_habit(count[row.name], without[row.name])]
        others = len(rows) - len(bare) + len(odd)
        for row in bare:
            around = row in odd and 2 * len(odd) < others
            lost = around or count[row.name] >= 4 * without[row.name]
            habit = 0 if row in odd else without[row.name]
            yield UndescribedRow(operation, row, lost, habit, first.get(row.name), count[row.name])


def _outer(name: str) -> str:
    """Return the name of the row that a row is within; empty for none."""
    return name.removesuffix("[]").rpartition(".")[0].removesuffix("[]") or name.partition("[]")[0]


def _is_habit(described: int, bare: int) -> bool:
    return bare >= _SYSTEMATIC and described <= _FEW * bare


def _tables(operation: Operation) -> Iterator[tuple[Operation, tuple[Property, ...]]]:
    if operation.request_body and operation.request_body.properties:
        yield operation, operation.request_body.properties
    if operation.response and operation.response.properties:
        yield operation, operation.response.properties


def _lost_descriptions(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    found: dict[tuple[str, str], list[UndescribedRow]] = {}
    for blank in _undescribed_rows(tree.catalog.documented):
        if blank.lost:
            found.setdefault((blank.place, blank.row.name), []).append(blank)
    for blank, *others in found.values():
        row = blank.row
        message = f"The property `{row.name}` has no description."
        # Tables of one type on several pages lack it for one reason.
        related = tuple(
            Related(other.operation.path, other.row.span.start, f"`{row.name}` without one, too.")
            for other in others
        )
        if blank.described:
            operation, other = blank.described
            with_one = Related(operation.path, other.span.start, f"`{row.name}` with one.")
            related = (with_one, *related)
            rows = "row has" if blank.count == 1 else "rows have"
            message = (
                f"The property `{row.name}` of {blank.owner} has no description; {blank.count}"
                f" {rows} one for it."
            )
        place = places.column(blank.operation.path, row.span.start, "description")
        yield Diagnostic(place, message, related=related)


def _usually_empty_descriptions(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    habits: set[str] = set()
    imported: list[UndescribedRow] = []
    for blank in _undescribed_rows(tree.catalog.documented):
        row = blank.row
        if blank.operation.path in tree.imported:
            imported.append(blank)
            continue
        if blank.lost or row.name in habits:
            continue
        message = f"The property `{row.name}` has no description."
        if blank.habit:
            # A generator that never describes it is one fault, not hundreds.
            habits.add(row.name)
            message = f"The property `{row.name}` has no description, on {blank.habit} rows."
        yield Diagnostic(
            places.column(blank.operation.path, row.span.start, "description"), message
        )
    if imported:
        yield _undescribed_by_document(places, *imported)


def _have(count: int) -> str:
    return f"have {count:,} others" if count > 1 else "has one other"


def _undescribed_by_document(
    places: TreePlaces, first: UndescribedRow, *others: UndescribedRow
) -> Diagnostic:
    """Report once what is missing in the document that an import wrote the pages from."""
    nor = f", nor {_have(len(others))} of the import" if others else ""
    return Diagnostic(
        places.column(first.operation.path, first.row.span.start, "description"),
        f"The property `{first.row.name}` has no description{nor}.",
        hint="Describe properties in the document, and update the pages.",
        related=tuple(
            Related(other.operation.path, other.row.span.start, f"`{other.row.name}` without one.")
            for other in others
        ),
    )


_LOST_DESCRIPTION = TreeRule(
    code="CS608",
    name="lost-description",
    severity=Severity.WARNING,
    summary="A property has no description, and most around it or most of its name have one.",
    cause=(
        "A reader finds an empty cell where all others help. As a rule the text was lost when the "
        "row was copied, or never written for a property that was added later."
    ),
    hint="Say what the property is for.",
    examples=(Example("| Label | string | What is written on it. |", "| Label | string | |"),),
    superseded_on_line_by=("ragged-row", "empty-row", "misspelt-column", "duplicate-name"),
    superseded_by=("broken-table",),
    applies_to_imports=False,
    subject=Subject.UNDESCRIBED_PROPERTIES,
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
    subject=Subject.UNDESCRIBED_PROPERTIES,
    check=_usually_empty_descriptions,
)
