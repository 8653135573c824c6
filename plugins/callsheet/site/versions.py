"""The versions of an API that are collections: one operation in each, and what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from callsheet.catalog import Catalog
from callsheet.docs_collections import DocsCollection
from callsheet.model import Operation

if TYPE_CHECKING:
    from callsheet.diff import Change, TreeDiff
    from callsheet.diff.pairing import OperationPair


@dataclass(frozen=True, slots=True)
class OperationVersion:
    """An operation in one of the versions.

    Attributes:
        collection: The version.
        operation: The operation as it is there; None where that version has none.
        changes: What callers see of what has changed since the version before.
    """

    collection: DocsCollection
    operation: Operation | None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class VersionStep:
    """Changes from one version to the next.

    Attributes:
        old: The version before.
        new: The next one.
    """

    old: Catalog
    new: Catalog

    @cached_property
    def difference(self) -> TreeDiff:
        """All changes for callers."""
        # Few sites have versions, so that most builds need not import this.
        from callsheet.diff import DocsTree, Level, compare

        return compare(DocsTree(self.old, ""), DocsTree(self.new, "")).at_least(Level.ADDITIVE)

    @cached_property
    def _pairs(self) -> Sequence[OperationPair]:
        from callsheet.diff import DocsTree
        from callsheet.diff.pairing import pair

        return pair(DocsTree(self.old, ""), DocsTree(self.new, "")).pairs

    @cached_property
    def later(self) -> Mapping[str, Operation]:
        """The operations of the next version by their uids in the one before."""
        return {each.old.uid: each.new for each in self._pairs}

    @cached_property
    def earlier(self) -> Mapping[str, Operation]:
        """The operations of the version before by their uids in the next one."""
        return {each.new.uid: each.old for each in self._pairs}

    @cached_property
    def _changes(self) -> Mapping[str, Sequence[Change]]:
        found: dict[str, list[Change]] = {}
        for change in self.difference.changes:
            found.setdefault(change.uid, []).append(change)
        return found

    def changes_of(self, operation: Operation) -> tuple[Change, ...]:
        """Return what has changed in an operation of the next version."""
        return tuple(self._changes.get(operation.uid, ()))


class ApiVersions:
    """The versions of the APIs of a site.

    Args:
        catalogs: Those of all collections, in the order of the configuration.
    """

    def __init__(self, catalogs: Iterable[Catalog]) -> None:
        by_api: dict[str, list[Catalog]] = {}
        for catalog in catalogs:
            if api := catalog.collection.version_of:
                by_api.setdefault(api, []).append(catalog)
        self._steps = {
            api: [VersionStep(*each) for each in pairwise(found)] for api, found in by_api.items()
        }

    def before(self, collection: DocsCollection) -> VersionStep | None:
        """Return the step that leads to a version; None for the first one."""
        steps = self._steps.get(collection.version_of, ())
        return next((each for each in steps if each.new.collection is collection), None)

    def of(self, collection: DocsCollection, uid: str) -> tuple[OperationVersion, ...]:
        """Return an operation in all versions, the oldest first; empty where there is only one."""
        steps = self._steps.get(collection.version_of, ())
        versions = [steps[0].old, *(each.new for each in steps)] if steps else []
        at = next((n for n, each in enumerate(versions) if each.collection is collection), -1)
        here = versions[at].by_uid.get(uid) if at >= 0 else None
        if here is None:
            return ()
        before = [*_walk(here, ((step.earlier, step.old) for step in reversed(steps[:at])))]
        after = _walk(here, ((step.later, step.new) for step in steps[at:]))
        found = [*reversed(before), (collection, here), *after]
        return (
            OperationVersion(*found[0]),
            *(
                OperationVersion(there, operation, step.changes_of(operation) if operation else ())
                for step, (there, operation) in zip(steps, found[1:], strict=True)
            ),
        )


def _walk(
    operation: Operation | None, steps: Iterable[tuple[Mapping[str, Operation], Catalog]]
) -> Iterator[tuple[DocsCollection, Operation | None]]:
    """Follow an operation from version to version, as far as it is there."""
    for others, catalog in steps:
        operation = others.get(operation.uid) if operation else None
        yield catalog.collection, operation
