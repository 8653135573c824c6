"""Values by type, for what no example on the page shows."""

from __future__ import annotations

from typing import TypeAlias

from callsheet.model import DataType
from callsheet.samples.assets import DEFAULT_ASSET, Asset

Scalar: TypeAlias = str | int | float
"""The value of a path or query parameter."""

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | Asset | None
"""A JSON value (RFC 8259); an asset in it stands for the file's content in base64."""

FIRST_NUMBER = 1
"""The number of the first member of each collection that the reference server begins with."""

MISSING_NUMBER = 2**31 - 1
"""A number that nothing on the reference server has."""

TEXT = "example"
TIMESTAMP = "2026-11-21T09:30:00Z"
"""A date and time as RFC 3339 writes it."""

_BY_TYPE: dict[str, Json] = {
    "binary": DEFAULT_ASSET,
    "bool": True,
    "byte": DEFAULT_ASSET,
    "date-time": TIMESTAMP,
    "double": 1.0,
    "int32": 1,
    "int64": 1,
    "string": TEXT,
}


def json_by_type(data_type: DataType | None) -> Json:
    """A JSON value of that type; text where the page gives no type."""
    if data_type is None:
        return TEXT
    if data_type.name == "enum":
        return data_type.values[0] if data_type.values else TEXT
    if data_type.name == "array":
        return []
    # A named type is an object that no page describes.
    return _BY_TYPE.get(data_type.name, {})


def scalar_by_type(data_type: DataType | None) -> Scalar:
    """The value of a path or query parameter of that type."""
    value = json_by_type(data_type)
    if isinstance(value, bool):
        # In a URL a boolean is text, and JSON's spelling is the one that servers agree on.
        return str(value).lower()
    return value if isinstance(value, str | int | float) else TEXT


def scalar_from_text(text: str, data_type: DataType | None) -> Scalar:
    """The value that a URL spells: a number only where the type is one and nothing gets lost."""
    name = data_type.name if data_type else ""
    try:
        value: Scalar = {"int32": int, "int64": int, "double": float}.get(name, str)(text)
    except ValueError:
        return text
    return value if str(value) == text and text not in {"inf", "-inf", "nan"} else text
