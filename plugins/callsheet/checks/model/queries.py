"""Targets of requests on a page: sample requests, and the example URLs of the query table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote_plus

from callsheet.checks.model.cached import cached_in_owner
from callsheet.checks.model.page import OperationPage, Place
from callsheet.model import Location, Parameter, values_pattern
from callsheet.source.messages import REQUEST_LINE

# Possessive up to the first bracket of a line, which keeps the time linear: any closing bracket
# that counts comes after it.
_DUMMY = re.compile(r"^[^{<\[\n]*+[{<\[].*[}>\]]|\.\.\.|\u2026", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class QueryPair:
    """Decoded `name=value` of a query, with the columns of both in its line.

    `raw` is the value as written, and `is_given` tells whether there is an equals sign.
    """

    name: str
    value: str
    name_column: int
    value_column: int
    value_length: int
    raw: str
    is_given: bool = True


@dataclass(frozen=True, slots=True)
class Target:
    """A path with its query in a line of a page.

    Attributes:
        line: The line.
        column: The column of its first character.
        path: The path.
        query: What follows the question mark; None without one.
        of_sample: Whether it is of a sample request, not of a line below the query table.
    """

    line: int
    column: int
    path: str
    query: str | None
    of_sample: bool

    def pairs(self) -> Iterator[QueryPair]:
        """Yield the parameters of the query."""
        column = self.column + len(self.path) + 1
        for part in (self.query or "").split("&"):
            name, equals, value = part.partition("=")
            if part.strip():
                start = column + len(name) + len(equals)
                raw = value.strip()
                plain, length = unquote_plus(name.strip()), len(value.rstrip())
                yield QueryPair(plain, unquote_plus(raw), column, start, length, raw, bool(equals))
            column += len(part) + 1


@cached_in_owner
def targets(page: OperationPage) -> tuple[Target, ...]:
    """Return the targets on a page, in the order of the lines."""
    return tuple(sorted(_targets(page), key=lambda target: target.line))


def _targets(page: OperationPage) -> Iterator[Target]:
    for text in page.operation.query_examples:
        yield from _target(page, text.span.start, of_sample=False)
    for request in page.operation.example_requests:
        for number in range(request.span.start + 1, request.span.end + 1):
            if page.line(number).strip():
                yield from _target(page, number, of_sample=True)
                break


def _target(page: OperationPage, number: int, *, of_sample: bool) -> Iterator[Target]:
    text = page.line(number)
    lead = len(text) - len(text.lstrip())
    match = REQUEST_LINE.fullmatch(text.strip())
    if match is None:
        return
    path, mark, query = match["target"].partition("?")
    column = lead + match.start("target") + 1
    yield Target(number, column, path, query.partition("#")[0] if mark else None, of_sample)


def query_parameters(page: OperationPage) -> Mapping[str, Parameter]:
    """Return the query parameters by their names in lower case, as requests may write them."""
    found = page.operation.parameters_in(Location.QUERY)
    return {parameter.name.lower(): parameter for parameter in reversed(found)}


def place_in(page: OperationPage, line: int, column: int, length: int) -> Place:
    """Return the place of some characters of a line, at least one."""
    return Place(page.path, line, column, line, column + max(length, 1))


def is_dummy(value: str) -> bool:
    """Tell whether a value stands for any value, as in `{id}`."""
    return not value or _DUMMY.search(value) is not None


def path_values(page: OperationPage, target: Target) -> Iterator[tuple[str, str, int]]:
    """Yield the values of the path parameters in a target: name, value, column.

    There are none if the target does not match the route, which another rule reports.
    """
    template = page.operation.route.template.partition("?")[0]
    names = page.operation.route.parameters
    if not names or not (found := _route(template).fullmatch(target.path)):
        return
    for number, name in enumerate(names, 1):
        yield name, found[number], target.column + found.start(number)


# One is enough: rules ask for the targets of one page after the other.
@lru_cache(maxsize=1)
def _route(template: str) -> re.Pattern[str]:
    """Compile the pattern of a route's paths, whatever the case."""
    return re.compile(values_pattern(template, "[^/?]", least=0) + "/?", re.IGNORECASE)
