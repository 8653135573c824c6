"""JSON Schema 2020-12, as far as OpenAPI 3.1 uses it: one class, one evaluator, one generator.

`schema` is the vocabulary, `evaluate` finds mismatches, `generate` makes up values, `infer` makes
schemas of examples, and `json_schema` reads and writes documents. `words` parses the way in which
pages word types, values and limits.
"""

from callsheet.schema.conjunction import conjunction
from callsheet.schema.evaluate import Evaluator
from callsheet.schema.mismatches import MISSING, Direction, Mismatch
from callsheet.schema.schema import (
    ANYTHING,
    NOTHING,
    NULL,
    Discriminator,
    EnumValue,
    Literal,
    PropertySchema,
    Schema,
    enumeration,
)

__all__ = [
    "ANYTHING",
    "MISSING",
    "NOTHING",
    "NULL",
    "Direction",
    "Discriminator",
    "EnumValue",
    "Evaluator",
    "Literal",
    "Mismatch",
    "PropertySchema",
    "Schema",
    "conjunction",
    "enumeration",
]
