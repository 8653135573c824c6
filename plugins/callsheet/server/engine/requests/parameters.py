"""The parameters of a request: in its path, its query, its header fields and its cookies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from callsheet.http.headers import DATES, read_http_date
from callsheet.http.parameter_styles import Miss, Shape, Texts, split_query
from callsheet.model import (
    Location,
    Operation,
    Owners,
    Parameter,
    StyledParameter,
    StyleOrigin,
    Styles,
    shape_of,
)
from callsheet.model.contents import own_parameters
from callsheet.schema import ANYTHING, MISSING, Evaluator, Schema
from callsheet.schema.texts import flat, value_of_text, value_of_texts
from callsheet.server.engine.requests.named_types import NamedTypes
from callsheet.server.engine.requests.violations import violations
from callsheet.server.engine.routing import path_values
from callsheet.server.http.messages import HttpRequest, cookie_pairs
from callsheet.server.http.problems import Violation

_NOT_PARAMETERS = {"accept", "accept-encoding", "authorization", "content-type", "prefer"}
"""Header fields that are not parameters (OpenAPI 3.1.0, 4.8.12.2.1), or that clients set."""


@dataclass(frozen=True, slots=True)
class _Expected:
    """A parameter that requests are validated against.

    Attributes:
        parameter: The row that describes it.
        schema: What its values may be.
        styled: Reads it by its style; None where it is a text, or texts by commas or repetition.
        repeats: Whether each item of an array has a parameter of its own, as the page shows it.
    """

    parameter: Parameter
    schema: Schema
    styled: StyledParameter | None = None
    repeats: bool = False

    @property
    def name(self) -> str:
        return self.parameter.name

    def value(self, texts: list[str], types: NamedTypes) -> Any:
        """Return the value that texts stand for."""
        if self.repeats and self.schema.items is not None and texts != [""]:
            return value_of_texts([*texts], self.schema, types)
        return value_of_text(",".join(texts), self.schema, types)


class Parameters:
    """The parameters of an operation."""

    def __init__(self, operation: Operation, types: NamedTypes) -> None:
        self._operation = operation
        self._types = types
        self._evaluator = Evaluator(types, local_times=True)
        styles = Styles(operation)
        self._by_location = {
            location: [
                _expected(row, schema, styles, types)
                for row, schema in own_parameters(operation, location)
            ]
            for location in Location
        }
        self._owners = {
            location: Owners((row.styled for row in rows if row.styled), (r.name for r in rows))
            for location, rows in self._by_location.items()
        }
        # By lower case, since the table of a page may write a name otherwise than its route.
        self._in_path = {row.name.lower(): row for row in self._by_location[Location.PATH]}
        # Fields of which the page says nothing but what they are for need not be looked at.
        self._headers = [
            row
            for row in self._by_location[Location.HEADER]
            if row.name.lower() not in _NOT_PARAMETERS
            and (row.schema != ANYTHING or row.styled or row.parameter.required)
        ]

    def path(
        self, request: HttpRequest, texts: Mapping[str, str], found: list[Violation]
    ) -> dict[str, Any]:
        """Return the path parameters, and add what is wrong with them to what was found."""
        values: dict[str, Any] = {}
        for name, text in texts.items():
            row = self._in_path.get(name.lower())
            if row is None:
                values[name] = text
            elif not text:
                found.append(self._violation(row, "a value, which is required", MISSING))
            elif row.styled is None:
                values[row.name] = value = value_of_text(text, row.schema, self._types)
                found += self._wrong(row, value)
            else:
                # What separates the items is not encoded, as what belongs to one of them is.
                sent = tuple(request.path.strip("/").split("/"))
                own = (path_values(self._operation, sent) or texts)[name]
                self._read(row, row.styled, row.styled.in_text(own), text, values, found)
        return values

    def query(self, request: HttpRequest, found: list[Violation]) -> dict[str, Any]:
        """Return the query parameters that were sent, and the defaults of the others."""
        sent: dict[str, list[str]] = {}
        for name, text in request.parameters:
            sent.setdefault(name.lower(), []).append(text)
        values: dict[str, Any] = {}
        rows = self._by_location[Location.QUERY]
        has_styles = any(row.styled for row in rows)
        own = self._owners[Location.QUERY].split(split_query(request.query)) if has_styles else {}
        for row in rows:
            texts = sent.get(row.name.lower(), [])
            if row.styled:
                read = row.styled.in_pairs(own.get(row.name, []))
                self._read(row, row.styled, read, texts, values, found)
            # Frameworks differ in which of several values they take, so that a caller who sends two
            # would be right on one server and wrong on another.
            elif len(texts) > 1 and self._shape(row) not in (Shape.ARRAY, None):
                found.append(self._violation(row, "one value", texts))
            else:
                self._take(row, texts, values, found)
        return values

    def headers(self, request: HttpRequest, found: list[Violation]) -> dict[str, Any]:
        """Return the header fields about which the page says more than what they are for."""
        values: dict[str, Any] = {}
        for row in self._headers:
            text = request.headers.get(row.name)
            if row.styled:
                read = Miss.ABSENT if text is None else row.styled.in_text(text)
                self._read(row, row.styled, read, text, values, found)
                continue
            if text is not None and self._shape(row) is Shape.ARRAY:
                text = ",".join(part.strip() for part in text.split(","))
            self._take(row, [] if text is None else [text], values, found)
        return values

    def cookies(self, request: HttpRequest, found: list[Violation]) -> dict[str, Any]:
        """Return the cookies that the page documents."""
        values: dict[str, Any] = {}
        rows = self._by_location[Location.COOKIE]
        pairs = cookie_pairs(request.headers.get("Cookie") or "") if rows else []
        sent, own = dict(pairs), self._owners[Location.COOKIE].split(pairs)
        for row in rows:
            if row.styled:
                read = row.styled.in_pairs(own.get(row.name, []), unquote)
                self._read(row, row.styled, read, sent.get(row.name), values, found)
            else:
                texts = [sent[row.name]] if row.name in sent else []
                self._take(row, texts, values, found)
        return values

    def _shape(self, row: _Expected) -> Shape | None:
        """Return the shape of a parameter's values; None where they may have any."""
        return shape_of(flat(row.schema, self._types))

    def _read(
        self,
        row: _Expected,
        styled: StyledParameter,
        read: Texts | Miss,
        sent: Any,
        values: dict[str, Any],
        found: list[Violation],
    ) -> None:
        """Take what was read by the style of a parameter."""
        if read is Miss.MALFORMED:
            found.append(self._violation(row, styled.wanted, sent))
        elif read is Miss.ABSENT:
            self._take(row, [], values, found)
        elif not read and styled.how.empty:
            values[row.name] = ""
        else:
            values[row.name] = value = value_of_texts(read, row.schema, self._types)
            found += self._wrong(row, value)

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


def _expected(row: Parameter, stated: Schema, styles: Styles, types: NamedTypes) -> _Expected:
    schema = _known(stated, types)
    styled = StyledParameter.of(row, styles, flat(schema, types))
    written = styles.of(row)
    repeats = written.origin is StyleOrigin.SHOWN and written.how.explode
    return _Expected(row, schema, styled, repeats)


def _known(schema: Schema, types: NamedTypes) -> Schema:
    """Return the schema of a parameter; a type that no table defines may be anything."""
    return ANYTHING if schema.ref and schema.ref not in types else schema
