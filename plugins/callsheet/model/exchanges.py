"""Which of a page's responses belongs to which of its requests."""

from __future__ import annotations

from callsheet.model.operation import Operation
from callsheet.model.page import ExampleRequest, ExampleResponse


def response_to(operation: Operation, example: ExampleRequest) -> ExampleResponse | None:
    """Find the response of the same name, else the first one before the next request."""
    if example.name:
        named = (r for r in operation.example_responses if r.name == example.name)
        if found := next(named, None):
            return found
    start = example.span.start
    below = [r.span.start for r in operation.example_requests if r.span.start > start]
    end = min(below, default=operation.span.end + 1)
    return next((r for r in operation.example_responses if start < r.span.start < end), None)


def shows_refusal(operation: Operation, example: ExampleRequest) -> bool:
    """Tell whether an example shows how a request is refused, so that it may be wrong on purpose.

    A first example without a name shows the operation, whatever follows it.
    """
    if not example.name and example is operation.example_request:
        return False
    response = response_to(operation, example)
    return response is not None and 400 <= response.status < 500
