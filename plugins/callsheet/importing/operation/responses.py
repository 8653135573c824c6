"""Converts responses to statuses, bodies, headers and examples (OpenAPI 3.1.0, 4.8.16)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from callsheet import lazy_re as re
from callsheet.http.media_types import JSON, essence, is_json, is_opaque, is_xml
from callsheet.http.parameter_styles import ParameterStyle, write_header
from callsheet.http.statuses import DEFAULT, NO_CONTENT, is_success, phrase
from callsheet.importing.context import ImportContext
from callsheet.importing.notes import code
from callsheet.importing.operation.bodies import (
    BodyContent,
    DescribedBody,
    response_content,
    usual_type,
)
from callsheet.importing.operation.examples import MAX_EXAMPLES, Examples, ExampleValue
from callsheet.importing.operation.links import links_table
from callsheet.importing.operation.messages import response_message
from callsheet.importing.operation.parameters import styled, with_names, with_own_fields
from callsheet.importing.operation.row_cells import NOWHERE, with_required, with_since
from callsheet.importing.operation.schemas import typed
from callsheet.importing.operation.xml_examples import XmlExamples
from callsheet.importing.references import SpecNode
from callsheet.model import (
    DataType,
    ExampleResponse,
    Location,
    ResponseBody,
    ResponseHeader,
    Status,
    StatusRange,
    shape_of,
)
from callsheet.pages import safe_line
from callsheet.schema import Direction, Schema
from callsheet.schema.annotations import is_extension
from callsheet.schema.texts import text_in
from callsheet.schema.words.facets import Facets

_STATUS = re.compile(r"[1-5]\d\d")
_RANGE = re.compile(r"[1-5]XX|default", re.IGNORECASE)
_FIELD_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_UNDOCUMENTED = "The page documents no status."
_UNDESCRIBED = "Not described."


@dataclass(slots=True)
class ImportedResponses:
    """The responses of an operation.

    Attributes:
        statuses: The rows of the table of statuses.
        ranges: The rows for classes of statuses, and for the default.
        media_types: The media types of a success.
        accepted: Those of the first success with a body, which sample requests ask for.
        body: The body of a success.
        bodies: The bodies of single statuses and media types.
        headers: The response headers.
        links: Statuses, each with the table of its links.
        examples: The sample responses.
        deviating: Those that their own schemas rule out.
    """

    statuses: list[Status] = field(default_factory=list)
    ranges: list[StatusRange] = field(default_factory=list)
    media_types: list[str] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)
    body: DescribedBody | None = None
    bodies: list[ResponseBody] = field(default_factory=list)
    headers: list[ResponseHeader] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    examples: list[ExampleResponse] = field(default_factory=list)
    deviating: list[ExampleResponse] = field(default_factory=list)


class Responses:
    """Reads the responses of an operation.

    Args:
        context: The readers of the document's parts.
        examples: Finds or generates values for the operation.
        uid: The operation's uid.
    """

    def __init__(self, context: ImportContext, examples: Examples, uid: str) -> None:
        self._context = context
        self._notes = context.notes
        self._examples = examples
        self._xml = XmlExamples(context.schemas)
        self._uid = uid
        self._suggestion = f"{uid[:1].upper()}{uid[1:]}Response"

    def read(self, operation: SpecNode) -> ImportedResponses:
        """Return the responses of the operation."""
        answers = ImportedResponses()
        follow = self._context.resolver.follow
        found = {name: follow(place) for name, place in operation.entries("responses")}
        found = {_key(name): place for name, place in found.items() if self._is_status(name, place)}
        # The order in a document says nothing; on a page, the first success is the usual one.
        found = dict(sorted(found.items(), key=lambda item: _order(item[0])))
        contents = {
            key: response_content(place, operation, self._context.resolver)
            for key, place in found.items()
        }
        for key in [key for key in contents if key.isdecimal() and int(key) in NO_CONTENT]:
            if (empty := contents.pop(key)).media:
                what = f"A response of status {key} has no body: that of the document"
                self._notes.lost(empty.place.pointer, f"{what} is not on any page")
        for key, place in found.items():
            if table := links_table(place, key, self._context):
                answers.links.append((key, table))
            self._add_row(key, place, answers)
        self._read_bodies(contents, answers)
        for key, place in found.items():
            answers.headers += self._headers(key, place)
            answers.examples += self._shown(key, place, contents, answers)
        successes = (e for e in answers.examples if is_success(e.status) and not e.generated)
        shown = {each.header("Content-Type") for each in successes}
        # A request asks for what the page shows.
        answers.accepted = [name for name in answers.accepted if name in shown] or answers.accepted
        return answers

    def _is_status(self, name: str, place: SpecNode) -> bool:
        if _STATUS.fullmatch(name) or _RANGE.fullmatch(name):
            return not (name == "default" and place.text("description") == _UNDOCUMENTED)
        if not name.startswith("x-"):
            self._notes.left_out(place.pointer, f"{code(name)} is not a status")
        return False

    def _add_row(self, key: str, place: SpecNode, answers: ImportedResponses) -> None:
        text = safe_line(place.text("description"))
        self._context.schemas.budget.text(text, place.pointer)
        if key.isdecimal():
            answers.statuses.append(
                Status(int(key), text or phrase(int(key)) or _UNDESCRIBED, (), NOWHERE)
            )
        else:
            answers.ranges.append(StatusRange(key, text, NOWHERE))

    def _read_bodies(self, contents: Mapping[str, BodyContent], answers: ImportedResponses) -> None:
        """Read the body of all successes, and those of other statuses.

        If successes differ, each gets a section of its own, as a general section would apply to all
        of them.
        """
        successes = [content for key, content in contents.items() if key[0] == "2"]
        answers.media_types = list(dict.fromkeys(m for c in successes for m in c.media_types))
        answers.accepted = next((c.media_types for c in successes if c.media), [])
        same = [c for c in successes if _nodes(c) == _nodes(successes[0]) and c.media]
        own = [key for key, content in contents.items() if content.media]
        if successes and len(same) == len(successes):
            described = self._described(same[0], self._suggestion)
            answers.body = next((one for one in described if not one.media_type), None)
            answers.bodies += (
                _body("", one.media_type, one) for one in described if one.media_type
            )
            own = [key for key in own if key[0] != "2"]
        for key in own:
            answers.bodies += self._own_bodies(key, contents[key], answers)
        for key, content in contents.items():
            wider = {f"{key[0]}XX", DEFAULT} - {key}
            is_taken = any(body.status in wider for body in answers.bodies)
            # Readers expect a body of a success, unless its page says that there is none.
            if not content.media and (is_taken or key[0] == "2"):
                answers.bodies.append(ResponseBody(key, "", None, (), NOWHERE))

    def _own_bodies(
        self, key: str, content: BodyContent, answers: ImportedResponses
    ) -> Iterator[ResponseBody]:
        """Yield the bodies of a status, each for all media types or for one of them."""
        name = key if key == "default" or not key.isdecimal() else f"Status{key}"
        described = self._described(content, f"{self._suggestion}{name[:1].upper()}{name[1:]}")
        best, _ = content.best() or ("", None)
        differ = {one.media_type: one for one in described if one.media_type}
        general = next((one for one in described if not one.media_type), None)
        is_usual = content.media_types == (answers.media_types or [JSON])
        # A section without a media type says nothing of files, which are no errors.
        is_usual = is_usual and not (key[0] != "2" and any(map(is_opaque, content.media_types)))
        if not differ and is_usual:
            yield _body(key, "", general)
            return
        for media_type in dict.fromkeys(content.media_types):
            if "(" in media_type or ")" in media_type or "/" not in media_type:
                what = f"The body in {code(media_type)} is not on any page"
                self._notes.lost(content.place.pointer, what)
            elif media_type not in differ and media_type != best and is_opaque(media_type):
                yield ResponseBody(key, media_type, usual_type(media_type), (), NOWHERE)
            else:
                yield _body(key, media_type, differ.get(media_type, general))

    def _described(self, content: BodyContent, suggestion: str) -> list[DescribedBody]:
        return self._context.bodies.describe(content, suggestion, marked=True)

    def _shown(
        self,
        key: str,
        place: SpecNode,
        contents: Mapping[str, BodyContent],
        answers: ImportedResponses,
    ) -> list[ExampleResponse]:
        """Return the sample responses of a status."""
        content = contents.get(key)
        given = [
            (name, self._xml.written(name, one, media, ""))
            for name, media in (content.shown if content else ())
            for one in self._examples.given_of_body(media, name, Direction.RESPONSE)
        ]
        status = _status_shown(key, contents)
        if status is None and given:
            status = _free_status(key, contents)
            if status is None:
                why = "all of its statuses have others"
                what = f"The examples of {code(key)} are not on any page: {why}"
                self._notes.minor(place.pointer, what)
        if status is None:
            return []
        # Next to an example, a generated value would be taken for a part of it.
        headers = self._fields(place, with_made=not given)
        is_made = len(headers) > len(self._fields(place, with_made=False))
        succeeds = is_success(status)
        if content is None or not content.media:
            first = succeeds and not any(is_success(e.status) for e in answers.examples)
            return [response_message(status, headers, None, "", generated=is_made)] if first else []
        if len(given) > MAX_EXAMPLES:
            self._notes.minor(place.pointer, f"Of {len(given)} examples, {MAX_EXAMPLES} are shown")
        answers.deviating += (
            response_message(status, headers, name, one.value, one.name)
            for name, one in given[:MAX_EXAMPLES]
            if one.deviates
        )
        given = [pair for pair in given if not pair[1].deviates]
        # Readers need the value of a success. That of an error would be taken for a fact.
        if not given and succeeds:
            made = self._made(content)
            if made is None:
                # A page can't show bytes, only the header fields.
                fields = [("Content-Type", content.media_types[0]), *headers]
                return [response_message(status, fields, None, "", generated=is_made)]
            given = [made]
        return [
            response_message(status, headers, name, one.value, one.name, generated=one.is_generated)
            for name, one in given[:MAX_EXAMPLES]
        ]

    def _made(self, content: BodyContent) -> tuple[str, ExampleValue] | None:
        best = content.best()
        if best is None:
            return None
        name, media = best
        schema = media.inner("schema")
        if not (is_json(name) or is_xml(name) or "*" in name):
            is_text = essence(name).startswith("text/")
            return (name, ExampleValue("", "text", is_generated=True)) if is_text else None
        if not schema.node:
            # Anything may come back, and an object is what reads like an answer.
            return (JSON, ExampleValue("", {}, is_generated=True)) if is_json(name) else None
        name = JSON if "*" in name else name
        read = self._context.schemas.read(schema)
        if self._context.schemas.whole(read, schema.pointer).format == "binary":
            return None
        made = self._examples.body(read, schema.pointer, Direction.RESPONSE)
        value = ExampleValue("", made, is_generated=True)
        return name, self._xml.written(name, value, media, "")

    def _headers(self, key: str, place: SpecNode) -> Iterator[ResponseHeader]:
        """Yield the rows of a status's response headers."""
        for name, header, schema in self._described_headers(place):
            given = self._given(header)
            known = self._context.rows.describe(
                with_own_fields(schema, header, given), f"Header{name}", header.pointer
            )
            stated = header.get("required")
            required = stated if isinstance(stated, bool) else None
            named = with_names(known.facets, given, known.type)
            about, facets = with_since(header.text("description"), named)
            facets += self._style(header, schema)[1]
            facets = self._context.rows.annotations.with_extensions(facets, header)
            row = ResponseHeader(name, known.type, required, about, (), NOWHERE, facets, status=key)
            yield with_required(row)

    def _fields(self, place: SpecNode, *, with_made: bool) -> list[tuple[str, str]]:
        """Return the header fields of a sample response, with or without generated values."""
        found = []
        for name, header, schema in self._described_headers(place):
            given = self._given(header)
            if not (given or with_made) or name.lower() == "content-length":
                continue
            at = header.pointer
            compared = (
                self._examples.compared_text(one, schema, at, Direction.RESPONSE) for one in given
            )
            value = next((one.value for one in compared if not one.deviates), None)
            if value is None and not with_made:
                continue
            if value is None:
                value = self._examples.scalar(schema, at)
            how, _ = self._style(header, schema)
            if text := " ".join(write_header(text_in(how, value), how).split()):
                found.append((name, text))
        return found

    def _given(self, header: SpecNode) -> list[ExampleValue]:
        media = next((media for _, media in header.entries("content")), header)
        return self._examples.given(media) or self._examples.given(header)

    def _style(self, header: SpecNode, schema: Schema) -> tuple[ParameterStyle, Facets]:
        shape = shape_of(typed(self._context.schemas.whole(schema, header.pointer)))
        return styled(header, Location.HEADER, shape, self._context.notes)

    def _described_headers(self, place: SpecNode) -> Iterator[tuple[str, SpecNode, Schema]]:
        for name, header in place.entries("headers"):
            followed = self._context.resolver.follow(header)
            if name.lower() == "content-type" or not _FIELD_NAME.fullmatch(name) or "`" in name:
                continue
            media = next((media for _, media in followed.entries("content")), followed)
            # In Swagger 2.0, a header and its schema are one object.
            own = {
                k: v
                for k, v in followed.node.items()
                if k != "collectionFormat" and not is_extension(k)
            }
            bare = SpecNode(own, followed.pointer)
            schema = media.inner("schema") if "schema" in media.node else bare
            yield name, followed, self._context.schemas.read(schema)


def _key(name: str) -> str:
    """Normalize a status as pages write it: `404`, `4XX` or `default`."""
    return name.lower() if name[0] in "dD" else name.upper()


def _order(key: str) -> tuple[bool, str, bool, str]:
    """Return where a status comes: by its class, there those without content last, then ranges."""
    is_empty = key.isdecimal() and int(key) in NO_CONTENT
    return not key.isdecimal(), key[0], is_empty, key


def _nodes(content: BodyContent) -> list[tuple[str, Any]]:
    return [(name, media.get("schema")) for name, media in content.media]


def _body(key: str, media_type: str, described: DescribedBody | None) -> ResponseBody:
    """Return a body with a section of its own; a named type has no rows, as its page has them."""
    kind = described.type if described else DataType("any", "any")
    is_named = kind is not None and kind.is_named
    rows = described.rows if described and not is_named else ()
    if kind is None:
        kind = DataType("object", "object")
    return ResponseBody(key, media_type, kind, rows, NOWHERE)


def _status_shown(key: str, keys: Mapping[str, Any]) -> int | None:
    """Return the status of a sample response; None for a class that has no example of its own."""
    if key.isdecimal():
        return int(key)
    if any(other[0] == "2" and other.isdecimal() for other in keys):
        return None
    return 200 if key in ("2XX", "default") else None


def _free_status(key: str, keys: Mapping[str, Any]) -> int | None:
    """Return a status that a class, or the default, stands for; None if all have their own."""
    classes = [int(key[0])] if key[0].isdecimal() else [5, 4]
    for first in classes:
        codes = range(first * 100, first * 100 + 100)
        if key == DEFAULT and f"{first}XX" in keys:
            continue
        known = (code for code in codes if phrase(code) and code not in NO_CONTENT)
        if found := next((code for code in known if str(code) not in keys), None):
            return found
    return None


def response_type(body: DescribedBody | None) -> DataType | None:
    """Return the type in the headings of the response."""
    if body is None:
        return None
    return body.type or DataType("object", "object")
