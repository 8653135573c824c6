"""Which programs a catalog has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from callsheet.model import Operation
from callsheet.run.model import Program
from callsheet.samples import Overrides, outcome_sample, outcomes_of, python_sample
from callsheet.samples.choices import NO_OVERRIDES

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing (RFC 9110, 9.2.1)."""

DEFAULT_STATUS = 200
"""What is expected where a page documents no success."""


def programs_of(
    operations: Iterable[Operation], site: Overrides = NO_OVERRIDES
) -> Iterator[Program]:
    """The Python programs of operations: one for success, one for each other documented status.

    Args:
        operations: The operations.
        site: What the site's configuration chooses for all samples.
    """
    for operation in operations:
        status = operation.success.code if operation.success else DEFAULT_STATUS
        yield Program(operation, status, python_sample(operation, site))
        for outcome in outcomes_of(operation, site):
            sample = outcome_sample(operation, outcome)
            yield Program(operation, outcome.status.code, sample, simulated=outcome.simulated)


def select(programs: Iterable[Program], expression: str) -> Iterator[Program]:
    """The programs that a selection names.

    Args:
        programs: The programs.
        expression: Words, each of which must be part of the name, the method and route, or the
            page's path, whatever their case; one behind `not` must be part of none.
    """
    words = [word for word in expression.lower().split() if word != "and"]
    excluded = {word for before, word in pairwise(words) if before == "not"}
    wanted = {word for word in words if word != "not"} - excluded
    for program in programs:
        operation = program.operation
        text = f"{program.name} {operation.method} {operation.route.template} {operation.path}"
        text = text.lower()
        if all(word in text for word in wanted) and not any(word in text for word in excluded):
            yield program
