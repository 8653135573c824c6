"""What values are allowed: one class, one evaluator, one generator."""

from callsheet.schema.conjunction import conjunction
from callsheet.schema.evaluate import (
    MISSING,
    Direction,
    Evaluator,
    Mismatch,
)
from callsheet.schema.schema import (
    ANYTHING,
    NOTHING,
    NULL,
    Discriminator,
    EnumValue,
    Literal,
    Property,
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
    "Property",
    "Schema",
    "conjunction",
    "enumeration",
]
