"""Numbers in a path that nothing on the reference server has."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import chain

from callsheet.memo import cached_by_identity
from callsheet.model import Location, Operation
from callsheet.samples.request.choices import NO_OVERRIDES
from callsheet.samples.request.defaults import EVALUATOR, MISSING_NUMBER, SEEDED
from callsheet.samples.request.values import pick_values
from callsheet.schema import Schema
from callsheet.schema.ranges import multiples, step_of
from callsheet.schema.texts import value_of_text


@cached_by_identity(4096)
def missing_in_path(operation: Operation) -> tuple[str, int] | None:
    """Choose a path parameter and a number for it that fits its row and that nothing has.

    The program for 404 sends it, and the reference server refuses it.

    Returns:
        The last path parameter that has such a number, and the number; None where there is none:
        all numbers that fit may exist, or the path has no numbers.
    """
    rows = {row.name: row for row in operation.parameters_in(Location.PATH)}
    for name in reversed(operation.route.parameters):
        if name in rows and rows[name].schema.type == "integer":
            schema = rows[name].schema
            number = missing_number(schema, _shown(operation, name, schema))
            if number is not None:
                return name, number
    return None


def missing_number(schema: Schema, shown: AbstractSet[object] = frozenset()) -> int | None:
    """Return a number that fits a schema and that nothing has; None where there is none.

    Args:
        schema: A schema of integers.
        shown: Values that exist besides the first members of collections.
    """
    taken = {*range(SEEDED + 1), *shown}
    step = int(step_of(schema))
    low, high = multiples(schema)
    start = MISSING_NUMBER // step
    start = start if high is None else min(start, high)
    start = start if low is None else max(start, low)
    count = len(taken)
    for times in chain(range(start, start - count - 1, -1), range(start + 1, start + count + 1)):
        if times * step not in taken and EVALUATOR.fits(times * step, schema):
            return times * step
    return None


def _shown(operation: Operation, name: str, schema: Schema) -> set[object]:
    """Return the values of a path parameter that the page shows or its program sends."""
    targets = [request.target for request in operation.example_requests]
    targets += [text.markdown.partition(" ")[2] for text in operation.query_examples]
    found = [operation.route.match(target).get(name) for target in targets]
    found.append(str(pick_values(operation, NO_OVERRIDES).path.get(name)))
    return {value_of_text(text, schema) for text in found if text is not None}
