"""What a server is built from: the pages or their model, and the packs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from callsheet.catalog import Catalog
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
    """

    docs: Path
    model: Path | None = None
    modules: tuple[str, ...] = ()
    folder: Path = Path()

    def catalog(self) -> Catalog:
        """Read the operations.

        Raises:
            CallsheetError: They cannot be read.
        """
        return load_model(self.model) if self.model else Catalog.read(self.docs)

    def packs(self, catalog: Catalog) -> list[Pack]:
        """Load the packs.

        Raises:
            ConfigurationError: A module cannot be used.
        """
        return load_packs(self.modules, self.folder, catalog)
