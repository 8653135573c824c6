"""The readers that an import shares."""

from dataclasses import dataclass, field

from callsheet.importing.notes import ImportNotes
from callsheet.importing.operation.bodies import Bodies
from callsheet.importing.operation.rows import Describer
from callsheet.importing.operation.schemas import Schemas
from callsheet.importing.references import Resolver


@dataclass(frozen=True, slots=True)
class ImportContext:
    """The readers of a document's parts.

    Attributes:
        resolver: Follows references.
        schemas: Reads schemas.
        rows: Describes schemas.
        bodies: Describes bodies.
        notes: Collects findings about what a page cannot express.
        uids: The uids of operations by `operationId` and by JSON pointer, for links.
    """

    resolver: Resolver
    schemas: Schemas
    rows: Describer
    bodies: Bodies
    notes: ImportNotes
    uids: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, resolver: Resolver, notes: ImportNotes) -> "ImportContext":
        """Create the readers for the document of a resolver."""
        schemas = Schemas(resolver, notes)
        rows = Describer(resolver, schemas, notes)
        return cls(resolver, schemas, rows, Bodies(resolver, schemas, rows, notes), notes)
