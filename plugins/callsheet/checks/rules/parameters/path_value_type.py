"""Path values of requests that are not of their documented type."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from callsheet.checks.model.cells import typed_row
from callsheet.checks.model.examples import code
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.queries import is_dummy, path_values, place_in, targets
from callsheet.checks.parsing.mismatches import text_mismatch
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.parameters.styled_values import styled_in, wrong_paths
from callsheet.findings import Severity
from callsheet.model import Location


def _mismatched_path_values(page: OperationPage) -> Iterator[Diagnostic]:
    """Report path values that are not of their documented type."""
    yield from wrong_paths(page)
    of_styles = styled_in(page, Location.PATH).parameters
    documented = {
        p.name.lower(): p
        for p in page.operation.parameters_in(Location.PATH)
        if p.name not in of_styles
    }
    for target in targets(page):
        for name, value, column in path_values(page, target):
            parameter = documented.get(name.lower())
            if parameter is None or is_dummy(value):
                continue
            # Slashes and spaces in a path are percent-encoded (RFC 3986, 2.1).
            plain = unquote(value)
            if found := text_mismatch([plain], parameter.schema):
                yield Diagnostic(
                    place_in(page, target.line, column, len(value)),
                    f"The path parameter {code(name)} is {code(plain)} in the example; expected is "
                    f"{found[1].expected}.",
                    related=(typed_row(page, parameter),),
                )


RULE = OperationRule(
    code="CS324",
    name="path-value-type",
    severity=Severity.ERROR,
    summary="A value in the path of a request on the page is not of the type of its parameter.",
    cause=(
        "The path table says `int32`, and the example has a word in that place, or a number that "
        "is too large. It comes about when parameters change places."
    ),
    hint="Correct the value, or the type in the table.",
    examples=(
        Example(
            "```http!\nPUT /api/v1/Depot/north/Parcel/7?",
            "```http!\nPUT /api/v1/Depot/north/Parcel/seven?",
        ),
    ),
    superseded_by=("route-form",),
    check=_mismatched_path_values,
)
