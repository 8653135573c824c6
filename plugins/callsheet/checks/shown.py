"""What the examples of a page show of one property, without reading them whole."""

from __future__ import annotations

import re

from callsheet.model import DataType

_KINDS = {
    '"': frozenset({"string", "date-time", "byte", "enum", "binary"}),
    "t": frozenset({"bool"}),
    "f": frozenset({"bool"}),
    "[": frozenset({"array", "byte"}),
    "{": frozenset({"object"}),
    "d": frozenset({"int32", "int64", "double"}),
}
_VALUE = r'"\s*:\s*(?P<first>["tf\[{]|-?(?P<number>\d[\d.eE+-]*))'


def shows_otherwise(body: str, name: str, data_type: DataType) -> bool:
    """Whether a JSON body has a property of that name whose value is of another type."""
    match = re.search(f'"{re.escape(name)}{_VALUE}', body)
    if match is None:
        return False
    number = match["number"]
    if number and ("." in number or "e" in number.lower()):
        return data_type.name != "double"
    kinds = _KINDS["d" if number else match["first"]]
    return (data_type.is_named and "object" not in kinds) or (
        not data_type.is_named and data_type.name not in kinds
    )
