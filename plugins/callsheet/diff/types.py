"""How two types relate: which of them has more values.

A request of a wider type still takes what callers send; a response of a wider type has values that
they were never told of.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from callsheet.diff.model import Level
from callsheet.model import DataType


class Direction(Enum):
    """Who sends it."""

    REQUEST = auto()
    RESPONSE = auto()


class Relation(Enum):
    """What became of a type."""

    SAME = auto()
    RENAMED = auto()
    DOCUMENTED = auto()
    WIDER = auto()
    NARROWER = auto()
    OTHER = auto()


SameType = Callable[[str, str], bool]
"""Whether a named type of the old tree and one of the new have the same properties."""

# As JSON has them: dates and base64 are text, and each number type holds the ones before it.
_WIDER = {
    ("int32", "int64"),
    ("int32", "double"),
    ("int64", "double"),
    ("date-time", "string"),
    ("byte", "string"),
    ("enum", "string"),
}


def relate(
    old: DataType | None, new: DataType | None, same: SameType, *, textual: bool = False
) -> Relation:
    """What became of a type.

    Args:
        old: The type in the old tree. Where a page gave none, it promised nothing, so that a type
            is only better documentation.
        new: The type in the new tree; without one, anything goes.
        same: Compares two named types.
        textual: Whether values are sent as text, as parameters are, so that `string` takes all.
    """
    if old is None or new is None:
        return _documented(old, new)
    before, after = _name(old), _name(new)
    if before == after:
        return Relation.SAME
    if old.is_named and new.is_named:
        return Relation.RENAMED if same(old.name, new.name) else Relation.OTHER
    if _holds(after, old, before, textual):
        return Relation.WIDER
    if _holds(before, new, after, textual):
        return Relation.NARROWER
    return Relation.OTHER


def _documented(old: DataType | None, new: DataType | None) -> Relation:
    if old is not None:
        return Relation.WIDER
    return Relation.SAME if new is None else Relation.DOCUMENTED


def _name(data_type: DataType) -> str:
    """The name; an enumeration that lists nothing is any text."""
    empty = data_type.name == "enum" and not data_type.values
    return "string" if empty else data_type.name


def _holds(wide: str, narrow: DataType, name: str, textual: bool) -> bool:
    if wide == "object" and narrow.is_named:
        return True
    return (name, wide) in _WIDER or (textual and wide == "string")


def level(relation: Relation, direction: Direction) -> Level:
    """What such a change does to callers."""
    if relation in (Relation.RENAMED, Relation.DOCUMENTED):
        return Level.TEXT
    harmless = {Direction.REQUEST: Relation.WIDER, Direction.RESPONSE: Relation.NARROWER}
    return Level.ADDITIVE if relation is harmless[direction] else Level.BREAKING


def value_level(direction: Direction, *, added: bool) -> Level:
    """What a value more or less in an enumeration does: less to send breaks, as more to get."""
    return Level.BREAKING if added is (direction is Direction.RESPONSE) else Level.ADDITIVE
