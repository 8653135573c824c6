"""Bodies of examples that a parser refuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from callsheet.checks.model.examples import ExampleMessage, requests, responses
from callsheet.checks.parsing.nodes import SyntaxProblem
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Edit, Related, Severity

_FORMATS = {"json": "JSON", "xml": "XML", "form": "form data", "multipart": "multipart body"}


def _unparsable_bodies(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report bodies that violate the syntax of their format."""
    for example in examples:
        problem = example.parsed
        if isinstance(problem, SyntaxProblem):
            yield _syntax_diagnostic(example, problem)


def _syntax_diagnostic(example: ExampleMessage, problem: SyntaxProblem) -> Diagnostic:
    name = _FORMATS.get(example.format, example.format)
    place = example.place(problem.start, problem.end)
    related: tuple[Related, ...] = ()
    if problem.opened is not None:
        line = example.place(problem.opened, problem.opened + 1).line
        bracket = example.body[problem.opened]
        related = (example.page.related(line, f"`{bracket}` is opened here"),)
    fix: tuple[Edit, ...] = ()
    if problem.replacement is not None:
        fix = (example.edit(problem.start, problem.end, problem.replacement),)
    message = f"The body is no {name}: there is {problem.problem}; expected is {problem.expected}."
    return Diagnostic(place, message, related=related, fix=fix)


_REQUEST = OperationRule(
    code="CS301",
    name="request-body-syntax",
    severity=Severity.ERROR,
    summary="The body of an example request cannot be read as what its `Content-Type` says.",
    cause=(
        "Readers copy examples. JSON has no trailing commas, no comments, no single quotes and no "
        "keys without quotes (RFC 8259); one missing bracket is enough for a parser to refuse the "
        "whole body. In a multipart body it is one wrong boundary (RFC 2046, 5.1)."
    ),
    hint="Write it so that a parser reads it.",
    examples=(
        Example('"Posted": "2026-03-14T09:26:53Z"\n}', '"Posted": "2026-03-14T09:26:53Z",\n}'),
        Example('json\n\n{\n  "Label": "Glasses",', "json\n\n{\n  'Label': \"Glasses\","),
    ),
    check=lambda page: _unparsable_bodies(requests(page)),
)

RULES = (
    _REQUEST,
    replace(
        _REQUEST,
        code="CS401",
        name="response-body-syntax",
        summary="The body of an example response cannot be read as what its `Content-Type` says.",
        cause=(
            "Readers copy examples. JSON has no trailing commas, no comments, no single quotes and "
            "no keys without quotes (RFC 8259); one missing bracket is enough for a parser to "
            "refuse the whole body."
        ),
        examples=(
            Example('"Fragile": true', '"Fragile": True'),
            Example('"ParcelId": 7,\n', '"ParcelId": 7\n'),
        ),
        check=lambda page: _unparsable_bodies(responses(page)),
    ),
)
