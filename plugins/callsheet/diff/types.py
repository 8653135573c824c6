"""Compares two types: which of them allows more values.

A request of a wider type still accepts what callers send; a response of a wider type may have
values that they don't expect.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from callsheet.diff.model import Level, Sides
from callsheet.schema import ANYTHING, NULL, Direction, Schema
from callsheet.schema.infer import is_stated


@dataclass(frozen=True, slots=True)
class SchemaChange:
    """A change of a schema.

    Attributes:
        what: The suffix of its kind, such as `type-changed`, or the kind of a documentation change.
        levels: Its effect on those who send the values, and on those who read them.
        message: The change as a sentence.
        sides: What both schemas say, unless the change is about prose.
    """

    what: str
    levels: Mapping[Direction, Level]
    message: str
    sides: Sides | None = None


class Relation(Enum):
    """How the new type relates to the old one."""

    SAME = auto()
    RENAMED = auto()
    DOCUMENTED = auto()
    WIDER = auto()
    NARROWER = auto()
    OTHER = auto()


FindType = Callable[[str], Schema | None]
"""Returns the schema of a named type, with descriptions; None if no table describes it."""


@dataclass(frozen=True, slots=True)
class TypePairs:
    """The named types of both trees.

    Attributes:
        same: Tells whether a type of the old tree and one of the new have the same properties.
        old: Finds a type of the old tree.
        new: Finds a type of the new tree.
    """

    same: Callable[[str, str], bool]
    old: FindType
    new: FindType


def relate(old: Schema, new: Schema, types: TypePairs, *, textual: bool = False) -> Relation:
    """Return the relation of two types, regardless of limits and enumerated values.

    Args:
        old: The old schema. A page without a type promised nothing, so that adding a type is only
            better documentation.
        new: The new schema; without a type, it allows anything.
        types: The named types.
        textual: Whether values are sent as text, as parameters are, so that `string` allows all.
    """
    if not (is_stated(old) and is_stated(new)):
        if is_stated(old):
            return Relation.WIDER
        return Relation.DOCUMENTED if is_stated(new) else Relation.SAME
    before, after = old.reference, new.reference
    if before and after:
        if before == after:
            return Relation.SAME
        return Relation.RENAMED if types.same(before, after) else Relation.OTHER
    if before or after:
        found = types.old(before) if before else types.new(after)
        # A type that is not an object may have got a name, or lost it.
        if found is not None and is_stated(found) and not found.reference and not _is_object(found):
            sides = (found, new) if before else (old, found)
            return relate(*sides, types, textual=textual)
    if _basics(old) == _basics(new):
        return _inside(old, new, types)
    if _holds(new, old, textual):
        return Relation.WIDER
    if _holds(old, new, textual):
        return Relation.NARROWER
    return Relation.OTHER


def _inside(old: Schema, new: Schema, types: TypePairs) -> Relation:
    """Return the relation of the items of arrays, or of the values of dictionaries."""
    relation = relate(old.items or ANYTHING, new.items or ANYTHING, types)
    if relation is not Relation.SAME:
        return relation
    before, after = (s.additional_properties or ANYTHING for s in (old, new))
    # An object that may have no other properties allows less than one that says nothing of them.
    if _is_nothing(before) is not _is_nothing(after):
        return Relation.NARROWER if _is_nothing(after) else Relation.WIDER
    return relate(before, after, types)


def _is_object(schema: Schema) -> bool:
    return schema.type == "object"


def _is_nothing(schema: Schema) -> bool:
    return schema.not_ == ANYTHING


def _basics(schema: Schema) -> object:
    types = frozenset(name for name in schema.types if name != "null")
    choices = frozenset(_basics(inner) for inner in schema.any_of if inner != NULL)
    enum = bool(schema.values)
    return types, schema.format, schema.content_encoding, schema.reference, enum, choices


def _holds(wide: Schema, narrow: Schema, textual: bool) -> bool:
    """Tell whether a type allows all values of another one."""
    choices = [inner for inner in narrow.any_of if inner != NULL]
    if choices and not narrow.reference:
        return all(_holds(wide, inner, textual) for inner in choices)
    choices = [inner for inner in wide.any_of if inner != NULL]
    if choices and not wide.reference:
        return any(_basics(c) == _basics(narrow) or _holds(c, narrow, textual) for c in choices)
    if wide.values or wide.reference:
        return False
    if narrow.reference:
        return "object" in wide.types
    plain = not (wide.format or wide.content_encoding)
    if textual and plain and "string" in wide.types:
        return True
    known = set(wide.types) | ({"integer"} if "number" in wide.types else set())
    if not set(narrow.types) - {"null"} <= known:
        return False
    return plain or _is_of_format(narrow, wide)


def _is_of_format(narrow: Schema, wide: Schema) -> bool:
    if wide.type == "number" and narrow.type == "integer":
        return True
    formats = (narrow.format, wide.format)
    return formats[0] == formats[1] or formats in (("int32", "int64"), ("float", "double"))


def level(relation: Relation, direction: Direction) -> Level:
    """Return the level of a change of a type that is sent in a direction."""
    if relation in (Relation.RENAMED, Relation.DOCUMENTED):
        return Level.TEXT
    harmless = {Direction.REQUEST: Relation.WIDER, Direction.RESPONSE: Relation.NARROWER}
    return Level.ADDITIVE if relation is harmless[direction] else Level.BREAKING


def levels(relation: Relation) -> Mapping[Direction, Level]:
    """Return the levels of a change for those who send the values, and those who read them."""
    return {direction: level(relation, direction) for direction in Direction}
