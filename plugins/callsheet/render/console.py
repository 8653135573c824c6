"""Data of the console on an operation's page: the contract, without its descriptions."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from callsheet.catalog.contracts import Types, promised_requests, promised_response
from callsheet.docs_collections import ALL_PAGES, DocsCollection
from callsheet.http.parameter_styles import Style
from callsheet.model import Location, Operation, Parameter, StyledParameter, Styles
from callsheet.model.contents import own_parameters
from callsheet.render.operation_scripts import OperationRecord, literal
from callsheet.schema.applicators import LISTS_OF_SCHEMAS, MAPS_OF_SCHEMAS, SCHEMA_VALUES
from callsheet.schema.documents import Document, document, name_of_key
from callsheet.schema.json_schema import MEANINGS

_OWN_INPUTS = frozenset({"accept", "authorization", "content-type"})
"""Header fields that the console sets itself, from inputs of their own."""

_WORDS = ("description", "title", MEANINGS)
_NESTING = frozenset((*SCHEMA_VALUES, *LISTS_OF_SCHEMAS, *MAPS_OF_SCHEMAS))
_REFERENCE = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class InitialRequest:
    """The values that the console starts with.

    Attributes:
        path: The path parameters by name; of one with a style, the text that a reader types.
        query: The query parameters in order, likewise.
        headers: The header fields, without those of credentials and body.
        authorization: The header field Authorization; empty where none is needed.
        body: The body in the console's own format: see `site/generated/console.py`.
    """

    path: Mapping[str, str] = field(default_factory=dict)
    query: Sequence[tuple[str, str]] = ()
    headers: Sequence[tuple[str, str]] = ()
    authorization: str = ""
    body: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """An address that the console may send requests to, and its name."""

    url: str
    name: str = ""


def qualified_uid(operation: Operation, collection: str) -> str:
    """Return the uid of an operation in the whole site, as links write it."""
    return f"{collection}:{operation.uid}" if collection else operation.uid


def console_settings(
    servers: Iterable[ServerAddress], *, any_server: bool, sandbox: bool = False
) -> str:
    """Return the last statement of the console's script, which starts it.

    Args:
        servers: The addresses that requests may go to. The default is the reference server on the
            reader's machine, and the site itself where the reference server serves it.
        any_server: Whether the reader may give another address.
        sandbox: Whether the page has a server of its own.
    """
    listed = [{"url": server.url, "name": server.name} for server in servers]
    settings: dict[str, Any] = {"servers": listed, "any": any_server}
    if sandbox:
        settings["sandbox"] = True
    return f"callsheet.startConsole({literal(settings)});\n"


def console_ready_files(ready: Mapping[str, tuple[str, bytes]]) -> str:
    """Return the script with the files that the console can send without asking for one.

    Args:
        ready: Names and contents by media type.
    """
    files = {kind: [name, b64encode(data).decode()] for kind, (name, data) in ready.items()}
    return f"callsheetFiles({literal(files)});\n"


@dataclass(frozen=True, slots=True)
class ConsoleData:
    """Builds the console's data for operations.

    Attributes:
        types: The named types of the catalog.
        collection: The collection that the operations are in.
        servers: Its addresses, instead of those of the site; None for these.
    """

    types: Types
    collection: DocsCollection = ALL_PAGES
    servers: Sequence[ServerAddress] | None = None
    _cache: dict[str, str] = field(default_factory=dict)
    _shortener: _Shortener = field(default_factory=lambda: _Shortener())

    def record(
        self, operation: Operation, example: InitialRequest, known: Container[str]
    ) -> dict[str, OperationRecord]:
        """Return the record of an operation for the console.

        Args:
            operation: The operation.
            example: The values to start with.
            known: The names of `types`, which may note those that it is asked for.
        """
        self._shortener.used.clear()
        sent = self._sent(operation, known) if example.body else None
        got = self._answer(operation, known)
        used = sorted(self._shortener.used)
        headers = operation.parameters_in(Location.HEADER)
        shown = [p for p in headers if p.name.lower() not in _OWN_INPUTS]
        paths = {p.name: p for p in operation.parameters_in(Location.PATH)}
        styles = Styles(operation)
        data = {
            "method": operation.method,
            "route": operation.route.path,
            "path": [
                _entry(name, paths.get(name), example.path.get(name), required=True, styles=styles)
                for name in dict.fromkeys(operation.route.parameters)
            ],
            "query": [
                _short_entry(entry)
                for entry in _entries(
                    [row for row, _ in own_parameters(operation, Location.QUERY)],
                    example.query,
                    styles,
                )
            ],
            "headers": [_short_entry(entry) for entry in _entries(shown, example.headers)],
            "sends": list(operation.request_media_types),
            "gets": list(operation.response_media_types),
            "accept": next((v for n, v in example.headers if n.lower() == "accept"), ""),
            "authorization": example.authorization,
            "body": example.body,
            "sent": sent,
            "statuses": [status.code for status in operation.statuses],
            "ranges": [each.name for each in operation.response.ranges]
            if operation.response
            else [],
            "got": got,
            "base": self.collection.base_path,
            "servers": [{"url": each.url, "name": each.name} for each in self.servers or ()],
        }
        record: dict[str, OperationRecord] = {
            name: literal(value) for name, value in data.items() if value
        }
        return {**record, "types": {key: self._type(key) for key in used}} if used else record

    def _sent(self, operation: Operation, known: Container[str]) -> Any:
        first = next(iter(promised_requests(operation)), None)
        if first is None or first.binary:
            return None
        return self._shortener.short(document(first.schema, known))

    def _answer(self, operation: Operation, known: Container[str]) -> Any:
        """Return the body's schema by its own table: only its direct properties may be null."""
        found = promised_response(operation)
        return self._shortener.short(document(found.schema, known)) if found else None

    def _type(self, key: str) -> str:
        """Return the schema of a named type, in which other named types are any object."""
        if (found := self._cache.get(key)) is None:
            schema = self.types[name_of_key(key)].schema
            found = self._cache[key] = literal(short(document(schema)))
        return found


class _Shortener:
    """Compacts schemas, caches those without nested schemas, and records the types that they use.

    Attributes:
        used: The keys of the types that the schemas refer to.
    """

    def __init__(self) -> None:
        self.used: set[str] = set()
        # Keyed by identity, as the contract shares one object between equal schemas. The schema is
        # kept, too, so that its `id` is not reused while the entry exists.
        self._known: dict[int, tuple[Document, Any, frozenset[str]]] = {}

    def short(self, schema: Document | bool) -> Any:
        """Compact a schema, as the function `short` does."""
        if isinstance(schema, bool):
            return schema
        if known := self._known.get(id(schema)):
            self.used |= known[2]
            return known[1]
        if not schema or not _NESTING.isdisjoint(schema):
            return self._words(schema, self._compact(schema))
        used, self.used = self.used, set()
        words = self._words(schema, self._compact(schema))
        self._known[id(schema)] = schema, words, frozenset(self.used)
        self.used |= used
        return words

    def _compact(self, schema: Document) -> Document:
        result: Document = {}
        for keyword, value in schema.items():
            if keyword in _WORDS or (keyword == "format" and value == "double"):
                continue
            if keyword in MAPS_OF_SCHEMAS:
                result[keyword] = {name: self.short(inner) for name, inner in value.items()}
            elif keyword in SCHEMA_VALUES:
                result[keyword] = self.short(value)
            elif keyword in LISTS_OF_SCHEMAS:
                result[keyword] = [self.short(inner) for inner in value]
            elif keyword == "$ref":
                result[keyword] = key = value.removeprefix(_REFERENCE)
                self.used.add(key)
            elif keyword == "required" and value == [*schema.get("properties", ())]:
                result[keyword] = True
            else:
                result[keyword] = value
        # The console knows what base64 is.
        if "contentEncoding" in schema:
            result.pop("pattern", None)
        return result

    def _words(self, schema: Document, result: Document) -> Any:
        match schema.get("type"):
            case str(name):
                words = name
            case [str(name), "null"]:
                words = f"{name}?"
            case _:
                return result
        if len(result) == 1:
            return words
        if len(result) == 2 and "format" in result:
            return f"{name} {result['format']}{words[len(name) :]}"
        return {**result, "type": words}


def short(schema: Document | bool) -> Any:
    """Compact a schema for the console: `integer int32?` is a type, its format, and "or null".

    Titles and descriptions are left out, and so are keywords that a format implies.
    """
    return _Shortener().short(schema)


def _short_entry(entry: dict[str, Any]) -> Any:
    """Reduce an entry to its name, or to name and type, where it has nothing else."""
    if entry.keys() == {"name"}:
        return entry["name"]
    return list(entry.values()) if list(entry) == ["name", "type"] else entry


def _entries(
    parameters: Iterable[Parameter],
    examples: Sequence[tuple[str, str]],
    styles: Styles | None = None,
) -> Iterator[dict[str, Any]]:
    """Yield the documented parameters, then those that only the example has."""
    shown = {name.lower(): value for name, value in reversed(examples)}
    known = {p.name.lower(): p for p in parameters}
    for key, parameter in known.items():
        yield _entry(parameter.name, parameter, shown.get(key), styles=styles)
    for name, value in examples:
        if name.lower() not in known and name.lower() not in _OWN_INPUTS:
            yield _entry(name, None, value)


def _entry(
    name: str,
    parameter: Parameter | None,
    value: str | None,
    *,
    required: bool = False,
    styles: Styles | None = None,
) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": name}
    if parameter and parameter.type:
        entry["type"] = parameter.type.name
        if parameter.type.values:
            entry["values"] = list(parameter.type.values)
    if required or (parameter and parameter.required):
        entry["required"] = True
    if value is not None:
        entry["value"] = value
    if parameter and styles:
        schema = parameter.schema
        if styled := StyledParameter.of(parameter, styles, schema):
            if styled.how.style is Style.CONTENT:
                # A reader types the text in its format, whatever it stands for.
                entry["type"] = "any"
            entry["style"] = styled.how.style.value
            entry["explode"] = styled.how.explode
            entry["shape"] = styled.shape.value
    return entry
