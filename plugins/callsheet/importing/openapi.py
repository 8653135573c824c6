"""Imports a specification as operations, types and folders, and reads its servers."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Any
from urllib.parse import urlsplit

from callsheet.export.operations import UID
from callsheet.findings import Finding
from callsheet.importing.context import ImportContext
from callsheet.importing.input.bundle import DocumentSources
from callsheet.importing.naming import UniqueNames, as_folder, as_uid, uid_of_route
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.openapi_32 import as_openapi_31
from callsheet.importing.operation.external_links import with_external_link
from callsheet.importing.operation.reader import OperationReader, SpecOperation, listed_texts
from callsheet.importing.operation.row_cells import NOWHERE
from callsheet.importing.outgoing import OutgoingPlace, find_callbacks, find_webhooks
from callsheet.importing.reading import Budget, Specification
from callsheet.importing.references import Resolver, SpecNode
from callsheet.model import RECEIVER, Operation, TypeTable
from callsheet.pages import safe_line, safe_prose
from callsheet.schema import Schema
from callsheet.source.overviews import INFO_KEYS, OTHER_TAGS, TAG_KEYS

Address = Mapping[str, Any]
"""A server, with the keys of the front matter."""

_MAX_URL = 2000
MAX_ADDRESSES = 20
"""Maximum number of addresses that the variables of one server stand for."""

_MAX_EXAMPLE = 10_000
"""Characters of an example on the page of a type."""

TYPES = "types"
"""The folder of type pages."""

_METHOD = re.compile(r"[A-Z]+")
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_OWN_PATH = re.compile(r"`(?P<path>/\S*)`")


class ServerReader:
    """Reads Server Objects (OpenAPI 3.1.0, 4.8.5), and the host of Swagger 2.0.

    Args:
        root: The document.
        notes: Collects findings about what a page cannot express.
    """

    def __init__(self, root: SpecNode, notes: ImportNotes) -> None:
        self._root = root
        self._notes = notes
        self._read: dict[str, tuple[str, tuple[Address, ...]]] = {}

    def of(self, *places: SpecNode) -> tuple[str, tuple[Address, ...]]:
        """Return the path of the first server, and the addresses of all servers.

        Args:
            places: Nodes that may have servers, the closest first; the default are the document's.
        """
        place = next((place for place in places if place.listed("servers")), self._root)
        if place.pointer not in self._read:
            self._read[place.pointer] = self._of(place)
        return self._read[place.pointer]

    def _of(self, place: SpecNode) -> tuple[str, tuple[Address, ...]]:
        listed = list(self._listed(place))
        first = listed[0][0] if listed else self._root.text("basePath").rstrip("/")
        base = first if first.startswith("/") else ""
        if base:
            what = f"The path {code(base)} of the servers stands in the routes"
            self._notes.minor(f"{place.pointer}/servers", what)
        can_replace = "{" not in base
        if not can_replace and any(path != first for path, _ in listed):
            what = "Of several servers, the first one's path is that of the routes"
            self._notes.minor(f"{place.pointer}/servers", what)
        found: dict[str, Address] = {}
        for path, address in listed:
            if path == first and address:
                found.setdefault(address["url"], address)
            elif path != first and can_replace:
                url = (address.get("url", "") + path) or "/"
                other = {**address, "url": url, **({"replaces": base} if base else {})}
                found.setdefault(url, other)
        return base, tuple(found.values())

    def _listed(self, place: SpecNode) -> Iterator[tuple[str, Address]]:
        """Yield the path of each server, and its address, if it has one."""
        for server in place.listed("servers"):
            for url, template in self._urls(server):
                try:
                    parts = urlsplit(url)
                except ValueError:
                    self._notes.left_out(server.pointer, f"{code(url)} is no address")
                    continue
                yield parts.path.rstrip("/"), _address(parts.scheme, parts.netloc, server, template)
        if host := self._root.text("host") if not place.pointer else "":
            base = self._root.text("basePath").rstrip("/")
            schemes = self._root.get("schemes")
            for scheme in schemes if isinstance(schemes, list) and schemes else ["https"]:
                yield base, _address(str(scheme), host, SpecNode({}, ""), "")

    def _urls(self, server: SpecNode) -> Iterator[tuple[str, str]]:
        """Yield the addresses of a server: with the defaults of its variables, then other values.

        Each is followed by the same address without values for the variables before its path.

        A variable of the path that takes any value stands in the last address as it is.
        """
        url = server.text("url")
        path = url if url.startswith("/") else url.partition("://")[2].partition("/")[2]
        choices: list[list[tuple[str, str]]] = []
        for name, variable in server.entries("variables"):
            values = [str(variable.get("default", ""))]
            listed = variable.get("enum")
            listed = list(map(str, listed)) if isinstance(listed, list) else []
            if f"{{{name}}}" in path:
                values += listed or [f"{{{name}}}"]
            choices.append([(f"{{{name}}}", text) for text in dict.fromkeys(values)])
        if math.prod(map(len, choices)) > MAX_ADDRESSES:
            what = f"Only {MAX_ADDRESSES} addresses of a server with variables are on a page"
            self._notes.left_out(server.pointer, what)
        for pairs in islice(product(*choices), MAX_ADDRESSES):
            made = url
            for name, text in pairs:
                # Checked before, as one text may be very long, and stand in many places.
                made = made.replace(name, text) if max(len(made), len(text)) <= _MAX_URL else made
            if len(made) > _MAX_URL:
                self._notes.left_out(server.pointer, "The address is too long")
            else:
                yield made, url


def _address(scheme: str, host: str, server: SpecNode, template: str) -> Address:
    if scheme not in ("http", "https") or not host or "{" in host:
        return {}
    start, _, rest = template.partition("://")
    origin = f"{start}://{rest.partition('/')[0]}"
    variables = {
        name: {"default": str(variable.get("default", "")), **dict(_stated(variable))}
        for name, variable in server.entries("variables")
        if f"{{{name}}}" in origin
    }
    found: dict[str, Any] = {"url": origin if variables else f"{scheme}://{host}"}
    for key in ("name", "description"):
        if text := safe_line(" ".join(server.text(key).split())):
            found[key] = text
    return {**found, **({"variables": variables} if variables else {})}


def _stated(variable: SpecNode) -> Iterator[tuple[str, Any]]:
    listed = variable.get("enum")
    if isinstance(listed, list) and listed:
        yield "enum", [str(value) for value in listed]
    if text := safe_line(variable.text("description")):
        yield "description", text


@dataclass(frozen=True, slots=True)
class ImportedType:
    """A type with a page: its table and its description."""

    table: TypeTable
    description: str


@dataclass(frozen=True, slots=True)
class ImportedFolder:
    """A folder of a tag: the title and description of its overview, and further keys."""

    title: str
    description: str
    keys: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imported:
    """An imported specification.

    Attributes:
        title: The name of the API.
        description: Its description, as prose.
        folders: The folders by path.
        operations: The operations, whose parts have no lines on a page yet.
        types: The types that they use.
        findings: What the page format cannot express.
        pointers: The JSON pointers to the operations by uid, and to the types by name.
        keys: What else the document says about the API, such as its version.
        source: The name of the specification.
    """

    title: str
    description: str
    folders: dict[str, ImportedFolder]
    operations: tuple[Operation, ...]
    types: tuple[ImportedType, ...]
    findings: tuple[Finding, ...]
    pointers: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""


def import_openapi(specification: Specification, tags: Collection[str] = ()) -> Imported:
    """Import the operations and types of a specification.

    Args:
        specification: OpenAPI 3.0, 3.1 or 3.2, or Swagger 2.0.
        tags: Only import operations with one of these tags; empty for all.

    Returns:
        The operations, with findings about what their pages cannot express. An invalid operation is
        left out, with an error.
    """
    notes = ImportNotes(specification.sources or DocumentSources(specification.name))
    return _Importer(specification, notes).run(tags)


class _Importer:
    def __init__(self, specification: Specification, notes: ImportNotes) -> None:
        self._notes = notes
        self._budget = Budget(specification.name)
        document = specification.document
        if specification.version.startswith("3.2"):
            document = as_openapi_31(document, notes)
        self._resolver = Resolver(document, notes, self._budget)
        self._root = self._resolver.root
        self._context = ImportContext.of(self._resolver, notes)
        self._servers = ServerReader(self._root, notes)
        self._uids = UniqueNames(("index",))
        self._folder_names = UniqueNames((TYPES, "index"))
        self._folders: dict[str, str] = {}
        self._about_tags: dict[str, tuple[str, Mapping[str, Any]]] = {}
        self._pointers: dict[str, str] = {}

    def run(self, tags: Collection[str]) -> Imported:
        reader = OperationReader(self._context)
        sources = list(self._sources(tags))
        # What the server sends gets its uids last, as these are mostly made up.
        sources += [*self._callbacks(sources), *self._webhooks(tags)]
        operations = tuple(map(reader.read, sources))
        types = tuple(self._types())
        for key in self._root.node:
            if str(key).startswith("x-"):
                self._notes.minor(f"/{key}", f"The extension {code(key)} is left out")
        info = self._root.inner("info")
        title = safe_line(info.text("title")) or "Reference"
        about = with_external_link(safe_prose(info.text("description")), self._root, self._notes)
        for place in reversed(self._root.listed("tags")):
            text = safe_prose(place.text("description"))
            about_tag = with_external_link(text, place, self._notes)
            more = {key: safe_line(place.text(key)) for key in TAG_KEYS if place.text(key)}
            self._about_tags[place.text("name")] = about_tag, more
        found = {path: self._folder(tag) for tag, path in self._folders.items()}
        notes = tuple(self._notes.findings)
        keys: dict[str, Any] = _info_keys(info)
        if others := list(self._other_tags()):
            keys[OTHER_TAGS] = others
        pointers, source = self._pointers, self._notes.source
        return Imported(title, about, found, operations, types, notes, pointers, keys, source)

    def _sources(self, tags: Collection[str]) -> Iterator[SpecOperation]:
        items = [(key, place) for key, place in self._root.entries("paths") if key[:2] != "x-"]
        components = self._root.inner("components").entries("pathItems")
        # Our own export puts Path Items there that have no free key below `paths`, and writes the
        # route into the description.
        loose = [(m["path"], p) for _, p in components if (m := _own_path(p))]
        for path, place in [*items, *loose]:
            item = self._resolver.follow(place)
            for method, found in self._methods(item):
                operation = self._resolver.follow(found)
                if not tags or set(tags) & set(listed_texts(operation, "tags")):
                    source = self._source(path, item, operation, method, path_of=place)
                    if source is not None:
                        yield source

    def _methods(self, item: SpecNode) -> Iterator[tuple[str, SpecNode]]:
        """Yield the operations of a path, each with its method."""
        for name in METHODS:
            if isinstance(item.get(name), dict):
                yield name.upper(), item.inner(name)
        for method, place in item.entries("additionalOperations"):
            if _METHOD.fullmatch(method):
                yield method, place
            else:
                self._notes.left_out(place.pointer, f"{code(method)} is no method in capitals")

    def _source(
        self, path: str, item: SpecNode, operation: SpecNode, method: str, path_of: SpecNode
    ) -> SpecOperation | None:
        is_loose = path_of.pointer.startswith("/components")
        base, servers = ("", ()) if is_loose else self._servers.of(operation, item)
        route = re.sub(r"\s+", "%20", base + path)
        if not path.startswith("/") or "`" in route:
            self._notes.left_out(operation.pointer, f"{code(path)} is no path")
            return None
        if route != base + path:
            self._notes.changed(operation.pointer, "A space in a path is `%20` on the page")
        self._budget.page(operation.pointer)
        uid = self._uid(operation, uid_of_route(method, route))
        self._name(uid, operation)
        folder = self._folder_of(operation)
        path = f"{folder}/{uid}.md".lstrip("/")
        return SpecOperation(item, operation, method, route, uid, path, servers)

    def _callbacks(self, sources: Iterable[SpecOperation]) -> Iterator[SpecOperation]:
        for source in sources:
            found = find_callbacks(source.place, source.uid, self._resolver, self._notes)
            for callback in found:
                folder = self._folder_of(callback.place) or source.path.rpartition("/")[0]
                yield self._sent(callback, folder)

    def _webhooks(self, tags: Collection[str]) -> Iterator[SpecOperation]:
        for webhook in find_webhooks(self._root, self._resolver, self._notes):
            if not tags or set(tags) & set(listed_texts(webhook.place, "tags")):
                yield self._sent(webhook, self._folder_of(webhook.place))

    def _sent(self, found: OutgoingPlace, folder: str) -> SpecOperation:
        outgoing, item, place, method = found
        self._budget.page(place.pointer)
        if "callbacks" in place.node:
            what = "The callbacks of what the server sends are on no page"
            self._notes.lost(f"{place.pointer}/callbacks", what)
        uid = self._uid(place, "-".join(filter(None, (outgoing.cause, as_uid(outgoing.name)))))
        self._name(uid, place)
        path = f"{folder}/{uid}.md".lstrip("/")
        return SpecOperation(item, place, method, RECEIVER, uid, path, (), outgoing)

    def _name(self, uid: str, operation: SpecNode) -> None:
        self._pointers[uid] = operation.pointer
        self._context.uids[operation.pointer] = uid
        if name := operation.text("operationId"):
            self._context.uids.setdefault(name, uid)

    def _uid(self, operation: SpecNode, made: str) -> str:
        given = operation.text("operationId")
        own = as_uid(operation.text(UID))
        uid = self._uids.give(own or as_uid(given) or made or "operation")
        if not (own or given):
            what = f"An operation without `operationId` is called `{uid}`"
            self._notes.minor(operation.pointer, what)
        return uid

    def _folder_of(self, operation: SpecNode) -> str:
        tags = listed_texts(operation, "tags")
        if not tags:
            return ""
        if tags[0] not in self._folders:
            self._folders[tags[0]] = self._folder_names.give(as_folder(tags[0]))
        return self._folders[tags[0]]

    def _other_tags(self) -> Iterator[dict[str, Any]]:
        """Yield what the document says of tags that have no folder."""
        for place in self._root.listed("tags"):
            if place.text("name") in self._folders:
                continue
            texts = {key: safe_line(place.text(key)) for key in ("name", *TAG_KEYS)}
            texts["description"] = safe_prose(place.text("description"))
            link = place.inner("externalDocs")
            fields = {key: safe_line(link.text(key)) for key in ("url", "description")}
            found: dict[str, Any] = {key: text for key, text in texts.items() if text}
            if fields["url"]:
                found["externalDocs"] = {key: text for key, text in fields.items() if text}
            if len(found) > 1:
                yield found

    def _folder(self, tag: str) -> ImportedFolder:
        """Return the folder of a tag."""
        return ImportedFolder(safe_line(tag) or "Operations", *self._about_tags.get(tag, ("", {})))

    def _types(self) -> Iterator[ImportedType]:
        # Reading the rows of one type adds further types to this list.
        for named in self._context.rows.named:
            self._budget.page(named.at)
            self._pointers[named.name] = named.at
            rows = self._context.rows.table(named.schema, named.name, named.at)
            about = named.schema.description
            if not rows and about:
                rows = (self._context.rows.whole_row(named.schema, "object", named.at),)
            if rows:
                example = _written_example(named.schema)
                table = TypeTable(named.name, "", rows, NOWHERE, example=example)
                yield ImportedType(table, safe_prose(about))


def _written_example(schema: Schema) -> str:
    """Return the example of a type as JSON; empty where there is none, or none on few lines."""
    if not schema.examples:
        return ""
    written = json.dumps(schema.examples[0].value, ensure_ascii=False, indent=2)
    return written if len(written) <= _MAX_EXAMPLE and "```" not in written else ""


def _info_keys(info: SpecNode) -> dict[str, Any]:
    """Return the fields of the Info Object that have keys in the overview."""
    found: dict[str, Any] = {"version": str(info.get("version") or "")}
    for name in INFO_KEYS:
        value = info.get(name)
        if isinstance(value, Mapping):
            found[name] = {
                str(key): safe_line(text) for key, text in value.items() if isinstance(text, str)
            }
        elif isinstance(value, str):
            found[name] = value
    return {
        name: safe_line(value) if isinstance(value, str) else value
        for name, value in found.items()
        if value
    }


def _own_path(place: SpecNode) -> re.Match[str] | None:
    return _OWN_PATH.fullmatch(place.text("description"))
