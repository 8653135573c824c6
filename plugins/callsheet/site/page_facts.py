"""Facts about the rest of the site for a page, and a record of those that it used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from callsheet.catalog import Group
from callsheet.catalog.named_types import TypeDefinition
from callsheet.model import Operation
from callsheet.schema import Schema

APART = "\0"  # Between the folder of a collection and the name of what a page there depends on.


class Dependency(NamedTuple):
    """Something that another page may change: a kind of fact, and what it is about."""

    kind: str
    name: str


class DependencyRecorder:
    """Record of what one page asks of the rest of the site while it is rendered."""

    def __init__(self) -> None:
        self.found: set[Dependency] = set()
        self.folder = ""

    def add(self, kind: str, name: str = "") -> None:
        """Record that the page depends on something in its collection."""
        self.found.add(Dependency(kind, f"{self.folder}{APART}{name}" if self.folder else name))


@dataclass(frozen=True, slots=True)
class RecordedTypes(Mapping[str, Schema]):
    """The schemas of named types; a page depends on those that it is asked for."""

    types: Mapping[str, TypeDefinition]
    recorder: DependencyRecorder

    def __contains__(self, name: object) -> bool:
        """Tell whether there is a type of that name."""
        self.recorder.add("type", str(name))
        return name in self.types

    def __getitem__(self, name: str) -> Schema:
        """Return the schema of a type."""
        self.recorder.add("type", name)
        return self.types[name].schema

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self.types)

    def __len__(self) -> int:
        """Return the number of types."""
        return len(self.types)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """An operation's group, and the operations before and after it there."""

    group: Group
    previous: Operation | None
    following: Operation | None
