"""Required query parameters that sample requests lack."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import typed_row
from callsheet.checks.model.examples import code
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.queries import place_in, targets
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.parameters.styled_values import styled_in
from callsheet.findings import Severity
from callsheet.model import Location
from callsheet.model.contents import own_parameters


def _missing_query_parameters(page: OperationPage) -> Iterator[Diagnostic]:
    """Report required query parameters that a sample request lacks."""
    required = [p for p, _ in own_parameters(page.operation, Location.QUERY) if p.required]
    styled = styled_in(page, Location.QUERY)
    for target in targets(page):
        if not target.of_sample:
            continue
        sent = {pair.name.lower() for pair in target.pairs()}
        sent |= {name.lower() for name in styled.names_in(target)}
        for parameter in required:
            # Another rule reports misspelt parameters.
            name = parameter.name.lower()
            if name not in sent and likely_meant(name, sent) is None:
                length = len(target.path) + len(target.query or "") + (target.query is not None)
                yield Diagnostic(
                    place_in(page, target.line, target.column, length),
                    f"The sample request lacks the required parameter {code(parameter.name)}.",
                    related=(typed_row(page, parameter),),
                )


RULE = OperationRule(
    code="CS321",
    name="query-parameter-missing",
    severity=Severity.WARNING,
    summary="A sample request lacks a query parameter that is required.",
    cause="A reader who copies the example is refused.",
    hint="Add it to the request line of the example.",
    examples=(Example("| $select | string | The", "| $select | string | **Required** The"),),
    superseded_by=("repeated-section",),
    superseded_at_source_by=(
        "required-and-optional",
        "parameter-in-wrong-table",
        "misspelt-required-mark",
    ),
    check=_missing_query_parameters,
)
