"""Lists and maps of plain values, whose cells also say what their items or values are like."""

from dataclasses import replace
from typing import Any

from callsheet import lazy_re as re
from callsheet.pages import safe_line
from callsheet.schema import Schema
from callsheet.schema.schema import holder, levels
from callsheet.schema.words.compositions import array_of, map_of
from callsheet.schema.words.limit_words import with_field
from callsheet.schema.words.type_words import EMPTY
from callsheet.schema.words.wording import unsaid_by, word_for

_SIMPLE_VALUE = re.compile(r"[\w./:+-]+")


WITHIN_LIMITS = ("prefix_items", "pattern_properties", "not_", "all_of", "rare")
"""The fields of schemas that the cell of limits contains."""


def within_limits(schema: Schema) -> Schema:
    """Return a schema with nothing but what its cell of limits contains as schemas."""
    found: dict[str, Any] = {name: getattr(schema, name) for name in WITHIN_LIMITS}
    return Schema(**found)


def enumeration_words(schema: Schema) -> str:
    """Return an enumeration of simple texts as the words of a type; else an empty text."""
    texts = [value for value in schema.values if isinstance(value, str)]
    is_simple = all(_SIMPLE_VALUE.fullmatch(text) for text in texts if text)
    whole = texts and len(texts) == len(schema.values) and schema.type == "string"
    return f"Enum: {', '.join(text or EMPTY for text in texts)}" if whole and is_simple else ""


def items_say_more(deep: Schema) -> bool:
    """Tell whether items or map values have limits, or values that the words of a type lack."""
    *_, last = levels(deep)
    values = enumeration_words(last)
    written = values if values and not last.nullable else word_for(last)
    return bool(unsaid_by(last, written)) or any(item.description for item in last.enum)


def words_of_levels(schema: Schema) -> str:
    """Return the type of a list or map of plain values, without what the other cells express."""
    field = holder(schema)
    written = word_for(schema)
    if field and (held := getattr(schema, field)) is not None:
        inner = words_of_levels(held)
        written = array_of(inner) if field == "items" else map_of(inner)
    return f"{written} or null" if schema.nullable else written


def with_meanings(schema: Schema) -> Schema:
    """Return a schema whose values, and those of its items, have meanings that fit into a cell."""
    values = tuple(replace(v, description=meaning_of(v.description)) for v in schema.enum)
    field = holder(schema)
    held = getattr(schema, field) if field else None
    meant = with_field(schema, field, with_meanings(held)) if held else schema
    return meant.replace(enum=values)


def loses_meanings(old: Schema, new: Schema) -> bool:
    """Tell whether a schema of `with_meanings` lacks some of the meanings."""
    return any(
        bool(was.description) != bool(now.description)
        for before, after in zip(levels(old), levels(new), strict=True)
        for was, now in zip(before.enum, after.enum, strict=True)
    )


def meaning_of(text: str) -> str:
    """Return the meaning of a value, if the cell of values can contain it, else an empty text."""
    line = safe_line(text)
    return "" if set(line) & set("`|<") else line.strip(" .")
