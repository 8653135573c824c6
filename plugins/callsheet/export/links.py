"""Link Objects: the operations that a response leads to (OpenAPI 3.1.0, 4.8.20)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jsonpointer import escape

from callsheet.export.prose import says_none
from callsheet.model import Operation, ResponseLink
from callsheet.source.response_links import value_of_link


def link_targets(
    operations: Iterable[tuple[str, Operation]], names: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """Return how links refer to operations, by uid.

    Args:
        operations: The operations, each with the key of its Path Item.
        names: The `operationId` of each operation by uid.
    """
    found = {}
    for path, operation in operations:
        pointer = f"#/paths/{escape(path)}/{operation.method.lower()}"
        has_name = not says_none(operation, "operationId")
        found[operation.uid] = (
            {"operationId": names[operation.uid]} if has_name else {"operationRef": pointer}
        )
    return found


def link_object(link: ResponseLink, targets: Mapping[str, dict[str, str]]) -> dict[str, Any]:
    """Return the Link Object of a row."""
    key = "operationRef" if link.is_reference else "operationId"
    result: dict[str, Any] = {**targets.get(link.operation, {key: link.operation})}
    if link.parameters:
        result["parameters"] = {name: value_of_link(text) for name, text in link.parameters}
    if link.body:
        result["requestBody"] = value_of_link(link.body)
    if link.description:
        result["description"] = link.description
    if link.server:
        result["server"] = {"url": link.server}
    return result
