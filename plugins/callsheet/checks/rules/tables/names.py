"""Names in the rows of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from http import HTTPStatus

from callsheet import lazy_re as re
from callsheet.checks.model.examples import code
from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import (
    all_tables,
    name_cell,
    property_tables,
    replacing,
    table_row,
    without_line,
)
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule, PageRule
from callsheet.findings import Severity
from callsheet.model import OTHERS, WHOLE, Location, Parameter, Property, Status

_NAMES = """
            text = f"`{name}` cannot be the name of a header."
            yield Diagnostic(place, text, hint="Write the header's name.")


@lru_cache(maxsize=1024)
def _name_without_marks(name: str) -> str | None:
    letters = "".join(filter(str.isalnum, name.lower()))
    # Each API writes the name of its key in its own way.
    near = None if letters == "apikey" else likely_meant(name, KNOWN)
    return near or next((k for k in KNOWN if k.lower().replace("-", "") == letters), None)


_MISSPELT_HEADER = OperationRule(
    code="CS225",
    name="misspelt-header",
    severity=Severity.ERROR,
    summary="The name of a header is nearly that of a well-known one.",
    cause=(
        "A server ignores a header that it does not know, so who copies the name gets an answer in "
        "the wrong language or format, or none, and no message says why."
    ),
    hint="Write the header's name as its standard has it.",
    examples=(
        Example(
            "| Accept | Content-type(s)",
            "| Acept | Content-type(s)",
            also=("request-header-standard",),
        ),
        Example("| If-Unmodified-Since |", "| If Unmodified Since |"),
    ),
    subject=Subject.OTHER_HEADERS,
    check=_misspelt_headers,
    applies_to_imports=False,
)


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
                yield _wrong_table(page, parameter, "a parameter of the route", Location.PATH)
        elif lower.startswith("$") and lower not in in_route:
            yield _wrong_table(page, parameter, "a query parameter", Location.QUERY)
        typed = parameter.location is not Location.HEADER
        if typed and is_header(parameter.name) and lower not in in_route:
            yield _wrong_table(page, parameter, "a header", Location.HEADER)


def _wrong_table(
    page: OperationPage, parameter: Parameter, what: str, right: Location
) -> Diagnostic:
    message = f"`{parameter.name}` is {what} and stands in {_TABLES[parameter.location]}."
    related = page.related(page.operation.route.span.start, "The route.")
    place = name_cell(page, parameter.span.start)
    return Diagnostic(place, message, hint=f"Move the row to {_TABLES[right]}.", related=(related,))


_PARAMETER_IN_WRONG_TABLE = OperationRule(
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
    subject=Subject.PARAMETERS,
    check=_parameters_in_wrong_tables,
)
