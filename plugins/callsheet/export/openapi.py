"""A catalog as an OpenAPI 3.1.0 document, or 3.2.0 if the pages say what 3.1 cannot express.

In OpenAPI 3.1.0 (4.8.8.2), templates that differ only in the names of their parameters, such as
`/List/{id}` and `/List/{name}`, are identical and must not both exist. Each can still have its own
Path Item without renaming anything: the key of a Path Item is appended to the URL of a server
(4.8.5), and a Path Item may have servers of its own (4.8.9.1), so that `/api/v1/List/{name}` is
also `/v1/List/{name}` on the server `/api`. Two pages of one method and route get two Path Items,
too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from callsheet.cache.parts import Keep, make_anew
from callsheet.catalog import Catalog
from callsheet.catalog.contracts import Types
from callsheet.catalog.named_types import define_types
from callsheet.export.components import Components, SharedParts
from callsheet.export.links import link_targets, link_texts
from callsheet.export.methods import method_place, operations_of
from callsheet.export.notes import ExportNotes
from callsheet.export.openapi_31 import VERSION_32, needs_openapi_32
from callsheet.export.operations import operation_object
from callsheet.export.outgoing import callback_object, callbacks, webhooks
from callsheet.export.prose import says_none, without_link
from callsheet.export.security import SecuritySchemes
from callsheet.findings import Finding
from callsheet.model import PLACEHOLDER, Operation, Page
from callsheet.schema.annotations import ANNOTATIONS, OF_DOCUMENT, OF_PATH, annotated
from callsheet.schema.documents import component_key
from callsheet.source.readers.overviews import INFO_KEYS, OTHER_TAGS, TAG_KEYS, overview_keys

DEFAULT_TITLE = "REST API"
DEFAULT_VERSION = "1.0.0"
"""`info.version` is required, and the overview need not say which version this is."""


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
    keep: Keep = make_anew,
) -> Export:
    """Export a catalog as an OpenAPI document.

    Args:
        catalog: The operations.
        title: The name of the API; by default the title of the tree's `index.md`.
        version: The version of the API; by default that of the tree's `index.md`.
        types: The named types of the catalog, if they were computed already.
        keep: Returns the parts of operations that are cached, about which there are no findings.
            What all parts depend on are the types.

    Returns:
        The document, in which equal parts may be one and the same object, and the findings.
    """
    if types is None:
        types = define_types(catalog.documented, catalog.type_tables)
    notes = ExportNotes()
    shared, parts = Components(types), SharedParts()
    schemes = SecuritySchemes(catalog.documented)
    tags = tag_names(catalog)
    names = operation_ids(catalog.documented, notes)
    items = _placed(catalog.operations, notes)
    targets = link_targets(
        ((item.key, each) for item in items for each in item.operations.values()), names
    )

    def build(operation: Operation, server: str = "") -> dict[str, Any]:
        if operation.uid not in names:
            described = callback_object(operation, shared, notes)
            return shared.place(described, shared.take_waiting())
        name, tag = names[operation.uid], tags.get(operation.group, "")
        links = operation.response.links if operation.response else ()
        linked = {each.operation: targets.get(each.operation) for each in links}
        given = (name, tag, server, shared, schemes.requirements(operation), notes, targets)

        def make() -> Any:
            return operation_object(operation, *given), shared.take_waiting()

        about = (name, tag, server, given[4], linked)
        described = shared.place(*keep(operation.path, operation.uid, about, make))
        if sent := callbacks(catalog.callbacks.get(operation.uid, ()), build, notes):
            described["callbacks"] = sent
        # Merged at once, as the document would otherwise take several times the memory.
        parts.merge(described)
        return described

    def path_item(item: PathItem) -> dict[str, Any]:
        result: dict[str, Any] = {}
        if item.server:
            result["description"] = f"`{item.template}`"
            result["servers"] = [{"url": item.server}]
        for method, operation in item.operations.items():
            place, key = method_place(result, method)
            place[key] = build(operation, item.server or item.base)
            found = operation.front_matter.get(ANNOTATIONS)
            if isinstance(found, Mapping):
                result = annotated(result, found.get(OF_PATH), {})
        return result

    paths = {item.key: path_item(item) for item in items if item.key}
    loose = [item for item in items if not item.key]
    path_items = {
        component_key(operation.uid): path_item(item)
        for item in loose
        # Without a key, a Path Item is named after its first operation.
        for operation in list(item.operations.values())[:1]
    }
    sent = webhooks(catalog.webhooks, build, notes)
    overview = _overview(catalog)
    text, link = without_link(overview.about if overview else "")
    info: dict[str, Any] = overview_keys(overview, INFO_KEYS) if overview else {}
    own_tags = (tag for operation in catalog.documented for tag in operation.tags)
    components: dict[str, Any] = {
        "schemas": shared.schemas,
        **parts.share(_operations([*paths.values(), *path_items.values(), *sent.values()])),
        "securitySchemes": schemes.components(),
        "pathItems": path_items,
    }
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": title or title_of(catalog),
            **({"description": text} if text else {}),
            **info,
            "version": version or (overview.version if overview else "") or DEFAULT_VERSION,
        },
        **({"externalDocs": link} if link else {}),
        "tags": _tags(catalog, tags, own_tags, overview),
        "paths": paths,
        **({"webhooks": sent} if sent else {}),
        "components": {name: value for name, value in components.items() if value},
    }
    link_texts(document, names)
    if overview:
        document = annotated(document, _annotations(overview), OF_DOCUMENT)
    if needs_openapi_32(document):
        document["openapi"] = VERSION_32
    return Export(document, tuple(notes.findings))


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


def _operations(path_items: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in path_items:
        yield from operations_of(item)


@dataclass(slots=True)
class PathItem:
    """Operations that share a Path Item.

    Attributes:
        template: Their route, without a query unless that tells it from another one.
        operations: The operations by method.
        key: The key below `paths`; empty if no free one is left.
        server: The URL of the server that the key is appended to; empty for the document's.
        base: The start of the route that some servers of all operations replace; the addresses of
            the other servers end in it instead of the key beginning with it.
    """

    template: str
    operations: dict[str, Operation] = field(default_factory=dict)
    key: str = ""
    server: str = ""
    base: str = ""


def path_of(operation: Operation) -> str:
    """Return the route without its query, which a path of OpenAPI cannot have.

    A document that has it all the same gets it back.
    """
    template = operation.route.template
    return template if operation.is_imported else template.partition("?")[0]


def _base_of(item: PathItem) -> str:
    """Return the start of a route that at least one server of each operation replaces."""
    found = {s.replaces for o in item.operations.values() for s in o.servers if s.replaces}
    is_all = all(any(s.replaces for s in o.servers) for o in item.operations.values())
    base = found.pop() if is_all and len(found) == 1 else ""
    return base if item.template.startswith(f"{base}/") else ""


def place(operations: Iterable[Operation]) -> list[PathItem]:
    """Group operations into as few Path Items as possible, in the order of the operations.

    Of identical templates, the one with most operations keeps its own path.
    """
    items: dict[str, list[PathItem]] = {}
    operations = list(operations)
    routes = Counter((path_of(each), each.method) for each in operations)
    for operation in operations:
        # A query is not part of a path, unless it is all that tells operations apart.
        is_alone = routes[path_of(operation), operation.method] == 1
        template = path_of(operation) if is_alone else operation.route.template
        same = items.setdefault(template, [])
        free = next((item for item in same if operation.method not in item.operations), None)
        if free is None:
            same.append(free := PathItem(template))
        free.operations[operation.method] = operation
    placed = [item for same in items.values() for item in same]
    taken: set[str] = set()
    # Sorting is stable, so the first one wins among equals.
    for item in sorted(placed, key=lambda item: -len(item.operations)):
        # Two passes, so that a template keeps its own path wherever possible, and only the others
        # move.
        for base in dict.fromkeys((_base_of(item), "")):
            key = item.template.removeprefix(base)
            if not item.key and (identity := _identity(key)) not in taken:
                taken.add(identity)
                item.key, item.base = key, base
    for item in placed:
        if not item.key:
            _move(item, taken)
    return placed


def _move(item: PathItem, taken: set[str]) -> None:
    """Find a split into server and path that no other Path Item has."""
    for server, key in _splits(item.template):
        if (identity := _identity(key)) not in taken:
            taken.add(identity)
            item.server, item.key = server, key
            return


def _splits(template: str) -> Iterator[tuple[str, str]]:
    """Yield the splits after each leading segment without a parameter, except the last one."""
    end = template.find("/", 1)
    # The URL of a server must not have a parameter of the path; its variables would need values.
    while end > 0 and not PLACEHOLDER.search(template, 0, end):
        yield template[:end], template[end:]
        end = template.find("/", end + 1)


def _identity(template: str) -> str:
    return PLACEHOLDER.sub("{}", template)
