"""An OpenAPI document as the pages that an import writes for it."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jsonpointer import escape, unescape

from callsheet.catalog import Catalog
from callsheet.diff.callbacks import pair_outgoing
from callsheet.diff.model import DocsTree
from callsheet.diff.pairing import Key, OperationPair, match, wire_route
from callsheet.importing import Imported, Specification, import_openapi
from callsheet.importing.files import page_texts
from callsheet.importing.references import SpecNode
from callsheet.model import Operation
from callsheet.source import read_page


@dataclass(frozen=True)
class SourceDocument:
    """A document and its pages.

    Attributes:
        name: The file's name.
        root: The document.
        imported: What the import read.
        texts: The text of each page by path, overviews included.
    """

    name: str
    root: SpecNode
    imported: Imported
    texts: Mapping[str, str]

    @classmethod
    def of(cls, specification: Specification) -> "SourceDocument":
        """Import a document in memory.

        Raises:
            ConfigurationError: It goes beyond a limit.
        """
        imported = import_openapi(specification)
        # The document is compared as pages, which are read as those of authors are. So both sides
        # have lost the same, and what no page can say does not count as a difference.
        texts = dict(page_texts(imported, []))
        root = SpecNode(specification.document, "")
        return cls(specification.name, root, imported, texts)

    @cached_property
    def catalog(self) -> Catalog:
        """The operations and types of its pages, as they are read back."""
        readings = (read_page(text.encode(), path) for path, text in self.texts.items())
        return Catalog.of(Path(self.name), readings)

    def pointer(self, name: str) -> str:
        """Return the JSON pointer to an operation or type."""
        return self.imported.pointers.get(name, "")

    def node(self, pointer: str) -> SpecNode:
        """Return the node at a pointer; an empty one where there is none."""
        keys = [unescape(key) for key in pointer.split("/")[1:]]
        return self.root.inner(*keys)

    def operation_id(self, operation: Operation) -> str:
        """Return the `operationId` that the document gives to one of its operations, if any."""
        return self.node(self.pointer(operation.uid)).text("operationId")

    def pairs(
        self, operations: tuple[Operation, ...], prefix: str = ""
    ) -> tuple[list[OperationPair], list[Operation], list[Operation]]:
        """Match the document's operations with those of pages.

        They are matched by name, then by method and route. The names of path parameters don't
        count.

        Args:
            operations: The operations of pages.
            prefix: The prefix of the paths of these pages.

        Returns:
            The pairs, the operations of the document without a page, and those of pages only.
        """
        found, missing, extra = match(self.catalog.operations, operations, self._keys)
        return [OperationPair(old, new, "", prefix) for old, new in found], missing, extra

    def outgoing_pairs(
        self, catalog: Catalog
    ) -> tuple[list[OperationPair], list[Operation], list[Operation]]:
        """Match the document's webhooks and callbacks with those of pages, as `pairs` does."""
        return pair_outgoing(DocsTree(self.catalog, ""), DocsTree(catalog, ""))

    @cached_property
    def _keys(self) -> tuple[Key, ...]:
        own = set(map(id, self.catalog.operations))

        def name(operation: Operation) -> Hashable:
            # A name that the import made up is not evidence.
            is_given = id(operation) not in own or self.operation_id(operation)
            return name_of(operation) if is_given else None

        return name, lambda o: (o.method, wire_route(o)), lambda o: (o.method, o.route.shape)

    def part(self, operation: Operation, key: str, about: str) -> str:
        """Return the JSON pointer to a part of an operation.

        Args:
            operation: The operation.
            key: The key of the part, such as `responses`.
            about: Words about what is in it; names in them are in code spans.
        """
        pointer = self.pointer(operation.uid)
        place = self.node(pointer)
        if key not in place.node:
            return pointer
        if isinstance(place.get(key), list):
            for number, item in enumerate(place.listed(key)):
                if f"`{item.text('name')}`" in about:
                    return f"{pointer}/{key}/{number}"
        for name, _ in place.entries(key) if isinstance(place.get(key), Mapping) else ():
            if f"`{name}`" in about:
                return f"{pointer}/{key}/{escape(name)}"
        return f"{pointer}/{key}"


def name_of(operation: Operation) -> str:
    """Return the name of an operation in programs."""
    return operation.operation_id or operation.uid
