"""What reading a page gives."""

from __future__ import annotations

from dataclasses import dataclass

from callsheet.findings import Finding
from callsheet.model.operation import Operation
from callsheet.model.page import Page


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as it was read: its operations, in order, and the findings about it."""

    page: Page
    operations: tuple[Operation, ...]
    findings: tuple[Finding, ...]

    @property
    def operation(self) -> Operation | None:
        """The first operation, which is the only one in our own layout; None without any."""
        return next(iter(self.operations), None)
