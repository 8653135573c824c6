"""Lays out Python literals as `ruff format` does, so that formatters do not change samples.

Any text of a page is escaped as a literal: none of it becomes code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from callsheet.samples.text import wrapped

LINE_LENGTH = 60
"""Columns of programs in all languages: as many as stand next to the text on a page."""

INDENT = 4
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Code:
    """Code that is not escaped, such as the name of a variable."""

    text: str


Literal: TypeAlias = (
    bool | int | float | str | Code | Sequence["Literal"] | Mapping[str, "Literal"] | None
)
"""A value with a literal in Python: a tuple stays a tuple, any other sequence becomes a list."""


def layout(value: Literal, *, indent: int = 0, before: int = 0, after: int = 0) -> str:
    """Lay out a value: on one line where it fits, else one item a line, with trailing commas.

    Args:
        value: The value.
        indent: The indentation of the line on which it begins, in columns.
        before: The columns before it on that line, indentation included.
        after: The columns after its end.
    """
    # Classes, as to ask whether a value is a mapping takes several times as long.
    if not isinstance(value, list | tuple | dict) or not value:
        return flat(value)
    # For large values, the estimate spares a full layout that would not fit anyway.
    if before + least_width(value) + after <= LINE_LENGTH:
        one_line = flat(value)
        if before + width(one_line) + after <= LINE_LENGTH:
            return one_line
    inner = indent + INDENT
    if isinstance(value, dict):
        entries: list[tuple[str, Literal]] = [(f"{string(k)}: ", v) for k, v in value.items()]
    else:
        entries = [("", item) for item in value]
    lines = [
        f"{' ' * inner}{key}{layout(item, indent=inner, before=inner + width(key), after=1)},"
        for key, item in entries
    ]
    opening, closing = _brackets(value)
    return "\n".join([opening, *lines, " " * indent + closing])


def flat(value: Literal) -> str:
    """Lay out a value on one line, however long."""
    if isinstance(value, str):
        return string(value)
    if isinstance(value, Code):
        return value.text
    if isinstance(value, float):
        # A formatter drops the plus sign of `1e+16`.
        return repr(value).replace("e+", "e")
    if isinstance(value, dict):
        return "{" + ", ".join([f"{string(k)}: {flat(v)}" for k, v in value.items()]) + "}"
    if isinstance(value, list | tuple):
        opening, closing = _brackets(value)
        comma = "," if isinstance(value, tuple) and len(value) == 1 else ""
        return opening + ", ".join([flat(item) for item in value]) + comma + closing
    return repr(value)


def _brackets(value: Sequence[Literal] | Mapping[str, Literal]) -> tuple[str, str]:
    if isinstance(value, dict):
        return "{", "}"
    return ("(", ")") if isinstance(value, tuple) else ("[", "]")


def string(text: str) -> str:
    """Write a string literal, in double quotes unless single ones need fewer escapes."""
    if '"' not in text and _is_plain(text):
        return f'"{text}"'
    return _quoted([text])


def f_string(parts: Sequence[str | Code]) -> str:
    """Write an f-string of text and expressions."""
    return "f" + _quoted(
        [p if isinstance(p, Code) else p.replace("{", "{{").replace("}", "}}") for p in parts]
    )


def _quoted(parts: Sequence[str | Code]) -> str:
    text = "".join([part for part in parts if isinstance(part, str)])
    quote = "'" if text.count('"') > text.count("'") else '"'
    inner = (
        f"{{{part.text}}}" if isinstance(part, Code) else _escaped(part, quote) for part in parts
    )
    return quote + "".join(inner) + quote


def _escaped(text: str, quote: str) -> str:
    if quote not in text and _is_plain(text):
        return text
    return "".join(_escape(character, quote) for character in text)


def _is_plain(text: str) -> bool:
    return "\\" not in text and text.isprintable()


def _escape(character: str, quote: str) -> str:
    if character == quote:
        return "\\" + quote
    if escape := _ESCAPES.get(character):
        return escape
    # Controls that reorder text and lone surrogates, among others, are not printable.
    if character.isprintable():
        return character
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def docstring(paragraphs: Sequence[str]) -> str:
    """Write a docstring of plain paragraphs, which are wrapped."""
    text = "\n\n".join("\n".join(wrapped(p, LINE_LENGTH - 3)) for p in paragraphs if p)
    if '"""' in text or text.startswith('"') or text.endswith('"'):
        text = text.replace('"', "'")
    text = text.replace("\\", "\\\\")
    return f'"""{text}\n"""' if "\n" in text else f'"""{text}"""'


def assignment(name: str, value: Literal) -> str:
    """Write an assignment at the top level of a program."""
    before = width(name) + len(" = ")
    text = layout(value, before=before)
    if isinstance(value, str) and before + width(text) > LINE_LENGTH >= INDENT + width(text):
        return f"{name} = (\n{' ' * INDENT}{text}\n)"
    return f"{name} = {text}"


def call(function: str, arguments: Sequence[str], *, before: int) -> str:
    """Write a call at the top level of a program, which has `before` columns before it."""
    inner = ", ".join(arguments)
    if before + width(function) + width(inner) + 2 <= LINE_LENGTH:
        return f"{function}({inner})"
    if INDENT + width(inner) <= LINE_LENGTH:
        return f"{function}(\n{' ' * INDENT}{inner}\n)"
    lines = "".join(f"{' ' * INDENT}{argument},\n" for argument in arguments)
    return f"{function}(\n{lines})"


def least_width(value: Sequence[Any] | Mapping[str, Any]) -> int:
    """Return a lower bound for the columns of a list or an object on one line, in any language."""
    # An entry takes at least one column, and two for a comma and a space or a bracket; in a mapping
    # two more for the colon and the space after it.
    if isinstance(value, dict):
        return sum(map(len, value)) + 5 * len(value)
    return 3 * len(value)


def width(text: str) -> int:
    """Return an upper bound for the columns of a text.

    Too many do no harm: formatters leave a literal with a trailing comma on several lines.
    """
    if text.isascii():
        return len(text)
    return sum(1 if character < "\u1100" else 2 for character in text)
