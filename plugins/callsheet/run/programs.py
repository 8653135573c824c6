"""The programs of a catalog, and their selection."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from http import HTTPStatus
from itertools import pairwise

from callsheet.errors import ConfigurationError
from callsheet.model import ExampleRequest, Operation
from callsheet.model.operation import resolved
from callsheet.run.model import Program
from callsheet.samples import (
    Language,
    Overrides,
    further_samples_of,
    languages_of,
    name_apart,
    outcome_sample,
    outcomes_of,
)
from callsheet.samples.request.choices import NO_OVERRIDES

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing (RFC 9110, 9.2.1)."""

DEFAULT_STATUS = 200
"""The status that is expected where a page documents neither a success nor a redirection."""

RUNNABLE: dict[str, list[str] | None] = {"python": None, "curl": ["sh"], "javascript": ["node"]}
"""The commands that run the programs of a language; None for Python, which runs in a worker."""


def programs_of(
    operations: Iterable[Operation],
    site: Overrides = NO_OVERRIDES,
    languages: Iterable[str] = ("python",),
) -> Iterator[Program]:
    """Yield the programs of operations: one in each language for each media type and example.

    Python has one for each other documented status, too. An example that is refused runs in Python
    alone, where the program expects the refusal.

    Args:
        operations: The operations.
        site: The choices of the site's configuration, for all samples.
        languages: The keys of the languages.

    Raises:
        ConfigurationError: There is no such language, or its programs cannot be run here.
    """
    wanted = languages_of(languages)
    for language in wanted:
        if language.key not in RUNNABLE:
            raise ConfigurationError(
                f"Samples in {language.label} are not run; those in {', '.join(RUNNABLE)} are."
            )
    programs = [p for operation in resolved(operations) for p in _programs(operation, wanted, site)]
    for program, sample in zip(programs, name_apart(p.sample for p in programs), strict=True):
        yield replace(program, sample=sample)


def _programs(
    operation: Operation, languages: Sequence[Language], site: Overrides
) -> Iterator[Program]:
    ordinary = operation.ordinary_status
    success = ordinary.code if ordinary else DEFAULT_STATUS
    for number, language in enumerate(languages):
        sample = language.sample(operation, site)
        yield Program(operation, success, sample, language.key, first=number == 0)
        if language.key == "python":
            yield from _outcomes(operation, site)
    # A server answers the same request alike, whatever further examples show.
    statuses = {_said(example): success for example in operation.example_requests[:1]}
    for further in further_samples_of(operation, languages, site):
        status = further.variant.status or success
        if example := further.variant.example:
            status = statuses.setdefault(_said(example), status)
        for language, sample in zip(languages, further.samples, strict=True):
            if status < HTTPStatus.BAD_REQUEST or language.key == "python":
                yield Program(operation, status, sample, language.key)


def _said(example: ExampleRequest) -> tuple[str, str]:
    """Return what a sample request says; names of examples are not sent."""
    return example.target, example.body.strip()


def _outcomes(operation: Operation, site: Overrides) -> Iterator[Program]:
    for outcome in outcomes_of(operation, site):
        sample = outcome_sample(operation, outcome)
        yield Program(operation, outcome.status.code, sample, simulated=outcome.simulated)


def select(programs: Iterable[Program], *expressions: str) -> Iterator[Program]:
    """Yield the programs that match a selection.

    Args:
        programs: The programs.
        expressions: Each has words that must all occur in the name, the method and route, or the
            page's path, in any case; a word after `not` must not occur. A program has to match one
            of the expressions, if there are any.
    """
    for program in programs:
        operation = program.operation
        text = f"{program.name} {operation.method} {operation.route.template} {operation.path}"
        if is_selected(text, expressions):
            yield program


def is_selected(text: str, expressions: Sequence[str]) -> bool:
    """Tell whether one of some expressions selects a text, as all do if there are none."""
    text = text.lower()
    choices = map(_words_of, expressions)
    return not expressions or any(
        all(word in text for word in wanted) and not any(word in text for word in excluded)
        for wanted, excluded in choices
    )


@cache
def _words_of(expression: str) -> tuple[set[str], set[str]]:
    """Return the words of an expression that must occur, and those that must not."""
    words = [word for word in expression.lower().split() if word != "and"]
    excluded = {word for before, word in pairwise(words) if before == "not"}
    return {word for word in words if word != "not"} - excluded, excluded
