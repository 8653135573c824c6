"""Values in cells: in backticks, with descriptions after them, or separated by commas."""

from collections.abc import Iterable
from typing import Any

from callsheet import lazy_re as re
from callsheet.schema.schema import ANYTHING, EnumValue, Literal, Schema
from callsheet.schema.texts import json_or_text, value_of_text

CODE = re.compile(r"``(?P<long>(?:[^`]|`(?!`))++)``|`(?P<short>[^`]++)`")
_EXAMPLE = r"(?:``(?:[^`]|`(?!`))++``|`[^`]++`)(?:\s*+:[^`]*+)?+"
_EXAMPLES = re.compile(rf"{_EXAMPLE}(?:\s*+[,;]?+\s*+{_EXAMPLE})*+")
_BREAK = re.compile(r"<br\s*+/?>", re.IGNORECASE)


def values_of(text: str, schema: Schema) -> Iterable[EnumValue]:
    """Parse the values of a cell, each with its description.

    They are in backticks, with descriptions after them, or separated by commas.
    """
    plain = schema.replace(enum=())
    matches = list(CODE.finditer(text))
    if not matches:
        if text.lstrip()[:1] in ("[", "{") and isinstance(
            listed := json_or_text(f"[{text}]"), list
        ):
            return [EnumValue(Literal.of(value)) for value in listed]
        parts = (part.strip() for part in re.split(r"[,;|]|<br\s*+/?>", text))
        return [EnumValue(literal_of(part, plain)) for part in parts if part]
    ends = [match.start() for match in matches[1:]] + [len(text)]
    found = []
    for match, end in zip(matches, ends, strict=True):
        value = literal_of(match[0], plain)
        found.append(EnumValue(value, _meaning(text[match.end() : end])))
    return found


def examples_of(text: str, schema: Schema) -> Iterable[EnumValue]:
    """Parse the examples of a cell: one value, or several in backticks, each perhaps with a name.

    The name follows the value, as in `` `5`: few, `100`: many ``.
    """
    plain = schema.replace(enum=())
    if not _EXAMPLES.fullmatch(text.strip()):
        return [EnumValue(literal_of(text, plain))]
    return values_of(text, plain)


def _meaning(text: str) -> str:
    """Return the description after a value: `: by ship`, `(by ship)` or `- by ship`."""
    text = _BREAK.sub(" ", text).strip(" \t\n,;")
    if not text or text[0] not in ":(=-\u2013\u2014":
        return ""
    return text[1:].removesuffix(")").strip(" \t\n.") if text[0] == "(" else text[1:].strip(" .")


def code_of(match: re.Match[str]) -> str:
    """Return the content of a code span, without the padding that separates it from backticks."""
    code: str = match["long"] or match["short"]
    return code[1:-1] if len(code) > 2 and code[0] == code[-1] == " " else code


def literal_of(text: str, schema: Schema) -> Literal:
    """Parse one value, in backticks or not; it is JSON unless the type is a text."""
    text = text.strip()
    if match := CODE.fullmatch(text):
        text = code_of(match)
    return Literal.of(_value(text, schema))


def _value(text: str, schema: Schema) -> Any:
    if schema.type == "string" and not (schema.nullable and text == "null"):
        quoted = len(text) > 1 and text[0] == text[-1] == '"'
        return json_or_text(text) if quoted else text
    if text == "null":
        return None
    if schema.type == "array":
        return _list(text, schema)
    if (schema.any_of or schema.one_of) and text[:1] in ("[", "{", '"'):
        return json_or_text(text)
    found = value_of_text(text, schema)
    return json_or_text(text) if isinstance(found, str) or schema.type == "object" else found


def _list(text: str, schema: Schema) -> Any:
    """Parse an array: JSON, or items separated by commas."""
    found = json_or_text(text)
    if isinstance(found, list) or text[:1] == "[":
        return found
    if isinstance(found, dict):
        return [found]
    return [item.value for item in values_of(text, schema.items or ANYTHING)]
