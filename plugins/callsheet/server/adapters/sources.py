"""Sources of a server: the pages or their model, and the packs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from callsheet.catalog import Catalog
from callsheet.catalog.collected import read_collection
from callsheet.configuration import Configuration
from callsheet.docs_collections import ALL_PAGES, DocsCollection
from callsheet.export import load_model
from callsheet.server.adapters.packs import load_packs
from callsheet.server.pack import Pack


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a server gets its operations and packs from.

    Attributes:
        docs: The docs directory.
        model: A file that `callsheet export model` wrote, which is read instead of the pages.
        modules: The names of packs and of modules with behaviours; later ones override.
        folder: Where modules are searched first.
        collections: The collections of the docs directory.
        collection: The one that is served.
    """

    docs: Path
    model: Path | None = None
    modules: tuple[str, ...] = ()
    folder: Path = Path()
    collections: tuple[DocsCollection, ...] = ()
    collection: DocsCollection = ALL_PAGES

    @classmethod
    def of(
        cls, configuration: Configuration, collection: DocsCollection, packs: tuple[str, ...] = ()
    ) -> Self:
        """Return those of a collection, or of all pages where there are none.

        Args:
            configuration: Names the pages.
            collection: The collection.
            packs: Further packs.
        """
        return cls(
            configuration.docs,
            None,
            (*packs, *configuration.server_modules_of(collection)),
            configuration.folder,
            configuration.collections,
            collection,
        )

    def catalog(self) -> Catalog:
        """Read the operations.

        Raises:
            CallsheetError: They cannot be read.
        """
        if self.model:
            return load_model(self.model)
        return read_collection(self.docs, self.collections, self.collection)

    def packs(self, catalog: Catalog) -> list[Pack]:
        """Load the packs.

        Raises:
            ConfigurationError: A module cannot be used.
        """
        return load_packs(self.modules, self.folder, catalog)
