"""The model of a site's operations, as a build writes it.

This imports the server, whose libraries come with the extra `sandbox`.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from callsheet.catalog import Catalog
from callsheet.errors import ConfigurationError
from callsheet.sandbox.inside.server import InPageServer
from callsheet.sandbox.model_files import model_files
from callsheet.sandbox.models import load_model
from callsheet.sandbox.runtime import RuntimeUnavailableError
from callsheet.server.adapters.packs import load_packs
from callsheet.server.pack import Pack


def site_model(
    catalog: Catalog, packs: Sequence[str], folder: Path
) -> tuple[dict[str, bytes], list[str]]:
    """Return the files of a model by name, and which of them a server reads when it begins.

    Args:
        catalog: The operations.
        packs: The names of packs and modules, whose conventions decide what the server concludes
            from all operations.
        folder: Where the modules of the project are.

    Raises:
        RuntimeUnavailableError: A pack cannot be loaded.
    """
    try:
        known = load_packs(packs, folder, catalog)
    except ConfigurationError as error:
        raise RuntimeUnavailableError(str(error)) from error
    files = dict(model_files(catalog, known))
    return files, _read_first(files, known)


def _read_first(files: Mapping[str, bytes], packs: Sequence[Pack]) -> list[str]:
    """Return the files that a server reads when it begins, whatever it is asked for.

    Packs look at the operations that they know; a page loads those files all at once.
    """
    names: list[str] = []

    def read(name: str) -> bytes:
        names.append(name)
        return files[name]

    found = load_model(read)
    InPageServer(found.catalog, packs, conclusions=found.conclusions)
    return names
