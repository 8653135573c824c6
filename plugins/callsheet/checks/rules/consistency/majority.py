"""Names and parameters of one page that differ from those of most other pages."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree, TreePlaces
from callsheet.checks.parsing.words import differ_in_number, edit_distance, likely_meant
from callsheet.checks.rule import Diagnostic, Example, tree_rule
from callsheet.checks.rules.specimen import parcel_page
from callsheet.findings import Related
from callsheet.model import REQUIRED_MARK, DataType, Location, Operation, Property
from callsheet.model.operation import OWN_LAYOUT

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DocumentedRow:
    """Row of a page about a property or parameter.

    Attributes:
        operation: The page.
        row: The row.
    """

    operation: Operation
    row: Property

    @property
    def type_key(self) -> Hashable:
        """The key by which types are compared."""
        data_type = self.row.type
        return (data_type.name, frozenset(data_type.values)) if data_type else None

    @property
    def type_written(self) -> str:
        """The type as the page writes it."""
        return self.row.type.written if self.row.type else "without a type"


@dataclass(frozen=True, slots=True)
class Dispute:
    """Row that differs from the majority.

    Attributes:
        odd: The row.
        usual: The first row of the majority.
        pages: The number of pages of the majority.
    """

    odd: DocumentedRow
    usual: DocumentedRow
    pages: int


def disputes(
    rows: Sequence[DocumentedRow],
    key: Callable[[DocumentedRow], Hashable],
    *,
    weight: Callable[[DocumentedRow], int] = lambda _: 0,
) -> Iterator[Dispute]:
    """Yield the rows that differ from most of them.

    Args:
        rows: The rows about one thing, in the order of the pages.
        key: What rows have to agree on.
        weight: Breaks ties: the row with the greater weight is right.
    """
    counts = Counter(keys := [key(one) for one in rows])
    if len(counts) < 2:
        return
    keyed = list(zip(rows, keys, strict=True))
    best, usual = max(keyed, key=lambda pair: (counts[pair[1]], weight(pair[0])))
    pages = len({one.operation.path for one, its in keyed if its == usual})
    for one, its in keyed:
        if its != usual:
            yield Dispute(one, best, pages)


def other_type(places: TreePlaces, dispute: Dispute, of_type: str = "") -> Diagnostic:
    """Report that a row has another type than those of the other pages."""
    odd, usual, name = dispute.odd, dispute.usual, dispute.odd.row.name
    message = (
        f"`{name}`{of_type} is `{odd.type_written}` here and `{usual.type_written}` "
        f"{other_pages(dispute.pages)}."
    )
    related = Related(usual.operation.path, usual.row.span.start, f"the row of `{name}`")
    place = places.column(odd.operation.path, odd.row.span.start, "type")
    return Diagnostic(place, message, related=(related,))


def grouped(things: Iterable[T], key: Callable[[T], Hashable]) -> dict[Hashable, list[T]]:
    """Group things by a key, in their order."""
    found: dict[Hashable, list[T]] = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return found


def other_pages(count: int) -> str:
    """Return `on another page`, or for example `on 8 other pages`."""
    return "on another page" if count == 1 else f"on {count} other pages"


_ENOUGH_AGREE = 3
"""Pages that have to agree, and their ratio to those that do not."""


@Example(
    files={
        f"Depot/v1Parcel_{word}.md": parcel_page(word, parcel=type_)
        for word, type_ in (("Weigh", "int32"), ("Label", "int32"), ("Send", "string"))
    }
)
@tree_rule(
    code="CS603",
    name="parameter-documented-twice",
    summary="A parameter has another type, other values or another required mark than elsewhere.",
    cause=(
        "Pages whose routes go on after the same word, as `Person/{personId}`, mean the same "
        "parameter, and so do the query parameters of a group. What one page says and all others "
        "contradict is a slip."
    ),
    hint="Document the parameter as the other pages do, or correct them.",
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
    applies_to_imports=False,
    subject=Subject.OPERATIONS,
)
def _contradictory_parameters(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    # In other layouts, what is usual in a group says little; header fields are the same everywhere.
    rows = (
        DocumentedRow(o, p)
        for o in tree.catalog.operations
        for p in o.parameters
        if p.name and (o.layout == OWN_LAYOUT or p.location is Location.HEADER)
    )
    for same in grouped(rows, _identity_of_parameter).values():
        if len(same) > _ENOUGH_AGREE:
            yield from _disputed_types(places, same)
            yield from _disputed_marks(places, same)


def _identity_of_parameter(documented: DocumentedRow) -> Hashable:
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


def _disputed_types(places: TreePlaces, rows: list[DocumentedRow]) -> Iterator[Diagnostic]:
    odd = [d for d in disputes(rows, lambda one: one.type_key) if d.odd.row.type]
    for dispute in odd:
        enough = max(_ENOUGH_AGREE, _ENOUGH_AGREE * len(odd))
        if dispute.usual.row.type is not None and dispute.pages >= enough:
            yield other_type(places, dispute)


def _disputed_marks(places: TreePlaces, rows: list[DocumentedRow]) -> Iterator[Diagnostic]:
    # Another rule reports path parameters that are not required.
    if getattr(rows[0].row, "location", None) is Location.PATH:
        return
    odd = list(disputes(rows, lambda one: one.row.required))
    for dispute in odd:
        row, usual = dispute.odd.row, dispute.usual
        if dispute.pages < max(_ENOUGH_AGREE, _ENOUGH_AGREE * len(odd)):
            continue
        here, there = ("required", "not") if row.required else ("not required", "is")
        message = f"`{row.name}` is {here} here, and {there} {other_pages(dispute.pages)}."
        related = Related(usual.operation.path, usual.row.span.start, f"the row of `{row.name}`")
        path, line = dispute.odd.operation.path, row.span.start
        place = places.find(path, line, REQUIRED_MARK if row.required else row.name)
        yield Diagnostic(place, message, related=(related,))


_ENOUGH_SPELL_SO = 3
"""Pages with a name from which on a similar one on a single page counts as misspelt."""

MAX_SHORT = 5
"""Letters of names that are common words with any first letter."""

Sightings = dict[str, dict[str, int]]
"""The pages of each name, with the line of its first place."""


@Example(
    "| notify | bool |",
    "| notfy | bool |",
    files={
        f"Depot/v1Parcel_{word}.md": parcel_page(
            word, query="| notify | bool | Whether the receiver gets a message. |"
        )
        for word in ("Weigh", "Label", "Send")
    },
    also=("query-parameter-unknown",),
)
@tree_rule(
    code="CS604",
    name="rare-spelling",
    summary="A header, query parameter or type has a name that other pages spell otherwise.",
    cause=(
        "A name that stands on one page, and differs by a letter from one that stands on many, is "
        "a slip. A server ignores a header or parameter that it does not know, and a misspelt type "
        "is a new one of which nothing is known."
    ),
    hint="Spell the name as the other pages do.",
    superseded_on_line_by=("unknown-type", "misspelt-header", "enumeration-values"),
    applies_to_imports=False,
    subject=Subject.OPERATIONS,
)
def _rare_spellings(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    operations = tree.catalog.operations
    headers = _parameter_names(operations, Location.HEADER)
    yield from _rare_names(places, headers, "header", set())
    # A query parameter is the same one in the operations of one resource only.
    for group in tree.catalog.groups:
        queries = _parameter_names(group.operations, Location.QUERY)
        yield from _rare_names(places, queries, "query parameter", set())
    types, bodies = _named_types(operations)
    yield from _rare_names(places, types, "type", bodies)


def _parameter_names(operations: Iterable[Operation], location: Location) -> Sightings:
    found: Sightings = {}
    for operation in operations:
        for parameter in operation.parameters:
            if parameter.location is location:
                pages = found.setdefault(parameter.name, {})
                pages.setdefault(operation.path, parameter.span.start)
    return found


def _named_types(operations: Iterable[Operation]) -> tuple[Sightings, set[str]]:
    """Return the named types in table cells, and those that have a table of their own."""
    found: Sightings = {}
    bodies: set[str] = set()
    for operation in operations:
        request, response = operation.request_body, operation.response
        for row in (
            *operation.parameters,
            *(request.properties if request else ()),
            *(response.properties if response else ()),
        ):
            if row.type and row.type.is_named:
                found.setdefault(row.type.written, {}).setdefault(operation.path, row.span.start)
        for data_type in (response.type, response.body_type) if response else ():
            _add_body(found, bodies, operation, data_type)
        for body in response.bodies if response else ():
            if body.type and body.type.is_named and body.properties:
                bodies.add(body.type.written)
            if body.type and body.type.is_named:
                found.setdefault(body.type.written, {}).setdefault(operation.path, body.span.start)
    return found, bodies


def _add_body(
    found: Sightings, bodies: set[str], operation: Operation, data_type: DataType | None
) -> None:
    if data_type and data_type.is_named and operation.response:
        bodies.add(data_type.written)
        found.setdefault(data_type.written, {}).setdefault(
            operation.path, operation.response.span.start
        )


def _rare_names(
    places: TreePlaces, names: Sightings, what: str, bodies: set[str]
) -> Iterator[Diagnostic]:
    frequent = [name for name, pages in names.items() if len(pages) >= _ENOUGH_SPELL_SO]
    if not frequent:
        return
    lower = {name.lower(): name for name in frequent}
    for name, pages in names.items():
        if len(pages) > 1 or not name or name in bodies:
            continue
        path, line = next(iter(pages.items()))
        meant = lower.get(name.lower()) or likely_meant(name, frequent)
        # A page that has both names means two things.
        if (
            meant is None
            or (path in names[meant] and what != "type")
            or differ_in_number(name, meant)
            or _are_other_words(name, meant)
        ):
            continue
        other, there = next(iter(names[meant].items()))
        message = (
            f"Only this page has a {what} `{name}`, and {len(names[meant])} others have `{meant}`."
        )
        place = places.find(path, line, name)
        related = Related(other, there, f"`{meant}` on another page")
        yield Diagnostic(
            place,
            message,
            hint=f"Write `{meant}`, if that is meant.",
            related=(related,),
        )


def _are_other_words(name: str, meant: str) -> bool:
    """Tell whether two names begin with other words, as `personId` and `versionId`.

    Short ones that differ in their first letter are words by themselves, as `port` and `sort`.
    """
    one, other = name.lower(), meant.lower()
    is_short = len(one) == len(other) <= MAX_SHORT
    return one[0] != other[0] and (is_short or edit_distance(one, other, 1) > 1)
