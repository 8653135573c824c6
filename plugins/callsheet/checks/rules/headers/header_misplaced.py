"""Header fields of examples that stand below a blank line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from callsheet.checks.model.examples import ExampleMessage, code, requests, responses
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Edit, Severity


def _misplaced_header_fields(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report header fields below the blank line, where they are part of the body."""
    for example in examples:
        if (line := example.misplaced_header) is None:
            continue
        blank = line - 1
        fix: tuple[Edit, ...] = ()
        if blank > example.message.span.start and not example.page.line(blank).strip():
            fix = (Edit(blank, 1, line, 1, ""),)
        place = example.page.whole_line(line)
        text = example.page.line(line).strip()
        yield Diagnostic(
            place, f"The header field {code(text)} stands below a blank line, in the body.", fix=fix
        )


_REQUEST = OperationRule(
    code="CS316",
    name="request-header-misplaced",
    severity=Severity.ERROR,
    summary="A header field of an example request stands below a blank line.",
    cause=(
        "The first blank line ends the header fields, and all below it is the body (RFC 9112, 2.1)."
    ),
    hint="Remove the blank line.",
    examples=(Example("Accept: application/json\n\n{", "\nAccept: application/json\n\n{"),),
    check=lambda page: _misplaced_header_fields(requests(page)),
)

RULES = (
    _REQUEST,
    replace(
        _REQUEST,
        code="CS416",
        name="response-header-misplaced",
        summary="A header field of an example response stands below a blank line.",
        examples=(Example("charset=utf-8\nLast", "charset=utf-8\n\nLast"),),
        check=lambda page: _misplaced_header_fields(responses(page)),
    ),
)
