"""What a row of a table says of its values beside their type: cells such as `Default` and `Limits`.

What `Style` says is no matter of values, but of how they are written: `callsheet.model.styles`.

A page writes limits in words: `1 to 100`, `at most 40 characters`, `at least 1 item`, `above 0`,
`multiple of 5`, `unique`, `` pattern `[A-Z]{3}` ``, separated by commas or semicolons.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import product
from typing import Any, NamedTuple

from callsheet.memo import cached_by
from callsheet.schema.patterns import parsed
from callsheet.schema.schema import ANYTHING, EnumValue, Literal, Schema
from callsheet.schema.texts import value_of_text
from callsheet.schema.type_words import schema_of_words


class Facet(StrEnum):
    """What a cell says; the value is the name of its column, in lower case."""

    REQUIRED = "required"
    DEFAULT = "default"
    VALUES = "values"
    LIMITS = "limits"
    EXAMPLE = "example"
    NULLABLE = "nullable"
    DEPRECATED = "deprecated"
    ACCESS = "access"
    STYLE = "style"


class CellFault(NamedTuple):
    """What could not be read of a cell.

    Attributes:
        facet: The column.
        text: The part of the cell.
        why: Why it says nothing, where more is wrong than its words.
    """

    facet: Facet
    text: str
    why: str = ""


Facets = tuple[tuple[Facet, str], ...]
"""The cells of a row that say more of its values, without the empty ones."""

_YES = frozenset({"yes", "true", "required", "mandatory", "x", "\u2713", "\u2714", "\u2705", "y"})
_NO = frozenset(
    {"no", "false", "optional", "-", "\u2013", "\u2014", "\u2717", "\u2718", "\u274c", "n"}
)
_NUMBER = r"-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,9}(?![0-9])|[0-9]{1,30})(?:\.[0-9]{1,30})?"
_UNIT = r"(?:\s*+(?P<unit>characters?|chars?|items?|properties|property|entries|entry|bytes?))?"
# Possessive, so that nothing is tried twice, whatever a cell has.
_RANGE = re.compile(
    rf"(?P<low>{_NUMBER})\s*+(?:to|\.\.\.?|\u2013|-)\s*+(?P<high>{_NUMBER}){_UNIT}", re.I
)
_BOUND = re.compile(
    rf"(?P<word>at least|min(?:imum)?(?: length)?|>=|\u2265|at most|up to"
    rf"|max(?:imum)?(?: length)?|<=|\u2264|above"
    rf"|more than|greater than|>|below|less than|<|exactly|multiple of)"
    rf"\s*+:?\s*+(?P<number>{_NUMBER}){_UNIT}",
    re.I,
)
_PATTERN = re.compile(r"(?:pattern|matches|regex)\s*+:?\s*+(?P<code>`.*)", re.I)
_FORMAT = re.compile(r"format\s*+:?\s*+`?(?P<format>[\w.-]{1,60})`?", re.I)
# Between two digits, a comma belongs to a number: `1,000`, and `0,5`, which cannot be read.
_SEPARATOR = re.compile(r",(?!(?<=[0-9],)[0-9])|;|<br\s*+/?>|\band\b", re.I)
_CODE = re.compile(r"``(?P<long>(?:[^`]|`(?!`))++)``|`(?P<short>[^`]++)`")
_BREAK = re.compile(r"<br\s*+/?>", re.I)
_LOW = {"at least", "min", "minimum", "min length", "minimum length", ">=", "\u2265"}
_HIGH = {"at most", "up to", "max", "maximum", "max length", "maximum length", "<=", "\u2264"}
_ABOVE = {"above", "more than", "greater than", ">"}
_BELOW = {"below", "less than", "<"}


_NOTHING = frozenset({"-", "--", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212", "n/a", "n.a."})
_PERHAPS_NOTHING = frozenset({"none", "nil", "empty", "undefined", "not set"})
_DASHED = (Facet.REQUIRED, Facet.NULLABLE, Facet.DEPRECATED)
"""Of them, a dash is an answer, and `n/a` is none."""

_SIDES = (
    (("minimum", "exclusive_minimum"), ("maximum", "exclusive_maximum")),
    (("min_length",), ("max_length",)),
    (("min_items",), ("max_items",)),
    (("min_properties",), ("max_properties",)),
)


_TEXT = (frozenset({"string"}), "a text")
_LIST = (frozenset({"array"}), "a list")
_COUNT = (frozenset({"integer", "number"}), "a number")
_OF_TYPE: Mapping[str, tuple[frozenset[str], str]] = {
    "length": _TEXT,
    "pattern": _TEXT,
    "items": _LIST,
    "properties": (frozenset({"object"}), "an object"),
    "minimum": _COUNT,
    "maximum": _COUNT,
    "of": _COUNT,
    "format": (frozenset({"string", "integer", "number"}), "a text or a number"),
}
"""The types that a limit is about, by the last words of its field."""


def says_nothing(facet: Facet, text: str) -> bool:
    """Return whether a cell is empty, or has a dash or `n/a` as if it were."""
    return not text or (facet not in _DASHED and text.strip().lower() in _NOTHING)


def is_yes(text: str) -> bool | None:
    """Return what a cell of yes and no says; None where it is neither."""
    word = text.strip().strip("*_`").strip().lower()
    if word in _YES:
        return True
    return False if word in _NO else None


def _characters(written: str, facets: Facets = ()) -> int:
    return len(written) + sum(len(text) for _, text in facets)


@cached_by(8192, _characters)
def schema_of_row(written: str, facets: Facets = ()) -> Schema:
    """Return what the type cell and the other cells of a row allow."""
    return read_row(written, facets)[0]


@cached_by(8192, _characters)
def read_row(written: str, facets: Facets = ()) -> tuple[Schema, tuple[CellFault, ...]]:
    """Read the type cell and the other cells of a row.

    Returns:
        The schema, and what could not be read.
    """
    schema = schema_of_words(written)
    said: Mapping[Facet, str] = dict(facets)
    faults: list[CellFault] = []
    if (text := said.get(Facet.REQUIRED)) and is_yes(text) is None:
        faults.append(CellFault(Facet.REQUIRED, text))
    if text := said.get(Facet.LIMITS):
        schema = _with_limits(schema, text, faults)
    if text := said.get(Facet.VALUES):
        schema = _valued(schema, text)
        faults += _repeated(schema)
    if text := said.get(Facet.DEFAULT):
        schema = _with_default(schema, text, faults)
    if text := said.get(Facet.EXAMPLE):
        schema = replace(schema, examples=(_literal(text, schema),))
    for facet in (Facet.NULLABLE, Facet.DEPRECATED):
        if (text := said.get(facet)) is None:
            continue
        answer = is_yes(text)
        if facet is Facet.NULLABLE and answer:
            schema = schema.or_null()
        elif facet is Facet.DEPRECATED and answer is not False:
            # `since 3.1` says that it is, too.
            schema = replace(schema, deprecated=True)
        elif answer is None:
            faults.append(CellFault(facet, text))
    if (text := said.get(Facet.ACCESS)) is not None:
        word = text.strip().lower().replace("-", " ")
        if word in ("read only", "readonly", "read"):
            schema = replace(schema, read_only=True)
        elif word in ("write only", "writeonly", "write"):
            schema = replace(schema, write_only=True)
        elif word not in ("read write", "read and write", "both", ""):
            faults.append(CellFault(Facet.ACCESS, text))
    return schema, tuple(faults)


def _repeated(schema: Schema) -> Iterator[CellFault]:
    """The values that a cell has twice."""
    for level in levels(schema):
        seen: set[str] = set()
        for item in level.enum:
            if item.literal.text in seen:
                yield CellFault(Facet.VALUES, item.literal.text, "it is there twice")
            seen.add(item.literal.text)


def _with_default(schema: Schema, text: str, faults: list[CellFault]) -> Schema:
    default = _literal(text, schema)
    is_listed = any(item.literal == default for item in schema.enum)
    if schema.type == "string" and text.strip().lower() in _PERHAPS_NOTHING and not is_listed:
        faults.append(CellFault(Facet.DEFAULT, text, "it may be a text or mean no default"))
        return schema
    return replace(schema, default=default)


def _with_limits(schema: Schema, text: str, faults: list[CellFault]) -> Schema:
    limited = schema
    for part in _parts(text):
        try:
            found = _limited(limited, part)
        except _ImpossibleError as error:
            faults.append(CellFault(Facet.LIMITS, part, str(error)))
            continue
        if found is None:
            faults.append(CellFault(Facet.LIMITS, part))
        limited = found or limited
    if any(map(_is_inverted, levels(limited))):
        faults.append(CellFault(Facet.LIMITS, text, "no value is within both"))
    return limited


class _ImpossibleError(ValueError):
    """A limit that values of the type cannot have; `str()` of it says why."""


def _is_inverted(schema: Schema) -> bool:
    """Whether no value can be above the lower and below the upper bound."""
    for lows, highs in _SIDES:
        for low, high in product(lows, highs):
            least, most = getattr(schema, low), getattr(schema, high)
            if least is None or most is None:
                continue
            if least > most or (least == most and "exclusive" in f"{low} {high}"):
                return True
    return False


def _check_type(schema: Schema, field: str, number: float | None = None) -> None:
    """Refuse a limit that is about values of another type.

    Raises:
        _ImpossibleError: It is.
    """
    kinds, what = _OF_TYPE[field.partition("_")[2] or field]
    if schema.types and not kinds & {*schema.types}:
        raise _ImpossibleError(f"only {what} can be limited so")
    if number is not None and "number" not in kinds and (number < 0 or number != int(number)):
        raise _ImpossibleError("a number of parts is whole and not negative")


def _parts(text: str) -> Iterable[str]:
    """The limits of a cell; what is in backticks is not split."""
    start = 0
    for match in _CODE.finditer(text):
        head = _SEPARATOR.split(text[start : match.start()])
        yield from filter(None, map(str.strip, head[:-1]))
        yield f"{head[-1].strip()} {match[0]}".strip()
        start = match.end()
    yield from filter(None, map(str.strip, _SEPARATOR.split(text[start:])))


def _valued(schema: Schema, text: str) -> Schema:
    """The schema with the values of a cell.

    They are those of the innermost items, unless all are lists, or objects, as JSON writes them.
    """
    if field := _holder(schema):
        listed = [item.value for item in _values(text, ANYTHING)]
        kind = list if schema.type == "array" else dict
        if not listed or not all(isinstance(value, kind) for value in listed):
            held = getattr(schema, field) or ANYTHING
            return _changed(schema, field, _valued(held, text))
    return replace(schema, enum=tuple(_values(text, schema)), const=None)


def tells_of_null(rows: Iterable[tuple[str, Facets]]) -> bool:
    """Return whether rows say of null where it is a value: all else is not null, then.

    Args:
        rows: The type cells and the other cells of a table's rows.
    """
    return any(
        Facet.NULLABLE in dict(facets)
        or any(each.nullable for each in levels(schema_of_row(written, facets)))
        for written, facets in rows
    )


def levels(schema: Schema) -> Iterator[Schema]:
    """Give a schema, then that of its items or of a map's values, as deep as there are such.

    The cells `Values` and `Limits` of a row may be about any of them.
    """
    yield schema
    while (field := _holder(schema)) and (held := getattr(schema, field)) is not None:
        yield (schema := held)


def _holder(schema: Schema) -> str:
    """The field that has what an array or a map holds; empty for all else."""
    if schema.type == "array":
        return "items"
    is_map = schema.type == "object" and schema.additional_properties is not None
    return "additional_properties" if is_map and not schema.properties else ""


def _within(
    schema: Schema, types: Sequence[str], change: Callable[[Schema], Schema | None]
) -> Schema | None:
    """Change a schema, or what it holds where a limit is one of that and not of it."""
    field = _holder(schema)
    if not field or not types or schema.type in types or not _holds(schema, types):
        return change(schema)
    held = getattr(schema, field) or ANYTHING
    if held == ANYTHING and "string" in types:
        # A length or a pattern says that the items are texts.
        held = Schema(types=("string",))
    inner = _within(held, types, change)
    return _changed(schema, field, inner) if inner else None


def _holds(schema: Schema, types: Sequence[str]) -> bool:
    """Whether an array or a map holds something of a type, or may."""
    *_, last = inner = list(levels(schema))[1:] or [ANYTHING]
    return bool(_holder(last)) or any(not each.type or each.type in types for each in inner)


def _limited(schema: Schema, text: str) -> Schema | None:
    """The schema with a limit; None for what is no limit."""
    text = text.strip(" .")
    if text.lower() in ("unique", "unique items"):
        return _within(schema, ("array",), _unique)
    if match := _PATTERN.fullmatch(text):
        code = _CODE.fullmatch(match["code"])
        pattern = _code(code) if code else ""
        return _within(schema, ("string",), lambda inner: _patterned(inner, pattern))
    if match := _FORMAT.fullmatch(text):
        name = match["format"]
        return _within(schema, ("string",), lambda inner: _formatted(inner, name))
    if match := _RANGE.fullmatch(text):
        low, high, unit = _number(match["low"]), _number(match["high"]), match["unit"]
        return _within(
            schema,
            _limited_by(unit),
            lambda inner: _bounded(_bounded(inner, "min", low, unit), "max", high, unit),
        )
    if match := _BOUND.fullmatch(text):
        is_multiple = match["word"].lower().startswith("multiple")
        types = ("integer", "number") if is_multiple else _limited_by(_unit(match))
        return _within(schema, types, lambda inner: _bound(inner, match))
    return None


def _unique(schema: Schema) -> Schema:
    _check_type(schema, "unique_items")
    return replace(schema, unique_items=True)


def _patterned(schema: Schema, pattern: str) -> Schema | None:
    _check_type(schema, "pattern")
    return replace(schema, pattern=pattern) if pattern and parsed(pattern) else None


def _formatted(schema: Schema, name: str) -> Schema:
    _check_type(schema, "format")
    if schema.type == "string" and schema.format not in (None, "", name):
        raise _ImpossibleError(f"its type is `{schema.format}` already")
    return replace(schema, format=name)


def _limited_by(unit: str | None) -> tuple[str, ...]:
    """The types that a limit with a unit is about; all of them where it has none."""
    keyword = _keyword(ANYTHING, "min", unit)
    return {"min_length": ("string",), "min_items": ("array",)}.get(
        keyword, ("object",) if keyword == "min_properties" else ()
    )


def _unit(match: re.Match[str]) -> str | None:
    """The unit of a bound; `max length` has none, and is about characters."""
    return match["unit"] or ("characters" if "length" in match["word"].lower() else None)


def _bound(schema: Schema, match: re.Match[str]) -> Schema | None:
    word, number = " ".join(match["word"].lower().split()), _number(match["number"])
    unit = _unit(match)
    if word == "multiple of":
        _check_type(schema, "multiple_of")
        return replace(schema, multiple_of=number) if number > 0 else None
    if word in _LOW:
        return _bounded(schema, "min", number, unit)
    if word in _HIGH:
        return _bounded(schema, "max", number, unit)
    if word == "exactly":
        return _bounded(_bounded(schema, "min", number, unit), "max", number, unit)
    side = "min" if word in _ABOVE else "max"
    keyword = _keyword(schema, side, unit)
    _check_type(schema, keyword, number)
    if keyword in ("minimum", "maximum"):
        return _changed(schema, f"exclusive_{keyword}", number)
    return _changed(schema, keyword, int(number) + (1 if side == "min" else -1))


def _bounded(schema: Schema, side: str, number: float, unit: str | None) -> Schema:
    keyword = _keyword(schema, side, unit)
    _check_type(schema, keyword, number)
    counts = keyword not in ("minimum", "maximum")
    return _changed(schema, keyword, int(number) if counts else number)


def _changed(schema: Schema, field: str, value: Any) -> Schema:
    changes: dict[str, Any] = {field: value}
    return replace(schema, **changes)


def _keyword(schema: Schema, side: str, unit: str | None) -> str:
    """The field that a bound belongs to: by its unit, else by the type."""
    unit = (unit or "").lower()
    if unit.startswith(("char", "byte")):
        return f"{side}_length"
    if unit.startswith(("item", "entr")):
        return f"{side}_items"
    if unit.startswith("propert"):
        return f"{side}_properties"
    by_type = {"string": "length", "array": "items", "object": "properties"}
    return f"{side}_{by_type[schema.type]}" if schema.type in by_type else f"{side}imum"


def _number(text: str) -> float:
    text = text.replace(",", "")
    return float(text) if "." in text else int(text)


def _values(text: str, schema: Schema) -> Iterable[EnumValue]:
    """The values of a cell, each with what is said of it.

    They are in backticks, with words behind them, or separated by commas.
    """
    plain = replace(schema, enum=())
    matches = list(_CODE.finditer(text))
    if not matches:
        if text.lstrip()[:1] in ("[", "{") and isinstance(listed := _json(f"[{text}]"), list):
            return [EnumValue(Literal.of(value)) for value in listed]
        parts = (part.strip() for part in re.split(r"[,;|]|<br\s*+/?>", text))
        return [EnumValue(_literal(part, plain)) for part in parts if part]
    ends = [match.start() for match in matches[1:]] + [len(text)]
    found = []
    for match, end in zip(matches, ends, strict=True):
        value = _literal(match[0], plain)
        found.append(EnumValue(value, _meaning(text[match.end() : end])))
    return found


def _meaning(text: str) -> str:
    """What a value means, by the text behind it: `: by ship`, `(by ship)` or `- by ship`."""
    text = _BREAK.sub(" ", text).strip(" \t\n,;")
    if not text or text[0] not in ":(=-\u2013\u2014":
        return ""
    return text[1:].removesuffix(")").strip(" \t\n.") if text[0] == "(" else text[1:].strip(" .")


def _code(match: re.Match[str]) -> str:
    """What a code span holds, without the space that keeps it from its backticks."""
    code: str = match["long"] or match["short"]
    return code[1:-1] if len(code) > 2 and code[0] == code[-1] == " " else code


def _literal(text: str, schema: Schema) -> Literal:
    """The value of a cell: in backticks or not, JSON where the type is no text."""
    text = text.strip()
    if match := _CODE.fullmatch(text):
        text = _code(match)
    return Literal.of(_value(text, schema))


def _value(text: str, schema: Schema) -> Any:
    if schema.type == "string" and not (schema.nullable and text == "null"):
        quoted = len(text) > 1 and text[0] == text[-1] == '"'
        return _json(text) if quoted else text
    if text == "null":
        return None
    if schema.type == "array":
        return _list(text, schema)
    found = value_of_text(text, schema)
    return _json(text) if isinstance(found, str) or schema.type == "object" else found


def _list(text: str, schema: Schema) -> Any:
    """The value of an array: as JSON writes it, or its items, separated by commas."""
    found = _json(text)
    if isinstance(found, list) or text[:1] == "[":
        return found
    if isinstance(found, dict):
        return [found]
    return [item.value for item in _values(text, schema.items or ANYTHING)]


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
