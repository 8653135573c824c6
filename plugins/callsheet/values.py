"""Values against the documented types."""

from __future__ import annotations

import base64
import binascii
import re
from datetime import datetime
from math import isfinite
from typing import Any

from callsheet.model import DataType

# Python would take the digits of any script for a number.
_INTEGER = re.compile(r"[+-]?[0-9]{1,20}")
_NUMBER = re.compile(r"[+-]?([0-9]{1,400}(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_DATE_TIME = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?", re.ASCII
)
_BITS = {"int32": 31, "int64": 63}


def convert(text: str, data_type: DataType | None) -> Any:
    """The value that a text stands for, as in a path, a query, a form or XML.

    A text that its type doesn't allow comes back as it is; `expected` then refuses it.
    """
    name = data_type.name if data_type else "string"
    if name in _BITS and _INTEGER.fullmatch(text):
        return int(text)
    if name == "double" and _NUMBER.fullmatch(text):
        return float(text)
    if name == "bool" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if name == "array":
        return text.split(",") if text else []
    return text


def expected(value: Any, data_type: DataType | None) -> str | None:
    """What belongs in the place of a value that its type doesn't allow; None for a good value."""
    if data_type is None or _allows(value, data_type):
        return None
    if data_type.name == "enum":
        return f"one of {', '.join(data_type.values)}"
    if data_type.name == "byte":
        return "byte (base64)"
    return data_type.name


def _allows(value: Any, data_type: DataType) -> bool:
    match data_type.name:
        case "string":
            return isinstance(value, str)
        case "int32" | "int64" as name:
            bound = 2 ** _BITS[name]
            return type(value) is int and -bound <= value < bound
        case "double":
            return type(value) is int or (type(value) is float and isfinite(value))
        case "bool":
            return isinstance(value, bool)
        case "date-time":
            return isinstance(value, str) and is_date_time(value)
        case "byte":
            return isinstance(value, str) and _is_base64(value)
        case "enum":
            # A page may say that there is a list, and not which.
            return isinstance(value, str) and (value in data_type.values or not data_type.values)
        case "array":
            return isinstance(value, list)
        case _:
            # A type of the API, which no page defines, is some object.
            return isinstance(value, dict)


def is_date_time(text: str) -> bool:
    """Whether it is a date-time of RFC 3339, 5.6; the zone may be missing, as in real examples."""
    if not _DATE_TIME.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text.upper())
    except ValueError:
        return False
    return True


def _is_base64(text: str) -> bool:
    try:
        base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    return True
