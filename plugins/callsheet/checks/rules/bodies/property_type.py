"""Values in examples that are not of the type that their row states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from callsheet.checks.model.examples import ExampleMessage, requests, responses
from callsheet.checks.parsing.mismatches import NodeMismatch
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.bodies.comparisons import compared, named, shown_value, where_expected
from callsheet.checks.rules.bodies.response_type import contradicted
from callsheet.findings import Edit, Severity

_COUNTED = dict.fromkeys(("minItems", "maxItems"), ("item", "items")) | dict.fromkeys(
    ("minProperties", "maxProperties"), ("property", "properties")
)
"""The keywords that limit the number of parts, and what one and several parts are called."""


def _mismatched_values(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report values that contradict what the page says of them."""
    for example, comparison in compared(examples):
        for wrong in comparison.wrong:
            if not wrong.path and not example.is_request and contradicted(example)[0]:
                continue  # The rule about the heading reports it.
            node = wrong.node
            start, end = node.start, node.end
            if node.is_object or node.is_array:
                end = start + 1
            fix: tuple[Edit, ...] = ()
            if wrong.remedy is not None and example.format == "json":
                fix = (example.edit(start, end, wrong.remedy),)
            yield Diagnostic(
                example.place(start, end),
                f"{named(wrong)} is {_shown(example, wrong)} in the example; expected is "
                f"{wrong.expected}.",
                related=where_expected(example, comparison, comparison.row(wrong)),
                fix=fix,
            )


def _shown(example: ExampleMessage, wrong: NodeMismatch) -> str:
    """Return how a message shows a wrong value: where the number of its parts is wrong, by that."""
    shown, node = shown_value(example, wrong.node), wrong.node
    words = _COUNTED.get(wrong.mismatch.keyword)
    if words is None:
        return shown
    number = len(node.items or node.members or ())
    return f"{shown} of {number} {words[number != 1]}"


_REQUEST = OperationRule(
    code="CS305",
    name="request-property-type",
    severity=Severity.ERROR,
    summary="A value in an example request is not of the type that its row states.",
    cause=(
        "Programs are written after the table and tested with the example; where the two differ "
        "one of them is wrong. Common slips are numbers in quotes, fractions and too large numbers "
        "for `int32`, dates that are not of RFC 3339, and values that an enumeration does not list."
    ),
    hint="Correct the value, or the type in the table.",
    examples=(
        Example('"Posted": "2026-03-14T09:26:53Z"\n}', '"Posted": "14.03.2026"\n}'),
        Example('"Kind": "Box",\n  "Posted": "2026-03-14T09:26:53Z"\n}', '"Kind": "Crate"\n}'),
    ),
    superseded_at_source_by=(
        "misspelt-column",
        "unknown-type",
        "request-and-response-differ",
        "enumeration-values",
        "property-documented-twice",
    ),
    check=lambda page: _mismatched_values(requests(page)),
)

RULES = (
    _REQUEST,
    replace(
        _REQUEST,
        code="CS405",
        name="response-property-type",
        summary="A value in an example response is not of the type that its row states.",
        examples=(
            Example('"ParcelId": 7', '"ParcelId": "7"'),
            Example('"Fragile": true', '"Fragile": "yes"'),
        ),
        check=lambda page: _mismatched_values(responses(page)),
    ),
)
