"""Digests of the site data that a page depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from callsheet.cache.content import digest_of
from callsheet.catalog.named_types import Sighting
from callsheet.catalog.titles import Titles
from callsheet.model import Operation
from callsheet.render.types import side_of
from callsheet.site.generated import changelogs
from callsheet.site.generated.permalinks import Permalinks
from callsheet.site.generated.type_pages import TypePages
from callsheet.site.operations import SiteOperations
from callsheet.site.page_facts import APART, Dependency
from callsheet.site.site_catalog import SiteCatalog


class DependencyDigests:
    """Digests of one build: each covers all that a page can show of a dependency."""

    def __init__(
        self, operations: SiteOperations, types: TypePages, permalinks: Permalinks
    ) -> None:
        self._operations = operations
        self._types = types
        self._permalinks = permalinks
        self._digests: dict[Dependency, str] = {}
        self._type_paths: dict[str, str] = {}
        self._kinds: dict[str, Callable[[str], object]] = {
            "type": self._type,
            "scheme": self._scheme,
            "uid": self._uid,
            "neighbours": self._neighbours,
            "definition": self._definition,
            "types": self._all_types,
            "operations": self._all_operations,
            "group": self._group,
            "index": self._index,
            "uids": self._all_uids,
            "versions": self._versions,
        }

    def __call__(self, dependency: Dependency) -> str:
        """Return the digest of a dependency."""
        if (found := self._digests.get(dependency)) is None:
            folder, _, name = dependency.name.rpartition(APART)
            self._operations.enter(name if dependency.kind == "neighbours" else f"{folder}/")
            data = self._kinds[dependency.kind](name)
            # The data are strings, numbers and frozen dataclasses, whose `repr` has all of their
            # fields in a fixed order, in every process.
            text = repr(data).encode("utf-8", "surrogatepass")
            found = self._digests[dependency] = hashlib.blake2b(text, digest_size=12).hexdigest()
        return found

    def usual_headers(self) -> str:
        """Return the headers that pages do not show one by one, on which every page depends."""
        sets = ((sorted(k.usual_headers), k.shared_headers) for k in self._operations.each())
        return "".join(map(repr, sets))

    def _type(self, name: str) -> object:
        # A page shows the properties of a type and links to its page. Who else uses the type, which
        # is in the definition, changes often and is shown on the page of the type alone.
        definition = self._operations.current().types.get(name)
        return self._types.path(name), definition and definition.shape

    def _scheme(self, name: str) -> object:
        return self._operations.current().schemes.get(name)

    def _uid(self, uid: str) -> object:
        # Not its content: only the link and its text are on the other page, so that an edit renders
        # one page and not all that refer to it.
        page = self._operations.page_of_uid(uid)
        return page and (page.path, page.title)

    def _neighbours(self, path: str) -> object:
        known = self._operations.current()
        operation = known.catalog.by_path.get(path)
        neighbours = known.neighbours.get(operation.uid) if operation else None
        if neighbours is None or operation is None:
            return self._permalinks.path, operation and self._operations.script_of(operation)
        group, index = neighbours.group, known.index_of(path)
        return (
            known.titles.of(operation),
            self._operations.script_of(operation),
            [_named(each, known.titles) for each in known.callbacks_of(operation)],
            self._permalinks.path,
            (known.page_of(group), group.title, index, known.index_title(index)),
            _named(neighbours.previous, known.titles),
            _named(neighbours.following, known.titles),
        )

    def _definition(self, name: str) -> object:
        known = self._operations.current()
        definition = known.types.get(name)
        if definition is None:
            return None
        by_uid = known.catalog.by_uid

        def told(sightings: Iterable[Sighting]) -> object:
            # Of its line, a page shows nothing but this.
            return [
                (s.uid, s.source, side_of(by_uid[s.uid], s.line))
                for s in sightings
                if s.uid in by_uid
            ]

        claims = [
            (each.property, each.settled, [(c.says, told(c.sightings)) for c in each.claims])
            for each in definition.contradictions
        ]
        uids = {sighting.uid for sighting in definition.sightings} | {*definition.used_by}
        uids |= {
            sighting.uid
            for contradiction in definition.contradictions
            for claim in contradiction.claims
            for sighting in claim.sightings
        }
        shown = [_named(by_uid[uid], known.titles) for uid in sorted(uids) if uid in by_uid]
        about = told(definition.sightings), definition.used_by, claims, shown
        return definition.shape, about, self._types.index, self._paths_of_types(known)

    def _paths_of_types(self, known: SiteCatalog) -> str:
        """Return a digest of the paths of all types: a property may be of any, with a link to it.

        Once for each collection: there may be a thousand types.
        """
        name = known.catalog.collection.name
        if name not in self._type_paths:
            paths = repr([(each, self._types.path(each)) for each in known.types])
            self._type_paths[name] = digest_of(paths.encode("utf-8", "surrogatepass"))
        return self._type_paths[name]

    def _all_types(self, _: str) -> object:
        return [
            (
                name,
                self._types.path(name),
                len(each.schema.properties),
                len(each.used_by),
                bool(each.contradictions),
            )
            for name, each in self._operations.current().types.items()
        ]

    def _index(self, path: str) -> object:
        known = self._operations.current()
        index = known.index_of(path)
        return index, known.index_title(index)

    def _group(self, folder: str) -> object:
        known = self._operations.current()
        return [
            (group.title, heading, _listed(each, known.titles))
            for group in known.catalog.groups
            if group.path == folder
            for heading, found in known.arranged(group.operations)
            for each in found
        ]

    def _all_operations(self, _: str) -> object:
        known = self._operations.current()
        return (
            self._types.has_index and self._types.index,
            known.index_pages,
            changelogs.news_of(known),
            [
                (
                    known.page_of(group),
                    group.title,
                    [_listed(each, known.titles) for each in group.operations],
                )
                for group in known.ordered_groups()
            ],
        )

    def _versions(self, uid: str) -> object:
        known = self._operations.current()
        found = known.versions.of(known.catalog.collection, uid)
        shown = [
            (
                each.collection.version,
                each.operation and (each.operation.path, each.operation.anchor),
                [(change.level, change.message) for change in each.changes],
            )
            for each in found
        ]
        return shown, changelogs.page_of(known)

    def _all_uids(self, _: str) -> object:
        known = self._operations.current()
        return [(_named(each, known.titles), each.uid) for each in known.catalog.documented]


def _listed(operation: Operation, titles: Titles) -> object:
    """Return all that the card of an operation in a list shows."""
    shown = operation.anchor, operation.title, operation.summary, operation.route_or_name
    return _named(operation, titles), titles.of(operation), shown


def _named(operation: Operation | None, titles: Titles) -> object:
    return operation and (operation.path, titles.label(operation), operation.method)
