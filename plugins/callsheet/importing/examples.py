"""Examples: those of the specification, else made up from its schemas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from callsheet.importing.references import Place
from callsheet.importing.schemas import Schemas
from callsheet.model import DataType
from callsheet.schema import Generator
from callsheet.schema.type_words import schema_of_words
from callsheet.source.datatypes import read_type

_MAX_DEPTH = 3
_MAX_VALUES = 200
_UNKNOWN = object()


class Examples:
    """Finds and makes examples.

    Args:
        schemas: Reads the schemas.
        seed: What the made-up values depend on.
    """

    def __init__(self, schemas: Schemas, seed: str) -> None:
        self._schemas = schemas
        self._generator = Generator(seed=seed)
        self._left = _MAX_VALUES

    def given(self, place: Place) -> list[Any]:
        """The examples of a parameter, header or media type."""
        found = [self._schemas.whole(inner) for _, inner in place.entries("examples")]
        values = [inner.node["value"] for inner in found if "value" in inner.node]
        values = [place.node["example"]] if "example" in place.node else values
        return [self._schemas.budget.value(value, place.pointer) for value in values]

    def of(self, place: Place, data_type: DataType) -> Any:
        """A value of a schema."""
        self._left = _MAX_VALUES
        return self._value(place, data_type, ())

    def _value(self, place: Place, data_type: DataType, around: tuple[str, ...]) -> Any:
        whole = self._schemas.whole(place)
        self._left -= 1
        self._schemas.budget.schemas(1, whole.pointer)
        for stated in _stated(whole):
            return self._schemas.budget.value(stated, whole.pointer)
        if data_type.name in ("array", "object") or data_type.is_named:
            # A type within itself ends there; no property is required in a type.
            if len(around) >= _MAX_DEPTH or whole.pointer in around or self._left < 0:
                return [] if data_type.name == "array" else {}
            return self._container(whole, data_type, (*around, whole.pointer))
        return self._fitted(whole, self._generator.value(schema_of_words(data_type.written)))

    def _container(self, whole: Place, data_type: DataType, around: tuple[str, ...]) -> Any:
        if data_type.name == "array":
            inner = read_type(data_type.of)
            item = self._value(whole.inner("items"), inner, around) if inner else _UNKNOWN
            return [] if item is _UNKNOWN or item is None else [item]
        if data_type.name == "object":
            inner = read_type(data_type.of)
            values = whole.inner("additionalProperties")
            # The key that stands for every key in the example of a dictionary.
            return {"fieldName": self._value(values, inner, around)} if inner else {}
        return self.record(whole, data_type.name, around)

    def record(self, whole: Place, owner: str, around: tuple[str, ...] = ()) -> dict[str, Any]:
        """An object with a value for each property."""
        if not around:
            self._left = _MAX_VALUES
            around = (whole.pointer,)
        places = dict(whole.entries("properties"))
        return {
            row.name: self._value(places[row.name], row.type, around)
            for row in self._schemas.rows(whole, owner)
            if row.type
        }

    def _fitted(self, whole: Place, made: Any) -> Any:
        """A made-up value within the limits that are easy to keep."""
        if isinstance(made, int | float) and not isinstance(made, bool):
            low, high = whole.get("minimum"), whole.get("maximum")
            made = max(made, low) if isinstance(low, int | float) else made
            return min(made, high) if isinstance(high, int | float) else made
        longest = whole.get("maxLength")
        return made[:longest] if isinstance(made, str) and isinstance(longest, int) else made


def _stated(whole: Place) -> Iterator[Any]:
    """The values that a schema itself gives, the best first."""
    yield from (whole.node[key] for key in ("example", "default") if key in whole.node)
    for key in ("examples", "enum"):
        values = whole.get(key)
        if isinstance(values, list):
            yield from (value for value in values if key == "examples" or value is not None)
    if "const" in whole.node:
        yield whole.node["const"]
