"""Values that are made up from schemas, where a page has no example or a faulty one."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from typing import Any

from callsheet.contract import Schema
from callsheet.values import is_date_time

_WORDS = ("amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "harbour", "islet")

SPECIMENS = {
    "image/gif": "R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=",
    "image/png": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mPQr28DAAIVATXclriAAAAA"
    "AElFTkSuQmCC",
}
"""The smallest pictures there are, as base64."""

_PYTHON_TYPES: Mapping[str, tuple[type, ...]] = {
    "array": (list,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "object": (dict,),
    "string": (str,),
}


class Maker:
    """Makes values of the schemas that `callsheet.contract` writes, which refer to no component.

    Args:
        seed: What the made-up values depend on; None makes plain values, such as 0 and "".
    """

    def __init__(self, seed: str | None = None) -> None:
        self._random = None if seed is None else random.Random(seed)  # noqa: S311 - no secret

    def of(self, schema: Schema) -> Any:
        """A value of a schema; null where anything goes."""
        if "enum" in schema:
            values = [value for value in schema["enum"] if value is not None]
            return self._random.choice(values) if self._random else values[0]
        match kind_of(schema):
            case "string":
                return self._text(schema)
            case "integer":
                return self._random.randint(1, 9999) if self._random else 0
            case "number":
                return round(self._random.uniform(0, 1000), 2) if self._random else 0.0
            case "boolean":
                return self._random.choice((True, False)) if self._random else False
            case "array":
                # One item shows what they are like; more would multiply where arrays are nested.
                return [self.of(schema["items"])] if self._random and "items" in schema else []
            case "object":
                return self._object(schema)
        return None

    def fitted(self, value: Any, schema: Schema) -> Any:
        """The value with each part that is not as its schema says replaced by a made-up one."""
        kind = kind_of(schema)
        if not kind or (value is None and _is_nullable(schema)):
            return value
        if not _is_of(value, kind, schema):
            return self.of(schema)
        if isinstance(value, list) and "items" in schema:
            return [self.fitted(item, schema["items"]) for item in value]
        return self._fitted_object(value, schema) if isinstance(value, dict) else value

    def completed(self, value: Any, schema: Schema) -> Any:
        """The value with the required properties that it lacks; it is not looked at otherwise."""
        if value is None and kind_of(schema) and not _is_nullable(schema):
            return self.of(schema)
        if isinstance(value, list) and "items" in schema:
            return [self.completed(item, schema["items"]) for item in value]
        if not isinstance(value, dict):
            return value
        lacking = [name for name in schema.get("required", ()) if name not in value]
        return {**value, **{name: self.of(schema["properties"][name]) for name in lacking}}

    def _object(self, schema: Schema) -> dict[str, Any]:
        made = {name: self.of(inner) for name, inner in schema.get("properties", {}).items()}
        if self._random and "additionalProperties" in schema:
            made[self._random.choice(_WORDS)] = self.of(schema["additionalProperties"])
        return made

    def _fitted_object(self, value: dict[str, Any], schema: Schema) -> dict[str, Any]:
        properties, others = schema.get("properties", {}), schema.get("additionalProperties", {})
        fitted = {name: self.fitted(v, properties.get(name, others)) for name, v in value.items()}
        made: dict[str, Any] = self.completed(fitted, schema)
        return made

    def _text(self, schema: Schema) -> str:
        if schema.get("contentEncoding") == "base64":
            return SPECIMENS["image/gif"]
        if schema.get("format") == "date-time":
            return self._date_time()
        if self._random is None:
            return ""
        return f"{self._random.choice(_WORDS)} {self._random.randint(1, 9999)}"

    def _date_time(self) -> str:
        if self._random is None:
            return "0001-01-01T00:00:00Z"
        month, day = self._random.randint(1, 12), self._random.randint(1, 28)
        hour, minute = self._random.randint(0, 23), self._random.randint(0, 59)
        return f"2026-{month:02}-{day:02}T{hour:02}:{minute:02}:00Z"


def kind_of(schema: Schema) -> str:
    """The type of a schema besides null; empty where anything goes."""
    types = schema.get("type", ())
    return types if isinstance(types, str) else next((t for t in types if t != "null"), "")


def _is_nullable(schema: Schema) -> bool:
    return "null" in schema.get("type", ())


def _is_of(value: Any, kind: str, schema: Schema) -> bool:
    if not isinstance(value, _PYTHON_TYPES[kind]):
        return False
    if isinstance(value, bool):
        # To Python a truth value is a number, too.
        return kind == "boolean"
    if isinstance(value, str):
        return _is_text_of(value, schema)
    if isinstance(value, int) and kind == "integer":
        return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))
    return True


def _is_text_of(value: str, schema: Schema) -> bool:
    if "enum" in schema and value not in schema["enum"]:
        return False
    if schema.get("format") == "date-time" and not is_date_time(value):
        return False
    return re.search(schema.get("pattern", ""), value) is not None
