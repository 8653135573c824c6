"""The variations of an operation: for each thing that its page documents, requests that show it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from callsheet.model import Location, Parameter
from callsheet.run.variations.bodies import body_variations
from callsheet.run.variations.changes import with_parameter
from callsheet.run.variations.ground import Ground
from callsheet.run.variations.headers import answer_variations, header_probes, is_locale
from callsheet.run.variations.judges import (
    Judge,
    accepted,
    at_most,
    different,
    first_property,
    of_no_data,
    of_no_list,
    of_no_property,
    only_selected,
    ordering_property,
)
from callsheet.run.variations.model import PROVED, REQUIRED, VALUES, Probe, Variation
from callsheet.samples.request.defaults import Scalar, scalar_by_schema
from callsheet.schema.texts import value_of_text
from callsheet.server.engine.responses.formats import FORMAT
from callsheet.server.resources.identity import plain
from callsheet.server.resources.listing import LIMITS, OFFSETS
from callsheet.server.resources.odata import SELECT

MAX_PROBES = 5_000
"""Requests for one operation; what is documented beyond them is not varied, with this reason."""

MAX_VALUES = 100
"""Allowed values of one parameter that are sent."""

TOO_MANY = f"The operation has more than {MAX_PROBES:,} variations, the limit."
_TEXTS = ("callsheet", "-1.5", "x y", "")
"""Texts of which most types do not allow at least one."""

_FILTERS = ("$filter",)
_FORMATS = ("xml", "json")
_ORDERS = ("$orderby", "sort", "sortby", "orderby", "ordering")


def variations_of(ground: Ground) -> Iterator[Variation]:
    """Yield the variations of an operation, within `MAX_PROBES` requests."""
    left = MAX_PROBES
    for variation in _all(ground):
        left -= len(variation.probes)
        yield variation if left >= 0 else Variation(variation.subject, (), TOO_MANY)


def _all(ground: Ground) -> Iterator[Variation]:
    for row in ground.operation.parameters:
        yield from _of_parameter(ground, row)
    yield from answer_variations(ground)
    yield from body_variations(ground)


def _of_parameter(ground: Ground, row: Parameter) -> Iterator[Variation]:
    what, line = f"{row.location} {row.name}", row.span.start
    proved = ground.variation(PROVED, what, line, list(_probes(ground, row)))
    yield replace(proved, unseen=_unseen(ground, row))
    for literal in islice(row.schema.enum or (), MAX_VALUES):
        value = _scalar(literal.value)
        judge = accepted(f"the documented value `{value}`")
        probes = [*_probe(ground, row, value, judge)]
        yield ground.variation(VALUES, f"{what}={value}", line, probes)
    # A path without one of its parameters is another path.
    if row.required and row.location is not Location.PATH:
        judge = ground.refusal(f"a request without `{row.name}`")
        yield ground.variation(REQUIRED, what, line, [*_probe(ground, row, None, judge)])


def _probes(ground: Ground, row: Parameter) -> Iterator[Probe]:
    if row.location is Location.HEADER and (found := header_probes(ground, row)):
        yield from found
        return
    if row.location is Location.QUERY:
        yield from _of_list(ground, row)
    yield from _wrong(ground, row)
    yield from _other(ground, row)


def _probe(ground: Ground, row: Parameter, value: Scalar | None, judge: Judge) -> Iterator[Probe]:
    request = with_parameter(ground.usual, row, value)
    # Another value in a path may be the route of another operation.
    if request and (row.location is not Location.PATH or ground.owns(request)):
        yield Probe(request, judge)


def _unseen(ground: Ground, row: Parameter) -> str:
    """Return why a parameter whose name tells what it means cannot show in the usual answer."""
    name = row.name.lower()
    if row.location is Location.HEADER:
        return of_no_data(ground.before) if is_locale(row) else ""
    if row.location is not Location.QUERY:
        return ""
    if name in (*_FILTERS, *_ORDERS) or plain(name) in (*LIMITS, *OFFSETS):
        return of_no_list(ground.before)
    return of_no_property(ground.before) if name == SELECT else ""


def _of_list(ground: Ground, row: Parameter) -> Iterator[Probe]:
    """Yield the probes of parameters that choose a part of an answer, which their names tell."""
    name = row.name.lower()
    if name == SELECT and (chosen := first_property(ground.before)):
        yield from _probe(ground, row, chosen, only_selected(chosen))
        yield from _probe(ground, row, "callsheet", different)
    elif plain(name) in LIMITS and row.schema.type == "integer":
        yield from _probe(ground, row, 1, at_most(1))
    elif plain(name) in OFFSETS and row.schema.type == "integer":
        yield from _probe(ground, row, 1, different)
    elif name == FORMAT:
        for text in _FORMATS:
            yield from _probe(ground, row, text, different)
    elif name in _FILTERS and (chosen := first_property(ground.before)):
        yield from _probe(ground, row, f"{chosen} eq 'callsheet'", different)
    elif name in _ORDERS and (chosen := ordering_property(ground.before)):
        for direction in ("desc", "asc"):
            yield from _probe(ground, row, f"{chosen} {direction}", different)


def _wrong(ground: Ground, row: Parameter) -> Iterator[Probe]:
    """Yield the probe with a value that the row does not allow."""
    for text in _TEXTS:
        if ground.evaluator.mismatches(value_of_text(text, row.schema), row.schema, 1):
            kind = row.type.written if row.type else "another value"
            judge = ground.refusal(f"`{text}` for `{row.name}`, which is documented as {kind}")
            found = [*_probe(ground, row, text, judge)]
            yield from found
            if found:
                return


def _other(ground: Ground, row: Parameter) -> Iterator[Probe]:
    """Yield the probes with other values that the row allows, and with none."""
    values = [_scalar(literal.value) for literal in (row.schema.enum or ())[:3]]
    values += [scalar_by_schema(row.schema), "callsheet", 2**31 - 1]
    for value in dict.fromkeys(values):
        if not ground.evaluator.mismatches(value_of_text(str(value), row.schema), row.schema, 1):
            yield from _probe(ground, row, value, different)
    if row.location is Location.PATH:
        judge = ground.refusal(f"an empty `{row.name}`", must=False)
        yield from _probe(ground, row, "", judge)
    if row.location is Location.HEADER:
        judge = ground.refusal(f"`invalid` for `{row.name}`", must=False, credentials=True)
        yield from _probe(ground, row, "invalid", judge)


def _scalar(value: object) -> Scalar:
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, str | int | float) else str(value)
