"""Query parameters of requests that the table does not document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from callsheet.checks.model.examples import code
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.queries import (
    QueryPair,
    Target,
    is_dummy,
    place_in,
    query_parameters,
    targets,
)
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.checks.rules.headers import credentials
from callsheet.checks.rules.parameters.styled_values import styled_in
from callsheet.findings import Related, Severity
from callsheet.model import Location, Parameter


def _unknown_query_parameters(page: OperationPage) -> Iterator[Diagnostic]:
    """Report query parameters that the table lacks."""
    documented = query_parameters(page)
    found = page.operation.parameters_in(Location.QUERY)
    rows: dict[str, Parameter] = {}
    for parameter in found:
        rows.setdefault(parameter.name, parameter)
    seen: set[tuple[bool, str]] = set()
    styled = styled_in(page, Location.QUERY)
    for target in targets(page):
        of_styles = set().union(*styled.names_in(target).values())
        for pair in target.pairs():
            name = pair.name.lower()
            if (
                pair.name in of_styles
                or pair.name in rows
                or is_dummy(pair.name)
                or _is_part(name, documented)
                or credentials.carries(page, Location.QUERY, name)
            ):
                continue
            if (target.of_sample, name) not in seen:
                seen.add((target.of_sample, name))
                yield _unknown(page, target, pair, rows)


def _unknown(
    page: OperationPage, target: Target, pair: QueryPair, rows: Mapping[str, Parameter]
) -> Diagnostic:
    place = place_in(page, target.line, pair.name_column, len(pair.name))
    other = query_parameters(page).get(pair.name.lower())
    meant = other.name if other else likely_meant(pair.name, rows)
    where = "sample request" if target.of_sample else "query example"
    message = f"The query parameter {code(pair.name)} of the {where} is not documented."
    related: tuple[Related, ...] = ()
    if meant:
        related = (page.related(rows[meant].span.start, f"the row of `{meant}`"),)
        return Diagnostic(place, message, f"Did you mean `{meant}`?", related)
    if rows:
        first = next(iter(rows.values()))
        related = (page.related(first.span.start, "the table begins here"),)
    return Diagnostic(place, message, related=related)


def _is_part(name: str, documented: object) -> bool:
    """Tell whether a name is a part of a documented one, as `filter[name]` or `address.city`."""
    stem = re.split(r"[.\[]", name)[0]
    return stem != name and isinstance(documented, dict) and stem in documented


RULE = OperationRule(
    code="CS320",
    name="query-parameter-unknown",
    severity=Severity.ERROR,
    summary="A request on the page has a query parameter that is not documented.",
    cause=(
        "Sample requests and the example URLs below the query table are read together with the "
        "table; a name that it lacks is misspelled there or forgotten here. Many servers tell "
        "`Mode` from `mode`, so that a name is written as in its row."
    ),
    hint="Add a row for it, or correct its name.",
    examples=(
        Example(
            "Parcel/7?notify=true\n```\n\n## Request Headers",
            "Parcel/7?notfiy=true\n```\n\n## Request Headers",
        ),
    ),
    superseded_by=("broken-table", "misspelt-column"),
    superseded_on_line_by=(
        "secret-token",
        "secret-private-key",
        "secret-in-address",
        "secret-value",
        "secret-basic-credentials",
    ),
    check=_unknown_query_parameters,
)
