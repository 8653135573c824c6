"""What a page asks of the rest of the site, recorded while it is rendered."""

from __future__ import annotations

from typing import NamedTuple


class Dependency(NamedTuple):
    """Something that another page may change: a kind of fact, and what it is about."""

    kind: str
    name: str


class DependencyRecorder:
    """Record of one page, handed to all that takes part in its rendering.

    Attributes:
        found: What was asked for.
    """

    def __init__(self) -> None:
        self.found: set[Dependency] = set()

    def add(self, kind: str, name: str = "") -> None:
        """Record that the page depends on something."""
        self.found.add(Dependency(kind, name))
