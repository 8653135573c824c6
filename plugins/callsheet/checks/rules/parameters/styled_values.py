"""Examples of parameters that are written by a style: whether they are, and what their values are.

A value is held against its schema as the style gives it: `?size[min]=1` is an object.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from callsheet.checks.model.examples import code
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.queries import Pair, Target, is_dummy, path_values, place_in, targets
from callsheet.checks.parsing.mismatches import misfits, node_of
from callsheet.checks.rule import Hit
from callsheet.findings import Related
from callsheet.http.parameter_styles import Miss, Pairs, Texts
from callsheet.model import Location, Owners, Parameter, StyledParameter, Styles
from callsheet.model.contents import own_parameters
from callsheet.schema import Direction, Evaluator, Schema
from callsheet.schema.pointers import unescape
from callsheet.schema.texts import flat, value_of_texts

_KEPT = "_styled"
_EVALUATOR = Evaluator(direction=Direction.REQUEST)


@dataclass(frozen=True)
class StyledPlace:
    """The parameters of a place that are written by a style.

    Attributes:
        parameters: They, by name.
        owners: Tells which pairs are theirs.
    """

    parameters: Mapping[str, StyledParameter]
    owners: Owners

    def names_in(self, target: Target) -> dict[str, set[str]]:
        """The names of their pairs in a target, by the name of the parameter."""
        if not self.parameters:
            return {}
        pairs = [(pair.name, pair.raw) for pair in target.pairs()]
        return {name: {key for key, _ in own} for name, own in self.owners.split(pairs).items()}


def styled_in(page: OperationPage, location: Location) -> StyledPlace:
    """Return the parameters of a place that are written by a style."""
    kept: dict[Location, StyledPlace] | None = vars(page).get(_KEPT)
    if kept is None:
        styles = Styles(page.operation)
        kept = vars(page)[_KEPT] = {
            place: _of(own_parameters(page.operation, place), styles) for place in Location
        }
    return kept[location]


def _of(rows: Sequence[tuple[Parameter, Schema]], styles: Styles) -> StyledPlace:
    found: dict[str, StyledParameter] = {}
    for row, schema in rows:
        if each := StyledParameter.of(row, styles, flat(schema, {})):
            found.setdefault(row.name, each)
    return StyledPlace(found, Owners(found.values(), (row.name for row, _ in rows)))


def wrong_queries(page: OperationPage) -> Iterator[Hit]:
    """Query parameters that are not written by their style, or are not of their type."""
    styled = styled_in(page, Location.QUERY)
    for target in targets(page) if styled.parameters else ():
        own: dict[str, list[Pair]] = {}
        owner = {key: name for name, keys in styled.names_in(target).items() for key in keys}
        for pair in target.pairs():
            if name := owner.get(pair.name):
                own.setdefault(name, []).append(pair)
        for name, pairs in own.items():
            if not any(is_dummy(pair.value) for pair in pairs):
                yield from _of_query(page, target, styled.parameters[name], pairs)


def _of_query(
    page: OperationPage, target: Target, each: StyledParameter, pairs: Sequence[Pair]
) -> Iterator[Hit]:
    if wrong := _wrong(each, each.in_pairs([(pair.name, pair.raw) for pair in pairs])):
        first = pairs[0]
        length = first.value_column + first.value_length - first.name_column
        shown = "&".join(f"{pair.name}={pair.value}" for pair in pairs)
        yield Hit(
            place_in(page, target.line, first.name_column, length),
            f"The query parameter {code(each.row.name)} is {code(shown)} in the example; expected "
            f"is {wrong}.",
            related=(_row(page, each),),
        )


def wrong_paths(page: OperationPage) -> Iterator[Hit]:
    """Path parameters that are not written by their style, or are not of their type."""
    found = styled_in(page, Location.PATH).parameters
    styled = {name.lower(): each for name, each in found.items()}
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


def wrong_cookies(each: StyledParameter, own: Pairs) -> str:
    """Return what belongs in the place of cookies; empty where they fit, or are not there."""
    return _wrong(each, each.in_pairs(own, unquote))


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
    value = value_of_texts(read, schema)
    found = next(misfits(node_of(value), schema), None)
    if found is None:
        # What is missing has no place, but the parameter as a whole has one.
        missing = (m for m in _EVALUATOR.mismatches(value, schema) if m.keyword == "required")
        names = [mismatch.pointer.rpartition("/")[2] for mismatch in missing]
        return f"an object with {code(unescape(names[0]))}" if names else ""
    return f"{found.expected} in `{found.path}`" if found.path else found.expected


def _row(page: OperationPage, each: StyledParameter) -> Related:
    row = each.row
    kind = f", `{row.type.written}`" if row.type else ""
    return page.related(row.span.start, f"the row of `{row.name}`{kind}")
