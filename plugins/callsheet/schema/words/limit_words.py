"""Limits in words: `1 to 100`, `at most 40 characters`, `above 0`, `multiple of 5`, `unique`.

A property that selects one of several types is named there, too: ``selected by `kind` ``, perhaps
followed by what its values select: ``(`letter`: Letter, `crate`: Crate)``. So are properties of
which an object has at least, or exactly, one: ``at least one of `street`, `box` ``.

They are separated by commas or semicolons; a pattern is in backticks. They may be about a value, or
about its items or map values, at any depth.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from typing import Any

from callsheet import lazy_re as re
from callsheet.schema.regex.patterns import fault_of_pattern, parsed
from callsheet.schema.schema import ANYTHING, Discriminator, Schema, holder, levels
from callsheet.schema.words.cell_values import CODE, code_of

_NUMBER = (
    r"-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,9}(?![0-9])|[0-9]{1,30})(?:\.[0-9]{1,30})?"
    r"(?:e[+-]?[0-9]{1,3})?"
)
_UNIT = r"(?:\s*+(?P<unit>characters?|chars?|items?|properties|property|entries|entry|bytes?))?"
# The quantifiers are possessive, so that no cell makes the engine backtrack.
_RANGE = re.compile(
    rf"(?P<low>{_NUMBER})\s*+(?:to|\.\.\.?|\u2013|-)\s*+(?P<high>{_NUMBER}){_UNIT}", re.IGNORECASE
)
_BOUND = re.compile(
    rf"(?P<word>at least|min(?:imum)?(?: length)?|>=|\u2265|at most|up to"
    rf"|max(?:imum)?(?: length)?|<=|\u2264|above"
    rf"|more than|greater than|>|below|less than|<|exactly|multiple of)"
    rf"\s*+:?\s*+(?P<number>{_NUMBER}){_UNIT}",
    re.IGNORECASE,
)
_PATTERN = re.compile(r"(?:pattern|matches|regex)\s*+:?\s*+(?P<code>`.*)", re.IGNORECASE)
_FORMAT = re.compile(
    r"format\s*+:?\s*+(?:`(?P<code>[^`]{1,200})`|(?P<word>[\w.-]{1,60}))", re.IGNORECASE
)
# Between two digits, a comma belongs to a number: `1,000`, and `0,5`, which is invalid.
_SEPARATOR = re.compile(r",(?!(?<=[0-9],)[0-9])|;|<br\s*+/?>|\band\b", re.IGNORECASE)
_CODE = r"(?:``(?:[^`]|`(?!`))++``|`[^`]++`)"
_SELECTED = re.compile(
    rf"selected\s++by\s++(?P<name>{_CODE})"
    rf"(?:\s*+\((?P<mapping>(?:\s*+{_CODE}\s*+:\s*+[^\s,()`]++\s*+,?+)++)\))?+",
    re.IGNORECASE,
)
_SELECTION = re.compile(rf"(?P<value>{_CODE})\s*+:\s*+(?P<type>[^\s,()`]++)")
_ONE_OF = re.compile(
    rf"(?P<word>at\s++least|exactly)\s++one\s++of\s++(?P<names>{_CODE}(?:\s*+,\s*+{_CODE})*+)",
    re.IGNORECASE,
)
_EACH = re.compile(r"each\s++(?!each\b)", re.IGNORECASE)
_MEDIA_TYPE = re.compile(
    r"media\s++type\s*+:?\s*+`?(?P<media_type>[^\s`/]++/[^\s`]++)`?", re.IGNORECASE
)
_LOW = {"at least", "min", "minimum", "min length", "minimum length", ">=", "\u2265"}
_HIGH = {"at most", "up to", "max", "maximum", "max length", "maximum length", "<=", "\u2264"}
_ABOVE = {"above", "more than", "greater than", ">"}
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
    "media_type": _TEXT,
    "items": _LIST,
    "properties": (frozenset({"object"}), "an object"),
    "minimum": _COUNT,
    "maximum": _COUNT,
    "of": _COUNT,
    "format": (frozenset({"string", "integer", "number", "boolean", "object"}), "a single value"),
}
"""The types that a limit applies to, by the last word of its field."""


def changed_within(
    schema: Schema, types: Sequence[str], change: Callable[[Schema], Schema | None]
) -> Schema | None:
    """Apply a limit to a schema, or to the part that it is about.

    That is the only alternative of its type, or the items or map values.

    Args:
        schema: The schema.
        types: The types that the limit applies to; empty for all.
        change: Returns a schema with the limit, or None where it is invalid.
    """
    kinds = types or ("integer", "number")
    options = schema.any_of or schema.one_of
    # Of `integer or string`, a length is about the text. Of two texts, nobody could say which one.
    of_kind = [option for option in options if option.type in kinds]
    if len(of_kind) == 1 and (limited := change(of_kind[0])):
        field = "any_of" if schema.any_of else "one_of"
        changed = (limited if option is of_kind[0] else option for option in options)
        return with_field(schema, field, tuple(changed))
    field = holder(schema)
    if not field or not types or schema.type in types or not _holds(schema, types):
        return change(schema)
    held = getattr(schema, field) or ANYTHING
    if held == ANYTHING and "string" in types:
        # A length or a pattern implies that the items are texts.
        held = Schema(types=("string",))
    inner = changed_within(held, types, change)
    return with_field(schema, field, inner) if inner else None


def _holds(schema: Schema, types: Sequence[str]) -> bool:
    """Tell whether an array or a map contains values of one of these types, or may."""
    *_, last = inner = list(levels(schema))[1:] or [ANYTHING]
    return bool(holder(last)) or any(not each.type or each.type in types for each in inner)


def with_field(schema: Schema, field: str, value: Any) -> Schema:
    """Return a schema with another value of a field."""
    changes: dict[str, Any] = {field: value}
    return schema.replace(**changes)


class ImpossibleLimitError(ValueError):
    """A limit that does not apply to values of the type; `str()` of it says why."""


def is_inverted(schema: Schema) -> bool:
    """Tell whether a lower bound is above the upper one, so that no value is between them."""
    for lows, highs in _SIDES:
        for low, high in product(lows, highs):
            least, most = getattr(schema, low), getattr(schema, high)
            if least is None or most is None:
                continue
            if least > most or (least == most and "exclusive" in f"{low} {high}"):
                return True
    return False


def _check_type(schema: Schema, field: str, number: float | None = None) -> None:
    """Refuse a limit that applies to values of another type.

    Raises:
        ImpossibleLimitError: It does.
    """
    kinds, what = _OF_TYPE[field.partition("_")[2] or field]
    if schema.types and not kinds & {*schema.types}:
        raise ImpossibleLimitError(f"only {what} can be limited so")
    if number is not None and "number" not in kinds and (number < 0 or number != int(number)):
        raise ImpossibleLimitError("a number of parts is whole and not negative")


def with_selection(schema: Schema, text: str) -> tuple[Schema, str]:
    """Apply what a cell says about the property that selects a type, and about required ones.

    Returns:
        The schema, and the rest of the cell.
    """
    if match := _SELECTED.search(text):
        pairs = tuple(
            (_plain(pair["value"]), pair["type"])
            for pair in _SELECTION.finditer(match["mapping"] or "")
        )
        schema = schema.replace(discriminator=Discriminator(_plain(match["name"]), pairs))
        text = text.replace(match[0], "", 1)
    if match := _ONE_OF.search(text):
        options = tuple(Schema(required=(_plain(m[0]),)) for m in CODE.finditer(match["names"]))
        field = "one_of" if match["word"].lower() == "exactly" else "any_of"
        schema = with_field(schema, field, options)
        text = text.replace(match[0], "", 1)
    return schema, text


def _plain(code: str) -> str:
    match = CODE.fullmatch(code)
    return code_of(match) if match else code


def split_limits(text: str) -> Iterable[str]:
    """Split a cell into its limits, but nothing in backticks."""
    start = 0
    for match in CODE.finditer(text):
        head = _SEPARATOR.split(text[start : match.start()])
        yield from filter(None, map(str.strip, head[:-1]))
        yield f"{head[-1].strip()} {match[0]}".strip()
        start = match.end()
    yield from filter(None, map(str.strip, _SEPARATOR.split(text[start:])))


def with_limit(schema: Schema, text: str) -> Schema | None:
    """Return the schema with a limit; None where the text is not a limit."""
    text = text.strip(" .")
    if match := _EACH.match(text):
        inner = text[match.end() :]
        return changed_within(schema, ("integer", "number"), lambda each: with_limit(each, inner))
    if text.lower() in ("unique", "unique items"):
        return changed_within(schema, ("array",), _unique)
    if match := _PATTERN.fullmatch(text):
        code = CODE.fullmatch(match["code"])
        pattern = code_of(code) if code else ""
        return changed_within(schema, ("string",), lambda inner: _patterned(inner, pattern))
    if match := _FORMAT.fullmatch(text):
        name = match["code"] or match["word"]
        return changed_within(schema, ("string",), lambda inner: _formatted(inner, name))
    if match := _MEDIA_TYPE.fullmatch(text):
        media_type = match["media_type"]
        return changed_within(schema, ("string",), lambda inner: _of_media(inner, media_type))
    if match := _RANGE.fullmatch(text):
        low, high, unit = _number(match["low"]), _number(match["high"]), match["unit"]
        return changed_within(
            schema,
            _limited_by(unit),
            lambda inner: _bounded(_bounded(inner, "min", low, unit), "max", high, unit),
        )
    if match := _BOUND.fullmatch(text):
        is_multiple = match["word"].lower().startswith("multiple")
        types = ("integer", "number") if is_multiple else _limited_by(_unit(match))
        return changed_within(schema, types, lambda inner: _bound(inner, match))
    return None


def _unique(schema: Schema) -> Schema:
    _check_type(schema, "unique_items")
    return schema.replace(unique_items=True)


def _patterned(schema: Schema, pattern: str) -> Schema | None:
    _check_type(schema, "pattern")
    if pattern and parsed(pattern) is None:
        raise ImpossibleLimitError(fault_of_pattern(pattern))
    return schema.replace(pattern=pattern) if pattern else None


def _formatted(schema: Schema, name: str) -> Schema:
    _check_type(schema, "format")
    if schema.type == "string" and schema.format not in (None, "", name):
        raise ImpossibleLimitError(f"its type is `{schema.format}` already")
    return schema.replace(format=name)


def _of_media(schema: Schema, media_type: str) -> Schema:
    _check_type(schema, "content_media_type")
    return schema.replace(content_media_type=media_type)


def _limited_by(unit: str | None) -> tuple[str, ...]:
    """Return the types that a limit with a unit applies to; () for all, without a unit."""
    keyword = _keyword(ANYTHING, "min", unit)
    return {"min_length": ("string",), "min_items": ("array",)}.get(
        keyword, ("object",) if keyword == "min_properties" else ()
    )


def _unit(match: re.Match[str]) -> str | None:
    """Return the unit of a bound; that of `max length` is characters."""
    return match["unit"] or ("characters" if "length" in match["word"].lower() else None)


def _bound(schema: Schema, match: re.Match[str]) -> Schema | None:
    word, number = " ".join(match["word"].lower().split()), _number(match["number"])
    unit = _unit(match)
    if word == "multiple of":
        _check_type(schema, "multiple_of")
        return schema.replace(multiple_of=number) if number > 0 else None
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
        return with_field(schema, f"exclusive_{keyword}", number)
    return with_field(schema, keyword, int(number) + (1 if side == "min" else -1))


def _bounded(schema: Schema, side: str, number: float, unit: str | None) -> Schema:
    keyword = _keyword(schema, side, unit)
    _check_type(schema, keyword, number)
    counts = keyword not in ("minimum", "maximum")
    return with_field(schema, keyword, int(number) if counts else number)


def _keyword(schema: Schema, side: str, unit: str | None) -> str:
    """Return the field that a bound sets, by its unit, else by the type."""
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
    return float(text) if {*".eE"} & {*text} else int(text)
