"""The parameters of a request: in its path, its query, its header fields and its cookies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from callsheet.http.dates import read_http_date
from callsheet.http.headers import DATES
from callsheet.model import Location, Operation, Parameter
from callsheet.schema import ANYTHING, MISSING, Evaluator, Schema
from callsheet.schema.texts import value_of_text
from callsheet.server.messages import Request
from callsheet.server.named_types import NamedTypes
from callsheet.server.problems import Violation
from callsheet.server.violations import violations

_NOT_PARAMETERS = {"accept", "authorization", "content-type"}
"""Header fields that are no parameters (OpenAPI 3.1.0, 4.8.12.2.1): others look after them."""


@dataclass(frozen=True, slots=True)
class _Expected:
    """A parameter as requests are held against it.

    Attributes:
        parameter: The row that describes it.
        schema: What its values may be.
        repeats: Whether each item of an array has a parameter of its own, as the page shows it.
    """

    parameter: Parameter
    schema: Schema
    repeats: bool = False

    @property
    def name(self) -> str:
        return self.parameter.name

    def value(self, texts: list[str], types: NamedTypes) -> Any:
        """The value that texts stand for."""
        items = self.schema.items
        if self.repeats and items is not None and texts != [""]:
            return [value_of_text(text, items, types) for text in texts]
        return value_of_text(",".join(texts), self.schema, types)


class Parameters:
    """The parameters of an operation.

    Args:
        operation: The operation.
        types: The named types.
    """

    def __init__(self, operation: Operation, types: NamedTypes) -> None:
        self._operation = operation
        self._types = types
        self._evaluator = Evaluator(types, local_times=True)
        repeated = _repeated_names(operation)
        self._by_location = {
            location: [
                _Expected(row, _known(row.schema, types), row.name.lower() in repeated)
                for row in operation.parameters_in(location)
            ]
            for location in Location
        }
        self._in_path = {row.name.lower(): row for row in self._by_location[Location.PATH]}
        # Fields of which the page says nothing but what they are for need not be looked at.
        self._headers = [
            row
            for row in self._by_location[Location.HEADER]
            if row.name.lower() not in _NOT_PARAMETERS
            and (row.schema != ANYTHING or row.parameter.required)
        ]

    def path(self, texts: Mapping[str, str], found: list[Violation]) -> dict[str, Any]:
        """Return the path parameters, and add what is wrong with them to what was found."""
        values: dict[str, Any] = {}
        for name, text in texts.items():
            row = self._in_path.get(name.lower())
            if row is None:
                values[name] = text
            else:
                values[row.name] = value = row.value([text], self._types)
                found += self._wrong(row, value)
        return values

    def query(self, request: Request, found: list[Violation]) -> dict[str, Any]:
        """Return the query parameters that were sent, and the defaults of the others."""
        sent: dict[str, list[str]] = {}
        for name, text in request.parameters:
            sent.setdefault(name.lower(), []).append(text)
        values: dict[str, Any] = {}
        for row in self._by_location[Location.QUERY]:
            texts = sent.get(row.name.lower(), [])
            if len(texts) > 1 and not _is_array(row.schema):
                found.append(self._violation(row, "one value", texts))
            else:
                self._take(row, texts, values, found)
        return values

    def headers(self, request: Request, found: list[Violation]) -> dict[str, Any]:
        """Return the header fields about which the page says more than what they are for."""
        values: dict[str, Any] = {}
        for row in self._headers:
            text = request.headers.get(row.name)
            if text is not None and _is_array(row.schema):
                text = ",".join(part.strip() for part in text.split(","))
            self._take(row, [] if text is None else [text], values, found)
        return values

    def cookies(self, request: Request, found: list[Violation]) -> dict[str, Any]:
        """Return the cookies that the page documents."""
        values: dict[str, Any] = {}
        rows = self._by_location[Location.COOKIE]
        sent = request.cookies if rows else {}
        for row in rows:
            self._take(row, [sent[row.name]] if row.name in sent else [], values, found)
        return values

    def _take(
        self, row: _Expected, texts: list[str], values: dict[str, Any], found: list[Violation]
    ) -> None:
        if texts:
            values[row.name] = value = row.value(texts, self._types)
            found += self._wrong(row, value)
        elif row.parameter.required:
            found.append(self._violation(row, "a value, which is required", MISSING))
        elif row.schema.default is not None:
            values[row.name] = row.schema.default.value

    def _wrong(self, row: _Expected, value: Any) -> Iterator[Violation]:
        mismatches = self._evaluator.mismatches(value, row.schema)
        if mismatches and row.name.lower() in DATES and read_http_date(str(value)):
            # HTTP has a form of dates of its own, whatever the page calls their type.
            return
        location, span = row.parameter.location.value, row.parameter.span
        yield from violations(self._operation, location, row.name, mismatches, span, self._types)

    def _violation(self, row: _Expected, expected: str, got: Any) -> Violation:
        location, span = row.parameter.location.value, row.parameter.span
        return Violation.of(self._operation, span, location, row.name, expected, got)


def _known(schema: Schema, types: NamedTypes) -> Schema:
    """The schema of a parameter; a type that no table defines may be anything, such as a text."""
    return ANYTHING if schema.ref and schema.ref not in types else schema


def _is_array(schema: Schema) -> bool:
    return "array" in schema.types or any(map(_is_array, (*schema.any_of, *schema.one_of)))


def _repeated_names(operation: Operation) -> frozenset[str]:
    """The query parameters that the page's examples have several times, as in `a=1&a=2`."""
    targets = [request.target for request in operation.example_requests]
    targets += [text.markdown for text in operation.query_examples]
    repeated: set[str] = set()
    for target in targets:
        names = [name.lower() for name, _ in parse_qsl(target.partition("?")[2])]
        repeated |= {name for name in names if names.count(name) > 1}
    return frozenset(repeated)
