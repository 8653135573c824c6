"""Named types, from all tables and examples: pages define some, and no page defines others."""

from callsheet.catalog.named_types.defining import TypeDefiner, define_types
from callsheet.catalog.named_types.evidence import references
from callsheet.catalog.named_types.model import (
    Contradiction,
    EvidenceSource,
    Sighting,
    TypeClaim,
    TypeDefinition,
    named_schemas,
)
from callsheet.schema.i_json import read_json

__all__ = [
    "Contradiction",
    "EvidenceSource",
    "Sighting",
    "TypeClaim",
    "TypeDefiner",
    "TypeDefinition",
    "define_types",
    "named_schemas",
    "read_json",
    "references",
]
