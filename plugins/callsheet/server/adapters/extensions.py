"""Behaviours of one's own: modules that the configuration names."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from callsheet.catalog import Catalog
from callsheet.errors import ConfigurationError
from callsheet.export import load_model
from callsheet.model import Operation
from callsheet.server.engine.call import Behaviour
from callsheet.server.state import State


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a server takes from what it answers.

    Attributes:
        docs: The docs directory.
        model: A file that `callsheet export model` wrote, which is read in the place of the pages.
        behaviours: Modules of behaviours, as in an import statement.
        folder: Where these are looked for before all other places.
    """

    docs: Path
    model: Path | None = None
    behaviours: tuple[str, ...] = ()
    folder: Path = Path()

    def catalog(self) -> Catalog:
        """The operations.

        Raises:
            CallsheetError: They cannot be read.
        """
        return load_model(self.model) if self.model else Catalog.read(self.docs)

    def extensions(self, catalog: Catalog) -> list[Extension]:
        """The behaviours for the operations of the catalog.

        Raises:
            ConfigurationError: A module cannot be used.
        """
        return load_extensions(self.behaviours, self.folder, catalog)


class Extension:
    """A module's behaviours: a mapping `BEHAVIOURS` by uid, and a function `seed` if it has one.

    Raises:
        ConfigurationError: The module has no such mapping, or one of something else.
    """

    def __init__(self, module: ModuleType) -> None:
        found = getattr(module, "BEHAVIOURS", None)
        if not isinstance(found, Mapping) or not all(map(callable, found.values())):
            raise ConfigurationError(
                f"The module `{module.__name__}` needs `BEHAVIOURS`, a mapping of functions by uid."
            )
        self._behaviours: Mapping[str, Behaviour] = found
        self._seed: Callable[[State, Iterable[Operation]], None] | None = getattr(
            module, "seed", None
        )

    @property
    def BEHAVIOURS(self) -> Mapping[str, Behaviour]:  # noqa: N802 - a constant of the module
        """What operations do, by uid."""
        return self._behaviours

    def seed(self, state: State, operations: Iterable[Operation]) -> None:
        """Fills a new workspace."""
        if self._seed is not None:
            self._seed(state, operations)


def load_extensions(names: Iterable[str], folder: Path, catalog: Catalog) -> list[Extension]:
    """Loads modules of behaviours.

    Args:
        names: The modules, as in an import statement.
        folder: Where they are looked for before all other places: that of the configuration.
        catalog: The operations, each of which a behaviour must be of.

    Raises:
        ConfigurationError: A module cannot be imported, or is not as it should be.
    """
    extensions = []
    for name in names:
        extension = Extension(_import(name, folder))
        if unknown := [uid for uid in extension.BEHAVIOURS if uid not in catalog.by_uid]:
            raise ConfigurationError(
                f"The module `{name}` has a behaviour for `{unknown[0]}`, which no page documents."
            )
        extensions.append(extension)
    return extensions


def _import(name: str, folder: Path) -> ModuleType:
    place = str(folder.resolve())
    if place not in sys.path:
        sys.path.insert(0, place)
    try:
        return importlib.import_module(name)
    except Exception as error:
        # Whatever the module's own code raises: it is the user's, who wants to know which.
        raise ConfigurationError(
            f"The module `{name}` cannot be imported: {type(error).__name__}: {error}"
        ) from error
