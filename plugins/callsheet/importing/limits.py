"""What the page format says in words: limits, defaults, formats."""

from __future__ import annotations

import json
import re
from typing import Any

from callsheet.importing.references import Place
from callsheet.model import DataType
from callsheet.schema.documents import BASE64, document
from callsheet.schema.type_words import schema_of_words

_LIMITS = {
    "default": "default",
    "minimum": "minimum",
    "exclusiveMinimum": "more than",
    "maximum": "maximum",
    "exclusiveMaximum": "less than",
    "multipleOf": "multiple of",
    "minLength": "minimum length",
    "maxLength": "maximum length",
    "pattern": "pattern",
    "minItems": "minimum number of items",
    "maxItems": "maximum number of items",
    "minProperties": "minimum number of properties",
    "maxProperties": "maximum number of properties",
}
_FLAGS = {
    "uniqueItems": "no item twice",
    "readOnly": "read only",
    "writeOnly": "write only",
    "deprecated": "deprecated",
}
_KNOWN_FORMATS = {"int32", "int64", "float", "double", "date-time", "byte", "binary", "enum"}
_UNTOLD = (
    "not", "if", "then", "else", "contains", "prefixItems", "propertyNames", "dependentSchemas",
    "dependentRequired", "patternProperties", "unevaluatedProperties", "unevaluatedItems",
    "discriminator", "xml",
)  # fmt: skip
"""Keywords that neither the page format nor words have a place for."""


def limits(place: Place, data_type: DataType | None) -> list[str]:
    """What a schema says beyond the type, each as a few words."""
    known = document(schema_of_words(data_type.written)) if data_type else {}
    words = []
    for key, said in _LIMITS.items():
        value = place.get(key)
        ours = value == known.get(key) or (key == "pattern" and value == BASE64)
        if value is None or ours or (isinstance(value, bool | dict) and key != "default"):
            continue
        words.append(f"{said} {code(value)}")
    words += [said for key, said in _FLAGS.items() if place.get(key) is True]
    kind = place.get("format")
    if isinstance(kind, str) and kind and kind not in _KNOWN_FORMATS:
        words.append(f"format {code(kind)}")
    return words


def untold(place: Place) -> list[str]:
    """The keywords of a schema that get lost."""
    return [key for key in _UNTOLD if place.get(key) is not None]


def code(value: Any) -> str:
    """A value as a code span on one line."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split()) or '""'
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    marks = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{marks}{space}{text}{space}{marks}"
