"""Named types, defined by the evidence of all pages.

Some types have a page that defines them; most only occur in tables and examples. `evidence`
collects what each page says, `merging` decides whose evidence counts and makes properties of it,
and `defining` does all of that incrementally.
"""

from callsheet.catalog.named_types.defining import TypeDefiner, define_types
from callsheet.catalog.named_types.evidence import references
from callsheet.catalog.named_types.model import (
    Contradiction,
    EvidenceSource,
    Sighting,
    TypeDefinition,
    named_schemas,
)

__all__ = [
    "Contradiction",
    "EvidenceSource",
    "Sighting",
    "TypeDefiner",
    "TypeDefinition",
    "define_types",
    "named_schemas",
    "references",
]
