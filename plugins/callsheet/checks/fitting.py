"""Whether values that a page shows are of the types that its tables state."""

from __future__ import annotations

import re
from dataclasses import dataclass

from callsheet.checks.nodes import Node
from callsheet.model import DataType
from callsheet.values import convert, expected

_SCALARS = frozenset(
    {"string", "int32", "int64", "double", "bool", "date-time", "byte", "enum", "binary"}
)
_NUMBERS = frozenset({"int32", "int64", "double", "bool"})
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.IGNORECASE)
_WHOLE = re.compile(r"-?\d+")


@dataclass(frozen=True, slots=True)
class Misfit:
    """What is wrong with a value.

    Attributes:
        expected: What belongs in its place.
        remedy: What stands there instead, as it is written in JSON; only where that is certain.
    """

    expected: str
    remedy: str | None = None


def misfit(node: Node, data_type: DataType | None, *, is_text: bool = False) -> Misfit | None:
    """What is wrong with a value of an example; None for a good one and for null.

    Args:
        node: The value.
        data_type: Its documented type; without one anything goes, and so it does for `byte`, which
            has a check of its own, and for texts of named types, which may be enumerations.
        is_text: Whether it is of XML or a form, where all that has no members is a text.
    """
    if data_type is None or node.is_null:
        return None
    name = data_type.name
    if name in _SCALARS:
        return _scalar_misfit(node, data_type, is_text)
    if is_text and (node.is_object or not str(node.value).strip()):
        return None
    if name == "array":
        return None if node.is_array else Misfit("an array")
    if data_type.is_named and node.kind == "string":
        return None
    article = f"an object of the type `{name}`" if data_type.is_named else "an object"
    return None if node.is_object else Misfit(article)


def is_null_misplaced(node: Node, data_type: DataType | None) -> bool:
    """Whether it is null where a number or a bool belongs, which never is."""
    return node.is_null and data_type is not None and data_type.name in _NUMBERS


def is_no_base64(node: Node, data_type: DataType | None) -> bool:
    """Whether it is a text where `byte` is documented, and no base64."""
    is_byte = data_type is not None and data_type.name == "byte"
    return is_byte and node.kind == "string" and expected(node.value, data_type) is not None


def text_misfit(text: str, data_type: DataType | None) -> Misfit | None:
    """What is wrong with the text of a path or query value."""
    if data_type is None or data_type.is_named or data_type.name in ("array", "binary", "byte"):
        return None
    if data_type.name == "object":
        return None if text.startswith("{") else Misfit("an object")
    return _scalar_misfit(Node(text, 0, len(text)), data_type, is_text=True)


def _scalar_misfit(node: Node, data_type: DataType, is_text: bool) -> Misfit | None:
    name = data_type.name
    if node.is_object or node.is_array:
        return Misfit(_described(data_type))
    if name in ("byte", "binary"):
        return None if node.kind == "string" else Misfit(_described(data_type))
    value = convert(str(node.value), data_type) if is_text else node.value
    if name == "enum":
        return _enumeration_misfit(str(value), data_type)
    if expected(value, data_type) is None:
        if name == "date-time" and not _RFC_3339.fullmatch(str(value)):
            return Misfit("a date-time of RFC 3339 with an offset, such as `2026-03-14T09:26:53Z`")
        return None
    digits = str(node.value) if is_text or not isinstance(value, str) else ""
    return Misfit(_described(data_type, digits), _remedy(value, name))


def _described(data_type: DataType, value: str = "") -> str:
    match data_type.name:
        case "enum":
            return f"one of {', '.join(f'`{value}`' for value in data_type.values)}"
        case "int32" | "int64" as name if _WHOLE.fullmatch(value):
            bits = name.removeprefix("int")
            return f"an integer of {bits} bits (`{name}`), which this is too large for"
        case "int32" | "int64" as name:
            return f"an integer (`{name}`)"
        case "double":
            return "a number (`double`)"
        case "bool":
            return "`true` or `false` (`bool`)"
        case "date-time":
            return "a date-time of RFC 3339, such as `2026-03-14T09:26:53Z`"
        case "byte":
            return "base64 in quotes (`byte`)"
        case "string":
            return "a text in quotes (`string`)"
    return f"`{data_type.name}`"


def _enumeration_misfit(text: str, data_type: DataType) -> Misfit | None:
    if not data_type.values or text in data_type.values:
        return None
    same = [value for value in data_type.values if value.lower() == text.lower()]
    return Misfit(_described(data_type), f'"{same[0]}"' if len(same) == 1 else None)


def _remedy(value: object, name: str) -> str | None:
    """A number or a bool in quotes loses them."""
    if not isinstance(value, str):
        return None
    plain = DataType(name, name)
    if name in _NUMBERS and expected(convert(value, plain), plain) is None:
        return value.lower() if name == "bool" else value.lstrip("+")
    return None
