"""Values that are made up from types, where a page has no example."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from typing import Any

from callsheet.model import DataType, Property

_WORDS = ("amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "harbour", "islet")
_MAX_DEPTH = 3

SPECIMENS = {
    "image/gif": "R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=",
    "image/png": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mPQr28DAAIVATXclriAAAAA"
    "AElFTkSuQmCC",
}
"""The smallest pictures there are, as base64."""

Shapes = Mapping[str, Iterable[Property]]
"""The properties of the named types."""


class Maker:
    """Makes values of types.

    Args:
        shapes: The properties of the named types; a type that is not among them is an empty object.
        seed: What the made-up values depend on; None makes plain values, such as 0 and "".
    """

    def __init__(self, shapes: Shapes, seed: str | None = None) -> None:
        self._shapes = shapes
        self._random = None if seed is None else random.Random(seed)  # noqa: S311 - no secret

    def of_type(self, data_type: DataType | None, depth: int = 0) -> Any:
        """A value of a type; null where there is none."""
        if data_type is None:
            return None
        match data_type.name:
            case "string":
                return self._random.choice(_WORDS) if self._random else ""
            case "int32" | "int64":
                return self._random.randint(1, 9999) if self._random else 0
            case "double":
                return round(self._random.uniform(0, 1000), 2) if self._random else 0.0
            case "bool":
                return self._random.choice((True, False)) if self._random else False
            case "date-time":
                return self._date_time()
            case "byte":
                return SPECIMENS["image/gif"]
            case "enum":
                choose = self._random.choice if self._random else lambda values: values[0]
                return choose(data_type.values) if data_type.values else None
            case "array":
                return []
            case "object":
                return {}
        if depth >= _MAX_DEPTH:
            return None
        return self.of_properties(self._shapes.get(data_type.name, ()), depth + 1)

    def of_properties(self, properties: Iterable[Property], depth: int = 0) -> dict[str, Any]:
        """An object with these properties."""
        return {item.name: self.of_type(item.type, depth) for item in properties}

    def _date_time(self) -> str:
        if self._random is None:
            return "0001-01-01T00:00:00Z"
        month, day = self._random.randint(1, 12), self._random.randint(1, 28)
        return f"2026-{month:02}-{day:02}T09:30:00Z"
