"""Values of named types, which no page defines, against what tables of other pages say of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from callsheet.catalog import Catalog
from callsheet.contract import data_type_of
from callsheet.model import DataType
from callsheet.server.problems import Violation, shorten
from callsheet.typedefs import Source, TypeDefinition, define_types
from callsheet.values import expected

MAX_DEPTH = 8
"""How deep named types are followed into each other."""


class NamedTypes:
    """The named types of a catalog; they are worked out when the first value of one is sent."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def violations(
        self, name: str, value: Any, data_type: DataType | None, depth: int = 0
    ) -> Iterator[Violation]:
        """What in a value contradicts the tables of its type; null is a value of every type.

        Args:
            name: Where the value is, such as `CreatedBy`.
            value: What was sent.
            data_type: Its documented type; for one that is not named nothing is checked here.
            depth: How many named types it is within.
        """
        if data_type is None or not data_type.is_named or not isinstance(value, dict):
            return
        definition = self._tabled.get(data_type.name)
        if definition is None or depth > MAX_DEPTH:
            return
        table = next(s for s in definition.sightings if s.source is Source.TABLE)
        for item in definition.properties:
            inner, inner_type = value.get(item.name), data_type_of(item.schema)
            if inner is None:
                continue
            place = f"{name}.{item.name}"
            if expectation := expected(inner, inner_type):
                documented = f"{table.path}:{table.line}"
                yield Violation("body", place, expectation, shorten(inner), documented)
            else:
                yield from self.violations(place, inner, inner_type, depth + 1)

    @cached_property
    def _tabled(self) -> Mapping[str, TypeDefinition]:
        """The types that a table defines; what examples alone show may be shown otherwise, too."""
        return {
            name: definition
            for name, definition in define_types(
                self._catalog.operations, self._catalog.type_tables
            ).items()
            if any(sighting.source is Source.TABLE for sighting in definition.sightings)
        }
