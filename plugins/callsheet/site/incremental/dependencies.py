"""What the site says to a page that asks for something on another."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from callsheet.model import Operation
from callsheet.render import operation_label
from callsheet.site.generated.permalinks import Uids
from callsheet.site.generated.type_pages import Types
from callsheet.site.operations import Asked, Operations


class Facts:
    """The answers of one build, as digests of all that a page can make of them."""

    def __init__(self, operations: Operations, types: Types, uids: Uids) -> None:
        self._operations = operations
        self._types = types
        self._uids = uids
        self._known: dict[Asked, str] = {}
        self._kinds: dict[str, Callable[[str], object]] = {
            "type": self._type,
            "scheme": self._scheme,
            "uid": self._uid,
            "beside": self._beside,
            "definition": self._definition,
            "types": self._all_types,
            "operations": self._all_operations,
            "uids": self._all_uids,
        }

    def __call__(self, asked: Asked) -> str:
        """The digest of what the site says."""
        said = self._known.get(asked)
        if said is None:
            answer = repr(self._kinds[asked.kind](asked.name)).encode("utf-8", "surrogatepass")
            said = hashlib.blake2b(answer, digest_size=12).hexdigest()
            self._known[asked] = said
        return said

    def usual_headers(self) -> str:
        """What every page knows: the headers that go without saying."""
        return repr(sorted(self._operations.known().usual_headers))

    def _type(self, name: str) -> object:
        definition = self._operations.known().types.get(name)
        return self._types.path(name), definition and definition.schema

    def _scheme(self, name: str) -> object:
        return self._operations.known().schemes.get(name)

    def _uid(self, uid: str) -> object:
        page = self._operations.page_of_uid(uid)
        return page and (page.path, page.title)

    def _beside(self, path: str) -> object:
        known = self._operations.known()
        operation = known.catalog.by_path.get(path)
        beside = known.neighbours.get(operation.uid) if operation else None
        if beside is None:
            return self._uids.path
        overview = beside.group.overview
        return (
            self._uids.path,
            overview and (overview.path, overview.title),
            _named(beside.previous),
            _named(beside.following),
        )

    def _definition(self, name: str) -> object:
        known = self._operations.known()
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
        # Its properties may be of any type.
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
            for name, each in self._operations.known().types.items()
        ]

    def _all_operations(self, _: str) -> object:
        return [
            (group.title, [(_named(each), each.summary) for each in group.operations])
            for group in self._operations.known().catalog.groups
        ]

    def _all_uids(self, _: str) -> object:
        operations = self._operations.known().catalog.operations
        return [(_named(each), each.uid) for each in operations]


def _placed(operation: Operation) -> object:
    sections = [(each.kind.name, each.span.start, each.span.end) for each in operation.sections]
    return _named(operation), sections


def _named(operation: Operation | None) -> object:
    return operation and (operation.path, operation_label(operation), operation.method)
