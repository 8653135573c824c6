"""The index of all operations, in the place of a marker."""

from __future__ import annotations

from collections.abc import Callable

from callsheet.model import Operation
from callsheet.render import render_operations
from callsheet.site.operations import DependencyRecorder, SiteOperations


class OperationIndex:
    """Renderer of the index, for the page that is being converted."""

    def __init__(
        self,
        operations: SiteOperations,
        address: Callable[[str], str],
        recorder: DependencyRecorder,
    ) -> None:
        self._operations = operations
        self._address = address
        self._recorder = recorder

    def render(self, marker: str) -> str | None:
        """Return the list of all operations by group."""
        if marker != "operations":
            return None
        self._recorder.add("operations")
        return render_operations(self._operations.current().catalog.groups, self._link)

    def _link(self, operation: Operation) -> str:
        return self._address(operation.path)
