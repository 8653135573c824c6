"""Serialization of parameters: the styles of OpenAPI (3.1, 4.8.12), which are those of RFC 6570.

A value consists of texts here: a text, a list of them, or an object whose values are texts.
`callsheet.schema.texts` converts them to typed values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TypeAlias
from urllib.parse import quote


class Style(StrEnum):
    """The field `style` of OpenAPI's Parameter Object."""

    FORM = "form"
    SIMPLE = "simple"
    LABEL = "label"
    MATRIX = "matrix"
    SPACE = "spaceDelimited"
    PIPE = "pipeDelimited"
    DEEP = "deepObject"


class Shape(StrEnum):
    """The kinds of values that styles distinguish."""

    TEXT = "text"
    ARRAY = "array"
    OBJECT = "object"


class Miss(Enum):
    """Why a parameter has no value: it was not sent, or not in its style."""

    ABSENT = "absent"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True)
class ParameterStyle:
    """The fields `style` and `explode`; exploded, each item or property is a pair of its own."""

    style: Style
    explode: bool = False


Texts: TypeAlias = "str | list[Texts] | dict[str, Texts]"
Pairs: TypeAlias = Sequence[tuple[str, str]]
Decode: TypeAlias = Callable[[str], str]

DELIMITERS = {Style.SPACE: " ", Style.PIPE: "|"}
"""The delimiters of styles that do not use commas."""

_UNRESERVED = "-._~"


def write_pairs(name: str, value: Texts, how: ParameterStyle) -> list[tuple[str, str]]:
    """Write a parameter of the query, or a cookie.

    Returns:
        Names and values without any encoding. An empty list or object is not sent (RFC 6570, 2.3).
    """
    return [(key, delimiter.join(texts)) for key, texts, delimiter in _pairs(name, value, how)]


def write_query(name: str, value: Texts, how: ParameterStyle) -> str:
    """Write a parameter of the query, encoded for a URL: `ids=1,2`."""
    written = []
    for key, texts, delimiter in _pairs(name, value, how):
        between = "," if delimiter == "," else quote(delimiter)
        written.append(f"{_encoded(key)}={between.join(map(_encoded, texts))}")
    return "&".join(written)


def write_path(name: str, value: Texts, how: ParameterStyle) -> str:
    """Write a parameter of the path, encoded for a URL: `1,2`, `.1.2` or `;id=1,2`."""
    return _write_text(_encoded(name), value, how, _encoded)


def write_header(value: Texts, how: ParameterStyle) -> str:
    """Write the value of a header field, without any encoding."""
    return _write_text("", value, how, str)


def _pairs(name: str, value: Texts, how: ParameterStyle) -> Iterator[tuple[str, list[str], str]]:
    """Yield the pairs of a parameter: the name, the texts of the value, and their delimiter."""
    delimiter = DELIMITERS.get(how.style, ",")
    if isinstance(value, str):
        yield name, [value], delimiter
    elif how.style is Style.DEEP:
        yield from ((key, [text], delimiter) for key, text in _in_brackets(name, value))
    elif how.explode:
        members = value.items() if isinstance(value, dict) else ((name, item) for item in value)
        yield from ((key, [_flat(item)], delimiter) for key, item in members)
    elif value:
        yield name, _flat_texts(value), delimiter


def _in_brackets(name: str, value: Texts) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _in_brackets(f"{name}[{key}]", inner)
    else:
        for item in value:
            yield from _in_brackets(name, item)


def _write_text(name: str, value: Texts, how: ParameterStyle, encode: Decode) -> str:
    lead, between = {Style.LABEL: (".", "."), Style.MATRIX: (";", ";")}.get(how.style, ("", ","))
    named = how.style is Style.MATRIX
    if isinstance(value, str):
        text = encode(value)
        return f";{name}={text}" if named and text else f";{name}" if named else lead + text
    if not how.explode:
        joined = ",".join(map(encode, _flat_texts(value)))
        return "" if not value else f";{name}={joined}" if named else lead + joined
    if isinstance(value, dict):
        parts = [f"{encode(key)}={encode(_flat(item))}" for key, item in value.items()]
    else:
        texts = [encode(_flat(item)) for item in value]
        parts = [f"{name}={text}" for text in texts] if named else texts
    return lead + between.join(parts) if parts else ""


def _flat_texts(value: Texts) -> list[str]:
    """Return the items of a list, or the names and values of an object, alternating."""
    if isinstance(value, dict):
        return [text for key, item in value.items() for text in (key, _flat(item))]
    return [_flat(item) for item in value]


def _flat(value: Texts) -> str:
    """Return one text for a nested value, for which OpenAPI only defines `deepObject`."""
    return value if isinstance(value, str) else ",".join(_flat_texts(value))


def _encoded(text: str) -> str:
    return quote(text, safe=_UNRESERVED)
