"""Converts operations of a specification to those of pages (OpenAPI 3.1.0, 4.8.10)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from callsheet.export.prose import can_be_title
from callsheet.importing.context import ImportContext
from callsheet.importing.notes import code
from callsheet.importing.operation.examples import Examples, ExampleValue
from callsheet.importing.operation.external_links import with_external_link
from callsheet.importing.operation.messages import identified, sample_requests, target_of
from callsheet.importing.operation.parameters import (
    Argument,
    ParameterReader,
    header_rows,
    merged_parameters,
)
from callsheet.importing.operation.requests import ImportedRequest, RequestReader
from callsheet.importing.operation.responses import ImportedResponses, Responses, response_type
from callsheet.importing.operation.row_cells import NOWHERE
from callsheet.importing.operation.sections import sections_of
from callsheet.importing.operation.security import ImportedSecurity, read_security, security_place
from callsheet.importing.references import NodeCache, SpecNode
from callsheet.model import (
    ExampleRequest,
    ExampleResponse,
    Location,
    Operation,
    Outgoing,
    Parameter,
    Response,
    Route,
    Text,
)
from callsheet.model.operation import IMPORTED_FROM
from callsheet.pages import safe_line, safe_prose
from callsheet.schema.annotations import ANNOTATIONS, OF_OPERATION, OF_PATH
from callsheet.source.front_matter import read_operation_keys

_LOCATIONS = (Location.PATH, Location.QUERY, Location.HEADER, Location.COOKIE)


@dataclass(frozen=True, slots=True)
class SpecOperation:
    """An operation in its specification.

    Attributes:
        item: Its Path Item.
        place: Its Operation Object.
        method: The method, in capitals.
        route: The path of the servers, followed by its own path.
        uid: Its uid.
        path: The file of its page.
        servers: The addresses of its servers, each with a description.
        outgoing: That the server sends it, as a webhook or callback.
    """

    item: SpecNode
    place: SpecNode
    method: str
    route: str
    uid: str
    path: str
    servers: tuple[Mapping[str, str], ...] = ()
    outgoing: Outgoing | None = None

    @property
    def signature(self) -> str:
        """Its method, and its route or, if the server sends it, its name."""
        return f"{self.method} {self.outgoing.name if self.outgoing else self.route}"


@dataclass(frozen=True, slots=True)
class _Found:
    """The parts of an operation, before they are put together."""

    source: SpecOperation
    given: list[Argument]
    rows: list[Parameter]
    request: ImportedRequest | None
    answers: ImportedResponses
    security: ImportedSecurity


class OperationReader:
    """Reads operations.

    Args:
        context: The readers of the document's parts.
    """

    def __init__(self, context: ImportContext) -> None:
        self._context = context
        self._resolver = context.resolver
        self._notes = context.notes
        self._security: NodeCache[ImportedSecurity] = NodeCache()

    def read(self, source: SpecOperation) -> Operation:
        """Return the operation as a page documents it; its parts have no lines yet."""
        context = self._context
        examples = Examples(self._resolver, context.schemas, self._notes, source.uid)
        places = merged_parameters(source.item, source.place, self._resolver)
        parameters = ParameterReader(context.schemas, context.rows, examples, self._notes)
        given = list(parameters.read(places, source.route, source.uid))
        requests = RequestReader(context)
        request = requests.read(source.place, source.uid, places, examples)
        answers = Responses(context, examples, source.uid).read(source.place)
        security = ImportedSecurity()
        # The requirements of the whole document are about its clients.
        if not source.outgoing or "security" in source.place.node:
            security = self._security.of(
                security_place(source.place, self._resolver),
                lambda place: read_security(place, self._resolver, self._notes),
            )
        sent = request.content.media_types if request else []
        headers = header_rows(given, sent, answers.media_types, security)
        names = {row.name.lower() for row in headers}
        for row in (g.row for g in given if g.row.location is Location.HEADER):
            if row.name.lower() not in names:
                what = f"{code(row.name)} is about a body that the document does not describe"
                self._notes.minor(source.place.pointer, what)
        rows = [g.row for g in given if g.row.location is not Location.HEADER] + headers
        # Each location has a table of its own.
        rows.sort(key=lambda row: _LOCATIONS.index(row.location))
        return self._operation(_Found(source, given, rows, request, answers, security))

    def _operation(self, found: _Found) -> Operation:
        source, answers, request = found.source, found.answers, found.request
        title = _title(source)
        keys = self._front_matter(found)
        read = read_operation_keys(keys)
        response = Response(
            response_type(answers.body),
            response_type(answers.body),
            tuple(answers.statuses),
            answers.body.rows if answers.body else (),
            NOWHERE,
            tuple(answers.ranges),
            tuple(answers.bodies),
            tuple(answers.headers),
        )
        given = list(identified(found.given, response.properties, answers.examples))
        queries = [g for g in given if g.row.location is Location.QUERY]
        # An example with the name of a refusal may be wrong on purpose.
        refused = {each.name for each in answers.examples if each.status >= 400} - {""}
        kept, deviating = _parted(request.shown, refused) if request else (None, [])

        def messages(shown: list[tuple[str, ExampleValue]] | None) -> Iterator[ExampleRequest]:
            return sample_requests(
                source.method,
                source.route,
                given,
                shown,
                answers.accepted,
                found.security,
                _media_types_by_name(answers.examples),
            )

        return Operation(
            uid=source.uid,
            path=source.path,
            front_matter={"uid": source.uid, "title": title, **keys},
            title=title,
            method=source.method,
            route=Route(source.route, NOWHERE),
            parameters=tuple(found.rows),
            request_media_types=tuple(request.content.media_types) if request else (),
            response_media_types=tuple(answers.media_types),
            query_examples=(
                (Text(f"{source.method} {target_of(source.route, given)}", NOWHERE),)
                if any(g.example is not None for g in queries)
                else ()
            ),
            request_bodies=request.bodies if request else (),
            response=response,
            example_requests=tuple(messages(kept)),
            example_responses=tuple(answers.examples),
            sections=tuple(
                sections_of(
                    title,
                    self._description(source),
                    found.rows,
                    request.bodies if request else (),
                    request.content.place.text("description") if request else "",
                    response,
                    answers.links,
                    [*answers.examples, *answers.deviating],
                )
            ),
            span=NOWHERE,
            about=read.summary,
            operation_id=read.operation_id,
            deprecated=read.deprecated,
            tags=read.tags,
            servers=read.servers,
            security=read.security,
            outgoing=read.outgoing,
            deviating_requests=tuple(messages(deviating)),
            deviating_responses=tuple(answers.deviating),
        )

    def _front_matter(self, found: _Found) -> dict[str, Any]:
        """Return the keys of the front matter about the operation."""
        source, place = found.source, found.source.place
        summary = _summary(source)
        first = _first_paragraph(place)
        name = place.text("operationId")
        # Without a summary apart, a long one is taken for what its page says instead of a text.
        is_same = first == _one_line(place.text("description")) and not can_be_title(summary)
        is_apart = first and (first != summary or is_same)
        keys: dict[str, Any] = {
            IMPORTED_FROM: self._context.notes.source,
            "summary": safe_line(summary) if is_apart else "",
            "operationId": name if name != source.uid else "",
            "deprecated": place.get("deprecated") is True,
            "tags": listed_texts(place, "tags")[1:],
            "servers": [dict(server) for server in source.servers],
            "security": found.security.front_matter,
            ANNOTATIONS: self._annotations(source),
        }
        if outgoing := source.outgoing:
            whole = {"name": outgoing.name, "of": outgoing.cause, "address": outgoing.address}
            keys |= {"callback": whole} if outgoing.cause else {"webhook": outgoing.name}
        self._context.schemas.budget.value(found.security.front_matter, place.pointer)
        # The page has an identity, text and a folder anyway: that the document has no such thing
        # must be said.
        none: dict[str, Any] = {"operationId": "", "summary": "", "tags": []}
        has = {"summary": bool(summary or not first), "operationId": bool(name)}
        has["tags"] = bool(listed_texts(place, "tags"))
        left_out = {key: value for key, value in none.items() if not has[key]}
        return {key: value for key, value in keys.items() if value} | left_out

    def _annotations(self, source: SpecOperation) -> dict[str, Any]:
        cells = self._context.rows.annotations
        own = cells.fragment(source.place, OF_OPERATION)
        of_path = cells.fragment(source.item, {})
        return {**own, **({OF_PATH: of_path} if of_path else {})}

    def _description(self, source: SpecOperation) -> str:
        place = source.place
        summary, text = safe_line(_summary(source)), safe_prose(place.text("description"))
        # If there is a description, the summary goes into the front matter.
        return with_external_link(text or safe_prose(summary), place, self._notes)


def _parted(
    shown: list[tuple[str, ExampleValue]], refused: set[str]
) -> tuple[list[tuple[str, ExampleValue]], list[tuple[str, ExampleValue]]]:
    """Part the examples of a request: those that its samples use, and those ruled out."""
    parts: tuple[list[tuple[str, ExampleValue]], ...] = ([], [])
    for media_type, one in shown:
        parts[one.deviates and one.name not in refused].append((media_type, one))
    return parts[0], parts[1]


def _summary(source: SpecOperation) -> str:
    """Return the summary, unless it is the title that our export gives a page without text."""
    summary = _one_line(source.place.text("summary"))
    return summary if summary != source.signature else ""


def _title(source: SpecOperation) -> str:
    """Return the title of the page: the summary, unless it is long or begins the description."""
    summary = safe_line(_summary(source)).removesuffix(".")
    is_text = _summary(source) == _first_paragraph(source.place)
    if summary and not is_text and can_be_title(summary):
        return summary
    return safe_line(source.signature)


def _first_paragraph(place: SpecNode) -> str:
    return _one_line(place.text("description").strip().split("\n\n", 1)[0])


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _media_types_by_name(shown: list[ExampleResponse]) -> dict[str, str]:
    """Return the media types of named sample responses."""
    kinds = ((each.name, each.header("Content-Type")) for each in shown if each.name)
    return {name: kind for name, kind in kinds if kind}


def listed_texts(place: SpecNode, key: str) -> list[str]:
    """Return the texts in a list of a node."""
    value = place.get(key)
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
