"""Equality and limits of JSON values, as JSON Schema defines them.

Python differs: to it, `True` is an integer and equals 1. To JSON Schema (Core, 4.2.2), 1.0 is an
integer and equals 1, and no boolean is a number.
"""

from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Any

from callsheet.memo import cached_by_identity
from callsheet.schema.schema import EnumValue, Literal, Schema


def are_equal(one: Any, other: Any) -> bool:
    """Tell whether two values are equal (Core, 4.2.2)."""
    # What Python finds different is so, which takes no time to find out.
    return bool(one == other) and _canonical(one) == _canonical(other)


def is_listed(value: Any, schema: Schema) -> bool:
    """Tell whether a value is in a schema's `enum`, and equals its `const`."""
    if schema.const is not None and _canonical(value) != _canonical(schema.const.value):
        return False
    if not schema.enum:
        return True
    return _canonical(value) in _canonical_values(schema.enum)


def has_duplicates(values: Sequence[Any]) -> bool:
    """Tell whether two of these values are equal, so that `uniqueItems` does not hold."""
    seen = set()
    for value in values:
        key = _canonical(value)
        if key in seen:
            return True
        seen.add(key)
    return False


def is_multiple(value: float, unit: float) -> bool:
    """Tell whether a number is a multiple of a unit; a unit that is not positive is ignored."""
    if unit <= 0:
        return True
    # `json` reads 1e999 as infinity, which is a multiple of nothing.
    if isinstance(value, float) and not isfinite(value):
        return False
    if isinstance(value, int) and isinstance(unit, int):
        return value % unit == 0
    # Few schemas come here, and these take as long to import as ten pages to read.
    from decimal import Decimal
    from fractions import Fraction

    # As they are written: 0.3 is three times 0.1, though not in binary.
    return Fraction(Decimal(repr(value))) % Fraction(Decimal(repr(unit))) == 0


def broken_limits(value: float, schema: Schema) -> Iterator[str]:
    """Yield the keywords of a schema's limits that a number does not keep (Validation, 6.2)."""
    if schema.minimum is not None and value < schema.minimum:
        yield "minimum"
    if schema.maximum is not None and value > schema.maximum:
        yield "maximum"
    if schema.exclusive_minimum is not None and value <= schema.exclusive_minimum:
        yield "exclusiveMinimum"
    if schema.exclusive_maximum is not None and value >= schema.exclusive_maximum:
        yield "exclusiveMaximum"
    if schema.multiple_of is not None and not is_multiple(value, schema.multiple_of):
        yield "multipleOf"


@cached_by_identity(4096)
def _canonical_values(enum: tuple[EnumValue, ...]) -> frozenset[str]:
    return frozenset(_canonical(item.value) for item in enum)


def _canonical(value: Any) -> str:
    """Write a value as JSON, so that equal values have equal texts."""
    return Literal.of(_normalized(value)).text


def _normalized(value: Any) -> Any:
    """Return a value with its whole numbers as integers, so that 1.0 equals 1."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_normalized(item) for item in value]
    if isinstance(value, dict):
        return {key: _normalized(item) for key, item in value.items()}
    return value
