"""Two examples of a page with one name."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import ExampleRequest, ExampleResponse


def _repeated_example_names(page: OperationPage) -> Iterator[Diagnostic]:
    yield from _twice(page, page.operation.example_requests, "request")
    yield from _twice(page, page.operation.example_responses, "response")


def _twice(
    page: OperationPage, examples: tuple[ExampleRequest | ExampleResponse, ...], what: str
) -> Iterator[Diagnostic]:
    first: dict[str, ExampleRequest | ExampleResponse] = {}
    for example in examples:
        other = first.setdefault(example.name, example) if example.name else example
        if other is not example:
            place = page.find(example.span.start, example.name)
            message = f"`{example.name}` is the name of another example {what} already."
            related = page.related(other.span.start, "the first one")
            yield Diagnostic(place, message, related=(related,))


RULE = OperationRule(
    code="CS535",
    name="example-name-twice",
    severity=Severity.WARNING,
    summary="Two example requests, or two example responses, have the same name.",
    cause=(
        "A request and a response of one name belong together, and readers choose among the "
        "requests by their names. Of two that share one, nobody can say which is meant."
    ),
    hint="Give each a name of its own.",
    examples=(
        Example(
            "```http_\nHTTP/1.1 200 OK\n",
            '```http_ title="Gone"\nHTTP/1.1 404 Not Found\n```\n\n'
            '```http_ title="Gone"\nHTTP/1.1 200 OK\n',
            also=("response-body-missing",),
        ),
    ),
    check=_repeated_example_names,
)
