"""Imports a specification as operations, types and folders."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from callsheet.export.operations import UID
from callsheet.findings import Finding
from callsheet.importing.budget import Budget
from callsheet.importing.context import ImportContext
from callsheet.importing.naming import UniqueNames, as_folder, as_uid, uid_of_route
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.operations import OperationReader, SpecOperation, listed_texts
from callsheet.importing.reading import Specification
from callsheet.importing.references import Resolver, SpecNode
from callsheet.importing.rows import NOWHERE
from callsheet.importing.servers import ServerReader
from callsheet.model import Operation, TypeTable
from callsheet.pages import safe_line, safe_prose

TYPES = "types"
"""The folder of type pages."""

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_OWN_PATH = re.compile(r"`(?P<path>/\S*)`")


@dataclass(frozen=True, slots=True)
class ImportedType:
    """A type with a page: its table and its description."""

    table: TypeTable
    description: str


@dataclass(frozen=True, slots=True)
class Imported:
    """An imported specification.

    Attributes:
        title: The name of the API.
        description: Its description, as prose.
        folders: The title and description of each folder, by its path.
        operations: The operations, whose parts have no lines on a page yet.
        types: The types that they use.
        findings: What the page format cannot express.
    """

    title: str
    description: str
    folders: dict[str, tuple[str, str]]
    operations: tuple[Operation, ...]
    types: tuple[ImportedType, ...]
    findings: tuple[Finding, ...]


def import_openapi(specification: Specification, tags: Collection[str] = ()) -> Imported:
    """Import the operations and types of a specification.

    Args:
        specification: OpenAPI 3.0 or 3.1, or Swagger 2.0.
        tags: Only import operations with one of these tags; empty for all.

    Returns:
        The operations, with findings about what their pages cannot express. An invalid operation is
        left out, with an error.
    """
    notes = ImportNotes(specification.name)
    return _Importer(specification, notes).run(tags)


class _Importer:
    def __init__(self, specification: Specification, notes: ImportNotes) -> None:
        self._notes = notes
        self._budget = Budget(specification.name)
        self._resolver = Resolver(specification.document, notes, self._budget)
        self._root = self._resolver.root
        self._context = ImportContext.of(self._resolver, notes)
        self._servers = ServerReader(self._root, notes)
        self._uids = UniqueNames(("index",))
        self._folder_names = UniqueNames((TYPES, "index"))
        self._folders: dict[str, str] = {}
        self._about_tags: dict[str, str] = {}

    def run(self, tags: Collection[str]) -> Imported:
        reader = OperationReader(self._context)
        operations = tuple(reader.read(source) for source in self._sources(tags))
        types = tuple(self._types())
        if self._root.entries("webhooks"):
            self._notes.lost("/webhooks", "Webhooks are on no page")
        for key in self._root.node:
            if str(key).startswith("x-"):
                self._notes.minor(f"/{key}", f"The extension {code(key)} is left out")
        info = self._root.inner("info")
        title = safe_line(info.text("title")) or "Reference"
        about = safe_prose(info.text("description"))
        for place in reversed(self._root.listed("tags")):
            self._about_tags[place.text("name")] = place.text("description")
        found = {path: self._folder(tag) for tag, path in self._folders.items()}
        return Imported(title, about, found, operations, types, tuple(self._notes.findings))

    def _sources(self, tags: Collection[str]) -> Iterator[SpecOperation]:
        items = [(key, place) for key, place in self._root.entries("paths") if key[:2] != "x-"]
        components = self._root.inner("components").entries("pathItems")
        # Our own export puts Path Items there that have no free key below `paths`, and writes the
        # route into the description.
        loose = [(m["path"], p) for _, p in components if (m := _own_path(p))]
        for path, place in [*items, *loose]:
            item = self._resolver.follow(place)
            for method in _METHODS:
                if isinstance(item.get(method), dict):
                    operation = item.inner(method)
                    if not tags or set(tags) & set(listed_texts(operation, "tags")):
                        source = self._source(path, item, operation, method.upper(), path_of=place)
                        if source is not None:
                            yield source

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
        uid = self._uid(operation, method, route)
        folder = self._folder_of(operation)
        path = f"{folder}/{uid}.md".lstrip("/")
        return SpecOperation(item, operation, method, route, uid, path, servers)

    def _uid(self, operation: SpecNode, method: str, route: str) -> str:
        given = operation.text("operationId")
        own = as_uid(operation.text(UID))
        wanted = own or as_uid(given) or uid_of_route(method, route) or "operation"
        uid = self._uids.give(wanted)
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

    def _folder(self, tag: str) -> tuple[str, str]:
        """Return the title and description of a tag's folder."""
        return safe_line(tag) or "Operations", safe_prose(self._about_tags.get(tag, ""))

    def _types(self) -> Iterator[ImportedType]:
        # Reading the rows of one type adds further types to this list.
        for named in self._context.rows.named:
            self._budget.page(named.at)
            rows = self._context.rows.table(named.schema, named.name, named.at)
            about = named.schema.description
            if rows:
                yield ImportedType(TypeTable(named.name, "", rows, NOWHERE), safe_prose(about))
            elif about:
                what = f"What describes `{named.name}`, which has no properties,"
                self._notes.lost(named.at, f"{what} is on no page")


def _own_path(place: SpecNode) -> re.Match[str] | None:
    return _OWN_PATH.fullmatch(place.text("description"))
