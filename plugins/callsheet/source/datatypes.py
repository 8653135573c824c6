"""The two type vocabularies of the page format, mapped onto one."""

from __future__ import annotations

import re

from callsheet.memo import remembers
from callsheet.model import DataType

BUILT_IN = {
    "array": "array",
    "binary": "binary",
    "bool": "bool",
    "boolean": "bool",
    "byte": "byte",
    "date-time": "date-time",
    "double": "double",
    "int32": "int32",
    "int64": "int64",
    "integer": "int32",
    "number": "double",
    "object": "object",
    "string": "string",
}
"""How a page writes a type, in lower case, and what it is called from then on."""

_OF = re.compile(r"(?P<name>array|object) of \S.*", re.IGNORECASE | re.DOTALL)
_ENUM = re.compile(r"enum\s*:(?P<values>.*)", re.IGNORECASE | re.DOTALL)


@remembers(4096, len)
def read_type(written: str) -> DataType | None:
    """Reads the text of a type cell or of a `Response: TYPE` heading; None where it is empty.

    `Enum: A, B, C` is an enumeration, `array of TYPE` an array of such items, `object of TYPE` an
    object whose keys are data, with such values. A word of neither vocabulary names a type of the
    API.
    """
    written = written.strip()
    if not written:
        return None
    if match := _ENUM.fullmatch(written):
        values = tuple(value.strip() for value in match["values"].split(",") if value.strip())
        return DataType("enum", written, values)
    if match := _OF.fullmatch(written):
        return DataType(match["name"].lower(), written)
    return DataType(BUILT_IN.get(written.lower(), written), written)
