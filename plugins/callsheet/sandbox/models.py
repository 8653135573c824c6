"""What the server in the page answers from: the operations of a site, in files by group."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from callsheet.catalog import Catalog
from callsheet.codec import Decoder, Encoder
from callsheet.model import Operation, TypeTable

MAX_OPERATIONS = 100
"""The largest number of operations in a file. One with so many has some 100 kB compressed."""


@dataclass(frozen=True)
class _Part:
    """The content of a file."""

    operations: tuple[Operation, ...]
    types: tuple[TypeTable, ...]


def model_files(catalog: Catalog) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a catalog: name and content.

    Their order by name is that of the operations, which decides between operations of one route.
    """
    for number, part in enumerate(_parts(catalog)):
        encoder = Encoder()
        encoded = encoder.encode(part, _Part)
        plain = {"tables": encoder.tables(), "part": encoded}
        text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
        yield f"{number:04}.json", text.encode("utf-8", "surrogatepass")


def load_catalog(files: Iterable[Path]) -> Catalog:
    """Load the catalog of some files, in their order.

    Raises:
        OSError: One cannot be read.
        LookupError, TypeError, ValueError: One is damaged, or of another version.
    """
    operations: list[Operation] = []
    types: list[TypeTable] = []
    for file in files:
        plain = json.loads(file.read_bytes().decode("utf-8", "surrogatepass"))
        part = Decoder(plain["tables"]).decode(plain["part"], _Part)
        operations += part.operations
        types += part.types
    return Catalog(Path(), (), tuple(operations), (), tuple(types))


def _parts(catalog: Catalog) -> Iterator[_Part]:
    types = catalog.type_tables
    for _, group in groupby(catalog.documented, key=lambda operation: operation.group):
        operations = [replace(each, front_matter=_plain(each)) for each in group]
        for first in range(0, len(operations), MAX_OPERATIONS):
            yield _Part(tuple(operations[first : first + MAX_OPERATIONS]), types)
            # All types are in the first file.
            types = ()
    if types:
        yield _Part((), types)


def _plain(operation: Operation) -> dict[str, object]:
    """Return what a page says of its samples, which is all that a server needs to know."""
    chosen = operation.front_matter.get("samples")
    return {} if chosen is None else {"samples": json.loads(json.dumps(chosen, default=str))}
