"""A catalog as an OpenAPI 3.1.0 document, or 3.2.0 if the pages say what 3.1 cannot express."""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from callsheet.cache.encoded import JsonText, Pairs, decoded, encoded_object
from callsheet.cache.parts import Keep, Part
from callsheet.catalog import Catalog
from callsheet.catalog.contracts import Types
from callsheet.catalog.named_types import define_types
from callsheet.export.components import Components, TextParts
from callsheet.export.links import link_targets, link_texts
from callsheet.export.methods import METHODS, method_place
from callsheet.export.notes import ExportNotes
from callsheet.export.openapi_31 import VERSION, VERSION_32, needs_openapi_32
from callsheet.export.operations import operation_object
from callsheet.export.outgoing import callback_object, callbacks, webhooks
from callsheet.export.path_items import PathItem, place
from callsheet.export.prose import says_none, without_link
from callsheet.export.security import SecuritySchemes
from callsheet.findings import Finding
from callsheet.model import Operation, Page
from callsheet.schema.annotations import ANNOTATIONS, OF_DOCUMENT, OF_PATH, annotated
from callsheet.schema.documents import component_key
from callsheet.source.readers.overviews import INFO_KEYS, OTHER_TAGS, TAG_KEYS, overview_keys

DEFAULT_TITLE = "REST API"
DEFAULT_VERSION = "1.0.0"
"""`info.version` is required, and the overview need not say which version this is."""

_Object = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Export:
    """An OpenAPI document, and findings about what it cannot express."""

    document: dict[str, Any]
    findings: tuple[Finding, ...]


def openapi(
    catalog: Catalog, title: str | None = None, version: str | None = None
) -> dict[str, Any]:
    """Return the OpenAPI document of a catalog; see `export_openapi`."""
    return export_openapi(catalog, title, version).document


def export_openapi(
    catalog: Catalog,
    title: str | None = None,
    version: str | None = None,
    *,
    types: Types | None = None,
) -> Export:
    """Export a catalog as an OpenAPI document; see `OpenApiExport`."""
    return OpenApiExport(catalog, title, version, types=types).export()


class OpenApiExport:
    """The OpenAPI document of a catalog, made of one part for each operation.

    Args:
        catalog: The operations.
        title: The name of the API; by default the title of the tree's `index.md`.
        version: The version of the API; by default that of the tree's `index.md`.
        types: The named types of the catalog, if they were computed already.
        keep: Returns the parts of operations, if they are cached, which are copied as text. There
            are no findings about those of the cache. What all parts depend on are the types.
    """

    def __init__(
        self,
        catalog: Catalog,
        title: str | None = None,
        version: str | None = None,
        *,
        types: Types | None = None,
        keep: Keep | None = None,
    ) -> None:
        if types is None:
            types = define_types(catalog.documented, catalog.type_tables)
        self._catalog, self._title, self._version, self._keep = catalog, title, version, keep
        self._notes = notes = ExportNotes()
        self._schemes = SecuritySchemes(catalog.documented)
        self._tags = tag_names(catalog)
        self._names = names = operation_ids(catalog.documented, notes)
        self._items = items = _placed(catalog.operations, notes)
        self._targets = link_targets(
            ((item.key, each) for item in items for each in item.operations.values()), names
        )
        self._of_pages: dict[str, list[tuple[Operation, str]]] = {}
        for item in items:
            for each in item.operations.values():
                self._of_pages.setdefault(each.path, []).append((each, item.prefix))
        self._has_additions = False
        self._texts = TextParts(partial(link_texts, names=names))
        self._shared = Components(types, self._texts.settle)

    def parts_of(self, path: str) -> Iterator[Part]:
        """Yield the parts of a page, as `keep` takes them."""
        for operation, server in self._of_pages.get(path, ()):
            yield self._part(operation, server)

    def export(self) -> Export:
        """Return the document, all of which is decoded."""
        return Export(decoded(self.document()), tuple(self._notes.findings))

    def document(self) -> _Object:
        """Return the document, with parts that are JSON already.

        Its `paths` can be iterated once, and what comes after them is complete only then.
        """
        # Whether a part is shared depends on all operations.
        waiting = deque(
            (item.key, encoded_object(self._path_item(item))) for item in self._items if item.key
        )

        def paths() -> Iterator[tuple[str, JsonText]]:
            while waiting:
                key, item = waiting.popleft()
                yield key, self._texts.settle(item)
            end()
            link_texts({**document, "paths": {}}, self._names)

        document, end = self._whole(Pairs(paths()))
        link_texts({**document, "paths": {}}, self._names)
        return document

    def _part(self, operation: Operation, server: str) -> Part:
        """Return what makes an Operation Object, as text."""
        name, tag = self._names[operation.uid], self._tags.get(operation.group, "")
        links = operation.response.links if operation.response else ()
        linked = {each.operation: self._targets.get(each.operation) for each in links}
        shared, requirements = self._shared, self._schemes.requirements(operation)
        given = (name, tag, server, shared, requirements, self._notes, self._targets)

        def make() -> Sequence[str]:
            return shared.split(operation_object(operation, *given))

        about = (name, tag, server, requirements, linked)
        return operation.path, operation.uid, about, make

    def _build(self, operation: Operation, server: str = "", *, within: bool = False) -> Any:
        """Return an Operation Object, or its text if nothing has to be known of it.

        Args:
            operation: The operation.
            server: What its servers end in.
            within: Whether it is within another one, so that no part of it is shared.
        """
        shared = self._shared
        described: Any
        if operation.uid not in self._names:
            split = shared.split(callback_object(operation, shared, self._notes))
            return json.loads(self._texts.join(split, shared, within=True))
        part = self._part(operation, server)
        split = self._keep(*part) if self._keep else part[-1]()
        described = self._texts.join(split, shared, within=within)
        among = self._catalog.callbacks.get(operation.uid, ())
        sent = callbacks(among, partial(self._build, within=True), self._notes)
        if sent or within or '"servers":' in described or operation.method not in METHODS:
            described = json.loads(described)
        if sent:
            described["callbacks"] = sent
        return described

    def _path_item(self, item: PathItem) -> _Object:
        result: _Object = {}
        if item.server:
            result["description"] = f"`{item.template}`"
            result["servers"] = [{"url": item.server}]
        for method, operation in item.operations.items():
            place, key = method_place(result, method)
            place[key] = self._build(operation, item.prefix)
            found = operation.front_matter.get(ANNOTATIONS)
            if isinstance(found, Mapping):
                result = annotated(result, found.get(OF_PATH), {})
        self._has_additions |= needs_openapi_32({"paths": {item.key: result}})
        return result

    def _whole(self, paths: Any) -> tuple[_Object, Callable[[], None]]:
        """Return the document, and what completes it when all of its paths are there."""
        catalog, texts = self._catalog, self._texts
        path_items = {
            component_key(operation.uid): self._path_item(item)
            for item in self._items
            if not item.key
            # Without a key, a Path Item is named after its first operation.
            for operation in list(item.operations.values())[:1]
        }
        sent = webhooks(catalog.webhooks, self._build, self._notes)
        overview = _overview(catalog)
        text, link = without_link(overview.about if overview else "")
        info: _Object = overview_keys(overview, INFO_KEYS) if overview else {}
        own_tags = (tag for operation in catalog.documented for tag in operation.tags)
        version = self._version or (overview.version if overview else "") or DEFAULT_VERSION
        components: _Object = {"securitySchemes": self._schemes.components()}
        document: _Object = {
            "openapi": VERSION,
            "info": {
                "title": self._title or title_of(catalog),
                **({"description": text} if text else {}),
                **info,
                "version": version,
            },
            **({"externalDocs": link} if link else {}),
            "tags": _tags(catalog, self._tags, own_tags, overview),
            "paths": paths,
            **({"webhooks": sent} if sent else {}),
            "components": components,
        }
        if overview:
            document = annotated(document, _annotations(overview), OF_DOCUMENT)
        components = document["components"]
        if self._has_additions or needs_openapi_32({**document, "paths": {}}):
            document["openapi"] = VERSION_32

        def end() -> None:
            for items in (path_items, sent):
                for name, item in items.items():
                    items[name] = json.loads(texts.fill(encoded_object(item)))
            schemes = components.pop("securitySchemes")
            found = {
                "schemas": self._shared.schemas,
                **texts.components,
                "securitySchemes": schemes,
                "pathItems": path_items,
            }
            components.update((name, value) for name, value in found.items() if value)

        return document, end


def tag_names(catalog: Catalog) -> dict[str, str]:
    """Return the name of each group's tag, by the group's path.

    Tag names are unique (4.8.22): groups of the same name have their folder added.
    """
    tagged = {each.group for each in catalog.documented if not says_none(each, "tags")}
    names = {
        group.path: group.name or "Operations" for group in catalog.groups if group.path in tagged
    }
    counts = Counter(names.values())
    return {
        path: name if counts[name] == 1 else f"{name} ({path or '/'})"
        for path, name in names.items()
    }


def operation_ids(operations: Sequence[Operation], notes: ExportNotes) -> dict[str, str]:
    """Return the `operationId` of each operation by uid: the original one, if the page has it.

    They are unique (4.8.10.1): one that two operations share, or that is the uid of another
    operation, is replaced by the uid.
    """
    counts = Counter(operation.operation_id or operation.uid for operation in operations)
    uids = {operation.uid for operation in operations}
    names = {}
    for operation in operations:
        wanted = operation.operation_id or operation.uid
        if wanted != operation.uid and (counts[wanted] > 1 or wanted in uids):
            what = f"The operationId `{wanted}`, which another operation has, too,"
            notes.left_out(operation, operation.route.span, what)
            wanted = operation.uid
        names[operation.uid] = wanted
    return names


def title_of(catalog: Catalog) -> str:
    """Return the name of the API: that of the collection, else the title of its overview."""
    if catalog.collection.title:
        return catalog.collection.title
    overview = _overview(catalog)
    return (overview.title if overview else "") or DEFAULT_TITLE


def _overview(catalog: Catalog) -> Page | None:
    """Return the page about the whole API: `index.md`, or the overview below with its version.

    The home page of a site is not about the API where that is documented in a folder of its own.
    """
    top = catalog.home
    versioned = [page for page in catalog.pages if page.version]
    is_apart = len(versioned) == 1 and not (top and top.version)
    return versioned[0] if is_apart else top


def _tags(
    catalog: Catalog, names: Mapping[str, str], own: Iterable[str], overview: Page | None
) -> list[dict[str, Any]]:
    """Return the Tag Objects (4.8.22): those of folders, described by their overviews."""
    found: dict[str, dict[str, Any]] = {}
    for group in catalog.groups:
        if group.path in names:
            # The overview of the whole API is not a description of a tag.
            is_own = group.overview and group.path and group.overview is not overview
            about = group.overview.about if group.overview and is_own else ""
            text, link = without_link(about)
            made: dict[str, Any] = {"name": names[group.path]}
            made |= {"description": text} if text else {}
            made |= {"externalDocs": link} if link else {}
            if group.overview and group.path:
                made |= overview_keys(group.overview, TAG_KEYS)
                made = annotated(made, _annotations(group.overview), {})
            found[made["name"]] = made
    overview = _overview(catalog)
    for tag in overview_keys(overview, (OTHER_TAGS,)).get(OTHER_TAGS, ()) if overview else ():
        found.setdefault(tag["name"], tag)
    for name in own:
        found.setdefault(name, {"name": name})
    return list(found.values())


def _annotations(overview: Page) -> Any:
    return overview_keys(overview, (ANNOTATIONS,)).get(ANNOTATIONS)


def _placed(operations: Sequence[Operation], notes: ExportNotes) -> list[PathItem]:
    items = place(operations)
    first: dict[tuple[str, str], Operation] = {}
    for item in items:
        for method, operation in item.operations.items():
            other = first.setdefault((item.template, method), operation)
            if other is not operation:
                notes.route_taken(operation, other)
            if not item.key:
                notes.no_room(operation)
    return items
