"""Packs and behaviours that the configuration names, loaded as Python modules."""

import importlib
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType

from callsheet.catalog import Catalog
from callsheet.docs_collections import PACKS, is_own_pack
from callsheet.errors import ConfigurationError
from callsheet.server.pack import Pack


def load_packs(names: Iterable[str], folder: Path, catalog: Catalog) -> list[Pack]:
    """Load packs and modules with behaviours.

    Args:
        names: Packs that come with Callsheet, and modules as in an import
            statement.
        folder: Where modules are searched first: the folder of the configuration.
        catalog: The operations, which must include each one that a module has a behaviour for.

    Raises:
        ConfigurationError: A module cannot be imported, or defines no pack.
    """
    packs = []
    for name in names:
        pack = _pack_of(_import(name, folder))
        known = pack.behaviours(catalog.operations)
        if unknown := [uid for uid in known if uid not in catalog.by_uid]:
            raise ConfigurationError(
                f"The module `{name}` has a behaviour for `{unknown[0]}`, which no page documents."
            )
        packs.append(pack)
    return packs


def _pack_of(module: ModuleType) -> Pack:
    """Return a module's `PACK`, or make one of its `BEHAVIOURS` and `seed`."""
    pack = getattr(module, "PACK", None)
    if isinstance(pack, Pack):
        return pack
    behaviours = getattr(module, "BEHAVIOURS", None)
    if not isinstance(behaviours, Mapping) or not all(map(callable, behaviours.values())):
        raise ConfigurationError(
            f"The module `{module.__name__}` needs `BEHAVIOURS`, a mapping of functions by uid,"
            " or `PACK`, a `callsheet.server.pack.Pack`."
        )
    seed = getattr(module, "seed", None)
    pack = Pack(behaviours=lambda _operations: behaviours)
    return pack if seed is None else Pack(pack.behaviours, seed)


def _import(name: str, folder: Path) -> ModuleType:
    # It stays on the path: a behaviour may import a module next to it when it is first called.
    place = str(folder.resolve())
    if place not in sys.path:
        sys.path.insert(0, place)
    is_own = is_own_pack(name)
    try:
        return importlib.import_module(f"{PACKS}.{name}.pack" if is_own else name)
    except Exception as error:
        if is_own and isinstance(error, ModuleNotFoundError):
            raise ConfigurationError(
                f"The pack `{name}` needs `{error.name}`: pip install 'mkdocs-callsheet[{name}]'"
            ) from error
        # Code of the user's own may raise anything; the user wants to know which module did.
        raise ConfigurationError(
            f"The module `{name}` cannot be imported: {type(error).__name__}: {error}"
        ) from error
