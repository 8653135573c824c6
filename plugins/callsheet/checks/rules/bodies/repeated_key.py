"""Objects in bodies of examples that have the same key twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from callsheet.checks.model.examples import ExampleMessage, code, requests, responses
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity


def _repeated_keys(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report keys that occur twice in an object of a JSON body."""
    for example in examples:
        if example.node is None or example.format != "json":
            continue
        for node in example.node.objects():
            if len({member.key for member in node.members or ()}) == len(node.members or ()):
                continue
            first: dict[str, int] = {}
            for member in node.members or ():
                if member.key not in first:
                    first[member.key] = member.start
                    continue
                line = example.place(first[member.key], first[member.key] + 1).line
                yield Diagnostic(
                    example.place(member.start, member.end),
                    f"The key {code(member.key)} is there twice in one object.",
                    related=(example.page.related(line, "the first one"),),
                )


_REQUEST = OperationRule(
    code="CS302",
    name="request-repeated-key",
    severity=Severity.ERROR,
    summary="An object in the body of an example request has the same key twice.",
    cause=(
        "Which of the two values counts is up to the parser (RFC 8259, 4), so that the example "
        "means something else to each reader. It comes about when a property is copied and its "
        "name is not changed."
    ),
    hint="Remove or rename one of them.",
    examples=(
        Example(
            '"Posted": "2026-03-14T09:26:53Z"\n}',
            '"Posted": "2026-03-14T09:26:53Z",\n  "Kind": "Pallet"\n}',
        ),
    ),
    check=lambda page: _repeated_keys(requests(page)),
)

RULES = (
    _REQUEST,
    replace(
        _REQUEST,
        code="CS402",
        name="response-repeated-key",
        summary="An object in the body of an example response has the same key twice.",
        examples=(Example('"ParcelId": 7,', '"ParcelId": 7,\n  "ParcelId": 8,'),),
        check=lambda page: _repeated_keys(responses(page)),
    ),
)
