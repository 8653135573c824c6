"""The named types that requests are validated against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from callsheet.catalog import Catalog
from callsheet.catalog.named_types import (
    EvidenceSource,
    Sighting,
    TypeDefinition,
    define_types,
    named_schemas,
)
from callsheet.catalog.named_types.evidence import evidence_of, evidence_of_type
from callsheet.findings import Span
from callsheet.schema import Schema


class _FirstTable(NamedTuple):
    """A table that defines a type: its place, its rows by name, and the rows within those."""

    sighting: Sighting
    rows: Mapping[str, Span]
    within: Set[Span]


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

    def place(self, name: str, span: Span | None = None) -> str:
        """Return the page of the first table that defines a type, and the line there.

        Args:
            name: The type.
            span: What a mismatch says of it; the table's own line stands for any other.
        """
        table, spans, within = self._tables[name]
        is_there = span is not None and (span in spans.values() or span in within)
        line = span.start if span and is_there else table.line
        return f"{table.path}:{line}"

    @cached_property
    def demanded(self) -> Mapping[str, Schema]:
        """The types that pages of their own define, with required properties alone.

        What is stored needs no others. The types that no page defines are left out: to infer them
        takes seconds for thousands of operations, and a server is to be ready at once.
        """
        defined = named_schemas(define_types((), self._catalog.type_tables))
        return {
            name: schema.replace(properties=tuple(p for p in schema.properties if p.required))
            for name, schema in defined.items()
        }

    @cached_property
    def _definitions(self) -> Mapping[str, TypeDefinition]:
        defined = define_types(self._catalog.documented, self._catalog.type_tables)
        return {
            name: definition
            for name, definition in defined.items()
            if any(sighting.source is EvidenceSource.TABLE for sighting in definition.sightings)
        }

    @cached_property
    def _tables(self) -> Mapping[str, _FirstTable]:
        """The first table that defines each type."""
        catalog = self._catalog
        pages = [*map(evidence_of, catalog.documented), *map(evidence_of_type, catalog.type_tables)]
        tables = {(t.name, t.sighting): t.statements for page in pages for t in page.tables}
        first = {
            name: next(each for each in definition.sightings if each.source is EvidenceSource.TABLE)
            for name, definition in self._definitions.items()
        }
        return {
            name: _FirstTable(
                sighting,
                {s.name: Span(s.sighting.line, s.sighting.line) for s in tables[name, sighting]},
                {span for s in tables[name, sighting] for span in _spans_within(s.schema)},
            )
            for name, sighting in first.items()
        }

    @cached_property
    def _schemas(self) -> Mapping[str, Schema]:
        """The schemas, with the lines of the tables that `place` names."""
        return {
            name: schema.replace(
                properties=tuple(
                    replace(item, span=self._tables[name].rows.get(item.name))
                    for item in schema.properties
                )
            )
            for name, schema in named_schemas(self._definitions).items()
        }


def _spans_within(schema: Schema) -> Iterator[Span]:
    """Yield the lines of the rows that are nested in a row with this schema."""
    for item in schema.properties:
        if item.span is not None:
            yield item.span
        yield from _spans_within(item.schema)
    for inner in (schema.items, schema.additional_properties):
        if inner is not None:
            yield from _spans_within(inner)
