"""Serialization of parameters: the styles of OpenAPI (3.1, 4.8.12), which are those of RFC 6570.

A value consists of texts here: a text, a list of them, or an object whose values are texts.
`callsheet.schema.texts` converts them to typed values.

HTTP libraries percent-encode the delimiters of a query, as in `ids=1%2C2`. RFC 6570 leaves them as
they are, and encodes only those inside of an item. Both are accepted: where a delimiter is not
encoded, the encoded ones belong to items; where all are encoded, they are the delimiters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TypeAlias
from urllib.parse import quote, unquote, unquote_plus

from callsheet import lazy_re as re

Texts: TypeAlias = "str | list[Texts] | dict[str, Texts]"
Pairs: TypeAlias = Sequence[tuple[str, str]]
Decode: TypeAlias = Callable[[str], str]
_UNRESERVED = "-._~"
_RESERVED = ":/?@!$'()*,;"
"""The characters that mean nothing in the value of a query (RFC 3986, 3.4)."""

MAX_STEPS = 16
"""Nested objects in brackets; a name with more is malformed."""


class Style(StrEnum):
    """The field `style` of OpenAPI's Parameter Object."""

    FORM = "form"
    SIMPLE = "simple"
    LABEL = "label"
    MATRIX = "matrix"
    SPACE = "spaceDelimited"
    PIPE = "pipeDelimited"
    DEEP = "deepObject"
    CONTENT = "content"
    """A text in the format of a media type, in which the value is written as a whole."""


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
    """How a parameter is serialized: the fields of OpenAPI's Parameter Object.

    Attributes:
        style: The style.
        explode: Whether each item or property is a pair of its own.
        media_type: The media type of a text with `Style.CONTENT`, else empty.
        reserved: Whether characters that delimit other parts of an address stay as they are.
        empty: Whether it may be sent without a value, whatever its type.
    """

    style: Style
    explode: bool = False
    media_type: str = ""
    reserved: bool = False
    empty: bool = False


DELIMITERS = {Style.SPACE: " ", Style.PIPE: "|"}
"""The delimiters of styles that do not use commas."""


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
        safe = _UNRESERVED + (_RESERVED if how.reserved else "")
        written.append(f"{_encoded(key)}={between.join(quote(text, safe=safe) for text in texts)}")
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
        # Not defined by OpenAPI for lists, which some large APIs take so.
        start = f"{name}[]" if isinstance(value, list) else name
        yield from ((key, [text], delimiter) for key, text in _in_brackets(start, value))
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


def split_query(query: str) -> list[tuple[str, str]]:
    """Split a query into its pairs: the names, decoded, and the values, as they were sent."""
    pairs = (part.partition("=") for part in query.split("&") if part)
    return [(unquote_plus(name), value) for name, _, value in pairs]


def read_query(
    name: str, shape: Shape, how: ParameterStyle, pairs: Pairs, decode: Decode = unquote_plus
) -> Texts | Miss:
    """Read a parameter of the query, or a cookie, whatever the case of its name.

    Args:
        name: Its name.
        shape: The shape of its value.
        how: Its style.
        pairs: The names, decoded, and the values, as they were sent. For an exploded object, the
            pairs of its properties.
        decode: Decodes a value.
    """
    if how.style is Style.DEEP and shape is Shape.ARRAY:
        return _read_items(name, pairs, decode)
    if how.style is Style.DEEP:
        return _read_brackets(name, pairs, decode)
    if shape is Shape.OBJECT and how.explode:
        found: dict[str, Texts] = {key: decode(text) for key, text in pairs}
        return found or Miss.ABSENT
    lower = name.lower()
    sent = [text for key, text in pairs if key.lower() == lower]
    if not sent:
        return Miss.ABSENT
    if shape is Shape.ARRAY and how.explode:
        return [] if sent == [""] else [decode(text) for text in sent]
    if len(sent) > 1:
        return Miss.MALFORMED
    if shape is Shape.TEXT:
        return decode(sent[0])
    return _shaped(_split(sent[0], DELIMITERS.get(how.style, ","), decode), shape)


def read_path(name: str, shape: Shape, how: ParameterStyle, text: str) -> Texts | Miss:
    """Read a parameter of the path, percent-encoded as in a URL."""
    if how.style is Style.MATRIX:
        return _read_matrix(name, shape, how, text)
    if how.style is Style.LABEL:
        if text[:1] != ".":
            return Miss.MALFORMED
        text = text[1:]
        if shape is Shape.TEXT:
            return unquote(text)
        return _read_parts(text, "." if how.explode else ",", shape, how, unquote)
    return unquote(text) if shape is Shape.TEXT else _read_parts(text, ",", shape, how, unquote)


def read_header(shape: Shape, how: ParameterStyle, text: str) -> Texts | Miss:
    """Read the value of a header field, without white space around commas (RFC 9110, 5.6.1)."""
    return text if shape is Shape.TEXT else _read_parts(text, ",", shape, how, str.strip)


def _read_parts(
    text: str, delimiter: str, shape: Shape, how: ParameterStyle, decode: Decode
) -> Texts | Miss:
    if not (shape is Shape.OBJECT and how.explode):
        return _shaped(_split(text, delimiter, decode), shape)
    if "=" not in text:
        # The client has encoded the value as a whole.
        text = decode(text)
    return _members(text.split(delimiter) if text else [], decode)


def _read_matrix(name: str, shape: Shape, how: ParameterStyle, text: str) -> Texts | Miss:
    # A client that encodes the value as a whole encodes its first character, too.
    text = text if text[:1] == ";" else unquote(text)
    if text[:1] != ";":
        return Miss.MALFORMED
    parts = text[1:].split(";")
    if shape is Shape.OBJECT and how.explode:
        return _members(parts, unquote)
    values = []
    for part in parts:
        key, _, value = part.partition("=")
        if unquote(key).lower() != name.lower():
            return Miss.MALFORMED
        values.append(value)
    if shape is Shape.ARRAY and how.explode:
        return [unquote(value) for value in values]
    if len(values) > 1:
        return Miss.MALFORMED
    return (
        unquote(values[0])
        if shape is Shape.TEXT
        else _shaped(_split(values[0], ",", unquote), shape)
    )


def _read_items(name: str, pairs: Pairs, decode: Decode) -> Texts | Miss:
    """Read a list in brackets: `ids[]=1&ids[]=2`, or with the numbers of items."""
    found: list[Texts] = []
    for key, text in pairs:
        stem, bracket, index = key.partition("[")
        if stem.lower() != name.lower():
            continue
        if not bracket or not re.fullmatch(r"[0-9]{0,9}\]", index):
            return Miss.MALFORMED
        found.append(decode(text))
    return found or Miss.ABSENT


def _read_brackets(name: str, pairs: Pairs, decode: Decode) -> Texts | Miss:
    found: dict[str, Texts] = {}
    beginning = f"{name}[".lower()
    for key, text in pairs:
        if not key.lower().startswith(beginning):
            if key.lower() == name.lower():
                return Miss.MALFORMED
            continue
        steps = key[len(beginning) : -1].split("][")
        if key[-1] != "]" or len(steps) > MAX_STEPS or not _put(found, steps, decode(text)):
            return Miss.MALFORMED
    return found or Miss.ABSENT


def _put(found: dict[str, Texts], steps: Sequence[str], text: str) -> bool:
    """Set a nested member of an object; return False if that contradicts what is there."""
    for step in steps[:-1]:
        inner = found.setdefault(step, {})
        if not isinstance(inner, dict):
            return False
        found = inner
    known = found.get(steps[-1])
    if known is None:
        found[steps[-1]] = text
    elif isinstance(known, list):
        known.append(text)
    elif isinstance(known, str):
        found[steps[-1]] = [known, text]
    else:
        return False
    return True


def _split(text: str, delimiter: str, decode: Decode) -> list[str]:
    if not text:
        return []
    if delimiter in text:
        return [decode(part) for part in text.split(delimiter)]
    return decode(text).split(delimiter)


def _shaped(texts: list[str], shape: Shape) -> Texts | Miss:
    if shape is not Shape.OBJECT:
        return [*texts]
    if len(texts) % 2:
        return Miss.MALFORMED
    return dict(zip(texts[::2], texts[1::2], strict=True))


def _members(parts: Iterable[str], decode: Decode) -> Texts | Miss:
    found: dict[str, Texts] = {}
    for part in parts:
        key, equals, value = part.partition("=")
        if not equals:
            return Miss.MALFORMED
        found[decode(key)] = decode(value)
    return found
