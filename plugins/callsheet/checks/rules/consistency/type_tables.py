"""Tables of response bodies with a named type, type by type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from callsheet.model import Operation, Property, SectionKind


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

    def alike(self, other: PageTypeTable) -> bool:
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
    return {name: _split(tables) for name, tables in found.items()}


def _split(tables: list[PageTypeTable]) -> TypeTables:
    if len(tables) == 1:
        return TypeTables(tables)
    frequent = Counter(table.names for table in tables).most_common(1)[0][0]
    leader = next(table for table in tables if table.names == frequent)
    split = TypeTables()
    for table in tables:
        (split.usual if table.alike(leader) else split.odd).append(table)
    return split
