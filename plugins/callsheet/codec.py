"""Dataclasses as plain values, and back, by their type hints.

Each text and each hashable dataclass is written once, into a table, and everywhere else is the
number of its place there. Pages repeat themselves: of the types in the cells of 800 pages one in
ninety is new. So the tables are short, quick to read, and what is read shares its parts.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Plain = Any
"""What JSON has: lists, mappings, texts, numbers, booleans and null."""


class Encoder:
    """Encodes values and fills the tables that they share."""

    def __init__(self) -> None:
        self._texts: dict[str, int] = {}
        self._places: dict[type, dict[Any, int]] = {}
        self._rows: dict[str, list[Plain]] = {}

    def encode(self, value: Any, hint: Any) -> Plain:
        """A value of a type that a field of a dataclass may have."""
        if value is None:
            return None
        hint = _without_none(hint)
        if hint is str:
            return self._texts.setdefault(value, len(self._texts))
        if get_origin(hint) is tuple:
            return [self.encode(item, kind) for item, kind in _items(value, hint)]
        if isinstance(hint, type) and issubclass(hint, Enum):
            return value.value
        if _is_dataclass(hint):
            return self._place(value, hint) if _is_hashable(hint) else self._fields(value, hint)
        return value

    def tables(self) -> Plain:
        """The tables, for `Decoder`."""
        return {"texts": list(self._texts), "rows": self._rows}

    def _fields(self, value: Any, kind: Any) -> Plain:
        return [self.encode(getattr(value, name), hint) for name, hint in _hints(kind)]

    def _place(self, value: Any, kind: Any) -> int:
        places = self._places.setdefault(kind, {})
        if value not in places:
            row = self._fields(value, kind)
            places[value] = len(places)
            self._rows.setdefault(kind.__name__, []).append(row)
        return places[value]


class Decoder:
    """Decodes what an `Encoder` made.

    Args:
        tables: What its `tables` gave.
    """

    def __init__(self, tables: Plain) -> None:
        self._texts: list[str] = tables["texts"]
        self._rows: dict[str, list[Plain]] = tables["rows"]
        self._functions: dict[Any, Callable[[Plain], Any]] = {}

    def decode(self, plain: Plain, kind: type[T]) -> T:
        """A value of that type.

        Raises:
            LookupError, TypeError, ValueError: It is no value of that type, or is damaged.
        """
        return cast(T, self._function(kind)(plain))

    def _function(self, hint: Any) -> Callable[[Plain], Any]:
        if hint not in self._functions:
            self._functions[hint] = self._make(hint)
        return self._functions[hint]

    def _make(self, hint: Any) -> Callable[[Plain], Any]:
        inner = _without_none(hint)
        if inner is not hint:
            of_inner = self._function(inner)
            return lambda plain: None if plain is None else of_inner(plain)
        if hint is str:
            return self._texts.__getitem__
        if get_origin(hint) is tuple:
            return self._tuple(get_args(hint))
        if isinstance(hint, type) and issubclass(hint, Enum):
            return {member.value: member for member in hint}.__getitem__
        if _is_dataclass(hint):
            return self._dataclass(hint)
        return lambda plain: plain

    def _tuple(self, arguments: tuple[Any, ...]) -> Callable[[Plain], Any]:
        if arguments[-1] is Ellipsis:
            of_item = self._function(arguments[0])
            return lambda plain: tuple(map(of_item, plain))
        functions = [self._function(argument) for argument in arguments]
        return lambda plain: tuple([f(v) for f, v in zip(functions, plain, strict=True)])

    def _dataclass(self, kind: Any) -> Callable[[Plain], Any]:
        functions = [self._function(hint) for _, hint in _hints(kind)]
        if _is_hashable(kind):
            return self._table(kind, functions).__getitem__
        return lambda plain: kind(*[f(v) for f, v in zip(functions, plain, strict=True)])

    def _table(self, kind: Any, functions: list[Callable[[Plain], Any]]) -> list[Any]:
        """All values of a table, read by column, which takes half as long as by row."""
        rows = self._rows.get(kind.__name__)
        if not rows:
            return []
        columns = zip(*rows, strict=True)
        values = [map(f, column) for f, column in zip(functions, columns, strict=True)]
        return list(map(kind, *values))


def _without_none(hint: Any) -> Any:
    """The X of `X | None`; any other hint as it is."""
    if get_origin(hint) in (Union, types.UnionType):
        [inner] = [argument for argument in get_args(hint) if argument is not type(None)]
        return inner
    return hint


def _items(value: tuple[Any, ...], hint: Any) -> list[tuple[Any, Any]]:
    """The items of a tuple with the hint of each."""
    arguments = get_args(hint)
    if arguments[-1] is Ellipsis:
        return [(item, arguments[0]) for item in value]
    return list(zip(value, arguments, strict=True))


def _is_dataclass(hint: Any) -> bool:
    return dataclasses.is_dataclass(hint)


@cache
def _hints(kind: Any) -> tuple[tuple[str, Any], ...]:
    hints: Mapping[str, Any] = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in dataclasses.fields(kind))


@cache
def _is_hashable(hint: Any) -> bool:
    hint = _without_none(hint)
    if get_origin(hint) is tuple:
        return all(_is_hashable(item) for item in get_args(hint) if item is not Ellipsis)
    if _is_dataclass(hint):
        return all(_is_hashable(of_field) for _, of_field in _hints(hint))
    return get_origin(hint) is not Mapping
