"""The body of a request, as the page describes those of its media type."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from callsheet.http.forms import Part
from callsheet.http.media_types import (
    FORM,
    JSON,
    JSON_PATCH,
    MERGE_PATCH,
    MULTIPART,
    essence,
    is_form,
    is_listed,
    is_structured,
)
from callsheet.model import Operation
from callsheet.model.contents import Content, request_contents
from callsheet.model.encodings import encodings
from callsheet.schema import ANYTHING, MISSING, Direction, Evaluator, Schema
from callsheet.server.engine.requests.named_types import NamedTypes
from callsheet.server.engine.requests.violations import violations
from callsheet.server.http import codecs
from callsheet.server.http.body_errors import BodyTooLargeError, MalformedBodyError
from callsheet.server.http.form_body import decode_parts, values_of_parts
from callsheet.server.http.messages import HttpRequest
from callsheet.server.http.problems import Problem, Violation
from callsheet.server.limits import Limits

MAX_VIOLATIONS = 100
"""Of a body with many members, no further ones are looked at when so many violations are found."""

_OF_PATCHES = {"op", "path"}
"""The properties of a table that describes the operations of a JSON Patch (RFC 6902, 4)."""


@dataclass(frozen=True, slots=True)
class ReceivedBody:
    """The body of a request after decoding.

    Attributes:
        value: The bytes of a file, or plain values; None without a body.
        parts: The parts of a multipart form, with their names, file names and media types.
    """

    value: Any = None
    parts: tuple[Part, ...] = ()


class RequestBodies:
    """The bodies that an operation accepts, by media type.

    Args:
        operation: The operation.
        types: The named types.
        limits: The limits on resources.
    """

    def __init__(self, operation: Operation, types: NamedTypes, limits: Limits) -> None:
        self._operation = operation
        self._types = types
        self._limits = limits
        self._contents = request_contents(operation)
        self._by_media_type = {essence(c.media_type): c for c in reversed(self._contents)}
        self._names = {c.media_type: frozenset(r.name for r in c.rows) for c in self._contents}
        self._media_types = tuple(dict.fromkeys(c.media_type for c in self._contents))
        self._schemas: dict[str, Schema] = {}
        lenient, strict = (
            Evaluator(types, direction=Direction.REQUEST, local_times=True, nulls=nulls)
            for nulls in (True, False)
        )
        # Where a page says what may be null, all else may not.
        self._evaluators = {
            c.media_type: strict if c.tells_of_null else lenient for c in self._contents
        }

    def read(self, request: HttpRequest, found: list[Violation]) -> ReceivedBody:
        """Return the body, and add what is wrong with it to what was found.

        Raises:
            Problem: 413 for a body that is larger than the limits; 415 for a media type that is not
                documented.
        """
        if not self._contents:
            return ReceivedBody()
        content_type = request.headers.get("Content-Type")
        if content_type is not None and request.body:
            self._check_media_type(content_type)
        # RFC 9110, 8.3: without a media type, the recipient may assume one, or look at the bytes.
        content_type = content_type or JSON
        content = self._content(content_type)
        stated = self._operation.body_required
        if not request.body and (not content.binary or stated is False):
            if self._operation.expects_body:
                found.append(self._violation(content, "a body, which is required", MISSING))
            return ReceivedBody()
        try:
            body = self._decoded(request, content, content_type)
        except BodyTooLargeError as error:
            raise Problem(413, f"The body is larger than this server allows: {error}.") from error
        except MalformedBodyError as error:
            expected = f"a body of type {essence(content_type)}; {error}"
            violation = self._violation(content, expected, request.body)
            # Noted and not raised, so that the client learns of wrong parameters in the same
            # answer.
            found.append(replace(violation, unreadable=True))
            return ReceivedBody()
        if content.binary:
            if not body.value:
                found.append(self._violation(content, "a file", MISSING))
            return body
        found += self._wrong(content, body.value, essence(content_type))
        return body

    def _content(self, content_type: str) -> Content:
        """Return the content of a media type, or a range such as `image/*`; else the first."""
        if exact := self._by_media_type.get(essence(content_type)):
            return exact
        found = (c for c in self._contents if is_listed(content_type, [c.media_type]))
        return next(found, self._contents[0])

    def _check_media_type(self, content_type: str) -> None:
        listed = [name for name in self._media_types if name]
        if listed and not is_listed(content_type, listed):
            raise Problem(
                415,
                f"`{essence(content_type)}` is not documented here; {', '.join(listed)} are.",
                # RFC 9110, 15.5.16: what would have been accepted.
                headers=[("Accept", ", ".join(listed))],
            )

    def _decoded(self, request: HttpRequest, content: Content, content_type: str) -> ReceivedBody:
        if content.binary:
            return ReceivedBody(codecs.decode_file(request.body, content_type, self._limits))
        if essence(content_type) == MULTIPART:
            parts = decode_parts(request.body, content_type, self._limits)
            sent = encodings(content.rows)
            value = values_of_parts(parts, content.schema, self._types, self._limits, sent)
            return ReceivedBody(value, tuple(parts))
        sent = encodings(content.rows) if essence(content_type) == FORM else {}
        return ReceivedBody(
            codecs.decode(
                request.body, content_type, content.schema, self._types, self._limits, sent
            )
        )

    def _wrong(self, content: Content, value: Any, media_type: str) -> Iterator[Violation]:
        schema = self._schema(content, media_type, value)
        # To compare schemas takes as long as to hold a small body against one.
        if (not schema.types and schema == ANYTHING) or isinstance(value, bytes):
            return
        evaluator = self._evaluators[content.media_type]
        mismatches = evaluator.mismatches(value, schema, MAX_VIOLATIONS)
        yield from violations(self._operation, "body", "", mismatches, content.span, self._types)

    def _schema(self, content: Content, media_type: str, value: Any) -> Schema:
        """Return the schema of a body; that of a patch is checked after it is applied."""
        names = self._names[content.media_type]
        shows_patch = names >= _OF_PATCHES
        if self._operation.method == "PATCH":
            if media_type == MERGE_PATCH or (shows_patch and isinstance(value, dict)):
                return ANYTHING if shows_patch else _without_required(content.schema)
            if media_type == JSON_PATCH and not shows_patch:
                return ANYTHING
        if not is_structured(media_type) and "string" not in content.schema.types:
            # A text or file in the place of the values that the table describes.
            return ANYTHING
        if is_form(media_type) and content.schema.types and "object" not in content.schema.types:
            # A form has fields, of which what is said of a text or list says nothing.
            return ANYTHING
        key = content.media_type
        if key not in self._schemas:
            self._schemas[key] = self._held(content)
        schema = self._schemas[key]
        if isinstance(value, list) and schema.properties and self._may_be_list():
            # The table lists the properties of one, and the body has many.
            schema = Schema(types=("array",), items=schema)
        if shows_patch and "value" in names and schema.items is not None:
            # Any JSON value may be put in a place (RFC 6902, 4), whatever the table says.
            return schema.replace(items=_with_any(schema.items, "value"))
        return schema

    def _held(self, content: Content) -> Schema:
        """Return the stated schema of a body, whatever its examples show."""
        if content.schema.ref and content.schema.ref not in self._types:
            # A name that no table defines may be that of anything.
            return ANYTHING
        return content.schema

    def _may_be_list(self) -> bool:
        """Tell whether an example is a list, the body is a patch, or no example can tell."""
        shown = [e.body.lstrip() for e in self._operation.example_requests if e.body]
        return (
            self._operation.method == "PATCH" or not shown or any(b.startswith("[") for b in shown)
        )

    def _violation(self, content: Content, expected: str, got: Any) -> Violation:
        return Violation.of(self._operation, content.span, "body", "", expected, got)


def _without_required(schema: Schema) -> Schema:
    """Return the schema of a part of an object."""
    properties = tuple(replace(item, required=None) for item in schema.properties)
    return schema.replace(properties=properties, required=())


def _with_any(schema: Schema, name: str) -> Schema:
    """Return the schema with anything as the value of a property."""
    properties = tuple(
        replace(item, schema=ANYTHING) if item.name == name else item for item in schema.properties
    )
    return schema.replace(properties=properties)
