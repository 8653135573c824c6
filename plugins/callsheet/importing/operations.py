"""Operations of a specification as those of pages (OpenAPI 3.1.0, 4.8.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from callsheet.addresses import safe_address
from callsheet.http.media_types import FORM, JSON, essence, is_json
from callsheet.importing.bodies import Content, Described, describe, request_content
from callsheet.importing.examples import Examples
from callsheet.importing.limits import code
from callsheet.importing.messages import request_message
from callsheet.importing.notes import Notes
from callsheet.importing.parameters import Given, Parameters, merged_parameters
from callsheet.importing.references import Memo, Place, Resolver
from callsheet.importing.responses import Answers, Responses, made_value, response_type
from callsheet.importing.schemas import NOWHERE, Schemas
from callsheet.importing.security import Security, read_security, security_place
from callsheet.model import (
    PLACEHOLDER,
    REQUIRED_MARK,
    DataType,
    ExampleRequest,
    Location,
    Operation,
    Parameter,
    RequestBody,
    Response,
    Route,
    Section,
    SectionKind,
    Text,
)
from callsheet.pages import safe_line, safe_prose

_BODY_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_DESCRIBED_ELSEWHERE = ("accept", "content-type", "authorization")
_DEFAULT_TEXTS = {
    "Accept": "What you want back",
    "Content-Type": "What you send",
}


@dataclass(frozen=True, slots=True)
class Source:
    """An operation in its specification.

    Attributes:
        item: Its Path Item.
        place: It itself.
        method: In capitals.
        route: The path behind the base of the servers.
        uid: What its page is called.
        path: The page's file.
    """

    item: Place
    place: Place
    method: str
    route: str
    uid: str
    path: str


@dataclass(frozen=True, slots=True)
class _Request:
    content: Content
    described: Described | None
    media_type: str
    value: Any


class Operations:
    """Reads operations.

    Args:
        resolver: Follows references.
        schemas: Reads schemas.
        notes: Takes what the page format cannot say.
    """

    def __init__(self, resolver: Resolver, schemas: Schemas, notes: Notes) -> None:
        self._resolver = resolver
        self._schemas = schemas
        self._notes = notes
        self._security: Memo[Security] = Memo()

    def read(self, source: Source) -> Operation:
        """The operation as a page documents it; all of its parts are nowhere yet."""
        examples = Examples(self._schemas, source.uid)
        places = merged_parameters(source.item, source.place, self._resolver)
        parameters = Parameters(self._schemas, examples, self._notes)
        given = list(parameters.read(places, source.route, source.uid))
        suggestion = source.uid[:1].upper() + source.uid[1:]
        request = self._request(source, places, examples, suggestion)
        responses = Responses(self._resolver, self._schemas, examples, self._notes)
        answers = responses.read(source.place, source.uid, f"{suggestion}Response")
        security = self._security.of(
            security_place(source.place, self._resolver),
            lambda place: read_security(place, self._resolver, self._notes),
        )
        given += self._queries(security, given)
        headers = self._headers(given, request, answers, security)
        rows = [g.row for g in given if g.row.location is not Location.HEADER] + headers
        self._note_rest(source.place)
        return self._operation(source, given, rows, request, answers, security)

    def _operation(
        self,
        source: Source,
        given: list[Given],
        rows: list[Parameter],
        request: _Request | None,
        answers: Answers,
        security: Security,
    ) -> Operation:
        title = f"{source.method} {source.route}"
        example = _example(source, given, request, answers, security)
        body_type = response_type(answers.body)
        described = request.described if request else None
        body = (
            RequestBody(
                self._body_name(request),
                described.type if described else None,
                described.rows if described else (),
                NOWHERE,
                required=_stated(request.content.place.get("required")),
            )
            if request
            else None
        )
        response = Response(
            body_type,
            body_type,
            tuple(answers.statuses),
            answers.body.rows if answers.body else (),
            NOWHERE,
        )
        queries = [g for g in given if g.row.location is Location.QUERY]
        return Operation(
            uid=source.uid,
            path=source.path,
            front_matter={"uid": source.uid, "title": title},
            title=title,
            method=source.method,
            route=Route(source.route, NOWHERE),
            parameters=tuple(rows),
            request_media_types=tuple(request.content.media_types) if request else (),
            response_media_types=tuple(answers.media_types),
            query_examples=(
                (Text(f"{source.method} {_target(source.route, given)}", NOWHERE),)
                if any(g.example is not None for g in queries)
                else ()
            ),
            request_bodies=(body,) if body else (),
            response=response,
            example_requests=(example,),
            example_responses=tuple(answers.examples),
            sections=tuple(self._sections(title, source.place, rows, request, body, answers)),
            span=NOWHERE,
        )

    def _sections(
        self,
        title: str,
        place: Place,
        rows: list[Parameter],
        request: _Request | None,
        body: RequestBody | None,
        answers: Answers,
    ) -> Iterator[Section]:
        yield _section(SectionKind.DESCRIPTION, title, self._description(place))
        locations = {row.location for row in rows}
        if Location.PATH in locations:
            yield _section(SectionKind.PATH, "")
        if Location.QUERY in locations:
            yield _section(SectionKind.QUERY, "Query String Parameters")
        if Location.HEADER in locations:
            yield _section(SectionKind.HEADERS, "Request Headers")
        if body and request:
            written = f" {body.type.written}" if body.type else ""
            text = safe_prose(request.content.place.text("description"), level=3)
            yield _section(SectionKind.REQUEST_BODY, f"Request Body: {body.name}{written}", text)
        data_type = response_type(answers.body)
        written = f" {data_type.written}" if data_type else ""
        others = "\n\n".join(answers.others)
        if answers.statuses or data_type:
            yield _section(SectionKind.RESPONSE, f"Response:{written}", safe_prose(others, level=3))
        if data_type:
            yield _section(SectionKind.RESPONSE_BODY, f"Response body:{written}")
        yield _section(SectionKind.EXAMPLE_REQUEST, "Sample request")
        if answers.examples:
            yield _section(SectionKind.EXAMPLE_RESPONSE, "Sample response")

    def _description(self, place: Place) -> str:
        summary, text = safe_line(place.text("summary")), safe_prose(place.text("description"))
        first = " ".join(text.split("\n\n", 1)[0].split())
        parts = [] if first == " ".join(summary.split()) else [safe_prose(summary)]
        parts.append(text)
        if place.get("deprecated") is True:
            self._notes.told(place.pointer, "That it is deprecated is told in words")
            parts.append("**Deprecated.**")
        link = place.inner("externalDocs")
        if written := link.text("url"):
            url = safe_address(written)
            if url and url.lower().startswith(("http://", "https://")):
                about = safe_line(link.text("description")) or "See also"
                parts.append(f"{about}: <{url}>")
            else:
                what = f"The address {code(written)} is no link to a web page, so no page has it"
                self._notes.lost(f"{link.pointer}/url", what, "Begin it with `https://`.")
        return "\n\n".join(filter(None, parts))

    def _request(
        self, source: Source, places: list[Place], examples: Examples, suggestion: str
    ) -> _Request | None:
        content = request_content(source.place, places, self._resolver)
        if content is None or not content.media:
            return None
        described = describe(
            content, f"{source.uid}.request", f"{suggestion}Request", self._schemas, self._notes
        )
        for name, media in content.media:
            for value in examples.given(media):
                return _Request(content, described, name, value)
        best = content.best()
        name, media = best if best else (JSON, content.place)
        if described and described.type and described.type.name == "binary":
            return _Request(content, described, "", None)
        if not is_json(essence(name)) and essence(name) not in (FORM, "text/plain"):
            return _Request(content, described, "", None)
        value = made_value(examples, self._schemas, described, media.inner("schema"))
        return _Request(content, described, name, value)

    def _body_name(self, request: _Request | None) -> str:
        if request is None:
            return ""
        described = request.described
        name = (described.part if described else "") or request.content.name
        if _BODY_NAME.fullmatch(name):
            return name
        is_bytes = described is not None and described.type and described.type.name == "binary"
        return "file" if is_bytes else "body"

    def _queries(self, security: Security, given: list[Given]) -> list[Given]:
        known = {g.row.name for g in given if g.row.location is Location.QUERY}
        return [
            Given(_row(name, _plain("string"), text, Location.QUERY, required=True), "example")
            for name, text in security.queries
            if name not in known
        ]

    def _headers(
        self, given: list[Given], request: _Request | None, answers: Answers, security: Security
    ) -> list[Parameter]:
        """The rows of the headers: first what proves who asks, then media types, then others."""
        rows = {g.row.name.lower(): g.row for g in given if g.row.location is Location.HEADER}
        first: list[Parameter] = []
        for name, text in security.headers:
            own = rows.pop(name.lower(), None)
            # OpenAPI ignores a parameter of that name; what it says is of use to readers.
            first.append(own or _row(name, None, text, Location.HEADER))
            if own and name == "Authorization":
                first[-1] = _row(name, None, f"{text} {own.description}", Location.HEADER)
        media = {
            "Content-Type": request.content.media_types if request else [],
            "Accept": answers.media_types,
        }
        for name, listed in media.items():
            own = rows.pop(name.lower(), None)
            if listed:
                names = ", ".join(f"`{kind.replace('`', '')}`" for kind in listed)
                text = f"{own.about.rstrip(':. ') if own and own.about else _DEFAULT_TEXTS[name]}"
                first.append(_row(name, None, f"{text.replace('`', '')}: {names}", Location.HEADER))
            elif own:
                first.append(own)
        return [*first, *rows.values()]

    def _note_rest(self, place: Place) -> None:
        if place.entries("callbacks"):
            self._notes.lost(f"{place.pointer}/callbacks", "Callbacks are on no page")
        tags = place.get("tags")
        if isinstance(tags, list) and len(tags) > 1:
            what = f"Of {len(tags)} tags, the first one names the folder"
            self._notes.told(f"{place.pointer}/tags", what)
        for key in place.node:
            if str(key).startswith("x-") and key != "x-codegen-request-body-name":
                self._notes.told(f"{place.pointer}/{key}", f"The extension {code(key)} is left out")


def _example(
    source: Source,
    given: list[Given],
    request: _Request | None,
    answers: Answers,
    security: Security,
) -> ExampleRequest:
    headers: list[tuple[str, str]] = []
    if security.authorization:
        headers.append(("Authorization", security.authorization))
    if answers.media_types:
        kinds = [k for k in answers.media_types if is_json(essence(k))] or answers.media_types
        headers.append(("Accept", kinds[0]))
    for one in given:
        is_header = one.row.location is Location.HEADER and one.example is not None
        if is_header and one.row.name.lower() not in _DESCRIBED_ELSEWHERE:
            headers.append((one.row.name, " ".join(_as_text(one.example).split())))
    target = _target(source.route, given)
    media_type = request.media_type if request else ""
    value = request.value if request else None
    if request and essence(media_type) == FORM and isinstance(value, dict):
        pairs = (f"{quote(str(k), safe='')}={_quoted(v)}" for k, v in value.items())
        value = "&".join(pairs)
    return request_message(source.method, target, headers, media_type or None, value)


def _stated(required: Any) -> bool | None:
    """Whether a body must be sent, as its description says; None where it does not say."""
    return required if isinstance(required, bool) else None


def _target(route: str, given: list[Given]) -> str:
    """The route with its parameters, and with a query."""
    path = {g.row.name: g.example for g in given if g.row.location is Location.PATH}
    target = PLACEHOLDER.sub(
        lambda m: _quoted(path[m[1]]) if path.get(m[1]) is not None else m[0], route
    )
    pairs = [
        f"{quote(g.row.name, safe='$[]')}={_quoted(g.example)}"
        for g in given
        if g.row.location is Location.QUERY and g.example is not None
    ]
    joint = "&" if "?" in target else "?"
    return f"{target}{joint}{'&'.join(pairs)}" if pairs else target


def _quoted(value: Any) -> str:
    return quote(_as_text(value), safe=",:") or "example"


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ",".join(map(_as_text, value))
    return str(value)


def _row(
    name: str, kind: DataType | None, text: str, location: Location, *, required: bool = False
) -> Parameter:
    about = safe_line(text)
    if required:
        about = f"{about} {REQUIRED_MARK}".strip()
    return Parameter(name, kind, required or None, about, (), NOWHERE, location=location)


def _plain(name: str) -> DataType:
    return DataType(name, name)


def _section(kind: SectionKind, title: str, text: str = "") -> Section:
    return Section(kind, title, (Text(text, NOWHERE),) if text else (), NOWHERE)
