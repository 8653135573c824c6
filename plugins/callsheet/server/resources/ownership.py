"""Collections below the members of others: `/shops/{id}/goods` has goods for each shop."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any

from callsheet.server.engine.call import Call
from callsheet.server.http.problems import Problem, shorten
from callsheet.server.resources.grouping import Collection
from callsheet.server.resources.identity import key_of, plain
from callsheet.server.state import Document, Key


class Ownership:
    """Which collections belong to the members of which others."""

    def __init__(self, collections: Iterable[Collection]) -> None:
        by_name = {collection.name: collection for collection in collections}
        self._owners: dict[str, Collection] = {}
        self._parts: dict[str, list[Collection]] = {}
        for name, collection in by_name.items():
            if owner := by_name.get(name.rpartition("/{}/")[0]):
                self._owners[name] = owner
                self._parts.setdefault(owner.name, []).append(collection)

    def check(self, call: Call, collection: Collection) -> None:
        """Refuse a request about what belongs to a member that there is not.

        Raises:
            Problem: 404.
        """
        values = [*call.input.path.values()]
        while owner := self._owners.get(collection.name):
            value = values[owner.depth]
            key = key_of(value, owner.key_schema)
            # A route may name the owner by something else than its id.
            if key is not None and call.state.get(_stored(owner, values), key) is None:
                raise Problem(404, f"There is no {owner.key} {shorten(value)}.")
            collection = owner

    def clear(self, call: Call, collection: Collection, key: Key) -> None:
        """Delete what belongs to a member that is new, or is deleted."""
        values = [*[*call.input.path.values()][: collection.depth], key]
        for part in self._parts.get(collection.name, ()):
            name = _stored(part, values)
            for old, _ in list(call.state.items(name)):
                call.state.delete(name, old)


def name_of(call: Call, collection: Collection) -> str:
    """Return the name of a collection: each value of the parents has members of its own."""
    return _stored(collection, [*call.input.path.values()])


def _stored(collection: Collection, path: Sequence[Any]) -> str:
    if not collection.depth:
        return collection.name
    # A digest, because the values may be any texts, of any length.
    digest = blake2b(repr([*path[: collection.depth]]).encode(), digest_size=16).hexdigest()
    return f"{collection.name}#{digest}"


def parents_of(call: Call, collection: Collection) -> Document:
    """Return the references of a member to its owners: the values of the route before it."""
    parents = {plain(n): v for n, v in list(call.input.path.items())[: collection.depth]}
    found = {item.name: parents.get(plain(item.name)) for item in collection.properties}
    found = {n: v for n, v in found.items() if v is not None and n != collection.key}
    # A property of that name may be something else.
    return {n: v for n, v in found.items() if not collection.mismatches({n: v})}


def owned(parents: Document, collection: Collection, document: Document) -> Document:
    """Return a member that says what it belongs to, which those of the pages' examples cannot.

    Args:
        parents: What `parents_of` returns.
        collection: The collection.
        document: The member.
    """
    specimen = collection.specimen
    stated = {n: v for n, v in parents.items() if document.get(n) == specimen.get(n)}
    return document | stated if stated else document
