"""Examples of parameters that are written by a style: whether they are, and what their values are.

A value is held against its schema as the style gives it: `?size[min]=1` is an object.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from callsheet.checks.examples import code
from callsheet.checks.mismatches import misfits, node_of
from callsheet.checks.page import OperationPage
from callsheet.checks.queries import Target, is_dummy, path_values, place_in, targets
from callsheet.checks.rule import Hit
from callsheet.findings import Related
from callsheet.http.parameter_styles import Miss, Pairs, Texts
from callsheet.model import Location, StyledParameter, Styles
from callsheet.schema.texts import flat, value_of_texts

_KEPT = "_styled"


def styled_in(page: OperationPage, location: Location) -> Sequence[StyledParameter]:
    """Return the parameters of a place that are written by a style."""
    kept: list[StyledParameter] | None = vars(page).get(_KEPT)
    if kept is None:
        styles = Styles(page.operation)
        found = (
            StyledParameter.of(row, styles, flat(row.schema, {}))
            for row in page.operation.parameters
        )
        kept = vars(page)[_KEPT] = [each for each in found if each]
    return [each for each in kept if each.location is location]


def names_of_styles(
    styled: Sequence[StyledParameter], target: Target, documented: Collection[str]
) -> set[str]:
    """Return the names in a query that belong to parameters which are written by a style.

    Args:
        styled: The parameters.
        target: The target with the query.
        documented: The names of all parameters of the query, in lower case.
    """
    names = {pair.name for pair in target.pairs()}
    return {name for each in styled for name in each.own(names, documented)}


def wrong_queries(page: OperationPage) -> Iterator[Hit]:
    """Query parameters that are not written by their style, or are not of their type."""
    styled = styled_in(page, Location.QUERY)
    documented = {row.name.lower() for row in page.operation.parameters_in(Location.QUERY)}
    for target in targets(page) if styled else ():
        for each in styled:
            names = each.own({pair.name for pair in target.pairs()}, documented)
            own = [pair for pair in target.pairs() if pair.name in names]
            if not own or any(is_dummy(pair.value) for pair in own):
                continue
            found = each.in_pairs([(pair.name, pair.raw) for pair in own], documented)
            if wrong := _wrong(each, found):
                first = own[0]
                length = first.value_column + first.value_length - first.name_column
                shown = "&".join(f"{pair.name}={pair.value}" for pair in own)
                yield Hit(
                    place_in(page, target.line, first.name_column, length),
                    f"The query parameter {code(each.row.name)} is {code(shown)} in the example; "
                    f"expected is {wrong}.",
                    related=(_row(page, each),),
                )


def wrong_paths(page: OperationPage) -> Iterator[Hit]:
    """Path parameters that are not written by their style, or are not of their type."""
    styled = {each.row.name.lower(): each for each in styled_in(page, Location.PATH)}
    for target in targets(page) if styled else ():
        for name, value, column in path_values(page, target):
            each = styled.get(name.lower())
            if each is None or is_dummy(value):
                continue
            if wrong := _wrong(each, each.in_text(value)):
                yield Hit(
                    place_in(page, target.line, column, len(value)),
                    f"The path parameter {code(name)} is {code(value)} in the example; expected is "
                    f"{wrong}.",
                    related=(_row(page, each),),
                )


def wrong_field(each: StyledParameter, text: str) -> str:
    """Return what belongs in the place of the value of a header field; empty where it fits."""
    return _wrong(each, each.in_text(text))


def wrong_cookies(each: StyledParameter, pairs: Pairs, documented: Collection[str]) -> str:
    """Return what belongs in the place of cookies; empty where they fit, or are not there."""
    return _wrong(each, each.in_pairs(pairs, documented))


def _wrong(each: StyledParameter, read: Texts | Miss) -> str:
    """What belongs in the place of a value; empty where it fits."""
    if read is Miss.ABSENT:
        return ""
    if read is Miss.MALFORMED:
        return each.wanted
    schema = each.schema
    # What is within a named type, the table of another page says.
    if schema.reference:
        return ""
    found = next(misfits(node_of(value_of_texts(read, schema)), schema), None)
    if found is None:
        return ""
    return f"{found.expected} in `{found.path}`" if found.path else found.expected


def _row(page: OperationPage, each: StyledParameter) -> Related:
    row = each.row
    kind = f", `{row.type.written}`" if row.type else ""
    return page.related(row.span.start, f"the row of `{row.name}`{kind}")
