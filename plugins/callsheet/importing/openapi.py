"""Imports a specification as operations, types and folders, and reads its servers."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from callsheet import lazy_re as re
from callsheet.export.operations import UID
from callsheet.findings import Finding
from callsheet.importing.annotations import note_annotations
from callsheet.importing.context import ImportContext
from callsheet.importing.input.bundle import DocumentSources
from callsheet.importing.naming import UniqueNames, as_folder, as_uid, uid_of_route
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.openapi_32 import as_openapi_31
from callsheet.importing.operation.external_links import with_external_link
from callsheet.importing.operation.reader import OperationReader, SpecOperation, listed_texts
from callsheet.importing.operation.row_cells import NOWHERE
from callsheet.importing.outgoing import OutgoingPlace, find_callbacks, find_webhooks
from callsheet.importing.page_links import with_cross_references
from callsheet.importing.reading import Budget, Specification
from callsheet.importing.references import Resolver, SpecNode
from callsheet.importing.servers import ServerReader
from callsheet.model import RECEIVER, WHOLE, Operation, Property, TypeTable
from callsheet.pages import safe_line, safe_prose
from callsheet.schema import Schema
from callsheet.schema.annotations import ANNOTATIONS, OF_DOCUMENT, is_extension
from callsheet.schema.words.facets import Facet
from callsheet.source.readers.overviews import INFO_KEYS, OTHER_TAGS, TAG_KEYS

_MAX_EXAMPLE = 10_000
"""Characters of an example on the page of a type."""

TYPES = "types"
"""The folder of type pages."""

_METHOD = re.compile(r"[A-Z]+")
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_OWN_PATH = re.compile(r"`(?P<path>/\S*)`")


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
        document = with_cross_references(document)
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
        # Of a part of the document, only the part is of interest.
        parts = [source.place for source in sources] if tags else [self._root]
        cells = self._context.rows.annotations
        info = self._root.inner("info")
        title = safe_line(info.text("title")) or "Reference"
        about = with_external_link(safe_prose(info.text("description")), self._root, self._notes)
        for place in reversed(self._root.listed("tags")):
            text = safe_prose(place.text("description"))
            about_tag = with_external_link(text, place, self._notes)
            more: dict[str, Any] = {
                key: safe_line(place.text(key)) for key in TAG_KEYS if place.text(key)
            }
            self._about_tags[place.text("name")] = about_tag, more
            if own := cells.fragment(place, {}) if place.text("name") in self._folders else {}:
                more[ANNOTATIONS] = own
        found = {path: self._folder(tag) for tag, path in self._folders.items()}
        keys: dict[str, Any] = _info_keys(info)
        if annotations := cells.fragment(self._root, OF_DOCUMENT):
            keys[ANNOTATIONS] = annotations
        names = [named.name for named in self._context.rows.named]
        note_annotations(parts, self._notes, names, cells.written)
        notes = tuple(self._notes.findings)
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
                self._notes.left_out(place.pointer, f"{code(method)} is not a method in capitals")

    def _source(
        self, path: str, item: SpecNode, operation: SpecNode, method: str, path_of: SpecNode
    ) -> SpecOperation | None:
        is_loose = path_of.pointer.startswith("/components")
        base, servers = ("", ()) if is_loose else self._servers.of(operation, item)
        route = re.sub(r"\s+", "%20", base + path)
        if not path.startswith("/") or "`" in route:
            self._notes.left_out(operation.pointer, f"{code(path)} is not a path")
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
            what = "The callbacks of what the server sends are not on any page"
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
        """Yield the statements of the document about tags that have no folder."""
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
                rows = tuple(map(_without_annotations, rows))
                cells = self._context.rows.annotations
                said = cells.of_schema(named.schema, named.at, named.name)
                own = json.dumps(said, sort_keys=True) if said else ""
                table = TypeTable(named.name, "", rows, NOWHERE, example=example, annotations=own)
                yield ImportedType(table, safe_prose(about))


def _without_annotations(row: Property) -> Property:
    """Return a row without annotations of the type itself, which its front matter has."""
    if row.name != WHOLE:
        return row
    return replace(row, facets=tuple(p for p in row.facets if p[0] is not Facet.ANNOTATIONS))


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
                str(key): safe_line(text)
                for key, text in value.items()
                if isinstance(text, str) and not is_extension(str(key))
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
