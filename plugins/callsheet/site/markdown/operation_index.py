"""The list of all operations, in the place of a marker."""

from __future__ import annotations

from collections.abc import Callable

from callsheet.model import Operation
from callsheet.render import render_operations
from callsheet.site.operations import Operations


class Overview:
    """Renders the overview for the page that is being converted."""

    def __init__(self, operations: Operations, address: Callable[[str], str]) -> None:
        self._operations = operations
        self._address = address

    def render(self, marker: str) -> str | None:
        """The list of all operations by group."""
        if marker != "operations":
            return None
        self._operations.note("operations", "")
        return render_operations(self._operations.known().catalog.groups, self._link)

    def _link(self, operation: Operation) -> str:
        return self._address(operation.path)
