"""Compares the limits of numbers, lengths and counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from callsheet.diff.model import Sides, sentence
from callsheet.diff.types import Relation, SchemaChange, levels
from callsheet.schema import Schema

_Bound = tuple[float, bool]
"""A limit, and whether it is exclusive."""


@dataclass(frozen=True, slots=True)
class _Side:
    """A lower or upper limit.

    Attributes:
        of: Returns the limit of a schema, if it has one.
        lower: Whether it is a lower limit.
        noun: The limited quantity.
        unit: The words after the number.
        has: Whether a sentence says that values "have" the quantity, not that they "are" so long.
    """

    of: Callable[[Schema], _Bound | None]
    lower: bool
    noun: str
    unit: str = ""
    has: bool = False

    def words(self, bound: _Bound) -> str:
        number, beyond = bound
        if self.unit:
            unit = _SINGULAR[self.unit] if number == 1 else self.unit
            return f"{'at least' if self.lower else 'at most'} {_number(number)} {unit}"
        ways = ("above", "at least") if self.lower else ("below", "at most")
        return f"{ways[0] if beyond else ways[1]} {_number(number)}"

    def relation(self, old: _Bound | None, new: _Bound | None) -> Relation:
        if new is None or old is None:
            return Relation.WIDER if new is None else Relation.NARROWER
        (was, was_beyond), (now, now_beyond) = old, new
        if was == now:
            return Relation.NARROWER if now_beyond and not was_beyond else Relation.WIDER
        return Relation.NARROWER if (now > was) is self.lower else Relation.WIDER


def _lowest(schema: Schema) -> _Bound | None:
    bounds = [(schema.minimum, False), (schema.exclusive_minimum, True)]
    known = [(bound, beyond) for bound, beyond in bounds if bound is not None]
    return max(known, default=None)


def _highest(schema: Schema) -> _Bound | None:
    bounds = [(schema.maximum, False), (schema.exclusive_maximum, True)]
    known = [(bound, beyond) for bound, beyond in bounds if bound is not None]
    return min(known, key=lambda known: (known[0], not known[1]), default=None)


def _count(name: str) -> Callable[[Schema], _Bound | None]:
    def of(schema: Schema) -> _Bound | None:
        count = getattr(schema, name)
        return None if count is None else (count, False)

    return of


_SIDES = (
    _Side(_lowest, True, "value"),
    _Side(_highest, False, "value"),
    _Side(_count("min_length"), True, "length", "characters long"),
    _Side(_count("max_length"), False, "length", "characters long"),
    _Side(_count("min_items"), True, "number of items", "items long"),
    _Side(_count("max_items"), False, "number of items", "items long"),
    _Side(_count("min_properties"), True, "number of properties", "properties", has=True),
    _Side(_count("max_properties"), False, "number of properties", "properties", has=True),
)
_SINGULAR = {
    "characters long": "character long",
    "items long": "item long",
    "properties": "property",
}


def limit_changes(noun: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
    """Yield the changes of the limits of numbers, lengths and counts."""
    for side in _SIDES:
        was, now = side.of(old), side.of(new)
        if was == now:
            continue
        limit = f"no {'lower' if side.lower else 'upper'} limit of its {side.noun}"
        before = f"{'had' if side.has else 'was'} {side.words(was)}" if was else f"had {limit}"
        after = f"{'has' if side.has else 'is'} {side.words(now)}" if now else f"has {limit}"
        message = f"{sentence(noun)} {after} now, and {before}."
        shown = (side.words(bound) if bound else "" for bound in (was, now))
        about = f"the {'lower' if side.lower else 'upper'} limit of {noun}"
        yield _limit(side.relation(was, now), message, Sides(about, *shown))
    if old.unique_items != new.unique_items:
        says = "must all be different now" if new.unique_items else "may be alike now"
        relation = Relation.NARROWER if new.unique_items else Relation.WIDER
        words = {True: "required", False: "not required"}
        about = f"the uniqueness of the items of {noun}"
        sides = Sides(about, words[old.unique_items], words[new.unique_items])
        yield _limit(relation, f"The items of {noun} {says}.", sides)
    if old.multiple_of != new.multiple_of:
        before, after = (
            f"a multiple of {_number(m)}" if m else "any number"
            for m in (old.multiple_of, new.multiple_of)
        )
        relation = _of_multiples(old.multiple_of, new.multiple_of)
        message = f"{sentence(noun)} is {after} now, and was {before}."
        yield _limit(relation, message, Sides(noun, before, after))


def _number(number: float) -> str:
    """Write a number; an integer with all its digits, which a float might lack."""
    return str(number) if isinstance(number, int) else f"{number:.15g}"


def _limit(relation: Relation, message: str, sides: Sides) -> SchemaChange:
    what = "limit-loosened" if relation is Relation.WIDER else "limit-tightened"
    return SchemaChange(what, levels(relation), message, sides)


def _of_multiples(old: float | None, new: float | None) -> Relation:
    if old is None or new is None:
        return Relation.WIDER if new is None else Relation.NARROWER
    if new % old == 0:
        return Relation.NARROWER
    return Relation.WIDER if old % new == 0 else Relation.OTHER
