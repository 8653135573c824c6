"""What operations promise, as JSON Schema for another validator."""

from __future__ import annotations

from callsheet.documents import Document, document
from callsheet.model import Operation
from callsheet.promises import promised_responses


def response_schema(operation: Operation) -> Document | None:
    """The first promised body of a success; None where there is none."""
    status = operation.success.code if operation.success else 200
    found = promised_responses(operation, status)
    return document(found[0].schema) if found else None
