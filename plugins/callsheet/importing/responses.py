"""Responses as the table of statuses, a body and examples (OpenAPI 3.1.0, 4.8.16)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from callsheet.http.media_types import essence, is_json
from callsheet.http.statuses import NO_CONTENT
from callsheet.importing.bodies import Content, Described, describe, response_content
from callsheet.importing.examples import Examples
from callsheet.importing.limits import code
from callsheet.importing.messages import response_message
from callsheet.importing.notes import Notes
from callsheet.importing.references import Place, Resolver
from callsheet.importing.schemas import NOWHERE, Schemas
from callsheet.model import DataType, ExampleResponse, Status
from callsheet.pages import safe_line

_STATUS = re.compile(r"[1-5]\d\d")
_FIELD_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_UNDOCUMENTED = "The page documents no status."


@dataclass(slots=True)
class Answers:
    """What an operation answers.

    Attributes:
        statuses: The rows of its table.
        others: What is said of statuses that are no single one.
        media_types: Those of its success.
        body: The body of its success.
        examples: The sample responses.
    """

    statuses: list[Status] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    media_types: list[str] = field(default_factory=list)
    body: Described | None = None
    examples: list[ExampleResponse] = field(default_factory=list)


class Responses:
    """Reads the responses of an operation."""

    def __init__(
        self, resolver: Resolver, schemas: Schemas, examples: Examples, notes: Notes
    ) -> None:
        self._resolver = resolver
        self._schemas = schemas
        self._examples = examples
        self._notes = notes

    def read(self, operation: Place, uid: str, suggestion: str) -> Answers:
        """What the operation answers."""
        answers = Answers()
        found = [(name, self._resolver.follow(p)) for name, p in operation.entries("responses")]
        numbered = [(int(n), place) for n, place in found if _STATUS.fullmatch(n)]
        for name, place in found:
            if place.entries("links"):
                self._notes.lost(f"{place.pointer}/links", "Links are on no page")
            if not _STATUS.fullmatch(name) and not name.startswith("x-"):
                self._other(name, place, answers)
        for number, place in numbered:
            text = safe_line(place.text("description")) or _phrase(number)
            answers.statuses.append(Status(number, text, (), NOWHERE))
        successes = [(n, p) for n, p in numbered if 200 <= n < 300]
        if not numbered:
            successes = [(200, place) for name, place in found if name == "default"]
        self._read_body(successes, operation, answers, uid, suggestion)
        for number, place in numbered or successes:
            answers.examples += self._shown(number, place, operation, answers, bool(numbered))
        return answers

    def _other(self, name: str, place: Place, answers: Answers) -> None:
        text = safe_line(place.text("description"))
        if text == _UNDOCUMENTED:
            return
        self._notes.changed(place.pointer, f"The status {code(name)} is told in words")
        known = "Other statuses" if name == "default" else f"Statuses {code(name)}"
        answers.others.append(f"{known}: {text}")

    def _read_body(
        self,
        successes: Sequence[tuple[int, Place]],
        operation: Place,
        answers: Answers,
        uid: str,
        suggestion: str,
    ) -> None:
        for number, place in successes:
            content = response_content(place, operation, self._resolver)
            if not content.media or number in NO_CONTENT:
                continue
            described = describe(content, f"{uid}.response", suggestion, self._schemas, self._notes)
            if answers.body is None:
                answers.body = described
            elif described and described.schema.node != answers.body.schema.node:
                what = f"The body of {number} differs from that of the first success, which is kept"
                self._notes.lost(place.pointer, what)
            answers.media_types += content.media_types
        answers.media_types = list(dict.fromkeys(answers.media_types))

    def _shown(
        self, number: int, place: Place, operation: Place, answers: Answers, documented: bool
    ) -> list[ExampleResponse]:
        content = response_content(place, operation, self._resolver)
        headers = self._headers(place)
        is_success = 200 <= number < 300
        if number in NO_CONTENT or not content.media:
            first = is_success and not any(200 <= e.status < 300 for e in answers.examples)
            return [response_message(number, headers, None, "")] if first and documented else []
        given = [(name, v) for name, media in content.media for v in self._examples.given(media)]
        if not is_success and any(media.inner("schema").node for _, media in content.media):
            what = "The schema of an error's body is on the page as an example"
            self._notes.told(place.pointer, what)
        if not given:
            made = self._made(content, answers.body if is_success else None)
            if made is None and is_success:
                # Bytes cannot stand on a page; their header fields can.
                fields = [("Content-Type", content.media_types[0]), *headers]
                return [response_message(number, fields, None, "")]
            given = [made] if made else []
        return [response_message(number, headers, name, value) for name, value in given]

    def _made(self, content: Content, body: Described | None) -> tuple[str, Any] | None:
        best = content.best()
        if best is None:
            return None
        name, media = best
        schema = media.inner("schema")
        if body is not None and body.type is not None and body.type.name == "binary":
            return None
        if not is_json(essence(name)) and "*" not in name:
            return (name, "text") if essence(name) == "text/plain" else None
        name = "application/json" if "*" in name else name
        return name, made_value(self._examples, self._schemas, body, schema)

    def _headers(self, place: Place) -> list[tuple[str, str]]:
        found = []
        for name, header in place.entries("headers"):
            followed = self._resolver.follow(header)
            schema = followed.inner("schema") if "schema" in followed.node else followed
            if name.lower() == "content-type" or not _FIELD_NAME.fullmatch(name):
                continue
            if followed.text("description"):
                self._notes.lost(followed.pointer, "What describes a response header is on no page")
            given = self._examples.given(followed)
            data_type = self._schemas.data_type(schema, "Header")
            value = given[0] if given else self._examples.of(schema, data_type)
            text = str(value).lower() if isinstance(value, bool) else str(value)
            found.append((name, " ".join(text.split())))
        return found


def made_value(examples: Examples, schemas: Schemas, body: Described | None, schema: Place) -> Any:
    """An example of a body."""
    whole = schemas.whole(schema)
    for key in ("example", "default"):
        if key in whole.node:
            return schemas.budget.value(whole.node[key], whole.pointer)
    if body is None or body.type is None or (body.type.name == "object" and body.rows):
        if whole.get("properties"):
            return examples.record(whole, "Body")
        return examples.of(schema, schemas.data_type(schema, "Body"))
    if body.type.name == "array" and body.rows:
        return [examples.record(schemas.whole(whole.inner("items")), "Body")]
    return examples.of(schema, body.type)


def response_type(body: Described | None) -> DataType | None:
    """What the headings of the response say."""
    if body is None:
        return None
    return body.type or DataType("object", "object")


def _phrase(number: int) -> str:
    try:
        return HTTPStatus(number).phrase
    except ValueError:
        return "Not described."
