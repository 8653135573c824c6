"""How many values a schema leaves, where its limits can be counted out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from callsheet.schema.formats import INTEGER_BITS
from callsheet.schema.schema import Schema

if TYPE_CHECKING:
    from fractions import Fraction

Rational: TypeAlias = "int | Fraction"

MAX_LISTED = 10_000
"""Values that are listed; more of them than any array that is generated has."""

TEXT_LENGTHS: Mapping[str, tuple[int, int | None]] = {
    "date": (10, 10),
    "date-time": (19, None),
    "duration": (3, None),
    "email": (3, None),
    "hostname": (1, 253),
    "ipv4": (7, 15),
    "ipv6": (2, 45),
    "time": (9, None),
    "uri": (2, None),
    "uuid": (36, 36),
}
"""The fewest and the most characters that a text of a format has."""


def step_of(schema: Schema) -> Rational:
    """Return the step between the numbers that a schema allows; 1 where it states none."""
    step = _exact(schema.multiple_of or 1)
    # The whole multiples of 3/2 are those of 3.
    return step.numerator if schema.type == "integer" else step


def multiples(schema: Schema) -> tuple[int | None, int | None]:
    """Return the first and the last multiple of the step that the bounds of a schema allow."""
    step = step_of(schema)
    lows, highs = [], []
    if schema.minimum is not None:
        lows.append(-(-_exact(schema.minimum) // step))
    if schema.exclusive_minimum is not None:
        lows.append(_exact(schema.exclusive_minimum) // step + 1)
    if schema.maximum is not None:
        highs.append(_exact(schema.maximum) // step)
    if schema.exclusive_maximum is not None:
        highs.append(-(-_exact(schema.exclusive_maximum) // step) - 1)
    if schema.format in INTEGER_BITS:
        bound: int = 2 ** INTEGER_BITS[schema.format]
        lows.append(-(bound // step))
        highs.append((bound - 1) // step)
    return max(lows, default=None), min(highs, default=None)


def _exact(number: float) -> Rational:
    """Return a number as it is written: 0.3 is three times 0.1, though not in binary."""
    if isinstance(number, int):
        return number
    # Few pages have such bounds, and this takes as long to import as ten pages to read.
    from fractions import Fraction

    return Fraction(str(number))


def listed_values(schema: Schema) -> Sequence[Any] | None:
    """Return all values of a schema where they can be listed; None elsewhere."""
    if schema.const is not None or schema.enum:
        return schema.values
    if schema.types == ("boolean",):
        return (False, True)
    if schema.types == ("integer",):
        first, last = multiples(schema)
        if first is not None and last is not None and last - first < MAX_LISTED:
            step = int(step_of(schema))
            return range(first * step, last * step + 1, step)
    return None


def contradiction(schema: Schema) -> str:
    """Return why no value can keep the limits of a schema; empty where one can, or may be able."""
    if schema.type in ("integer", "number") and (schema.type == "integer" or schema.multiple_of):
        first, last = multiples(schema)
        if first is not None and last is not None and first > last:
            of = f"multiple of {schema.multiple_of}" if schema.multiple_of else "whole number"
            return f"no {of} is within the bounds"
    if schema.unique_items and schema.items is not None:
        values = listed_values(schema.items)
        if values is not None and (number := len(values)) < (schema.min_items or 0):
            return f"there are no more than {number} different items"
    least, most = TEXT_LENGTHS.get(schema.format, (0, None))
    if schema.max_length is not None and schema.max_length < least:
        return f"a text of the format `{schema.format}` has at least {least} characters"
    if most is not None and (schema.min_length or 0) > most:
        return f"a text of the format `{schema.format}` has at most {most} characters"
    return ""
