"""What operations promise, as JSON Schema for another validator."""

from __future__ import annotations

from callsheet.catalog.contracts import promised_response
from callsheet.model import Operation
from callsheet.schema.documents import Document, document


def response_schema(operation: Operation, *, whole: bool = True) -> Document | None:
    """The promised body of a success, in JSON where there is some; None where there is none.

    Args:
        operation: The operation.
        whole: Whether all properties are there, which they are not when a query selects some.
    """
    found = promised_response(operation, whole=whole)
    return document(found.schema) if found else None
