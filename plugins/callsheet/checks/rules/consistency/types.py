"""Named types that pages define or document in different ways."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree, TreePlaces
from callsheet.checks.rule import Diagnostic, Example, tree_rule
from callsheet.checks.rules.consistency.majority import other_pages
from callsheet.checks.rules.specimen import parcel_page
from callsheet.findings import Related, Severity
from callsheet.model import Operation, Property, SectionKind, TypeTable
from callsheet.schema.endless import endless_types
from callsheet.schema.infer import is_stated


@dataclass(frozen=True, slots=True)
class PageTypeTable:
    """Table of a page that describes a named type.

    Attributes:
        operation: The page.
        rows: Its rows.
        names: Their names.
    """

    operation: Operation
    rows: tuple[Property, ...]
    names: frozenset[str]

    @property
    def path(self) -> str:
        """The page."""
        return self.operation.path

    @property
    def line(self) -> int:
        """The heading that names the type, else the line before the table."""
        bodies = (s for s in self.operation.sections if s.kind is SectionKind.RESPONSE_BODY)
        section = next(bodies, None)
        if section is not None:
            return section.span.start
        response = self.operation.response
        return response.span.start if response else self.rows[0].span.start

    def alike(self, other: "PageTypeTable") -> bool:
        """Tell whether at least half of all properties are in both."""
        return 2 * len(self.names & other.names) >= len(self.names | other.names)


@dataclass(slots=True)
class TypeTables:
    """Tables of one type: those similar to the most frequent one, and the others."""

    usual: list[PageTypeTable] = field(default_factory=list)
    odd: list[PageTypeTable] = field(default_factory=list)


def type_tables(operations: Iterable[Operation]) -> Mapping[str, TypeTables]:
    """Return the tables by the type's name."""
    found: dict[str, list[PageTypeTable]] = {}
    for operation in operations:
        response = operation.response
        if response is None or not response.properties:
            continue
        data_type = response.body_type or response.type
        if data_type is not None and data_type.is_named:
            names = frozenset(row.name for row in response.properties)
            table = PageTypeTable(operation, response.properties, names)
            found.setdefault(data_type.name, []).append(table)
    return {name: _typed_tables(tables) for name, tables in found.items()}


def _typed_tables(tables: list[PageTypeTable]) -> TypeTables:
    if len(tables) == 1:
        return TypeTables(tables)
    frequent = Counter(table.names for table in tables).most_common(1)[0][0]
    leader = next(table for table in tables if table.names == frequent)
    split = TypeTables()
    for table in tables:
        (split.usual if table.alike(leader) else split.odd).append(table)
    return split


def _statements(table: TypeTable) -> frozenset[tuple[str, object]]:
    return frozenset((row.name, row.schema) for row in table.properties)


_FRONT = "---\ntitle: Person\ndefines: Person\n---\n\n# Person\n\n"
_HEAD = "| Property Name | Type | Description |\n| --- | --- | --- |\n"


@Example(
    files={
        "one.md": f"{_FRONT}{_HEAD}| Name | string | The name. |\n",
        "two.md": f"{_FRONT}{_HEAD}| Age | int32 | In years. |\n",
    },
    also=("rare-spelling",),
)
@tree_rule(
    code="CS610",
    name="type-defined-twice",
    severity=Severity.ERROR,
    summary="Two pages define one type, and say different things of it.",
    cause=(
        "A page whose front matter says `defines` settles what a type is. With two of them, it is "
        "the order of the files that decides. Mostly a page was copied and its name was kept."
    ),
    hint="Give the types names of their own, or make one page of the two.",
    subject=Subject.NAMED_TYPES,
)
def _types_defined_twice(tree: Tree) -> Iterator[Diagnostic]:
    first: dict[str, TypeTable] = {}
    for table in tree.catalog.type_tables:
        other = first.setdefault(table.name, table)
        if other is table or _statements(other) == _statements(table):
            continue
        page = tree.page(table.path)
        place = page.find(page.document.line_of_key("defines"), table.name)
        message = (
            f"`{table.name}` is defined by `{other.path}` already, and has other properties there."
        )
        related = Related(other.path, other.span.start, "the first definition")
        yield Diagnostic(place, message, related=(related,))


MAX_TABLES = 100
"""Limit of tables of one type that are compared with each other, which takes quadratic time."""


@Example(
    files={
        "Depot/v1Parcel_Newest.md": parcel_page(
            "Newest",
            rows={
                "Sender": ("string", "Who sent it.", '"Ann"'),
                "Way": ("string", "Its way.", '"by sea"'),
            },
        )
    }
)
@tree_rule(
    code="CS601",
    name="type-documented-twice",
    summary="Two pages give the name of one type to tables that have next to nothing in common.",
    cause=(
        "`Response body: NAME` says that the table below it describes the type NAME. Where two "
        "such tables differ in most of their properties, one of them is another type: a heading "
        "was copied, or a generator slipped. Nothing can be said of the type then."
    ),
    hint="Correct the name of the type in the heading of the wrong page.",
    superseded_by=("broken-table", "misspelt-column"),
    applies_to_imports=False,
    subject=Subject.OPERATIONS,
)
def _types_documented_twice(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    by_type = type_tables(tree.catalog.documented)
    disputed = {name for name, tables in by_type.items() if tables.odd}
    elsewhere = {t.names for name in by_type.keys() - disputed for t in by_type[name].usual}
    for name in sorted(disputed):
        usual, odd = by_type[name].usual, by_type[name].odd
        if len(usual) + len(odd) <= MAX_TABLES:
            yield from _contradictory_tables(places, name, usual, odd, elsewhere)


def _contradictory_tables(
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
        related = Related(other.path, other.line, f"`{name}` with {_some_names(other)}")
        place = places.find(table.path, table.line, name)
        yield Diagnostic(place, message, related=(related,))


def _some_names(table: PageTypeTable) -> str:
    names = [f"`{row.name}`" for row in table.rows]
    return ", ".join(names[:3]) + (" and others" if len(names) > 3 else "")


_PAGE = """---
title: Branch
defines: Branch
---

# Branch

| Property Name | Type | Description |
| --- | --- | --- |
| Fork | Branch | What grows on it. **Required** |
"""


@Example(files={"types/Branch.md": _PAGE})
@tree_rule(
    code="CS611",
    name="endless-type",
    severity=Severity.ERROR,
    summary="Each value of a named type requires another one within itself.",
    cause=(
        "A type that requires itself, directly or through other types, has no value: there is "
        "always one more to be written. No example and no sample can fit, and the reference server "
        "refuses every request that has such a value."
    ),
    hint="Let one of the properties on the way be left out, be null, or be an array.",
    subject=Subject.NAMED_TYPES,
)
def _endless_types(tree: Tree) -> Iterator[Diagnostic]:
    types = tree.types
    endless = endless_types({name: found.schema for name, found in types.items()})
    places = TreePlaces(tree)
    for name in sorted(endless):
        defined = types[name]
        required = [item for item in defined.schema.properties if item.required]
        stated = [f"`{item.name}`" for item in required if is_stated(item.schema)]
        message = f"No value can be a `{name}`: what it requires never ends."
        if len(stated) == 1:
            message = (
                f"No value can be a `{name}`: the property {stated[0]} that it requires never ends."
            )
        yield Diagnostic(places.find(defined.path, defined.line(tree.catalog), name), message)
