"""Examples whose texts of the type `byte` are no base64."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from callsheet.checks.model.examples import ExampleMessage
from callsheet.checks.model.examples import examples as examples_of
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.bodies.comparisons import compared, named, shown_value, where_expected
from callsheet.findings import Severity


def _malformed_base64(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report texts of the type `byte` that are not base64."""
    for example, comparison in compared(examples):
        for found in comparison.not_base64:
            node = found.node
            yield Diagnostic(
                example.place(node.start, node.end),
                f"{named(found)} is {shown_value(example, node)} in the example, which is no "
                "base64.",
                related=where_expected(example, comparison, comparison.row(found)),
            )


RULE = OperationRule(
    code="CS422",
    name="not-base64",
    severity=Severity.WARNING,
    summary="A value of the type `byte` in an example is no base64.",
    cause=(
        "The type `byte` is base64 (RFC 4648, 4); a reader who decodes the example gets an error. "
        "Generators put a word such as a file name or the beginning of a file in its place."
    ),
    hint="Write some bytes in base64, such as `iVBORw0KGgo=`.",
    examples=(Example('"Posted": "2026-03-14T09:26:53Z"\n}', '"Photo": "photo.png"\n}'),),
    superseded_at_source_by=("request-and-response-differ", "property-documented-twice"),
    check=lambda page: _malformed_base64(examples_of(page)),
)
