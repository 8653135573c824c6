"""Follows references within a specification.

A document in several files is one before that (`input.bundle`), so nothing is fetched or read here.
That takes some thirty lines, for which a library would bring compiled wheels or a validator.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import unquote

from jsonpointer import escape, unescape

from callsheet.importing.notes import ImportNotes
from callsheet.importing.reading import MAX_ENTRIES, MAX_POINTER, Budget, too_much

MAX_STEPS = 50
"""The length of a chain of references."""

T = TypeVar("T")
Node = Mapping[str, Any]
_NOTHING: Node = {}
_KEPT_SIBLINGS = ("description", "summary", "nullable", "default", "example", "deprecated")
"""Siblings of a reference that override the same keys of its target."""


@dataclass(frozen=True, slots=True)
class SpecNode:
    """A mapping in the document, with the JSON pointer to it, without `#`."""

    node: Node
    pointer: str

    def __post_init__(self) -> None:
        """Refuse a node that is nested too deeply.

        Raises:
            ConfigurationError: The pointer is too long.
        """
        if len(self.pointer) > MAX_POINTER:
            raise too_much(
                f"#{self.pointer}", f"the way to it has more than {MAX_POINTER:,} characters"
            )

    def get(self, key: str, default: Any = None) -> Any:
        """Return a value of the mapping."""
        return self.node.get(key, default)

    def inner(self, *keys: str | int) -> SpecNode:
        """Return a mapping inside of this one; an empty one if there is none."""
        value: Any = self.node
        for key in keys:
            if isinstance(value, Mapping) and isinstance(key, str):
                value = value.get(key)
            elif isinstance(value, list) and isinstance(key, int) and 0 <= key < len(value):
                value = value[key]
            else:
                value = None
        pointer = "".join(f"/{escape(str(key))}" for key in keys)
        node = value if isinstance(value, Mapping) else _NOTHING
        return SpecNode(node, f"{self.pointer}{pointer}")

    def listed(self, key: str) -> list[SpecNode]:
        """Return the mappings in a list of this one."""
        value = self.node.get(key)
        count = len(value) if isinstance(value, list) else 0
        self._limit(key, count)
        return [self.inner(key, index) for index in range(count)]

    def entries(self, key: str) -> list[tuple[str, SpecNode]]:
        """Return the mappings in a mapping of this one, with their keys."""
        value = self.node.get(key)
        names = list(value) if isinstance(value, Mapping) else []
        self._limit(key, len(names))
        return [(str(name), self._entry(key, name)) for name in names]

    def inside(self, key: str) -> list[SpecNode]:
        """Return the mappings in a value: the value itself, or the items of a list."""
        value = self.node.get(key)
        if isinstance(value, list):
            return self.listed(key)
        if not isinstance(value, Mapping):
            return []
        self._limit(key, len(value))
        return [self.inner(key)]

    def _limit(self, key: str, count: int) -> None:
        if count > MAX_ENTRIES:
            why = f"it has more than {MAX_ENTRIES:,} entries"
            raise too_much(f"#{self.pointer}/{escape(key)}", why)

    def _entry(self, key: str, name: Any) -> SpecNode:
        # In YAML, keys such as statuses may be numbers.
        value = self.node[key][name]
        node = value if isinstance(value, Mapping) else _NOTHING
        return SpecNode(node, f"{self.pointer}/{escape(key)}/{escape(str(name))}")

    def text(self, key: str) -> str:
        """Return a text; empty if the value is missing or not a text."""
        value = self.node.get(key)
        return value if isinstance(value, str) else ""


class NodeCache(Generic[T]):
    """Caches what was derived from a node, by pointer and identity."""

    def __init__(self) -> None:
        # The node is kept, too, so that its `id` is not reused while the entry exists.
        self._made: dict[tuple[str, int], tuple[Node, T]] = {}

    def of(self, place: SpecNode, make: Callable[[SpecNode], T]) -> T:
        """Return the cached result for a node, or compute it."""
        key = (place.pointer, id(place.node))
        if key not in self._made:
            self._made[key] = (place.node, make(place))
        return self._made[key][1]


class Resolver:
    """Follows references.

    Attributes:
        root: The document.
        budget: The budget of the import.

    Args:
        document: The document.
        notes: Collects references that lead nowhere.
        budget: The budget of the import.
    """

    def __init__(self, document: Node, notes: ImportNotes, budget: Budget) -> None:
        self.root = SpecNode(document, "")
        self.budget = budget
        self._notes = notes
        self._followed: NodeCache[SpecNode] = NodeCache()

    def follow(self, place: SpecNode) -> SpecNode:
        """Return a node itself, or the final target of its reference.

        Some siblings of a reference override the same keys of its target. A reference that leads
        nowhere resolves to an empty node, with a finding.
        """
        return self._followed.of(place, self._follow) if "$ref" in place.node else place

    def _follow(self, place: SpecNode) -> SpecNode:
        self.budget.schemas(1, place.pointer)
        seen: list[str] = []
        siblings: dict[str, Any] = {}
        while isinstance(reference := place.get("$ref"), str):
            siblings = {**{k: place.node[k] for k in _KEPT_SIBLINGS if k in place.node}, **siblings}
            if reference in seen or len(seen) > MAX_STEPS:
                self._notes.left_out(place.pointer, f"`{reference}` leads to itself")
                return SpecNode({**siblings}, place.pointer)
            seen.append(reference)
            found = self._target(reference, place.pointer)
            if found is None:
                return SpecNode({**siblings}, place.pointer)
            place = found
        return SpecNode({**place.node, **siblings}, place.pointer) if siblings else place

    def _target(self, reference: str, pointer: str) -> SpecNode | None:
        if not reference.startswith("#"):
            what = f"`{reference[:120]}` is a reference out of the file, which is not followed"
            self._notes.left_out(pointer, what, "Make one file of them first, with a bundler.")
            return None
        value: Any = self.root.node
        # A fragment of a URI is percent-encoded (RFC 6901, 6).
        path = unquote(reference[1:])
        for part in path.split("/")[1:]:
            key = unescape(part)
            if isinstance(value, Mapping):
                value = value.get(key)
            elif isinstance(value, list) and key.isdecimal() and int(key) < len(value):
                value = value[int(key)]
            else:
                value = None
        if isinstance(value, Mapping):
            return SpecNode(value, path)
        self._notes.left_out(pointer, f"`{reference[:120]}` leads nowhere")
        return None
