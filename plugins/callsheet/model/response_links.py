"""Links of responses to operations that clients may call next."""

from dataclasses import dataclass

from callsheet.findings import Span


@dataclass(frozen=True, slots=True)
class ResponseLink:
    """An operation that a response leads to (OpenAPI 3.1.0, 4.8.20).

    Attributes:
        name: The name of the link.
        operation: The uid or `operationId` of the operation, or a reference to it.
        parameters: Names of its parameters, each with a value or a runtime expression.
        body: Its request body, as a value or a runtime expression; may be empty.
        server: The URL of its server; empty for the usual one.
        description: The cell with its description.
        span: The lines of the row.
        status: As in `ResponseBody`.
        is_reference: Whether `operation` is a reference, such as a URL.
    """

    name: str
    operation: str
    parameters: tuple[tuple[str, str], ...]
    body: str
    server: str
    description: str
    span: Span
    status: str = ""
    is_reference: bool = False
