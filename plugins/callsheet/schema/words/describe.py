"""Descriptions of schemas in words, for messages."""

from collections.abc import Iterable
from typing import Any

from callsheet.schema.formats import INTEGER_BITS
from callsheet.schema.schema import ANYTHING, Literal, RareKeywords, Schema

_MOST_VALUES = 20
_TYPES = {
    "array": "an array",
    "boolean": "`true` or `false`",
    "integer": "an integer",
    "null": "null",
    "number": "a number",
    "object": "an object",
    "string": "a text",
}
_FORMATS = {
    "base64": "base64",
    "byte": "base64",
    "date": "a date of RFC 3339, such as `2026-03-14`",
    "date-time": "a date-time of RFC 3339, such as `2026-03-14T09:26:53Z`",
    "duration": "a duration of ISO 8601, such as `P3DT12H`",
    "email": "an e-mail address",
    "hostname": "a host name",
    "ipv4": "an IPv4 address",
    "ipv6": "an IPv6 address",
    "time": "a time of RFC 3339, such as `09:26:53Z`",
    "uri": "a URI with its scheme",
    "uri-reference": "a URI or a relative reference",
    "uuid": "a UUID",
}


def expectation(schema: Schema, keyword: str) -> str:
    """Describe what is expected in the place of a value that fails a keyword.

    Args:
        schema: The schema that the value does not fit.
        keyword: The keyword, as JSON Schema spells it.
    """
    match keyword:
        case "type" | "$ref":
            return described(schema)
        case "enum" | "const":
            return _one_of(schema.values)
        case "format" if schema.format in INTEGER_BITS:
            bits = INTEGER_BITS[schema.format] + 1
            return f"an integer of {bits} bits (`{schema.format}`)"
        case "format" | "contentEncoding":
            name = schema.format if keyword == "format" else schema.content_encoding
            return _FORMATS.get(name, f"a text of the format `{name}`")
        case "required":
            return "a value, which is required"
        case "not":
            return "no such value"
        case "anyOf":
            return _any_of(schema.any_of or schema.one_of)
        case "oneOf":
            return "exactly one of the alternatives"
        case "contains" | "maxContains" | "propertyNames" if schema.rare:
            return _rare(schema.rare, keyword)
        case "dependentRequired":
            return "a value, which is required along with another property"
    return _limit(schema, keyword)


def _rare(rare: RareKeywords, keyword: str) -> str:
    if keyword == "propertyNames":
        return f"a name of a property that is {described(rare.property_names or ANYTHING)}"
    some = described(rare.contains or ANYTHING)
    if keyword == "maxContains":
        return f"at most {rare.max_contains} items that are {some} as described"
    return f"at least {rare.min_contains or 1} items that are {some} as described"


def described(schema: Schema) -> str:
    """Describe the values that a schema allows, by their type."""
    if schema.ref:
        return f"an object of the type `{schema.ref}`"
    if schema.values:
        return _one_of(schema.values)
    if schema.format in _FORMATS and schema.type in ("", "string"):
        return _FORMATS[schema.format]
    if schema.format in INTEGER_BITS:
        return f"an integer (`{schema.format}`)"
    if schema.any_of or schema.one_of:
        return _any_of(schema.any_of or schema.one_of)
    named = [_TYPES[name] for name in schema.types if name != "null" or len(schema.types) == 1]
    return _either(named) or "a value"


def limits(schema: Schema) -> tuple[str, ...]:
    """Describe the limits of a schema, as in the column `Limits` of a page."""
    return tuple(
        _limit(schema, keyword)
        for keyword, (field, _) in _LIMITS.items()
        if keyword != "pattern" and getattr(schema, field) not in (None, False)
    )


_LIMITS = {
    "minimum": ("minimum", "a number of at least {}"),
    "exclusiveMinimum": ("exclusive_minimum", "a number above {}"),
    "maximum": ("maximum", "a number of at most {}"),
    "exclusiveMaximum": ("exclusive_maximum", "a number below {}"),
    "multipleOf": ("multiple_of", "a multiple of {}"),
    "minLength": ("min_length", "at least {} characters"),
    "maxLength": ("max_length", "at most {} characters"),
    "pattern": ("pattern", "a text that matches `{}`"),
    "minItems": ("min_items", "at least {} items"),
    "maxItems": ("max_items", "at most {} items"),
    "uniqueItems": ("unique_items", "items that differ from each other"),
    "minProperties": ("min_properties", "at least {} properties"),
    "maxProperties": ("max_properties", "at most {} properties"),
}
"""The fields of the keywords of limits, and their words."""


def _one_of(values: Iterable[Any]) -> str:
    shown = [f"`{value}`" if isinstance(value, str) else f"`{_json(value)}`" for value in values]
    if len(shown) == 1:
        return shown[0]
    more = len(shown) - _MOST_VALUES
    return f"one of {', '.join(shown[:_MOST_VALUES])}" + (f" and {more} more" if more > 0 else "")


def _json(value: Any) -> str:
    return Literal.of(value).text


def _any_of(alternatives: Iterable[Schema]) -> str:
    return _either(list(dict.fromkeys(described(inner) for inner in alternatives)))


def _either(choices: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(choices[:-1]), *choices[-1:])))


def _limit(schema: Schema, keyword: str) -> str:
    field, words = _LIMITS[keyword]
    bound = getattr(schema, field)
    limit = words.format(bound)
    if bound == 1 and keyword[3:] == "Properties":
        return limit.replace("properties", "property")
    return limit.removesuffix("s") if bound == 1 and keyword[3:] in ("Length", "Items") else limit
