"""What reading an operation needs of its document."""

from __future__ import annotations

from dataclasses import dataclass

from callsheet.importing.bodies import Bodies
from callsheet.importing.notes import Notes
from callsheet.importing.references import Resolver
from callsheet.importing.rows import Rows
from callsheet.importing.schemas import Schemas


@dataclass(frozen=True, slots=True)
class Context:
    """The readers of a document's parts.

    Attributes:
        resolver: Follows references.
        schemas: Reads schemas.
        rows: Words them.
        bodies: Describes bodies.
        notes: Takes what the page format cannot say.
    """

    resolver: Resolver
    schemas: Schemas
    rows: Rows
    bodies: Bodies
    notes: Notes

    @classmethod
    def of(cls, resolver: Resolver, notes: Notes) -> Context:
        """The readers of the document of a resolver."""
        schemas = Schemas(resolver, notes)
        rows = Rows(resolver, schemas, notes)
        return cls(resolver, schemas, rows, Bodies(resolver.root, schemas, rows, notes), notes)
