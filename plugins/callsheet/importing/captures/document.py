"""Exchanges as an OpenAPI document, so that their import is that of any document."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any

from callsheet.http.media_types import is_form, is_json
from callsheet.http.statuses import NO_CONTENT, phrase
from callsheet.importing.captures.content import (
    Document,
    by_name,
    example_of,
    header,
    parameter,
    readable,
    schema_of,
)
from callsheet.importing.captures.credentials import Schemes, schemes_of
from callsheet.importing.captures.exchange import (
    Captured,
    CapturedBody,
    CapturedExchange,
    CapturedField,
    CapturedResponse,
    documented,
    pointer_to,
)
from callsheet.importing.captures.routes import CapturedOperation, operations_of
from callsheet.importing.captures.secrets import without_secrets
from callsheet.importing.input.bundle import DocumentSources
from callsheet.importing.naming import UniqueNames, uid_of_route
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.openapi import METHODS, Imported, import_openapi
from callsheet.importing.operation.examples import MAX_EXAMPLES
from callsheet.importing.reading import Specification
from callsheet.model import PLACEHOLDER

MAX_EXCHANGES = 200
"""Exchanges of one operation and status that are looked at; further ones are counted only."""

Labels = Mapping[str, str]
"""The names of examples by the pointers of exchanges."""

_UNNAMED = 3
"""Examples of one body that are shown where they have no names."""

_MAX_LABEL = 60
_UNKNOWN = "2XX"
"""The status of a response that was not recorded."""

_LOOPBACK = ("localhost", "127.", "0.0.0.0", "[::1]")  # noqa: S104 - nothing listens there


@dataclass(slots=True)
class CaptureSources(DocumentSources):
    """Tells which exchange an operation of the document comes from.

    Attributes:
        exchanges: The JSON pointers of exchanges by those of operations.
    """

    exchanges: dict[str, str] = field(default_factory=dict)

    def written(self, pointer: str) -> str:
        """Return the file, and the JSON pointer of the exchange in it."""
        place = self.exchanges.get("/".join(pointer.split("/")[:4]), "")
        return f"{self.name}#{place}"


def import_captured(captured: Captured, tags: Iterable[str] = ()) -> Imported:
    """Import exchanges: as operations, with the examples that they are, and without secrets.

    Args:
        captured: The exchanges.
        tags: Only import those in one of these folders; empty for all.
    """
    clean, count = without_secrets(captured)
    notes = ImportNotes(DocumentSources(captured.name))
    sources = CaptureSources(captured.name)
    if count:
        what = f"{count:,} {'secrets were' if count > 1 else 'secret was'} taken out"
        notes.minor("", what, "Look at the pages before you publish them.")
    pairs = zip(captured.exchanges, clean.exchanges, strict=True)
    securities = {exchange.pointer: schemes_of(raw) for raw, exchange in pairs}
    whole = _DocumentWriter(clean, securities, sources, notes).document()
    imported = import_openapi(
        Specification(captured.name, whole, whole["openapi"], sources), tuple(tags)
    )
    return replace(imported, findings=(*captured.findings, *notes.findings, *imported.findings))


class _DocumentWriter:
    """Writes the document.

    Args:
        captured: The exchanges, without secrets.
        securities: The security schemes of each exchange by its pointer.
        sources: Gets the places of operations.
        notes: Collects findings about what is left out.
    """

    def __init__(
        self,
        captured: Captured,
        securities: Mapping[str, Schemes],
        sources: CaptureSources,
        notes: ImportNotes,
    ) -> None:
        self._captured = captured
        self._securities = securities
        self._sources = sources
        self._notes = notes
        self._in_paths: dict[str, list[CapturedField]] = {}
        self._uids = UniqueNames(("index",))
        self._schemes: dict[str, Mapping[str, Any]] = {}

    def document(self) -> Document:
        """Return the document."""
        operations = operations_of(filter(self._has_method, self._captured.exchanges))
        for operation in operations:
            ends = {match[1]: match.end() for match in PLACEHOLDER.finditer(operation.route)}
            for exchange in operation.exchanges:
                for each in exchange.path_values:
                    prefix = operation.route[: ends[each.name]]
                    self._in_paths.setdefault(prefix, []).append(each)
        common = next(filter(None, map(_servers, operations)), [])
        paths: Document = {}
        for operation in operations:
            written = self._operation(operation)
            servers = _servers(operation)
            if servers and servers != common:
                written["servers"] = servers
            paths.setdefault(operation.route, {})[operation.method.lower()] = written
        about = {"description": self._captured.description} if self._captured.description else {}
        return {
            "openapi": "3.1.0",
            "info": {"title": self._captured.title, "version": "1", **about},
            **({"servers": common} if common else {}),
            "tags": [
                {"name": name, "description": text}
                for name, text in self._captured.folders.items()
                if text
            ],
            "paths": paths,
            "components": {"securitySchemes": self._schemes},
        }

    def _has_method(self, exchange: CapturedExchange) -> bool:
        if exchange.method.lower() in METHODS:
            return True
        self._notes.lost(exchange.pointer, f"The method {code(exchange.method)} is not on any page")
        return False

    def _operation(self, operation: CapturedOperation) -> Document:
        exchanges = operation.exchanges
        pointer = pointer_to("paths", operation.route, operation.method.lower())
        self._sources.exchanges[pointer] = exchanges[0].pointer
        uid = uid_of_route(operation.method, operation.route) or operation.method.lower()
        found: Document = {"operationId": self._uids.give(uid)}
        for key, texts in (
            ("summary", (each.name for each in exchanges)),
            ("description", (each.description for each in exchanges)),
        ):
            if text := next(filter(None, texts), ""):
                found[key] = readable(text)
        if folder := exchanges[0].folder:
            found["tags"] = [folder]
        found["parameters"] = [*self._in_path(operation.route), *_parameters(exchanges)]
        labels = _labels(exchanges)
        if body := self._request(exchanges, labels):
            found["requestBody"] = body
        found["responses"] = self._responses(exchanges, labels)
        if security := self._security(exchanges):
            found["security"] = security
        return found

    def _in_path(self, route: str) -> Iterator[Document]:
        """Yield the parameters of a path, which are the same in longer paths."""
        for match in PLACEHOLDER.finditer(route):
            known = self._in_paths.get(route[: match.end()], [])
            yield parameter("path", match[1], [[each] for each in known[:MAX_EXCHANGES]])

    def _request(self, exchanges: Sequence[CapturedExchange], labels: Labels) -> Document | None:
        """Return the Request Body Object of requests; None if none has a body."""
        # What a server refused is not an example of what to send, unless there is nothing else.
        fine = [each for each in exchanges if each.body and each.is_success]
        sent = fine or [each for each in exchanges if each.body]
        if not sent:
            return None
        given = [(labels[each.pointer], each.body) for each in sent if each.body]
        if any(is_json(body.media_type) or is_form(body.media_type) for _, body in given):
            what = "What all requests have in their bodies is required on the page"
            self._notes.changed(exchanges[0].pointer, what)
        is_required = all(each.body for each in exchanges if each.is_success or not fine)
        return {"required": is_required, "content": _content(given, required=True)}

    def _responses(self, exchanges: Sequence[CapturedExchange], labels: Labels) -> Document:
        by_status: dict[int, list[tuple[str, CapturedResponse]]] = {}
        for exchange in exchanges:
            if exchange.response:
                known = by_status.setdefault(exchange.response.status, [])
                known.append((labels[exchange.pointer], exchange.response))
        found: Document = {}
        if not any(status < HTTPStatus.BAD_REQUEST for status in by_status):
            what = "No successful response is known, so the page says no more of it than `2XX`"
            self._notes.lost(
                exchanges[0].pointer, what, "Write the statuses and the bodies of responses."
            )
            found[_UNKNOWN] = {"description": "Success."}
        for status, given in sorted(by_status.items()):
            if len(given) > MAX_EXCHANGES:
                given = given[:MAX_EXCHANGES]
            found[str(status)] = _response(status, given)
        return found

    def _security(self, exchanges: Sequence[CapturedExchange]) -> list[Document]:
        """Return the alternatives that requests show; empty if none has credentials."""
        used = [self._securities[each.pointer] for each in exchanges if each.is_success] or [
            found for each in exchanges if (found := self._securities[each.pointer])
        ]
        alternatives: list[Document] = []
        for schemes in used:
            one: Document = {self._scheme(name, scheme): [] for name, scheme in schemes.items()}
            if one not in alternatives:
                alternatives.append(one)
        return alternatives if any(alternatives) else []

    def _scheme(self, name: str, scheme: Mapping[str, Any]) -> str:
        """Return the name of a scheme; another one where that is the name of a different one."""
        wanted, number = name, 1
        while self._schemes.setdefault(name, scheme) != scheme:
            number += 1
            name = f"{wanted}-{number}"
        return name


def _servers(operation: CapturedOperation) -> list[Document]:
    """Return the servers of an operation that others can reach, too."""
    origins = dict.fromkeys(each.origin for each in operation.exchanges if each.origin)
    return [
        {"url": origin} for origin in origins if not origin.partition("//")[2].startswith(_LOOPBACK)
    ]


def _labels(exchanges: Sequence[CapturedExchange]) -> Labels:
    """Return the names of examples, different for each exchange; empty where there is only one."""
    if len(exchanges) == 1:
        return {exchanges[0].pointer: ""}
    names = UniqueNames()
    return {
        each.pointer: names.give(each.label[:_MAX_LABEL] or f"Example {number}", " ")
        for number, each in enumerate(exchanges, 1)
    }


def _parameters(exchanges: Sequence[CapturedExchange]) -> Iterator[Document]:
    looked_at = exchanges[:MAX_EXCHANGES]
    for place, fields_of in _PLACES:
        given: dict[str, list[list[CapturedField]]] = {}
        for exchange in looked_at:
            for name, fields in by_name(fields_of(exchange)).items():
                given.setdefault(name, []).append(fields)
        for name, found in given.items():
            yield parameter(place, name, found)


_PLACES: tuple[tuple[str, Callable[[CapturedExchange], Iterable[CapturedField]]], ...] = (
    ("query", lambda exchange: exchange.query),
    ("header", lambda exchange: exchange.headers),
)


def _response(status: int, given: Sequence[tuple[str, CapturedResponse]]) -> Document:
    descriptions = (response.description for _, response in given)
    found: Document = {"description": next(filter(None, descriptions), "") or phrase(status)}
    headers: dict[str, list[CapturedField]] = {}
    for _, response in given:
        for name, fields in by_name(documented(response.headers)).items():
            headers.setdefault(name.lower(), []).extend(fields)
    if headers:
        found["headers"] = {fields[0].name: header(fields) for fields in headers.values()}
    bodies = [(label, response.body) for label, response in given if response.body]
    if bodies and status not in NO_CONTENT:
        found["content"] = _content(bodies, required=False)
    return found


def _content(given: Sequence[tuple[str, CapturedBody]], *, required: bool) -> Document:
    """Return the Media Type Objects of bodies by media type."""
    by_type: dict[str, list[tuple[str, CapturedBody]]] = {}
    for label, body in given[:MAX_EXCHANGES]:
        by_type.setdefault(body.media_type, []).append((label, body))
    return {
        media_type: {
            "schema": schema_of(media_type, [body for _, body in found], required=required),
            **_examples(found),
        }
        for media_type, found in by_type.items()
    }


def _examples(given: Sequence[tuple[str, CapturedBody]]) -> Document:
    shown: dict[str, tuple[str, Any]] = {}
    for label, body in given:
        if (value := example_of(body)) is not None:
            shown.setdefault(repr(value), (label, value))
    examples = list(shown.values())
    is_named = any(label and not label.startswith("Example ") for label, _ in examples)
    examples = examples[: MAX_EXAMPLES if is_named else _UNNAMED]
    if not examples:
        return {}
    if len(examples) == 1 and not is_named:
        return {"example": examples[0][1]}
    return {"examples": {label: {"value": value} for label, value in examples}}
