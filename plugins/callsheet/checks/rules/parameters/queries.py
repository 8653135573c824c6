"""Query parameters of example requests."""

from collections.abc import Iterator, Mapping

from callsheet import lazy_re as re
from callsheet.checks.model.examples import (
    QueryPair,
    Target,
    code,
    is_dummy,
    place_in,
    query_parameters,
    targets,
)
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import typed_row
from callsheet.checks.parsing.nodes import NodeMismatch, text_mismatch
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, operation_rule
from callsheet.checks.rules.headers import credentials
from callsheet.checks.rules.parameters.values import styled_in, wrong_queries
from callsheet.findings import Edit, Related, Severity
from callsheet.http.parameter_styles import Shape, Style
from callsheet.model import Location, Parameter, shape_of
from callsheet.model.contents import own_parameters
from callsheet.model.styles import stated_style


@Example(
    "Parcel/7?notify=true\n```\n\n## Request Headers",
    "Parcel/7?notfiy=true\n```\n\n## Request Headers",
)
@operation_rule(
    code="CS320",
    name="query-parameter-unknown",
    in_any_layout=True,
    severity=Severity.ERROR,
    summary="A request on the page has a query parameter that is not documented.",
    cause=(
        "Sample requests and the example URLs below the query table are read together with the "
        "table; a name that it lacks is misspelled there or forgotten here. Many servers tell "
        "`Mode` from `mode`, so that a name is written as in its row."
    ),
    hint="Add a row for it, or correct its name.",
    superseded_by=("broken-table", "misspelt-column", "route-query"),
    superseded_on_line_by=(
        "secret-token",
        "secret-private-key",
        "secret-in-address",
        "secret-value",
        "secret-basic-credentials",
    ),
    subject=Subject.QUERIES,
)
def _unknown_query_parameters(page: OperationPage) -> Iterator[Diagnostic]:
    """Report query parameters that the table lacks."""
    documented = query_parameters(page)
    found = page.operation.parameters_in(Location.QUERY)
    rows: dict[str, Parameter] = {}
    for parameter in found:
        rows.setdefault(parameter.name, parameter)
    seen: set[tuple[bool, str]] = set()
    styled = styled_in(page, Location.QUERY)
    named = _of_named_types(page)
    for target in targets(page):
        if named - {pair.name for pair in target.pairs()}:
            # The table of another page may say that these are the properties of an object.
            continue
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
            # A table in another layout need not list all, but a slip is one.
            is_known = page.is_in_own_layout or name in query_parameters(page)
            if not is_known and not likely_meant(pair.name, rows):
                continue
            if (target.of_sample, name) not in seen:
                seen.add((target.of_sample, name))
                yield _unknown_parameter(page, target, pair, rows)


def _unknown_parameter(
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


def _of_named_types(page: OperationPage) -> set[str]:
    """Return the query parameters whose properties, on another page, are parameters themselves."""
    rows = own_parameters(page.operation, Location.QUERY)
    return {row.name for row, schema in rows if schema.reference and not _is_nested(row)}


def _is_nested(row: Parameter) -> bool:
    """Tell whether a style is stated by which the name of an object stays: `size[min]=2`."""
    how = stated_style(row)
    return how is not None and not (how.style is Style.FORM and how.explode)


@Example("| $select | string | The", "| $select | string | **Required** The")
@operation_rule(
    code="CS321",
    name="query-parameter-missing",
    summary="A sample request lacks a query parameter that is required.",
    cause="A reader who copies the example is refused.",
    hint="Add it to the request line of the example.",
    superseded_by=("repeated-section",),
    superseded_at_source_by=(
        "required-and-optional",
        "parameter-in-wrong-table",
        "misspelt-required-mark",
    ),
    subject=Subject.QUERIES,
)
def _missing_query_parameters(page: OperationPage) -> Iterator[Diagnostic]:
    """Report required query parameters that a sample request lacks."""
    required = [p for p, _ in own_parameters(page.operation, Location.QUERY) if p.required]
    styled = styled_in(page, Location.QUERY)
    named = _of_named_types(page)
    known = {row.name for row in page.operation.parameters_in(Location.QUERY)}
    for target in targets(page):
        if not target.of_sample:
            continue
        # The properties of an object may stand for it.
        is_open = any(pair.name not in known for pair in target.pairs())
        sent = {pair.name.lower() for pair in target.pairs()}
        sent |= {name.lower() for name in styled.names_in(target)}
        for parameter in required:
            # Another rule reports misspelt parameters.
            name = parameter.name.lower()
            if is_open and parameter.name in named:
                continue
            if name not in sent and likely_meant(name, sent) is None:
                length = len(target.path) + len(target.query or "") + (target.query is not None)
                yield Diagnostic(
                    place_in(page, target.line, target.column, length),
                    f"The sample request lacks the required parameter {code(parameter.name)}.",
                    related=(typed_row(page, parameter),),
                )


_LOCAL_DATE = re.compile(
    r"\d{1,4}[/.]\d{1,2}[/.]\d{1,4}(?:[ T]\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp][Mm])?)?"
)


@Example(
    "Parcel/7?notify=true\n```\n\n## Request Headers",
    "Parcel/7?notify=maybe\n```\n\n## Request Headers",
)
@operation_rule(
    code="CS322",
    name="query-parameter-type",
    in_any_layout=True,
    severity=Severity.ERROR,
    summary="A query parameter of a request on the page is not of its documented type.",
    cause="The type in the table says what the server takes; the example shows something else.",
    hint="Correct the value, or the type in the table.",
    superseded_at_source_by=("unknown-type", "enumeration-values", "parameter-documented-twice"),
    subject=Subject.QUERIES,
    superseded_by=("route-query",),
)
def _mismatched_query_values(page: OperationPage) -> Iterator[Diagnostic]:
    """Report query values that are not of their documented type, except local dates."""
    seen: set[tuple[str, str]] = set()
    for target, pair, parameter, found in _mismatches_of_value(page, local_dates=False):
        # A generator that writes one text for every object is one fault.
        cause = (pair.value, found.expected)
        if cause not in seen:
            seen.add(cause)
            yield _wrong_value(page, target, pair, parameter, found)
    yield from _repeated_values(page)
    yield from wrong_queries(page)


def _repeated_values(page: OperationPage) -> Iterator[Diagnostic]:
    """Report parameters that a query has twice, though their type allows one value."""
    single = {
        name: row
        for name, row in query_parameters(page).items()
        if shape_of(row.schema) is Shape.TEXT
    }
    for target in targets(page):
        seen: set[str] = set()
        reported: set[str] = set()
        for pair in target.pairs():
            name = pair.name.lower()
            if name in single and name in seen and name not in reported:
                reported.add(name)
                length = pair.value_column + pair.value_length - pair.name_column
                yield Diagnostic(
                    place_in(page, target.line, pair.name_column, length),
                    f"The query parameter {code(pair.name)} is repeated in the example; expected "
                    "is one value.",
                    related=(typed_row(page, single[name]),),
                )
            seen.add(name)


@Example(
    "| $select | string | The properties that are wanted, separated by commas. |\n"
    "\n"
    "```http\n"
    "PUT /api/v1/Depot/north/Parcel/7?notify=true",
    "| since | date-time | Refuses the change of a parcel that is newer. |\n"
    "\n"
    "```http\n"
    "PUT /api/v1/Depot/north/Parcel/7?since=03/14/2026 09:26:53",
)
@operation_rule(
    code="CS323",
    name="query-local-date",
    summary="A date in a query is written as people of some country write it.",
    cause=(
        "Which number is the month depends on the reader; `date-time` is that of RFC 3339. "
        "Generators that print a date in the format of their machine write it so."
    ),
    hint="Write it as `2026-03-14T09:26:53Z`.",
    subject=Subject.QUERIES,
)
def _local_dates(page: OperationPage) -> Iterator[Diagnostic]:
    """Report the first date in a query that is written in a local notation."""
    for target, pair, parameter, found in _mismatches_of_value(page, local_dates=True):
        yield _wrong_value(page, target, pair, parameter, found)
        return


def _mismatches_of_value(
    page: OperationPage, *, local_dates: bool
) -> Iterator[tuple[Target, QueryPair, Parameter, NodeMismatch]]:
    of_styles = {name.lower() for name in styled_in(page, Location.QUERY).parameters}
    documented = {
        name: row
        for name, row in query_parameters(page).items()
        if name not in of_styles and (_is_date(row) or not local_dates)
    }
    for target in targets(page):
        for parameter, pairs in _sent_values(target, documented):
            found = text_mismatch([pair.value for pair in pairs], parameter.schema)
            if found is None:
                continue
            pair = pairs[found[0]]
            is_local = _is_date(parameter) and _LOCAL_DATE.fullmatch(pair.value) is not None
            if is_local is local_dates:
                yield target, pair, parameter, found[1]


def _is_date(parameter: Parameter) -> bool:
    return parameter.schema.format in ("date", "date-time")


def _sent_values(
    target: Target, documented: Mapping[str, Parameter]
) -> Iterator[tuple[Parameter, list[QueryPair]]]:
    """Yield the parameters of a query with their values; an array may have several."""
    arrays: dict[str, list[QueryPair]] = {}
    for pair in target.pairs():
        parameter = documented.get(pair.name.lower())
        if parameter is None or target.is_dummy(pair):
            continue
        if parameter.schema.type == "array":
            arrays.setdefault(parameter.name.lower(), []).append(pair)
        else:
            yield parameter, [pair]
    yield from ((documented[name], pairs) for name, pairs in arrays.items())


def _wrong_value(
    page: OperationPage, target: Target, pair: QueryPair, parameter: Parameter, found: NodeMismatch
) -> Diagnostic:
    shown = code(pair.value) if pair.value else "empty"
    column, length = pair.value_column, pair.value_length
    if not pair.is_given:
        column, length = pair.name_column, pair.value_column - pair.name_column
    return Diagnostic(
        place_in(page, target.line, column, length),
        f"The query parameter {code(pair.name)} is {shown} in the example; expected is "
        f"{found.expected}.",
        related=(typed_row(page, parameter),),
        fix=_enumeration_fix(target, pair, found.remedy),
    )


def _enumeration_fix(target: Target, pair: QueryPair, remedy: str | None) -> tuple[Edit, ...]:
    if remedy is None or not remedy.startswith('"') or not pair.is_given:
        return ()
    end = pair.value_column + pair.value_length
    return (Edit(target.line, pair.value_column, target.line, end, remedy.strip('"')),)
