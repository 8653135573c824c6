"""The named types that requests are validated against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from callsheet.catalog import Catalog
from callsheet.catalog.named_types import (
    EvidenceSource,
    TypeDefinition,
    define_types,
    named_schemas,
)
from callsheet.schema import Schema


class NamedTypes(Mapping[str, Schema]):
    """The schemas of the types that a table defines, by name.

    They are worked out when the first value of one is sent. What examples alone show may be shown
    otherwise, too, so that types without a table are some object.

    Args:
        catalog: The operations, and the pages of types.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def __getitem__(self, name: str) -> Schema:
        """Return the schema of a type."""
        return self._schemas[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names."""
        return iter(self._schemas)

    def __len__(self) -> int:
        """Return the number of types."""
        return len(self._schemas)

    def place(self, name: str) -> str:
        """Return the page and line of the first table that defines a type."""
        sightings = self._definitions[name].sightings
        table = next(sighting for sighting in sightings if sighting.source is EvidenceSource.TABLE)
        return f"{table.path}:{table.line}"

    @cached_property
    def _definitions(self) -> Mapping[str, TypeDefinition]:
        defined = define_types(self._catalog.operations, self._catalog.type_tables)
        return {
            name: definition
            for name, definition in defined.items()
            if any(sighting.source is EvidenceSource.TABLE for sighting in definition.sightings)
        }

    @cached_property
    def _schemas(self) -> Mapping[str, Schema]:
        return named_schemas(self._definitions)
