"""A name that one page spells otherwise than all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from callsheet.checks.model.tree import Tree
from callsheet.checks.model.tree_places import TreePlaces
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.checks.rules.example_pages import parcel_page
from callsheet.findings import Edit, Related, Severity
from callsheet.model import DataType, Location, Operation

_ENOUGH = 3
"""Pages with a name from which on a similar one on a single page counts as misspelt."""

Sightings = dict[str, dict[str, int]]
"""The pages of each name, with the line of its first place."""


def _rare_spellings(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    operations = tree.catalog.operations
    headers = _parameters(operations, Location.HEADER)
    queries = _parameters(operations, Location.QUERY)
    yield from _rare(places, headers, "header", set())
    yield from _rare(places, queries, "query parameter", set())
    types, bodies = _types(operations)
    yield from _rare(places, types, "type", bodies)


def _parameters(operations: Iterable[Operation], location: Location) -> Sightings:
    found: Sightings = {}
    for operation in operations:
        for parameter in operation.parameters:
            if parameter.location is location:
                pages = found.setdefault(parameter.name, {})
                pages.setdefault(operation.path, parameter.span.start)
    return found


def _types(operations: Iterable[Operation]) -> tuple[Sightings, set[str]]:
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
    return found, bodies


def _add_body(
    found: Sightings, bodies: set[str], operation: Operation, data_type: DataType | None
) -> None:
    if data_type and data_type.is_named and operation.response:
        bodies.add(data_type.written)
        found.setdefault(data_type.written, {}).setdefault(
            operation.path, operation.response.span.start
        )


def _rare(
    places: TreePlaces, names: Sightings, what: str, bodies: set[str]
) -> Iterator[Diagnostic]:
    frequent = [name for name, pages in names.items() if len(pages) >= _ENOUGH]
    if not frequent:
        return
    lower = {name.lower(): name for name in frequent}
    for name, pages in names.items():
        if len(pages) > 1 or not name or name in bodies:
            continue
        path, line = next(iter(pages.items()))
        meant = lower.get(name.lower()) or likely_meant(name, frequent)
        # A page that has both names means two things.
        if meant is None or (path in names[meant] and what != "type") or _numbered(name, meant):
            continue
        other, there = next(iter(names[meant].items()))
        message = (
            f"Only this page has a {what} `{name}`, and {len(names[meant])} others have `{meant}`."
        )
        place = places.find(path, line, name)
        related = Related(other, there, f"`{meant}` on another page.")
        fix = Edit(place.line, place.column, place.end_line, place.end_column, meant)
        exact = place.end_column - place.column == len(name)
        yield Diagnostic(
            place,
            message,
            hint=f"Write `{meant}`, if that is meant.",
            related=(related,),
            fix=(fix,) if exact and what != "type" else (),
        )


def _numbered(name: str, meant: str) -> bool:
    """Tell whether two names differ by a number, as `Line1` and `Line2`, or by a plural."""
    strip = "0123456789sS"
    return (
        name.rstrip(strip).lower() == meant.rstrip(strip).lower() and name.lower() != meant.lower()
    )


RULE = TreeRule(
    code="CS604",
    name="rare-spelling",
    severity=Severity.WARNING,
    summary="A header, query parameter or type has a name that other pages spell otherwise.",
    cause=(
        "A name that stands on one page, and differs by a letter from one that stands on many, is "
        "a slip. A server ignores a header or parameter that it does not know, and a misspelt type "
        "is a new one of which nothing is known."
    ),
    hint="Spell the name as the other pages do.",
    examples=(
        Example(
            "| notify | bool |",
            "| notfy | bool |",
            files={
                f"Depot/v1Parcel_{word}.md": parcel_page(
                    word, query="| notify | bool | Whether the receiver gets a message. |"
                )
                for word in ("Weigh", "Label", "Send")
            },
            also=("query-parameter-unknown",),
        ),
    ),
    superseded_on_line_by=(
        "unknown-type",
        "misspelt-header",
        "enumeration-values",
    ),
    check=_rare_spellings,
)
