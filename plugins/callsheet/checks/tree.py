"""A docs tree as the rules see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from callsheet.catalog import Catalog
from callsheet.checks.page import CheckedPage, OperationPage, Place
from callsheet.model import Operation
from callsheet.typedefs import TypeDefinition, define_types


@dataclass(frozen=True)
class Tree:
    """All pages together.

    Attributes:
        catalog: The operations and pages.
        replaced: What is checked in the place of some pages' files, by path.
    """

    catalog: Catalog
    replaced: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def types(self) -> Mapping[str, TypeDefinition]:
        """The named types, as all pages together show them."""
        return define_types(self.catalog.operations, self.catalog.type_tables)

    def page(self, path: str) -> CheckedPage | OperationPage:
        """Reads a page with its text, which costs about a millisecond: only to place a finding."""
        return CheckedPage.read(self.data(path), path)

    def data(self, path: str) -> bytes:
        """The content of a page or another file of the tree; empty where it cannot be read."""
        if path in self.replaced:
            return self.replaced[path]
        try:
            return Path(self.catalog.root, path).read_bytes()
        except OSError:
            return b""

    def line(self, operation: Operation, number: int) -> Place:
        """A line of an operation's page."""
        return self.page(operation.path).whole_line(number)
