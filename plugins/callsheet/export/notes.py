"""Findings about what an OpenAPI document cannot express."""

from callsheet.findings import Finding, Severity
from callsheet.model import Operation, Span


class ExportNotes:
    """Collects findings in the order in which they occur."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def route_taken(self, operation: Operation, other: Operation) -> None:
        """Note that two pages document one method and route."""
        message = f"`{operation.method} {operation.route.template}` is also on `{other.path}`."
        hint = "Both are exported, each with servers of its own; keep one."
        self._add(operation, operation.route.span, "CS041", message, hint)

    def left_out(
        self, operation: Operation, span: Span, what: str, hint: str = "Correct it."
    ) -> None:
        """Note that a part of the page is left out."""
        self._add(operation, span, "CS043", f"{what} is left out of the export.", hint)

    def no_room(self, operation: Operation) -> None:
        """Note that no split of the route into server and path is free."""
        message = f"`{operation.route.template}` is the same path as others in all its splits."
        hint = "It is exported below `components/pathItems`; keep fewer of them."
        self._add(operation, operation.route.span, "CS044", message, hint)

    def _add(self, operation: Operation, span: Span, code: str, message: str, hint: str) -> None:
        self.findings.append(
            Finding(operation.path, span.start, 1, code, Severity.WARNING, message, hint)
        )
