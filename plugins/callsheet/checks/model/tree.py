"""Docs tree as the rules see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from callsheet.catalog import Catalog
from callsheet.checks.model.defined_types import DefinedType, defined_types
from callsheet.checks.model.page import CheckedPage, OperationPage, Place
from callsheet.model import Operation
from callsheet.paths import stays_inside


@dataclass(frozen=True)
class Tree:
    """All pages together.

    Attributes:
        catalog: The operations and pages.
        contents: The bytes of pages that have been read already, by path.
        evidence: The digests of what its pages say about types, by path.
    """

    catalog: Catalog
    contents: Mapping[str, bytes] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def types(self) -> Mapping[str, DefinedType]:
        """The named types that tables document, by name."""
        return defined_types(self.catalog, self.evidence)

    def page(self, path: str) -> CheckedPage | OperationPage:
        """Read a page with its text, which costs about a millisecond: only to place a finding."""
        return CheckedPage.read(self.data(path), path)

    def data(self, path: str) -> bytes:
        """Return the content of a file of the tree; empty if it cannot be read."""
        if path in self.contents:
            return self.contents[path]
        if not stays_inside(self.catalog.root, path):
            return b""
        try:
            return Path(self.catalog.root, path).read_bytes()
        except OSError:
            return b""

    def line(self, operation: Operation, number: int) -> Place:
        """Return the place of a line of an operation's page."""
        return self.page(operation.path).whole_line(number)
