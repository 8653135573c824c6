"""Responses as pages promise them, and violations of that."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from jsonpointer import unescape

from callsheet import lazy_re as re
from callsheet.catalog.contracts import Types, promised_responses
from callsheet.catalog.named_types import named_schemas
from callsheet.http.media_types import JSON, essence, is_json
from callsheet.http.statuses import is_success
from callsheet.model import ExampleResponse, Operation, Property, Span
from callsheet.model.contents import Content, response_contents
from callsheet.run.answers import json_of
from callsheet.run.model import Difference
from callsheet.schema import MISSING, Direction, Evaluator, Schema
from callsheet.schema.texts import value_of_header
from callsheet.server.http.problems import shorten

MAX_DIFFERENCES = 20
"""Differences that are reported of one body; further ones say nothing new."""

_PLAIN = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class SchemaViolation:
    """One way in which a value violates its schema.

    Attributes:
        path: Its place in the body, as JSONPath (RFC 9535).
        names: The names of the properties that it is in, with `[]` for items, outermost first.
        expected: What the schema allows there.
        got: The value there, shortened.
        is_missing: Whether a property is missing there.
    """

    path: str
    names: tuple[str, ...]
    expected: str
    got: str
    is_missing: bool = False


class Promises:
    """Response bodies as the pages of a catalog promise them.

    Args:
        types: The named types of the catalog.
    """

    def __init__(self, types: Types) -> None:
        self.types = types
        self.schemas = named_schemas(types)
        # Real pages show date-times without an offset, and real servers send them.
        self._evaluator = Evaluator(self.schemas, direction=Direction.RESPONSE, local_times=True)
        self._contents: dict[tuple[str, int], tuple[Content, ...]] = {}

    def contents(self, operation: Operation, status: int) -> tuple[Content, ...]:
        """Return the documented bodies of a status."""
        key = (operation.uid, status)
        if key not in self._contents:
            # By the page's own table: any property of the body may be null, no deeper one.
            self._contents[key] = promised_responses(operation, status)
        return self._contents[key]

    def content(self, operation: Operation, status: int, media_type: str) -> Content | None:
        """Return the documented body of a status and media type; None where the page has none."""
        contents = self.contents(operation, status)
        for content in contents:
            if essence(content.media_type) == essence(media_type):
                return content
        # Pages rarely state the media type of errors; what they list is that of successes.
        others = (c for c in contents if not c.media_type or not (c.own or is_success(status)))
        return next(others, None)

    def violations(self, value: Any, schema: Schema) -> Iterator[SchemaViolation]:
        """Yield the violations of a schema by a value."""
        for _, violation in self.mismatches(value, schema):
            yield violation

    def mismatches(
        self, value: Any, schema: Schema
    ) -> Iterator[tuple[Span | None, SchemaViolation]]:
        """Yield the violations of a schema, each with the lines that state what is allowed."""
        for found in islice(self._evaluator.mismatches(value, schema), MAX_DIFFERENCES):
            path, names = _path(value, found.pointer)
            if found.got is MISSING:
                violation = SchemaViolation(path, names, "the property", "nothing", is_missing=True)
            else:
                violation = SchemaViolation(path, names, found.expected, shorten(found.got))
            yield found.span, violation

    def field_violation(self, text: str, row: Property) -> str | None:
        """Tell what a row demands of a header field; None if the field is valid."""
        value = value_of_header(text, row.schema, self.schemas)
        found = self._evaluator.mismatches(value, row.schema, 1)
        return found[0].expected if found else None


def _path(value: Any, pointer: str) -> tuple[str, tuple[str, ...]]:
    """Convert a JSON pointer to JSONPath, and return the names in it, too."""
    path, names = "$", []
    for token in pointer.split("/")[1:]:
        if isinstance(value, list):
            path += f"[{token}]"
            names.append("[]")
            value = value[int(token)]
            continue
        name = unescape(token)
        path += f".{name}" if _PLAIN.fullmatch(name) else f"[{name!r}]"
        names.append(name)
        value = value.get(name) if isinstance(value, dict) else None
    return path, tuple(names)


def contradictions(operation: Operation, promises: Promises) -> Iterator[Difference]:
    """Yield the differences between the examples of successes and the rows of their tables.

    The reference server repairs an example before it answers with it, so that its responses keep
    the promise. Without this check, a page that contradicts itself would pass.

    Half of the operations of real pages show dates, bytes or nulls that the bare types of their
    rows do not allow. Those are findings of `callsheet check`. Here, only rows count that are
    required or state a limit or the allowed values.
    """
    for example in operation.example_responses:
        content = _content_of(operation, example)
        if content is None:
            continue
        try:
            value = json_of(example.body.encode())
        except ValueError:
            # Malformed JSON is a finding of `callsheet check`.
            continue
        rows = {row.span: row for row in content.rows}
        # Only who says what may be null says that nothing else may be.
        any_null = not content.tells_of_null
        for span, found in promises.mismatches(value, content.schema):
            row = rows.get(span) if span else None
            if row is None or (found.got == "null" and not row.required and any_null):
                continue
            if row.facets or row.required:
                place = (operation.path, row.span.start)
                yield Difference(f"example {found.path}", found.expected, found.got, place)


def _content_of(operation: Operation, example: ExampleResponse) -> Content | None:
    kind = example.header("Content-Type") or JSON
    if not (is_success(example.status) and is_json(kind) and example.body.strip()):
        return None
    contents = [c for c in response_contents(operation, example.status) if not c.binary]
    same = (c for c in contents if essence(c.media_type or JSON) == essence(kind))
    others = (c for c in contents if is_json(c.media_type or JSON) and not c.own)
    return next(same, next(others, None))
