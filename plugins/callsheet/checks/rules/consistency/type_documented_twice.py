"""A named type whose tables on two pages have next to nothing in common."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.tree import Tree
from callsheet.checks.model.tree_places import TreePlaces
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.checks.rules.consistency.majority import other_pages
from callsheet.checks.rules.consistency.type_tables import PageTypeTable, type_tables
from callsheet.checks.rules.example_pages import parcel_page
from callsheet.findings import Related, Severity

MAX_TABLES = 100
"""Limit of tables of one type that are compared with each other, which takes quadratic time."""


def _types_documented_twice(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    by_type = type_tables(tree.catalog.operations)
    disputed = {name for name, tables in by_type.items() if tables.odd}
    elsewhere = {t.names for name in by_type.keys() - disputed for t in by_type[name].usual}
    for name in sorted(disputed):
        usual, odd = by_type[name].usual, by_type[name].odd
        if len(usual) + len(odd) <= MAX_TABLES:
            yield from _of_type(places, name, usual, odd, elsewhere)


def _of_type(
    places: TreePlaces,
    name: str,
    usual: list[PageTypeTable],
    odd: list[PageTypeTable],
    elsewhere: set[frozenset[str]],
) -> Iterator[Diagnostic]:
    wrong = odd
    if len(usual) <= len(odd):
        # Without a majority, each page's table is odd to the others, but that of another type is
        # the one whose heading is wrong.
        both = [*usual, *odd]
        wrong = [table for table in both if table.names in elsewhere] or both
    for table in wrong:
        other = next(t for t in (*usual, *odd) if not t.alike(table))
        count = len([t for t in (*usual, *odd) if not t.alike(table)])
        message = (
            f"The table of `{name}` has next to nothing in common with that {other_pages(count)}."
        )
        related = Related(other.path, other.line, f"`{name}` with {_some(other)}.")
        place = places.find(table.path, table.line, name)
        yield Diagnostic(place, message, related=(related,))


def _some(table: PageTypeTable) -> str:
    names = [f"`{row.name}`" for row in table.rows]
    return ", ".join(names[:3]) + (" and others" if len(names) > 3 else "")


RULE = TreeRule(
    code="CS601",
    name="type-documented-twice",
    severity=Severity.WARNING,
    summary="Two pages give the name of one type to tables that have next to nothing in common.",
    cause=(
        "`Response body: NAME` says that the table below it describes the type NAME. Where two "
        "such tables differ in most of their properties, one of them is another type: a heading "
        "was copied, or a generator slipped. Nothing can be said of the type then."
    ),
    hint="Correct the name of the type in the heading of the wrong page.",
    examples=(
        Example(
            files={
                "Depot/v1Parcel_Newest.md": parcel_page(
                    "Newest",
                    rows={
                        "Sender": ("string", "Who sent it.", '"Ann"'),
                        "Way": ("string", "Its way.", '"by sea"'),
                    },
                )
            }
        ),
    ),
    superseded_by=("broken-table", "misspelt-column"),
    check=_types_documented_twice,
)
