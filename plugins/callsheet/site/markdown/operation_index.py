"""The index of all operations, in the place of a marker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from callsheet.model import Operation
from callsheet.render import render_operations
from callsheet.site.operations import DependencyRecorder, SiteOperations


@dataclass(frozen=True, slots=True)
class OperationIndex:
    """Renderer of the index, for the page that is being converted."""

    operations: SiteOperations
    address: Callable[[str], str]
    recorder: DependencyRecorder

    def render(self, marker: str) -> str | None:
        """Return the list of all operations by group."""
        if marker != "operations":
            return None
        self.recorder.add("operations")
        return render_operations(self.operations.current().catalog.groups, self._link)

    def _link(self, operation: Operation) -> str:
        return self.address(operation.path)
