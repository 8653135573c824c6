"""Data types, parsed from cells and headings."""

from __future__ import annotations

import re

from callsheet.memo import cached
from callsheet.model import DataType
from callsheet.schema.schema import Schema
from callsheet.schema.words.type_words import schema_of_words, word_of

_CODE = re.compile("`([^`]+)`")
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()]*\)")


@cached(4096)
def read_type(written: str) -> DataType | None:
    """Read the text of a type cell or of a `Response: TYPE` heading; None where it is empty."""
    written = plain_type(written)
    if not written:
        return None
    name = word_of(written)
    return DataType(name, written, _texts(schema_of_words(written)) if name == "enum" else ())


def plain_type(written: str) -> str:
    """Return the text of a type without the marks of code, bold text and links around its words."""
    text = written.strip()
    if "`" in text:
        text = _CODE.sub(r"\1", text).strip()
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if text[:1] == text[-1:] == "*":
        text = text.strip("*").strip()
    return text


def _texts(schema: Schema) -> tuple[str, ...]:
    return tuple(str(value) for value in schema.values)
