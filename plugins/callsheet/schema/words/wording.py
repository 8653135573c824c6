"""Schemas in the words of a page's row: the inverse of `type_words` and `facets`.

Each cell is parsed again. One that does not come back as the same schema is left out and reported,
so that the caller knows what the page does not say.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any

from callsheet import lazy_re as re
from callsheet.schema.documents import OCTET_STREAM, without_implied
from callsheet.schema.json_schema import KEYWORDS, write_schema
from callsheet.schema.schema import (
    ANYTHING,
    NOTHING,
    Discriminator,
    EnumValue,
    Literal,
    Schema,
    enumeration,
    levels,
)
from callsheet.schema.words.cell_values import examples_of
from callsheet.schema.words.facets import Facet, Facets, schema_of_row
from callsheet.schema.words.rare_words import rare_limits
from callsheet.schema.words.type_words import WORDS

MAX_LENGTH = 10_000
"""Characters of a cell; a longer one is left out."""

_UNITS = {"length": "characters", "items": "items", "properties": "properties"}
_SINGULAR = {"characters": "character", "items": "item", "properties": "property"}
_STATED = (
    "default", "read_only", "write_only", "deprecated", "format", "enum", "multiple_of", "minimum",
    "maximum", "exclusive_minimum", "exclusive_maximum", "min_length", "max_length", "pattern",
    "min_items", "max_items", "unique_items", "min_properties", "max_properties", "discriminator",
    "content_media_type", "content_encoding", "prefix_items", "items", "pattern_properties", "not_",
    "all_of", "rare", "additional_properties", "required",
)  # fmt: skip
"""The fields of a schema that facets can express."""

_INTERPRETED = ("enum", "examples", "format", "items", "additional_properties", "not_")
"""Those of them that a cell may state in other words."""

_as_they_are = attrgetter(*(name for name in _STATED if name not in _INTERPRETED))

_LIMITING = (
    "multiple_of", "minimum", "maximum", "exclusive_minimum", "exclusive_maximum", "min_length",
    "max_length", "min_items", "max_items", "min_properties", "max_properties",
)  # fmt: skip
"""Those that a cell with limits can express of one of several alternatives."""

_CONDITIONS = frozenset({
    "prefix_items", "items", "pattern_properties", "additional_properties", "not_", "all_of",
    "any_of", "one_of", "rare", "content_media_type", "content_encoding",
})  # fmt: skip
"""Those whose limits contain schemas, values or names."""

_SILENT = ("$", "x-", "externalDocs")
"""Prefixes of keywords that do not constrain values."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The cells of a row.

    Attributes:
        facets: The cells besides that of the type.
        unsaid: The keywords of JSON Schema that they do not express.
    """

    facets: Facets
    unsaid: tuple[str, ...]


def word_for(schema: Schema) -> str:
    """Return the word for a schema's type, without inner types and limits."""
    kind = schema.type
    if schema.not_ == ANYTHING:
        return "nothing"
    if kind == "string":
        if schema.content_encoding == "base64":
            return "byte"
        if schema.format == "binary" or (_is_of_bytes(schema) and not schema.content_encoding):
            return "binary"
        known = WORDS.get(schema.format)
        return schema.format if known and known.types == ("string",) else "string"
    if kind in ("integer", "number"):
        known = WORDS.get(schema.format)
        return schema.format if known and known.types == (kind,) else kind
    return {"boolean": "bool", "array": "array", "object": "object"}.get(kind, "any")


def _is_of_bytes(schema: Schema) -> bool:
    """Tell whether a text stands for bytes: the media type of its content is not one of text."""
    kind = schema.content_media_type.partition(";")[0].strip().lower()
    is_text = kind.startswith("text/") or kind.endswith("json") or schema.rare is not None
    return bool(kind) and not is_text


def wording(schema: Schema, written: str, *, within: bool = False) -> Wording:
    """Write the facets of a schema.

    Args:
        schema: The schema.
        written: The type as the page writes it.
        within: Whether the values and limits of items and map values are written, too.
    """
    cells: dict[Facet, str] = {}
    unsaid: list[str] = []
    limits: list[str] = []
    pairs = [*zip(levels(schema), levels(schema_of_row(written)), strict=False)]
    found = [(without_implied(level, known), known) for level, known in pairs]
    found = found if within else found[:1]
    for depth, (level, known) in enumerate(found):
        unsaid += _without_cell(level)
        for fields, text in _limits(level, known):
            # Without a unit, a limit of a list is about the number of its items.
            for limit in (text, f"each {text}") if depth else (text,):
                if _reads(level, written, Facet.LIMITS, limit, fields, depth):
                    limits.append(limit)
                    break
            else:
                unsaid += (word for field in fields for word in _keywords(level, field))
        for facet, field, texts in _cells(level, known):
            if depth and facet is not Facet.VALUES:
                continue
            fits = (t for t in texts if _reads(level, written, facet, t, (field,), depth))
            if facet not in cells and (text := next(fits, "")):
                cells[facet] = text
            else:
                unsaid.append(KEYWORDS[field])
    for fields, text, is_read in _limits_of_alternatives(*found[0], written):
        if is_read:
            limits.append(text)
        else:
            unsaid += (word for field in fields for word in _keywords(schema, field))
    if limits:
        cells[Facet.LIMITS] = ", ".join(limits)
    facets = tuple((facet, cells[facet]) for facet in Facet if facet in cells)
    read = levels(schema_of_row(written, facets))
    for (level, _), stated in zip(found, read, strict=False):
        unsaid += _different(level, stated)
    return Wording(facets, tuple(dict.fromkeys(unsaid)))


def without_own_limits(schema: Schema) -> Schema:
    """Return a schema without the limits that the row of its alternatives can express for it."""
    if schema.ref or not schema.type:
        return schema
    changes: dict[str, Any] = dict.fromkeys(_LIMITING)
    return schema.replace(**changes, unique_items=False, pattern="")


def _limits_of_alternatives(
    schema: Schema, known: Schema, written: str
) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Yield the limits of single alternatives: fields, text, and whether a cell has it so."""
    options, worded = schema.any_of or schema.one_of, known.any_of or known.one_of
    is_each = len(options) == len(worded)
    for number, option in enumerate(options):
        of_type = _only_of(known, option.type)
        if option.ref or of_type is None or len(set(option.types) - {"null"}) > 1:
            continue
        if of_type is not worded[number] if is_each else not _only_of(schema, option.type):
            # The words name the alternative as a type of its own.
            continue
        for fields, text in _limits(without_implied(option, of_type), of_type):
            if not set(fields) <= {*_LIMITING, "unique_items", "pattern"}:
                continue
            read = _only_of(schema_of_row(written, ((Facet.LIMITS, text),)), option.type)
            yield fields, text, read is not None and _agree(option, read, fields)


def _only_of(schema: Schema, kind: str) -> Schema | None:
    """Return the only alternative of a type, if there is one; or all of several bare types."""
    if kind in schema.types and len(schema.types) > 1:
        return schema
    same = [option for option in schema.any_of or schema.one_of if kind and option.type == kind]
    return same[0] if len(same) == 1 else None


def unsaid_by(schema: Schema, written: str) -> tuple[str, ...]:
    """Return the keywords of a schema that its written type alone does not express."""
    known = schema_of_row(written)
    schema = without_implied(schema, known)
    found = (*_without_cell(schema), *_different(schema, known))
    return tuple(dict.fromkeys(found))


def _without_cell(schema: Schema) -> list[str]:
    """Return the keywords of a schema that no cell can express."""
    return [name for name, _ in schema.others if not name.startswith(_SILENT)]


def _different(schema: Schema, read: Schema) -> list[str]:
    # Most schemas of a document differ in nothing, and this is asked of each of them.
    names = _INTERPRETED if _as_they_are(schema) == _as_they_are(read) else _STATED
    found = (name for name in names if not _agree(schema, read, (name,)))
    return [keyword for name in found for keyword in _keywords(schema, name)]


def _keywords(schema: Schema, field: str) -> Iterable[str]:
    """Return the keywords of JSON Schema of a field."""
    if field != "rare" or schema.rare is None:
        return (KEYWORDS[field],) if field != "rare" else ()
    return write_schema(Schema(rare=schema.rare), str)


def _cells(schema: Schema, known: Schema) -> Iterator[tuple[Facet, str, Iterable[str]]]:
    """Yield facets, each with its field and the texts that may express it, the best first."""
    values = schema.enum or ((EnumValue(schema.const),) if schema.const else ())
    if values and [v.literal for v in values] != [v.literal for v in known.enum]:
        bare = [EnumValue(value.literal) for value in values]
        yield Facet.VALUES, "enum", (_values(values, known), _values(bare, known))
    if schema.default is not None:
        yield Facet.DEFAULT, "default", (_code(schema.default, known),)
    if schema.examples:
        one, *others = map(EnumValue, schema.examples)
        yield Facet.EXAMPLE, "examples", (_values([one, *others], known), _values([one], known))
    if schema.deprecated:
        yield Facet.DEPRECATED, "deprecated", ("Yes",)
    if schema.read_only:
        yield Facet.ACCESS, "read_only", ("read-only",)
    elif schema.write_only:
        yield Facet.ACCESS, "write_only", ("write-only",)


def _reads(
    schema: Schema, written: str, facet: Facet, text: str, fields: Sequence[str], depth: int
) -> bool:
    """Tell whether a cell is parsed as what the schema states, at a depth of `levels`."""
    if len(text) > MAX_LENGTH:
        return False
    read = [*levels(schema_of_row(written, ((facet, text),)))]
    return depth < len(read) and _agree(schema, read[depth], fields)


def _agree(schema: Schema, read: Schema, fields: Iterable[str]) -> bool:
    return all(_said(schema, field) == _said(read, field) for field in fields)


def _said(schema: Schema, field: str) -> Any:
    match field:
        case "enum":
            known = [item.literal for item in schema.enum]
            return known or ([schema.const] if schema.const else [])
        case "examples":
            return schema.examples[:1]
        case "format":
            if schema.content_media_type and word_for(schema) == "binary":
                return "binary"
        case "items" | "additional_properties":
            # Any other such schema is in the words of the type, or has rows of its own.
            return getattr(schema, field) == NOTHING and not schema.properties
        case "not_" if schema.not_ and schema.not_.const:
            return enumeration(schema.not_.values)
        case "content_media_type":
            # The word for a file implies that nothing is known of its bytes.
            return schema.content_media_type.replace(OCTET_STREAM, "")
    return getattr(schema, field)


def _limits(schema: Schema, known: Schema) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the limits, each with the fields that it expresses."""
    yield from _range(schema, "minimum", "maximum", "")
    for part, unit in _UNITS.items():
        yield from _range(schema, f"min_{part}", f"max_{part}", unit)
    for field, word in (("exclusive_minimum", "above"), ("exclusive_maximum", "below")):
        if (bound := getattr(schema, field)) is not None:
            yield (field,), f"{word} {_number(bound)}"
    if schema.multiple_of is not None:
        yield ("multiple_of",), f"multiple of {_number(schema.multiple_of)}"
    if schema.unique_items:
        yield ("unique_items",), "unique"
    if schema.discriminator:
        yield ("discriminator",), _selection(schema.discriminator)
    if names := one_required(schema):
        word = "at least" if schema.any_of else "exactly"
        listed = ", ".join(f"`{name}`" for name in names)
        yield ("any_of" if schema.any_of else "one_of",), f"{word} one of {listed}"
    if schema.pattern:
        marks = "``" if "`" in schema.pattern else "`"
        space = " " if marks == "``" or schema.pattern[0] == schema.pattern[-1] == " " else ""
        yield ("pattern",), f"pattern {marks}{space}{schema.pattern}{space}{marks}"
    if _said(schema, "content_media_type"):
        yield ("content_media_type",), f"media type `{schema.content_media_type}`"
    if schema.format and not _agree(schema, known, ("format",)):
        is_word = re.fullmatch(r"[\w.-]{1,60}", schema.format)
        yield ("format",), f"format {schema.format if is_word else f'`{schema.format}`'}"
    values = schema.not_.values if schema.not_ else ()
    if values and _said(schema, "not_") == enumeration(values):
        listed = _values(enumeration(values).enum, known)
        yield ("not_",), f"none of {listed}"
        schema = schema.replace(not_=None)
    yield from rare_limits(schema, known)


def conditions(schema: Schema, known: Schema) -> Iterator[str]:
    """Yield the limits that contain schemas, values or names, in words.

    Args:
        schema: The schema.
        known: What the words of its type state already.
    """
    for fields, text in _limits(schema, known):
        is_new = any(getattr(schema, field) != getattr(known, field) for field in fields)
        if is_new and not _CONDITIONS.isdisjoint(fields):
            yield text


def _selection(discriminator: Discriminator) -> str:
    """Write which property selects a type, and what its values select."""
    pairs = ", ".join(f"`{value}`: {name}" for value, name in discriminator.mapping)
    return f"selected by `{discriminator.property_name}`{f' ({pairs})' if pairs else ''}"


def one_required(schema: Schema) -> tuple[str, ...]:
    """Return the properties of which an object must have one, if its alternatives say only that."""
    options = schema.any_of or schema.one_of
    names = tuple(name for option in options for name in option.required)
    bare = (option == Schema(types=option.types, required=option.required) for option in options)
    is_each = len(names) == len(options) > 1 and not (schema.any_of and schema.one_of)
    return names if is_each and all(bare) else ()


def _range(
    schema: Schema, least: str, most: str, unit: str
) -> Iterator[tuple[tuple[str, ...], str]]:
    low, high = getattr(schema, least), getattr(schema, most)
    fields: tuple[str, ...]
    if low is None and high is None:
        return
    if low is not None and low == high:
        fields, text, last = (least, most), f"exactly {_number(low)}", low
    elif low is not None and high is not None:
        fields, text, last = (least, most), f"{_number(low)} to {_number(high)}", high
    elif low is not None:
        fields, text, last = (least,), f"at least {_number(low)}", low
    else:
        fields, text, last = (most,), f"at most {_number(high)}", high
    word = _SINGULAR.get(unit, "") if last == 1 else unit
    yield fields, f"{text} {word}".rstrip()


def _number(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    # As JSON and most programming languages write them, very large numbers have an exponent.
    return repr(value).replace("+", "") if abs(value) >= 1e16 else format(Decimal(repr(value)), "f")


def _values(values: Iterable[EnumValue], known: Schema) -> str:
    found = (
        f"{_code(value.literal, known)}{f': {value.description}' if value.description else ''}"
        for value in values
    )
    return ", ".join(found)


def _code(literal: Literal, known: Schema) -> str:
    """Write a value in backticks: a text as it is where that is parsed as itself, else JSON."""
    value = literal.value
    plain = isinstance(value, str) and known.type == "string" and value != "null"
    if plain and value.strip() == value and value and value.isprintable():
        quoted = len(value) > 1 and value[0] == value[-1] == '"'
        if not quoted and value[-1] != "\\" and "``" not in value:
            return f"`` {value} ``" if "`" in value else f"`{value}`"
    text = json.dumps(value, ensure_ascii=isinstance(value, str) and not value.isprintable())
    return f"`{text.replace('`', chr(92) + 'u0060')}`"


def named_examples(values: Iterable[EnumValue], written: str) -> str:
    """Write the cell of examples that have names; empty where it is not parsed as these.

    Args:
        values: The examples, each with its name as the description.
        written: The type as the page writes it.
    """
    known, listed = schema_of_row(written), list(values)
    text = _values(listed, known)
    return text if len(text) <= MAX_LENGTH and examples_of(text, known) == listed else ""


def is_open(schema: Schema) -> bool:
    """Return whether an object's other properties may be anything."""
    return schema.additional_properties in (None, ANYTHING)


def is_closed(schema: Schema) -> bool:
    """Return whether an object may have no other properties than the described ones."""
    return schema.additional_properties == NOTHING
