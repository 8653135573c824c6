"""What is said of paths and queries of the requests on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from callsheet.checks.model.examples import code
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.queries import (
    Pair,
    Target,
    is_dummy,
    path_values,
    place_in,
    query_parameters,
    targets,
)
from callsheet.checks.parsing.mismatches import Misfit, text_misfit
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Hit
from callsheet.checks.rules.headers import credentials
from callsheet.checks.rules.parameters.styled_values import styled_in, wrong_paths, wrong_queries
from callsheet.findings import Edit, Related
from callsheet.model import Location, Parameter
from callsheet.model.contents import own_parameters

_LOCAL_DATE = re.compile(
    r"\d{1,4}[/.]\d{1,2}[/.]\d{1,4}(?:[ T]\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp][Mm])?)?"
)


def unknown_parameters(page: OperationPage) -> Iterator[Hit]:
    """Query parameters that the table lacks."""
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


def _unknown(page: OperationPage, target: Target, pair: Pair, rows: Mapping[str, Parameter]) -> Hit:
    place = place_in(page, target.line, pair.name_column, len(pair.name))
    other = query_parameters(page).get(pair.name.lower())
    meant = other.name if other else likely_meant(pair.name, rows)
    where = "sample request" if target.of_sample else "query example"
    message = f"The query parameter {code(pair.name)} of the {where} is not documented."
    related: tuple[Related, ...] = ()
    if meant:
        related = (page.related(rows[meant].span.start, f"the row of `{meant}`"),)
        return Hit(place, message, f"Did you mean `{meant}`?", related)
    if rows:
        first = next(iter(rows.values()))
        related = (page.related(first.span.start, "the table begins here"),)
    return Hit(place, message, related=related)


def _is_part(name: str, documented: object) -> bool:
    """Whether it is a part of a documented one, as `filter[name]` or `address.city`."""
    stem = re.split(r"[.\[]", name)[0]
    return stem != name and isinstance(documented, dict) and stem in documented


def missing_parameters(page: OperationPage) -> Iterator[Hit]:
    """Required query parameters that a sample request lacks."""
    required = [p for p, _ in own_parameters(page.operation, Location.QUERY) if p.required]
    styled = styled_in(page, Location.QUERY)
    for target in targets(page):
        if not target.of_sample:
            continue
        sent = {pair.name.lower() for pair in target.pairs()}
        sent |= {name.lower() for name in styled.names_in(target)}
        for parameter in required:
            # One that is misspelt, there or in the table, is found as that.
            name = parameter.name.lower()
            if name not in sent and likely_meant(name, sent) is None:
                length = len(target.path) + len(target.query or "") + (target.query is not None)
                yield Hit(
                    place_in(page, target.line, target.column, length),
                    f"The sample request lacks the required parameter {code(parameter.name)}.",
                    related=(_row(page, parameter),),
                )


def wrong_values(page: OperationPage) -> Iterator[Hit]:
    """Query values that are not of their documented type, local dates aside."""
    seen: set[tuple[str, str]] = set()
    for target, pair, parameter, found in _misfits(page, local_dates=False):
        # A generator that writes one text for every object is one cause.
        cause = (pair.value, found.expected)
        if cause not in seen:
            seen.add(cause)
            yield _wrong(page, target, pair, parameter, found)
    yield from wrong_queries(page)


def local_dates(page: OperationPage) -> Iterator[Hit]:
    """The first date in a query that is written as people of some country write dates."""
    for target, pair, parameter, found in _misfits(page, local_dates=True):
        yield _wrong(page, target, pair, parameter, found)
        return


def _misfits(
    page: OperationPage, *, local_dates: bool
) -> Iterator[tuple[Target, Pair, Parameter, Misfit]]:
    of_styles = {name.lower() for name in styled_in(page, Location.QUERY).parameters}
    documented = {
        name: row
        for name, row in query_parameters(page).items()
        if name not in of_styles and (_is_date(row) or not local_dates)
    }
    for target in targets(page):
        for parameter, pairs in _sent(target, documented):
            found = text_misfit([pair.value for pair in pairs], parameter.schema)
            if found is None:
                continue
            pair = pairs[found[0]]
            is_local = _is_date(parameter) and _LOCAL_DATE.fullmatch(pair.value) is not None
            if is_local is local_dates:
                yield target, pair, parameter, found[1]


def _is_date(parameter: Parameter) -> bool:
    return parameter.schema.format in ("date", "date-time")


def _sent(
    target: Target, documented: Mapping[str, Parameter]
) -> Iterator[tuple[Parameter, list[Pair]]]:
    """The parameters of a query with their values: those of an array belong together."""
    arrays: dict[str, list[Pair]] = {}
    for pair in target.pairs():
        parameter = documented.get(pair.name.lower())
        is_empty = pair.is_given and not pair.value
        if parameter is None or (is_dummy(pair.value) and not is_empty):
            continue
        if parameter.schema.type == "array":
            arrays.setdefault(parameter.name.lower(), []).append(pair)
        else:
            yield parameter, [pair]
    yield from ((documented[name], pairs) for name, pairs in arrays.items())


def _wrong(
    page: OperationPage, target: Target, pair: Pair, parameter: Parameter, found: Misfit
) -> Hit:
    shown = code(pair.value) if pair.value else "empty"
    return Hit(
        place_in(page, target.line, pair.value_column, pair.value_length),
        f"The query parameter {code(pair.name)} is {shown} in the example; expected is "
        f"{found.expected}.",
        related=(_row(page, parameter),),
        fix=_enumeration_fix(target, pair, found.remedy),
    )


def _enumeration_fix(target: Target, pair: Pair, remedy: str | None) -> tuple[Edit, ...]:
    if remedy is None or not remedy.startswith('"'):
        return ()
    end = pair.value_column + pair.value_length
    return (Edit(target.line, pair.value_column, target.line, end, remedy.strip('"')),)


def wrong_path_values(page: OperationPage) -> Iterator[Hit]:
    """Path values that are not of their documented type."""
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
            # A slash or a space stands in a path as its code (RFC 3986, 2.1).
            plain = unquote(value)
            if found := text_misfit([plain], parameter.schema):
                yield Hit(
                    place_in(page, target.line, column, len(value)),
                    f"The path parameter {code(name)} is {code(plain)} in the example; expected is "
                    f"{found[1].expected}.",
                    related=(_row(page, parameter),),
                )


def _row(page: OperationPage, parameter: Parameter) -> Related:
    kind = f", `{parameter.type.written}`" if parameter.type else ""
    return page.related(parameter.span.start, f"the row of `{parameter.name}`{kind}")
