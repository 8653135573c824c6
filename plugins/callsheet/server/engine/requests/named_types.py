"""The named types that requests are validated against."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from callsheet.catalog import Catalog
from callsheet.catalog.named_types import (
    EvidenceSource,
    define_types,
    named_schemas,
)
from callsheet.catalog.named_types.evidence import evidence_of, evidence_of_type
from callsheet.findings import Span
from callsheet.schema import Schema


@dataclass(frozen=True)
class NamedType:
    """A named type, and where it is defined.

    Attributes:
        schema: Its schema, with the lines of the table that defines it.
        path: The page of the first table that defines it, or of an example that shows it.
        line: The line of that table or example.
        lines: The lines of its rows, and of the rows that are nested in those.
    """

    schema: Schema
    path: str
    line: int
    lines: tuple[Span, ...]


class NamedTypes(Mapping[str, Schema]):
    """The schemas of the types that a table defines, by name.

    They are worked out when the first value of one is sent. What examples alone show may be shown
    otherwise, too, so that types without a table are some object, or some text where examples show
    texts.

    Args:
        catalog: The operations, and the pages of types.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def __getitem__(self, name: str) -> Schema:
        """Return the schema of a type."""
        return self.known[name].schema

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names."""
        return iter(self.known)

    def __len__(self) -> int:
        """Return the number of types."""
        return len(self.known)

    def place(self, name: str, span: Span | None = None) -> str:
        """Return the page of the first table that defines a type, and the line there.

        Args:
            name: The type.
            span: What a mismatch says of it; the table's own line stands for any other.
        """
        found = self.known[name]
        line = span.start if span is not None and span in found.lines else found.line
        return f"{found.path}:{line}"

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
    def known(self) -> Mapping[str, NamedType]:
        """The types, each with the first table that defines it."""
        catalog = self._catalog
        pages = [*map(evidence_of, catalog.documented), *map(evidence_of_type, catalog.type_tables)]
        tables = {(t.name, t.sighting): t.statements for page in pages for t in page.tables}
        found: dict[str, NamedType] = {}
        for name, definition in define_types(catalog.documented, catalog.type_tables).items():
            places = (s for s in definition.sightings if s.source is EvidenceSource.TABLE)
            if (first := next(places, None)) is None:
                plain = Schema(types=definition.schema.types)
                if plain.types and "object" not in plain.types:
                    shown = definition.sightings[0]
                    found[name] = NamedType(plain, shown.path, shown.line, ())
                continue
            rows = {s.name: Span(s.sighting.line, s.sighting.line) for s in tables[name, first]}
            within = [span for s in tables[name, first] for span in _spans_within(s.schema)]
            schema = definition.schema.replace(
                properties=tuple(
                    replace(item, span=rows.get(item.name)) for item in definition.properties
                )
            )
            lines = tuple(dict.fromkeys((*rows.values(), *within)))
            found[name] = NamedType(schema, first.path, first.line, lines)
        return found


def _spans_within(schema: Schema) -> Iterator[Span]:
    """Yield the lines of the rows that are nested in a row with this schema."""
    for item in schema.properties:
        if item.span is not None:
            yield item.span
        yield from _spans_within(item.schema)
    for inner in (schema.items, schema.additional_properties):
        if inner is not None:
            yield from _spans_within(inner)
