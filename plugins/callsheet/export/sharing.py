"""Parts that several operations have alike, once below `components` (OpenAPI 3.1.0, 4.8.7)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from callsheet.contract import component_key

MIN_SIZE = 80
"""Characters of a part; a shorter one is hardly longer than a reference to it."""

_Object = dict[str, Any]
_Slot = tuple[Any, Any, str]
"""Where a part is: a mapping or a list, the key or index in it, and what the part is called."""


def share_parts(operations: Iterable[_Object]) -> dict[str, dict[str, _Object]]:
    """Replaces what several operations have alike by references to components.

    Args:
        operations: The Operation Objects, which are changed in place.

    Returns:
        The components by kind and key: the same keys for the same operations.
    """
    every = list(operations)
    kinds: dict[str, Callable[[_Object], Iterator[_Slot]]] = {
        "parameters": _parameters,
        "requestBodies": _request_bodies,
        "responses": _responses,
    }
    return {
        kind: _share(kind, [slot for operation in every for slot in slots(operation)])
        for kind, slots in kinds.items()
    }


def _parameters(operation: _Object) -> Iterator[_Slot]:
    parameters = operation.get("parameters", [])
    for index, parameter in enumerate(parameters):
        yield parameters, index, f"{parameter['in']}.{parameter['name']}"


def _request_bodies(operation: _Object) -> Iterator[_Slot]:
    if "requestBody" in operation:
        yield operation, "requestBody", operation["operationId"]


def _responses(operation: _Object) -> Iterator[_Slot]:
    responses = operation["responses"]
    for code in responses:
        yield responses, code, f"{operation['operationId']}.{code}"


def _share(kind: str, slots: list[_Slot]) -> dict[str, _Object]:
    written = [json.dumps(place[key]) for place, key, _ in slots]
    counts = Counter(written)
    names: dict[str, str] = {}
    parts: dict[str, _Object] = {}
    for (place, key, name), text in zip(slots, written, strict=True):
        if counts[text] < 2 or len(text) < MIN_SIZE:
            continue
        if text not in names:
            names[text] = unique = _unique(component_key(name), parts)
            parts[unique] = place[key]
        place[key] = {"$ref": f"#/components/{kind}/{names[text]}"}
    return parts


def _unique(wanted: str, taken: dict[str, _Object]) -> str:
    """The key, or with a number behind it where other parts have it."""
    unique, number = wanted, 1
    while unique in taken:
        number += 1
        unique = f"{wanted}-{number}"
    return unique
