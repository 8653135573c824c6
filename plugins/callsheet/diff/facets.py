"""Compares the schemas of properties and parameters."""

from collections.abc import Iterator
from typing import Any

from callsheet.diff.limits import limit_changes
from callsheet.diff.model import Kind, Level, Sides, quoted, same_text, sentence
from callsheet.diff.types import Relation, SchemaChange, TypePairs, levels, relate
from callsheet.schema import ANYTHING, Direction, Literal, PropertySchema, Schema
from callsheet.schema.documents import without_implied
from callsheet.schema.infer import is_stated
from callsheet.schema.words.rare_words import rare_limits
from callsheet.schema.words.type_words import parts_of, word_of

_VALUES = 8
"""The number of values that a sentence lists."""

_CONDITIONS = frozenset({"all_of", "not_", "pattern_properties", "prefix_items", "rare"})
"""The fields whose changes are changes of conditions."""

_NOTE = dict.fromkeys(Direction, Level.TEXT)
"""Levels of a change that affects no caller, whoever sends the values."""


def kind_of_change(prefix: str, what: str) -> Kind:
    """Return the kind of a change, such as `parameter-deprecated`; documentation has no prefix."""
    return (
        Kind(what)
        if what in (Kind.DESCRIPTION_CHANGED, Kind.EXAMPLE_CHANGED)
        else Kind(f"{prefix}-{what}")
    )


def schema_changes(
    noun: str, old: Schema, new: Schema, types: TypePairs, *, textual: bool = False
) -> Iterator[SchemaChange]:
    """Yield the changes between two schemas.

    Args:
        noun: The name of the thing in a sentence, such as "the property `size`".
        old: The schema in the old tree.
        new: The schema in the new tree.
        types: The named types.
        textual: Whether values are sent as text.
    """
    relation = relate(old, new, types, textual=textual)
    if relation is not Relation.SAME:
        message = type_message(f"The type of {noun}", old, new)
        sides = Sides(f"the type of {noun}", *type_sides(old, new))
        yield SchemaChange("type-changed", levels(relation), message, sides)
        if textual and relation is Relation.DOCUMENTED and not is_stated(old):
            # Any text was sent so far, so that what the type limits is limited anew.
            yield from _limits(noun, old.replace(types=new.types), without_implied(new, new))
    else:
        old, new = without_implied(old, old), without_implied(new, new)
        yield from _limits(noun, old, new)
        yield from _meanings(noun, old, new)
        if old.items and new.items:
            yield from _items(f"each item of {noun}", old.items, new.items, types)
        if old.additional_properties and new.additional_properties:
            values = old.additional_properties, new.additional_properties
            yield from _items(f"each other value of {noun}", *values, types)
    yield from _null(noun, old, new)
    yield from _default(noun, old, new, textual=textual)
    yield from _example(noun, old, new)
    yield from _marks(noun, old, new)


def _limits(noun: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
    """Yield the changes of what values of a type are allowed."""
    yield from _values(noun, old, new)
    yield from limit_changes(noun, old, new)
    yield from _pattern(noun, old, new)
    yield from _conditions(noun, old, new)


def _items(noun: str, old: Schema, new: Schema, types: TypePairs) -> Iterator[SchemaChange]:
    """Yield the changes of items, whose type is a part of the array's, or of a map's values."""
    inner = schema_changes(noun, old, new, types)
    yield from (change for change in inner if change.what != "type-changed")
    if not same_text(old.description, new.description):
        message = f"The description of {noun} has changed."
        yield SchemaChange(Kind.DESCRIPTION_CHANGED, _NOTE, message)


def type_message(what: str, old: Schema, new: Schema) -> str:
    """Return a sentence about a type that has changed."""
    if not is_stated(old):
        return f"{what} is documented now: {_type(new, old)}."
    if not is_stated(new):
        return f"{what} was {_type(old, new)} and is no longer documented."
    before, after = type_sides(old, new)
    return f"{what} was {before} and is {after} now."


def type_sides(old: Schema, new: Schema) -> tuple[str, str]:
    """Return words for two types that differ; empty for one that is not stated."""
    before = _type(old, new) if is_stated(old) else ""
    after = _type(new, old) if is_stated(new) else ""
    if before == after:
        before, after = (
            f"{name} with {_values_in(s)}" for name, s in ((before, old), (after, new))
        )
    return before, after


def _values_in(schema: Schema) -> str:
    """Return words for the listed values of a type, which may be those of items."""
    while schema.items and not schema.values:
        schema = schema.items
    values = [quoted(_text(value)) for value in schema.values[:_VALUES]]
    more = ", …" if len(schema.values) > _VALUES else ""
    return f"the values {', '.join(values)}{more}" if values else "any value"


def _type(schema: Schema, other: Schema) -> str:
    """Return the word for a type, or the page's own wording where a word is ambiguous."""
    word = word_of(schema.written)
    if word == "enum" or word == word_of(other.written) or parts_of(schema.written):
        return quoted(schema.written)
    return quoted(word)


def _values(noun: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
    before, after = (
        dict.fromkeys(_text(value) for value in schema.values if value is not None)
        for schema in (old, new)
    )
    for value in [value for value in before if value not in after]:
        message = f"{sentence(noun)} is no longer {quoted(value)}."
        sides = Sides(f"the value {quoted(value)} of {noun}")
        yield SchemaChange("value-removed", levels(Relation.NARROWER), message, sides)
    for value in [value for value in after if value not in before]:
        message = f"{sentence(noun)} can now be {quoted(value)}."
        sides = Sides(f"the value {quoted(value)} of {noun}")
        yield SchemaChange("value-added", levels(Relation.WIDER), message, sides)


def _meanings(noun: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
    """Yield changed descriptions of values that both schemas have."""
    known = {item.literal: item.description for item in old.enum}
    for item in new.enum:
        was = known.get(item.literal)
        if was is None or same_text(was, item.description):
            continue
        name, now = quoted(_text(item.value)), item.description
        says = f"is {quoted(now)} now" if now else "is no longer documented"
        message = f"The meaning of {name}, a value of {noun}, was {quoted(was)} and {says}."
        if not was:
            message = f"The meaning of {name}, a value of {noun}, is documented now: "
            message += f"{quoted(now)}."
        yield SchemaChange(Kind.DESCRIPTION_CHANGED, _NOTE, message)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else Literal.of(value).text


def _pattern(noun: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
    if old.pattern == new.pattern:
        return
    sides = Sides(f"the pattern of {noun}", *(p and quoted(p) for p in (old.pattern, new.pattern)))
    if not new.pattern:
        message = f"{sentence(noun)} no longer matches the pattern {quoted(old.pattern)}."
        yield SchemaChange("pattern-changed", levels(Relation.WIDER), message, sides)
    else:
        relation = Relation.OTHER if old.pattern else Relation.NARROWER
        was = f", and matched {quoted(old.pattern)}" if old.pattern else ""
        message = f"{sentence(noun)} now matches the pattern {quoted(new.pattern)}{was}."
        yield SchemaChange("pattern-changed", levels(relation), message, sides)


def _conditions(noun: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
    before, after = (", ".join(_stated_conditions(schema)) for schema in (old, new))
    if before == after:
        return
    sides = Sides(f"the conditions of {noun}", before, after)
    relation = Relation.OTHER if before and after else Relation.NARROWER
    says = f"are {after} now" if after else "are no longer documented"
    was = f"were {before} and " if before else ""
    message = f"The conditions of {noun} {was}{says}."
    found = relation if after else Relation.WIDER
    yield SchemaChange("conditions-changed", levels(found), message, sides)


def _stated_conditions(schema: Schema) -> Iterator[str]:
    for fields, text in rare_limits(schema, ANYTHING):
        if not _CONDITIONS.isdisjoint(fields):
            yield text


def _null(noun: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
    if old.nullable is new.nullable or not (is_stated(old) and is_stated(new)):
        return
    what, says = ("nullable", "can be") if new.nullable else ("not-nullable", "is never")
    found = Relation.WIDER if new.nullable else Relation.NARROWER
    words = {True: "null or a value", False: "never null"}
    sides = Sides(noun, words[old.nullable], words[new.nullable])
    yield SchemaChange(what, levels(found), f"{sentence(noun)} {says} null now.", sides)


def _default(noun: str, old: Schema, new: Schema, *, textual: bool) -> Iterator[SchemaChange]:
    if old.default == new.default:
        return
    before, after = (d and quoted(_text(d.value)) for d in (old.default, new.default))
    if before is None:
        message = f"The default of {noun} is documented now: {after}."
    else:
        says = f"is {after} now" if after else "is no longer documented"
        message = f"The default of {noun} was {before} and {says}."
    # A caller who omits the value gets a different one than before: other results of a query, but
    # mostly the same of a body, where it is stored. Which one it was before, only the server knows
    # of a default that is documented now.
    if textual:
        sent = Level.WARNING if before is None else Level.BREAKING
    else:
        sent = Level.TEXT if before is None else Level.WARNING
    found = {Direction.REQUEST: sent, Direction.RESPONSE: Level.TEXT}
    sides = Sides(f"the default of {noun}", before or "", after or "")
    yield SchemaChange("default-changed", found, message, sides)


def _example(noun: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
    """Yield a change of the cell `Example`, which doesn't restrict values."""
    if old.examples == new.examples:
        return
    before, after = (
        ", ".join(quoted(_text(item.value)) for item in schema.examples) for schema in (old, new)
    )
    message = f"The example of {noun} is documented now: {after}."
    if before:
        says = f"is {after} now" if after else "is no longer documented"
        message = f"The example of {noun} was {before} and {says}."
    yield SchemaChange(Kind.EXAMPLE_CHANGED, _NOTE, message)


def _marks(noun: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
    if old.deprecated != new.deprecated:
        says = "now" if new.deprecated else "no longer"
        message = f"{sentence(noun)} is deprecated {says}."
        sides = Sides(noun, *deprecation_sides(old.deprecated, new.deprecated))
        yield SchemaChange("deprecated", _NOTE, message, sides)
    for name, says, direction in (
        ("read_only", "read only", Direction.REQUEST),
        ("write_only", "write only", Direction.RESPONSE),
    ):
        if (now := getattr(new, name)) != getattr(old, name):
            found = dict.fromkeys(Direction, Level.TEXT)
            # What is sent in vain, or missing, was optional for most.
            found[direction] = Level.WARNING if now else Level.ADDITIVE
            message = f"{sentence(noun)} is {says} {'now' if now else 'no longer'}."
            shown = (says if has else f"not {says}" for has in (not now, now))
            yield SchemaChange("access-changed", found, message, Sides(noun, *shown))


def is_sent(direction: Direction, *schemas: Schema) -> bool:
    """Tell whether values of these schemas are sent in a direction.

    Read-only properties are in no request, and write-only ones in no response.
    """
    mark = "read_only" if direction is Direction.REQUEST else "write_only"
    return not all(getattr(schema, mark) for schema in schemas)


def is_missed(row: PropertySchema, *, textual: bool = False) -> bool:
    """Tell whether a request without a property, or a parameter, is refused.

    Args:
        row: The property or parameter.
        textual: Whether it is a parameter.
    """
    # Of a property that has a default, the server knows what is meant.
    has_default = row.schema.default is not None and not textual
    return bool(row.required) and not has_default and is_sent(Direction.REQUEST, row.schema)


def deprecation_sides(old: bool, new: bool) -> tuple[str, str]:
    """Return words for whether something is deprecated in both trees."""
    words = {True: "deprecated", False: "not deprecated"}
    return words[old], words[new]
