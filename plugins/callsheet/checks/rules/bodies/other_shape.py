"""Bodies of examples that show something else than their table documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from callsheet.checks.model.bodies import content_of, is_patch
from callsheet.checks.model.examples import ExampleMessage, code, requests, responses
from callsheet.checks.model.page import Place
from callsheet.checks.parsing.nodes import Node
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.bodies.comparisons import compared, shown_value
from callsheet.checks.rules.bodies.response_type import contradicted
from callsheet.checks.rules.specimen import SENT
from callsheet.findings import Severity


def _bodies_of_other_shape(examples: Sequence[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report bodies that show something else than their table."""
    yield from _strangers(examples)
    yield from _scalars_for_tables(examples)


def _strangers(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report objects that have next to nothing in common with the table."""
    for example, comparison in compared(examples):
        if (record := comparison.stranger) is None:
            continue
        shown = ", ".join(code(member.key, 20) for member in (record.members or ())[:3])
        rows = comparison.content.rows
        line = rows[0].span.start
        names = ", ".join(f"`{row.name}`" for row in rows[:3])
        yield Diagnostic(
            _opening(example, record),
            f"The example shows something else than the table: it has {shown}, the table {names}.",
            related=(example.page.related(line, "the table begins here"),),
        )


def _scalars_for_tables(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report bodies, or items of a list, that should be objects and are not."""
    for example in examples:
        content, node = content_of(example), example.node
        if content is None or not content.rows or node is None or is_patch(example):
            continue
        if contradicted(example)[0]:
            continue  # The rule about the heading reports it.
        odd = _no_object(node)
        if odd is None:
            continue
        line = content.rows[0].span.start
        yield Diagnostic(
            example.place(odd.start, odd.end),
            f"The example's body is {shown_value(example, odd)}; expected is an object.",
            related=(example.page.related(line, "the table of its properties"),),
        )


def _no_object(node: Node) -> Node | None:
    """Return the value that is not an object: the body itself, or the first such item of a list."""
    if node.is_array:
        return next((item for item in node.items or () if not item.is_object), None)
    return None if node.is_object else node


def _opening(example: ExampleMessage, record: Node) -> Place:
    """Return the place of an object's opening bracket, or of an element's content."""
    return example.place(record.start, min(record.start + 1, record.end))


_REQUEST = OperationRule(
    code="CS306",
    name="request-other-shape",
    severity=Severity.ERROR,
    summary="The body of an example request shows something else than its table documents.",
    cause=(
        "Next to nothing in the example is in the table, or the example has a plain value where "
        "the table documents the properties of an object. It comes about when a table or an "
        "example of another operation is pasted."
    ),
    hint="Put the table and the example of the same operation on the page.",
    examples=(
        Example(
            SENT,
            "Content-Type: application/json\nAccept: application/json\n\n"
            '{\n  "Street": "Main",\n  "City": "Oslo"\n}',
        ),
    ),
    check=lambda page: _bodies_of_other_shape(requests(page)),
)

RULES = (
    _REQUEST,
    replace(
        _REQUEST,
        code="CS406",
        name="response-other-shape",
        summary="The body of an example response shows something else than its table documents.",
        examples=(
            Example(
                "{\n"
                '  "ParcelId": 7,\n'
                '  "Label": "Glasses",\n'
                '  "Weight": 1200,\n'
                '  "Kind": "Box",\n'
                '  "Posted": "2026-03-14T09:26:53Z",\n'
                '  "Fragile": true',
                '{\n  "Street": "Main",\n  "City": "Oslo"',
            ),
        ),
        check=lambda page: _bodies_of_other_shape(responses(page)),
    ),
)
