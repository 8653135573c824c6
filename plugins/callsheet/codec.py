"""Encoding of dataclasses as JSON values, and decoding, by their type hints.

Each text and each hashable dataclass is written once, into a table; all its occurrences are indexes
into that. Pages repeat themselves: of the types in the cells of 800 pages, one in ninety is new. So
the tables are short and quick to decode, and decoded values share their parts.
"""

import dataclasses
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Plain = Any
"""A JSON value: lists, mappings, texts, numbers, booleans and null."""


class Encoder:
    """Encodes values, and fills the tables that these share."""

    def __init__(self) -> None:
        self._texts: dict[str, int] = {}
        self._rows: dict[str, list[Plain]] = {}
        self._functions: dict[Any, Callable[[Any], Plain]] = {}

    def encode(self, value: Any, hint: Any) -> Plain:
        """Encode a value of the type that a hint describes."""
        return self._function(hint)(value)

    def tables(self) -> Plain:
        """Return the tables, for `Decoder`."""
        return {"texts": list(self._texts), "rows": self._rows}

    def _function(self, hint: Any) -> Callable[[Any], Plain]:
        if hint not in self._functions:
            # A type may have values of its own type.
            self._functions[hint] = lambda value: self._functions[hint](value)
            self._functions[hint] = self._make(hint)
        return self._functions[hint]

    def _make(self, hint: Any) -> Callable[[Any], Plain]:
        inner = _without_none(hint)
        if inner is not hint:
            of_inner = self._function(inner)
            return lambda value: None if value is None else of_inner(value)
        if hint is str:
            texts = self._texts
            return lambda value: texts.setdefault(value, len(texts))
        if get_origin(hint) is tuple:
            return self._tuple(get_args(hint))
        if isinstance(hint, type) and issubclass(hint, Enum):
            return lambda value: value.value
        if _is_dataclass(hint):
            return self._dataclass(hint)
        return lambda value: value

    def _tuple(self, arguments: tuple[Any, ...]) -> Callable[[Any], Plain]:
        if arguments[-1] is Ellipsis:
            of_item = self._function(arguments[0])
            return lambda value: list(map(of_item, value))
        functions = [self._function(argument) for argument in arguments]
        return lambda value: [f(item) for f, item in zip(functions, value, strict=True)]

    def _dataclass(self, kind: Any) -> Callable[[Any], Plain]:
        fields = [(attrgetter(name), self._function(hint)) for name, hint in _hints(kind)]

        def row_of(value: Any) -> Plain:
            return [encode(get(value)) for get, encode in fields]

        if not _is_hashable(kind):
            return row_of
        places: dict[Any, int] = {}
        rows = self._rows.setdefault(kind.__name__, [])

        def place_of(value: Any) -> int:
            place = places.get(value)
            if place is None:
                rows.append(row_of(value))
                place = places[value] = len(places)
            return place

        return place_of


class Decoder:
    """Decodes what an `Encoder` has encoded.

    Args:
        tables: The tables of the encoder.
    """

    def __init__(self, tables: Plain) -> None:
        self._texts: list[str] = tables["texts"]
        self._rows: dict[str, list[Plain]] = tables["rows"]
        self._functions: dict[Any, Callable[[Plain], Any]] = {}

    def decode(self, plain: Plain, kind: type[T]) -> T:
        """Decode a value of a type.

        Raises:
            LookupError, TypeError, ValueError: It is not of that type, or is damaged.
        """
        return cast(T, self._function(kind)(plain))

    def _function(self, hint: Any) -> Callable[[Plain], Any]:
        if hint not in self._functions:
            # A type may have values of its own type.
            self._functions[hint] = lambda plain: self._functions[hint](plain)
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
            is_nested = kind in _parts(kind)
            return (self._nested if is_nested else self._table)(kind, functions)
        return lambda plain: kind(*[f(v) for f, v in zip(functions, plain, strict=True)])

    def _nested(self, kind: Any, functions: list[Callable[[Plain], Any]]) -> Callable[[Plain], Any]:
        """Decode the values of a type that has values of its own, once each, when asked for."""
        rows = self._rows.get(kind.__name__, [])
        values: dict[int, Any] = {}

        def value_at(place: Plain) -> Any:
            if place not in values:
                fields = zip(functions, rows[place], strict=True)
                values[place] = kind(*[f(value) for f, value in fields])
            return values[place]

        return value_at

    def _table(self, kind: Any, functions: list[Callable[[Plain], Any]]) -> Callable[[Plain], Any]:
        """Decode all values of a table, by column, which takes half as long as by row."""
        rows = self._rows.get(kind.__name__)
        if not rows:
            return [].__getitem__
        # `strict` makes a damaged row an error instead of a shorter value.
        columns = zip(*rows, strict=True)
        values = [map(f, column) for f, column in zip(functions, columns, strict=True)]
        return list(map(kind, *values)).__getitem__


def _without_none(hint: Any) -> Any:
    """Return the X of `X | None`, and any other hint unchanged."""
    if get_origin(hint) in (Union, types.UnionType):
        [inner] = [argument for argument in get_args(hint) if argument is not type(None)]
        return inner
    return hint


def _is_dataclass(hint: Any) -> bool:
    return dataclasses.is_dataclass(hint)


@cache
def _hints(kind: Any) -> tuple[tuple[str, Any], ...]:
    hints: Mapping[str, Any] = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in dataclasses.fields(kind))


@cache
def _parts(kind: Any) -> frozenset[Any]:
    """Return all types that values of a type are made of, at any depth."""
    found: set[Any] = set()
    left = [hint for _, hint in _hints(kind)]
    while left:
        hint = _without_none(left.pop())
        if hint in found:
            continue
        found.add(hint)
        if get_origin(hint) is tuple:
            left += get_args(hint)
        elif _is_dataclass(hint):
            left += [of_field for _, of_field in _hints(hint)]
    return frozenset(found)


@cache
def _is_hashable(kind: Any) -> bool:
    return all(get_origin(hint) is not Mapping for hint in _parts(kind))
