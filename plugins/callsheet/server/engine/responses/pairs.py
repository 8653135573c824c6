"""Requests that pages show with a response of their own."""

from callsheet.http.headers import Headers
from callsheet.model import ExampleRequest, ExampleResponse, Operation
from callsheet.samples.request.variants import variants_of
from callsheet.schema.equality import are_equal
from callsheet.server.engine.requests.validation import Input, Validator
from callsheet.server.engine.routing import path_values
from callsheet.server.http.messages import HttpRequest
from callsheet.server.http.problems import Problem


class ExamplePairs:
    """The sample requests after the first one of a page, each with the response that belongs to it.

    Args:
        validator: Reads the sample requests as it reads those of clients.
    """

    def __init__(self, validator: Validator) -> None:
        self._validator = validator
        self._known: dict[str, list[tuple[Input, ExampleResponse]]] = {}

    def response(self, operation: Operation, given: Input) -> ExampleResponse | None:
        """Return the response that the page shows to a request; None where it shows none.

        Path, query and body are compared, and no header fields: of several requests that differ in
        these alone, the first one counts, and the first of all is the ordinary one.
        """
        if len(operation.example_requests) < 2:
            return None
        if operation.uid not in self._known:
            self._known[operation.uid] = self._pairs(operation)
        return next((r for own, r in self._known[operation.uid] if _same(own, given)), None)

    def _pairs(self, operation: Operation) -> list[tuple[Input, ExampleResponse]]:
        # The first sample request is what everybody tries. It is answered as usual, so that a page
        # with several samples does not answer otherwise than one with a single sample.
        seen = [self._input(operation, operation.example_requests[0])]
        pairs = []
        for variant in variants_of(operation):
            given = self._input(operation, variant.example) if variant.example else None
            if given is None or any(_same(given, other) for other in seen if other):
                continue
            seen.append(given)
            if variant.response is not None:
                pairs.append((given, variant.response))
        return pairs

    def _input(self, operation: Operation, example: ExampleRequest) -> Input | None:
        """Read a sample request; return None where that is not possible."""
        path, _, query = example.target.partition("?")
        headers = Headers((header.name, header.value) for header in example.headers)
        request = HttpRequest(example.method, path, query, headers, example.body.strip().encode())
        try:
            values = path_values(operation, request.segments)
            return None if values is None else self._validator.look(operation, request, values)
        except (Problem, IndexError, UnicodeEncodeError):
            return None


def _same(one: Input, other: Input) -> bool:
    """Tell whether two requests say the same: to JSON, `true` is not 1, as it is to Python."""
    if one.violations != other.violations:
        return False
    if not are_equal([one.path, one.query], [other.path, other.query]):
        return False
    if isinstance(one.body, bytes):
        return bool(one.body == other.body)
    return are_equal(one.body, other.body)
