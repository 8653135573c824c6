"""Compared bodies of examples, and how messages name their parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from callsheet.checks.model.bodies import BodyComparison, compare
from callsheet.checks.model.cells import typed_row
from callsheet.checks.model.examples import ExampleMessage, code
from callsheet.checks.parsing.mismatches import NodeMismatch
from callsheet.checks.parsing.nodes import Node
from callsheet.checks.rules.bodies.response_type import stated_types
from callsheet.findings import Related
from callsheet.model import Property


def compared(examples: Iterable[ExampleMessage]) -> Iterator[tuple[ExampleMessage, BodyComparison]]:
    """Yield the examples whose bodies have a documented counterpart, with the comparison."""
    for example in examples:
        if comparison := compare(example):
            yield example, comparison


def named(found: NodeMismatch) -> str:
    """Return how a message names the place of a mismatch."""
    return code(found.path) if found.path else "The body"


def where_expected(
    example: ExampleMessage, comparison: BodyComparison, row: Property | None
) -> tuple[Related, ...]:
    """Return the row that states the expectation, else the description of the whole body."""
    if row is None:
        return (_heading(example, comparison),)
    return (typed_row(example.page, row),)


def _heading(example: ExampleMessage, comparison: BodyComparison) -> Related:
    """Return the heading that states the type of a body."""
    page, span = example.page, comparison.content.span
    response = page.operation.response
    if not example.is_request and response is not None and response.span == span:
        for stated in reversed(list(stated_types(page))):
            message = f"the type of the response, `{stated.type.written}`"
            return page.related(stated.place.line, message)
    return page.related(span.start, "the body is described here")


def shown_value(example: ExampleMessage, node: Node) -> str:
    """Return how a message shows a value: objects and arrays by their kind only."""
    if node.is_object or node.is_array:
        return f"an {node.kind}"
    return example.shown(node)
