"""What the examples of a page show of one property, without reading them whole."""

from __future__ import annotations

import re
from collections.abc import Mapping

from callsheet.model import DataType

_KINDS = {
    '"': frozenset({"string", "date-time", "byte", "enum", "binary"}),
    "t": frozenset({"bool"}),
    "f": frozenset({"bool"}),
    "[": frozenset({"array", "byte"}),
    "{": frozenset({"object"}),
    "d": frozenset({"int32", "int64", "double"}),
}
_PROPERTY = re.compile(r'"(?P<name>[^"\n]*+)"\s*+:\s*+(?=(?P<value>["tf\[{]|-?\d[\d.eE+-]*+))')


def shown_properties(body: str) -> Mapping[str, str]:
    """How the value of each property in a JSON body begins, the first of its name."""
    found: dict[str, str] = {}
    for match in _PROPERTY.finditer(body):
        found.setdefault(match["name"], match["value"])
    return found


def shows_otherwise(shown: Mapping[str, str], name: str, data_type: DataType) -> bool:
    """Whether one of the `shown_properties` has a value of another type."""
    value = shown.get(name)
    if value is None:
        return False
    number = value.lstrip("-")[:1].isdigit()
    if number and ("." in value or "e" in value.lower()):
        return data_type.name != "double"
    kinds = _KINDS["d" if number else value]
    return (data_type.is_named and "object" not in kinds) or (
        not data_type.is_named and data_type.name not in kinds
    )
