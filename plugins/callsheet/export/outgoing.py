"""Webhooks and Callback Objects: what the server sends (OpenAPI 3.1.0, 4.8.1 and 4.8.18)."""

from collections.abc import Callable, Iterable
from typing import Any

from callsheet.export.components import Components
from callsheet.export.methods import method_place
from callsheet.export.notes import ExportNotes
from callsheet.export.prose import description_of
from callsheet.export.requests import request_body
from callsheet.model import Operation

Build = Callable[[Operation], dict[str, Any]]
"""Builds an Operation Object."""


def webhooks(
    operations: Iterable[Operation], build: Build, notes: ExportNotes
) -> dict[str, dict[str, Any]]:
    """Return Path Items by the names of webhooks."""
    found: dict[str, dict[str, Any]] = {}
    for operation in operations:
        if operation.outgoing:
            _add(found.setdefault(operation.outgoing.name, {}), operation, build, notes)
    return {name: item for name, item in found.items() if item}


def callbacks(
    operations: Iterable[Operation], build: Build, notes: ExportNotes
) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the Callback Objects of an operation by name."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for operation in operations:
        if outgoing := operation.outgoing:
            item = found.setdefault(outgoing.name, {}).setdefault(outgoing.address, {})
            _add(item, operation, build, notes)
    return {name: entry for name, entry in found.items() if any(entry.values())}


def callback_object(
    operation: Operation, components: Components, notes: ExportNotes
) -> dict[str, Any]:
    """Build the Operation Object of a callback that has a section and no page of its own."""
    entry = {
        "description": description_of(operation),
        "requestBody": request_body(operation, components, notes),
    }
    return {key: value for key, value in entry.items() if value}


def _add(item: dict[str, Any], operation: Operation, build: Build, notes: ExportNotes) -> None:
    place, method = method_place(item, operation.method)
    if method in place:
        what = f"`{operation.signature}`, which another page documents, too,"
        notes.left_out(operation, operation.route.span, what)
    else:
        place[method] = build(operation)
