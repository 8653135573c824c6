"""Named types, from all tables and examples: pages define some, and no page defines others."""

from callsheet.schema.i_json import read_json
from callsheet.typedefs.defining import TypeDefiner, define_types
from callsheet.typedefs.evidence import references
from callsheet.typedefs.model import (
    Claim,
    Contradiction,
    Sighting,
    Source,
    TypeDefinition,
    named_schemas,
)

__all__ = [
    "Claim",
    "Contradiction",
    "Sighting",
    "Source",
    "TypeDefiner",
    "TypeDefinition",
    "define_types",
    "named_schemas",
    "read_json",
    "references",
]
