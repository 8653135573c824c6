"""Deserialization of parameters: the inverse of `callsheet.http.parameter_styles`.

HTTP libraries percent-encode the delimiters of a query, as in `ids=1%2C2`. RFC 6570 leaves them as
they are, and encodes only those inside of an item. Both are accepted: where a delimiter is not
encoded, the encoded ones belong to items; where all are encoded, they are the delimiters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import unquote, unquote_plus

from callsheet.http.parameter_styles import (
    DELIMITERS,
    Decode,
    Miss,
    Pairs,
    ParameterStyle,
    Shape,
    Style,
    Texts,
)

MAX_STEPS = 16
"""Nested objects in brackets; a name with more is malformed."""


def split_query(query: str) -> list[tuple[str, str]]:
    """Split a query into its pairs: the names, decoded, and the values, as they were sent."""
    pairs = (part.partition("=") for part in query.split("&") if part)
    return [(unquote_plus(name), value) for name, _, value in pairs]


def read_query(
    name: str,
    shape: Shape,
    how: ParameterStyle,
    pairs: Pairs,
    decode: Decode = unquote_plus,
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
