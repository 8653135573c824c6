"""A parameter in the table of another kind of parameters."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.cells import name_cell
from callsheet.checks.model.page import OperationPage
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.tables.known_headers import is_header
from callsheet.findings import Severity
from callsheet.model import Location, Parameter

_TABLES = {
    Location.PATH: "the path table",
    Location.QUERY: "`Query String Parameters`",
    Location.HEADER: "`Request Headers`",
}


def _parameters_in_wrong_tables(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    in_route = {name.lower(): name for name in operation.route.parameters}
    documented = {p.name.lower() for p in operation.parameters if p.location is Location.PATH}
    for parameter in operation.parameters:
        lower = parameter.name.lower()
        if parameter.location is not Location.PATH:
            # Another rule reports a name that the path table has, too.
            if lower in in_route and lower not in documented:
                yield _diagnostic(page, parameter, "a parameter of the route", Location.PATH)
        elif lower.startswith("$") and lower not in in_route:
            yield _diagnostic(page, parameter, "a query parameter", Location.QUERY)
        typed = parameter.location is not Location.HEADER
        if typed and is_header(parameter.name) and lower not in in_route:
            yield _diagnostic(page, parameter, "a header", Location.HEADER)


def _diagnostic(
    page: OperationPage, parameter: Parameter, what: str, right: Location
) -> Diagnostic:
    message = f"`{parameter.name}` is {what} and stands in {_TABLES[parameter.location]}."
    related = page.related(page.operation.route.span.start, "The route.")
    place = name_cell(page, parameter.span.start)
    return Diagnostic(place, message, hint=f"Move the row to {_TABLES[right]}.", related=(related,))


RULE = OperationRule(
    code="CS221",
    name="parameter-in-wrong-table",
    severity=Severity.ERROR,
    summary="A path parameter, query parameter or header is in the table of another kind.",
    cause=(
        "The table says where a value is sent. In the wrong one, the sample program sends it where "
        "the server doesn't look, and the route keeps its braces."
    ),
    hint="Move the row to the table where it belongs.",
    examples=(
        Example(
            "| parcelId | int32 | The parcel. **Required** |\n\n## Query String Parameters\n\n"
            "| Parameter Name | Type | Description |\n| --- | --- | --- |\n",
            "\n## Query String Parameters\n\n| Parameter Name | Type | Description |\n"
            "| --- | --- | --- |\n| parcelId | int32 | The parcel. **Required** |\n",
            also=("path-parameter", "query-parameter-missing"),
        ),
        Example("| $select |", "| If-Match | string | What is known of it. |\n| $select |"),
    ),
    check=_parameters_in_wrong_tables,
)
