"""Facts about the rest of the site for a page, and a record of those that it used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from callsheet.catalog import Group
from callsheet.model import Operation

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
class Neighbours:
    """An operation's group, and the operations before and after it there."""

    group: Group
    previous: Operation | None
    following: Operation | None
