"""Shapes of JSON values, and what several of them have in common."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from math import isfinite
from typing import Any

from callsheet.model import DataType, Property
from callsheet.source.datatypes import read_type
from callsheet.typedefs.model import Field, Shape

MAX_DEPTH = 32
"""Deeper than this, values are not looked into."""

MAX_NESTING = 100
"""JSON with more arrays and objects inside of each other than this counts as malformed."""

MAX_DIGITS = 4_300
"""JSON with a number of more digits counts as malformed, as Python has it of integers."""

DICTIONARY_KEY = "fieldName"
"""The key that stands for every key in the example of a dictionary."""

_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_NUMBERED = re.compile(r"(.*?)(\d{1,9})", re.DOTALL)

# The type that takes in the values of both.
_WIDER = {
    frozenset(("int32", "int64")): "int64",
    frozenset(("int32", "double")): "double",
    frozenset(("int64", "double")): "double",
    frozenset(("string", "date-time")): "string",
    frozenset(("string", "byte")): "string",
}


def read_json(text: str, to_object: Callable[[list[tuple[str, Any]]], Any] | None = None) -> Any:
    """Reads a JSON text that other programs can read, too (RFC 8259 within the limits of RFC 7493).

    Args:
        text: The text.
        to_object: What makes an object of its members, in order; by default the last member of a
            name counts.

    Raises:
        ValueError: It is malformed, nested too deeply, or has a value that I-JSON leaves out: a
            number without end, or half of a surrogate pair.
    """
    try:
        value = json.loads(
            text,
            parse_constant=_refuse,
            parse_float=_finite,
            parse_int=_whole,
            object_pairs_hook=to_object,
        )
        if text.count("[") + text.count("{") > MAX_NESTING and _is_nested_deeply(value):
            raise RecursionError
        if _SURROGATE.search(text):
            json.dumps(value, ensure_ascii=False).encode()
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    return value


def _is_nested_deeply(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_NESTING + 1):
        containers = [outer for outer in level if isinstance(outer, dict | list)]
        if not containers:
            return False
        level = [
            inner
            for outer in containers
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return True


def _whole(digits: str) -> int:
    # Called from C, it lets other threads go on: thousands of long numbers take seconds.
    return int(digits)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _finite(text: str) -> float:
    if len(text) > MAX_DIGITS:
        raise ValueError(f"a number has more than {MAX_DIGITS:,} digits")
    if isfinite(number := float(text)):
        return number
    raise ValueError(f"{text} is too large")


@lru_cache(maxsize=1024)
def plain(name: str) -> Shape:
    """The shape of a built-in type about which no more is known."""
    return Shape(DataType(name, name))


@lru_cache(maxsize=4096)
def of_type(data_type: DataType | None, nullable: bool = False) -> Shape:
    """The shape of a documented type about which no more is known."""
    return _of_type(data_type, nullable, 0)


def _of_type(data_type: DataType | None, nullable: bool, depth: int) -> Shape:
    if data_type is None or not data_type.of or depth >= MAX_DEPTH:
        return Shape(data_type, nullable)
    held = _of_type(read_type(data_type.of), False, depth + 1)
    if data_type.name == "array":
        return Shape(data_type, nullable, items=held)
    return Shape(data_type, nullable, values=held)


def innermost(data_type: DataType | None) -> DataType | None:
    """The type that arrays and dictionaries hold, through all of them; else the type itself."""
    for _ in range(MAX_DEPTH):
        if data_type is None or not data_type.of:
            break
        data_type = read_type(data_type.of)
    return data_type


def infer(value: Any, name: str = "", depth: int = 0) -> Shape:
    """The shape of a JSON value whose type is written nowhere.

    Args:
        value: As the `json` module reads it.
        name: The property it belongs to, which tells dictionaries apart.
        depth: How many values are around it.
    """
    match value:
        case None:
            return of_type(None, True)
        case bool():
            return plain("bool")
        case int():
            return plain("int32" if -(2**31) <= value < 2**31 else "int64")
        case float():
            return plain("double")
        case str():
            return plain("date-time" if _DATE_TIME.fullmatch(value) else "string")
        case list():
            return _array(plain("array").type, value, name, depth)
        case _:
            return _object(plain("object").type, value, name, depth)


def look(declared: DataType | None, value: Any, name: str = "") -> Shape:
    """The shape of a value whose type a page states; the page wins over the value."""
    if declared is None:
        return infer(value, name)
    if declared.of:
        return of_type(declared, value is None)
    if declared.name == "array" and isinstance(value, list):
        return _array(declared, value, name, 0)
    if declared.name == "object" and isinstance(value, dict):
        return _object(declared, value, name, 0)
    return of_type(declared, value is None)


def rows_as_fields(
    rows: Iterable[Property], records: Sequence[Mapping[str, Any]]
) -> tuple[Field, ...]:
    """The properties of a table, with what example objects add: null, items, inner properties."""
    return tuple(
        Field(
            row.name,
            combine(
                [of_type(row.type)]
                + [look(row.type, r[row.name], row.name) for r in records if row.name in r]
            ),
            row.full_description,
        )
        for row in rows
    )


def is_dictionary(value: Mapping[str, Any], name: str = "") -> bool:
    """Whether the keys of an example object are data instead of property names.

    The examples of dictionaries have the key `fieldName`, or the keys `1`, `2`, … behind nothing,
    behind a mark such as `SuperOffice:`, or behind the name of the property itself.
    """
    if set(value) == {DICTIONARY_KEY}:
        return True
    if len(value) < 2:
        return False
    prefixes = set()
    for number, key in enumerate(value, 1):
        match = _NUMBERED.fullmatch(key)
        if match is None or int(match[2]) != number:
            return False
        prefixes.add(match[1])
    prefix = prefixes.pop()
    return not prefixes and (prefix in ("", name) or not prefix[-1].isalnum())


def _array(data_type: DataType | None, value: list[Any], name: str, depth: int) -> Shape:
    if not value or depth >= MAX_DEPTH:
        return of_type(data_type)
    return Shape(data_type, items=combine(infer(item, name, depth + 1) for item in value))


def _object(data_type: DataType | None, value: dict[str, Any], name: str, depth: int) -> Shape:
    if not value or depth >= MAX_DEPTH:
        return of_type(data_type)
    if is_dictionary(value, name):
        return Shape(data_type, values=combine(infer(v, "", depth + 1) for v in value.values()))
    fields = (Field(key, infer(inner, key, depth + 1)) for key, inner in value.items())
    return Shape(data_type, properties=tuple(fields))


def combine(shapes: Iterable[Shape]) -> Shape:
    """What fits all of these shapes; without one, nothing is known."""
    # Most are the very same object, and to hash a shape is to hash all that is in it.
    distinct = [*{id(shape): shape for shape in shapes}.values()]
    known = [*dict.fromkeys(distinct)] if len(distinct) > 1 else distinct
    nullable = any(shape.nullable for shape in known)
    typed = [shape for shape in known if shape.type is not None]
    if not typed:
        return of_type(None, nullable)
    data_type = _common(shape.type for shape in typed if shape.type)
    if data_type is None:
        return of_type(None, nullable)
    if len(typed) == 1 and typed[0].nullable == nullable:
        return typed[0]
    properties = combine_fields(field for shape in typed for field in shape.properties)
    items = [shape.items for shape in typed if shape.items]
    values = [shape.values for shape in typed if shape.values]
    return Shape(
        data_type,
        nullable,
        properties,
        combine(items) if items else None,
        # With names among the keys it is no dictionary after all.
        combine(values) if values and not properties else None,
    )


def combine_fields(fields: Iterable[Field]) -> tuple[Field, ...]:
    """One property for each name, in the order of the first sight."""
    by_name: dict[str, list[Field]] = {}
    for field in fields:
        by_name.setdefault(field.name, []).append(field)
    return tuple(
        same[0]
        if len(same) == 1
        else Field(
            name,
            combine(field.shape for field in same),
            next((field.description for field in same if field.description), ""),
        )
        for name, same in by_name.items()
    )


def _common(types: Iterable[DataType]) -> DataType | None:
    """The narrowest type that takes in all of these; None where there is none."""
    found: DataType | None = None
    for data_type in types:
        if found is None or (found.name, found.values) == (data_type.name, data_type.values):
            found = found or data_type
        elif wider := _WIDER.get(frozenset((found.name, data_type.name))):
            found = plain(wider).type
        else:
            return None
    return found
