"""What the console of an operation's page knows: the contract, without what the page says in words.

It comes as scripts, because a page on a disk may load scripts and no JSON, and because a strict
Content-Security-Policy lets them in. The values are JSON, which is an expression of ECMAScript that
calls and reads nothing: nothing of a page can become code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from callsheet.catalog.promises import Types, promised_requests, promised_response
from callsheet.file_names import shortened
from callsheet.model import Location, Operation, Parameter, StyledParameter, Styles
from callsheet.model.contents import own_parameters
from callsheet.schema.documents import Document, component_key, document
from callsheet.schema.json_schema import MEANINGS

MAX_NAME = 200
"""Characters of a file's name without its suffix; most systems have room for 255 bytes."""

_ESCAPED_IN_NAMES = re.compile(r"^\.|[^A-Za-z0-9._-]|_(?=x)")
_OF_THE_CONSOLE = frozenset({"accept", "authorization", "content-type"})
"""Header fields for which the console has fields of its own."""

_WORDS = ("description", "title", MEANINGS)
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_OF_SCHEMAS = frozenset({"items", "additionalProperties"})
_NESTING = _OF_SCHEMAS | {"properties"}
_REFERENCE = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class ExampleRequest:
    """The values that the console begins with.

    Attributes:
        path: The path parameters by name; of one that has a style, what the reader writes.
        query: The query parameters in order, likewise.
        headers: The header fields, without those of credentials and body.
        authorization: The header field Authorization; empty where none is needed.
        body: What the body is, in the console's own words: see `site/console.py`.
    """

    path: Mapping[str, str] = field(default_factory=dict)
    query: Sequence[tuple[str, str]] = ()
    headers: Sequence[tuple[str, str]] = ()
    authorization: str = ""
    body: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """An address that the console may send requests to, and what it is called."""

    url: str
    name: str = ""


def console_file(uid: str) -> str:
    """The name of the file with an operation's data: letters, digits, `.`, `_` and `-` only.

    All else is escaped as in ISO/IEC 9075-14, 9.1, as the console does it when it asks for it. A
    name that file systems may not have room for ends with a digest of the uid; the page tells the
    console such a name.
    """
    name = _ESCAPED_IN_NAMES.sub(lambda match: f"_x{ord(match[0]):X}_", uid)
    return f"{shortened(name, uid, MAX_NAME)}.js"


def told_file(uid: str) -> str:
    """The name of the file where the console cannot make it of the uid; else empty."""
    name = console_file(uid)
    return name if len(name) >= MAX_NAME else ""


def console_settings(servers: Iterable[ServerAddress], *, any_server: bool) -> str:
    """The last statement of the console's script, which starts it.

    Args:
        servers: The addresses that requests may go to; without any, that of the reference server
            on the reader's machine, and that of the site where the reference server serves it.
        any_server: Whether the reader may give another address.
    """
    listed = [{"url": server.url, "name": server.name} for server in servers]
    return f"callsheet.startConsole({_literal({'servers': listed, 'any': any_server})});\n"


@dataclass(frozen=True, slots=True)
class ConsoleData:
    """Makes the data of operations.

    Attributes:
        types: The named types of the catalog.
    """

    types: Types
    _made: dict[str, Any] = field(default_factory=dict)
    _shortener: _Shortener = field(default_factory=lambda: _Shortener())

    def script(self, operation: Operation, example: ExampleRequest) -> str:
        """The script that hands an operation's data to the console."""
        uid, data = _literal(operation.uid), _literal(self._data(operation, example))
        return f"callsheetConsole({uid},{data});\n"

    def _data(self, operation: Operation, example: ExampleRequest) -> dict[str, Any]:
        self._shortener.used.clear()
        sent = self._sent(operation) if example.body else None
        got = self._answer(operation)
        used = sorted(self._shortener.used)
        headers = operation.parameters_in(Location.HEADER)
        shown = [p for p in headers if p.name.lower() not in _OF_THE_CONSOLE]
        signs_in = any(p.name.lower() == "authorization" for p in headers)
        paths = {p.name: p for p in operation.parameters_in(Location.PATH)}
        styles = Styles(operation)
        data = {
            "method": operation.method,
            "route": operation.route.template.partition("?")[0],
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
            "signsIn": signs_in,
            "authorization": example.authorization,
            "body": example.body,
            "sent": sent,
            "statuses": [status.code for status in operation.statuses],
            "got": got,
            "types": {key: self._type(key) for key in used},
        }
        return {name: value for name, value in data.items() if value}

    def _sent(self, operation: Operation) -> Any:
        first = next(iter(promised_requests(operation)), None)
        if first is None or first.binary:
            return None
        return self._shortener.short(document(first.schema, self.types))

    def _answer(self, operation: Operation) -> Any:
        """The body by its own table: any property of it may be null, those of its parts may not."""
        found = promised_response(operation)
        return self._shortener.short(document(found.schema, self.types)) if found else None

    def _type(self, key: str) -> Any:
        """The schema of a named type, in which other named types are any object."""
        if not self._made:
            for name, definition in self.types.items():
                self._made[component_key(name)] = short(document(definition.schema))
        return self._made[key]


class _Shortener:
    """Makes short forms, those of schemas without others in them once, and notes their types.

    Attributes:
        used: The keys of the types that the schemas refer to.
    """

    def __init__(self) -> None:
        self.used: set[str] = set()
        # By identity, as the contract has one schema for what is said alike in many places. The
        # schema stays here, too, so that nothing else gets its identity.
        self._known: dict[int, tuple[Document, Any, frozenset[str]]] = {}

    def short(self, schema: Document) -> Any:
        """What `short` makes."""
        if known := self._known.get(id(schema)):
            self.used |= known[2]
            return known[1]
        if not schema or not _NESTING.isdisjoint(schema):
            return self._words(schema, self._made(schema))
        used, self.used = self.used, set()
        words = self._words(schema, self._made(schema))
        self._known[id(schema)] = schema, words, frozenset(self.used)
        self.used |= used
        return words

    def _made(self, schema: Document) -> Document:
        made: Document = {}
        for keyword, value in schema.items():
            if keyword in _WORDS or (keyword == "format" and value == "double"):
                continue
            if keyword == "properties":
                made[keyword] = {name: self.short(inner) for name, inner in value.items()}
            elif keyword in _OF_SCHEMAS and isinstance(value, dict):
                made[keyword] = self.short(value)
            elif keyword == "anyOf":
                made[keyword] = [self.short(inner) for inner in value]
            elif keyword == "$ref":
                made[keyword] = key = value.removeprefix(_REFERENCE)
                self.used.add(key)
            elif keyword == "required" and value == [*schema.get("properties", ())]:
                made[keyword] = True
            else:
                made[keyword] = value
        # The console knows what base64 is.
        if "contentEncoding" in schema:
            made.pop("pattern", None)
        return made

    def _words(self, schema: Document, made: Document) -> Any:
        match schema.get("type"):
            case str(name):
                words = name
            case [str(name), "null"]:
                words = f"{name}?"
            case _:
                return made
        if len(made) == 1:
            return words
        if len(made) == 2 and "format" in made:
            return f"{name} {made['format']}{words[len(name) :]}"
        return {**made, "type": words}


def short(schema: Document) -> Any:
    """A schema as the console reads it: `integer int32?` is a type, its format, and or null.

    It is without words, and without what follows from its formats.
    """
    return _Shortener().short(schema)


def _short_entry(entry: dict[str, Any]) -> Any:
    """The name of a field, or name and type, where nothing else is said of it."""
    if entry.keys() == {"name"}:
        return entry["name"]
    return list(entry.values()) if list(entry) == ["name", "type"] else entry


def _entries(
    parameters: Iterable[Parameter],
    examples: Sequence[tuple[str, str]],
    styles: Styles | None = None,
) -> Iterator[dict[str, Any]]:
    """The documented parameters, then those that only the example shows."""
    shown = {name.lower(): value for name, value in reversed(examples)}
    known = {p.name.lower(): p for p in parameters}
    for key, parameter in known.items():
        yield _entry(parameter.name, parameter, shown.get(key), styles=styles)
    for name, value in examples:
        if name.lower() not in known and name.lower() not in _OF_THE_CONSOLE:
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
            entry["style"] = styled.how.style.value
            entry["explode"] = styled.how.explode
            entry["shape"] = styled.shape.value
    return entry


def _literal(value: Any) -> str:
    """An expression for a JSON value, which is safe in a `script` element, too."""
    text = _ENCODER.encode(value)
    text = text.replace("</", "<\\/").replace("<!--", "\\u003c!--")
    # The one name that means something else in an expression than in JSON (ECMA-262, B.3.1).
    text = text.replace('"__proto__":', '["__proto__"]:')
    if not text.isprintable():
        text = "".join(c if c.isprintable() else _escape(c) for c in text)
    return text


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[n : n + 4]}" for n in range(0, len(units), 4))
