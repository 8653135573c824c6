"""Digests of the site data that a page depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from callsheet.model import Operation
from callsheet.render import operation_label
from callsheet.site.generated.permalinks import Permalinks
from callsheet.site.generated.type_pages import TypePages
from callsheet.site.operations import Dependency, SiteOperations


class DependencyDigests:
    """Digests of one build: each covers all that a page can show of a dependency."""

    def __init__(
        self, operations: SiteOperations, types: TypePages, permalinks: Permalinks
    ) -> None:
        self._operations = operations
        self._types = types
        self._permalinks = permalinks
        self._digests: dict[Dependency, str] = {}
        self._kinds: dict[str, Callable[[str], object]] = {
            "type": self._type,
            "scheme": self._scheme,
            "uid": self._uid,
            "neighbours": self._neighbours,
            "definition": self._definition,
            "types": self._all_types,
            "operations": self._all_operations,
            "uids": self._all_uids,
        }

    def __call__(self, dependency: Dependency) -> str:
        """Return the digest of a dependency."""
        if (found := self._digests.get(dependency)) is None:
            data = self._kinds[dependency.kind](dependency.name)
            text = repr(data).encode("utf-8", "surrogatepass")
            found = self._digests[dependency] = hashlib.blake2b(text, digest_size=12).hexdigest()
        return found

    def usual_headers(self) -> str:
        """Return the headers that pages do not show one by one, on which every page depends."""
        return repr(sorted(self._operations.current().usual_headers))

    def _type(self, name: str) -> object:
        definition = self._operations.current().types.get(name)
        return self._types.path(name), definition and definition.schema

    def _scheme(self, name: str) -> object:
        return self._operations.current().schemes.get(name)

    def _uid(self, uid: str) -> object:
        page = self._operations.page_of_uid(uid)
        return page and (page.path, page.title)

    def _neighbours(self, path: str) -> object:
        known = self._operations.current()
        operation = known.catalog.by_path.get(path)
        neighbours = known.neighbours.get(operation.uid) if operation else None
        if neighbours is None or operation is None:
            return self._permalinks.path
        overview = neighbours.group.overview
        return (
            [_named(each) for each in known.callbacks_of(operation)],
            self._permalinks.path,
            overview and (overview.path, overview.title),
            _named(neighbours.previous),
            _named(neighbours.following),
        )

    def _definition(self, name: str) -> object:
        known = self._operations.current()
        definition = known.types.get(name)
        if definition is None:
            return None
        uids = {sighting.uid for sighting in definition.sightings} | {*definition.used_by}
        uids |= {
            sighting.uid
            for contradiction in definition.contradictions
            for claim in contradiction.claims
            for sighting in claim.sightings
        }
        by_uid = known.catalog.by_uid
        shown = [_placed(by_uid[uid]) for uid in sorted(uids) if uid in by_uid]
        # Its properties may be of any type, so the page links to all of them.
        return definition, shown, [(each, self._types.path(each)) for each in known.types]

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

    def _all_operations(self, _: str) -> object:
        return [
            (group.title, [(_named(each), each.text_below_title) for each in group.operations])
            for group in self._operations.current().catalog.groups
        ]

    def _all_uids(self, _: str) -> object:
        operations = self._operations.current().catalog.documented
        return [(_named(each), each.uid) for each in operations]


def _placed(operation: Operation) -> object:
    sections = [(each.kind.name, each.span.start, each.span.end) for each in operation.sections]
    return _named(operation), sections


def _named(operation: Operation | None) -> object:
    return operation and (operation.path, operation_label(operation), operation.method)
