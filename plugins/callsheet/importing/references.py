"""Follows references within a specification.

A library would bring compiled wheels or a validator for what is some thirty lines: only references
within the document are followed, so that nothing is fetched and no other file is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import unquote

from callsheet.importing.budget import MAX_ENTRIES, MAX_POINTER, Budget, too_much
from callsheet.importing.notes import Notes

MAX_STEPS = 50
"""How many references may lead to each other."""

T = TypeVar("T")
Node = Mapping[str, Any]
_NOTHING: Node = {}
_KEPT_BESIDE = ("description", "summary", "nullable", "default", "example", "deprecated")
"""What may stand beside a reference and counts more than what it leads to."""


@dataclass(frozen=True, slots=True)
class Place:
    """A mapping of the document, and the JSON pointer to it, without `#`."""

    node: Node
    pointer: str

    def __post_init__(self) -> None:
        """Refuses what is too far inside of the document.

        Raises:
            ConfigurationError: The pointer is too long.
        """
        if len(self.pointer) > MAX_POINTER:
            raise too_much(
                f"#{self.pointer}", f"the way to it has more than {MAX_POINTER:,} characters"
            )

    def get(self, key: str, default: Any = None) -> Any:
        """A value of the mapping."""
        return self.node.get(key, default)

    def inner(self, *keys: str | int) -> Place:
        """A mapping inside of this one; an empty one where there is none."""
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
        return Place(node, f"{self.pointer}{pointer}")

    def listed(self, key: str) -> list[Place]:
        """The mappings in a list of this one."""
        value = self.node.get(key)
        count = len(value) if isinstance(value, list) else 0
        self._limit(key, count)
        return [self.inner(key, index) for index in range(count)]

    def entries(self, key: str) -> list[tuple[str, Place]]:
        """The mappings in a mapping of this one, by their keys."""
        value = self.node.get(key)
        names = list(value) if isinstance(value, Mapping) else []
        self._limit(key, len(names))
        return [(str(name), self._entry(key, name)) for name in names]

    def inside(self, key: str) -> list[Place]:
        """The mappings in a value of this one, whatever it is: itself, a list or a mapping."""
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

    def _entry(self, key: str, name: Any) -> Place:
        # YAML may have numbers for keys, such as statuses.
        value = self.node[key][name]
        node = value if isinstance(value, Mapping) else _NOTHING
        return Place(node, f"{self.pointer}/{escape(key)}/{escape(str(name))}")

    def text(self, key: str) -> str:
        """A text; what is no text counts as none."""
        value = self.node.get(key)
        return value if isinstance(value, str) else ""


class Memo(Generic[T]):
    """What was made of places, by their nodes: a place that comes again is not looked at again."""

    def __init__(self) -> None:
        # With the node, whose number belongs to it as long as it is there.
        self._made: dict[tuple[str, int], tuple[Node, T]] = {}

    def of(self, place: Place, make: Callable[[Place], T]) -> T:
        """What was made of a place, else what is made of it now."""
        key = (place.pointer, id(place.node))
        if key not in self._made:
            self._made[key] = (place.node, make(place))
        return self._made[key][1]


class Resolver:
    """Follows references.

    Attributes:
        root: The document.
        budget: What is left of what an import may cost.

    Args:
        document: The document.
        notes: Takes those that lead nowhere.
        budget: The same.
    """

    def __init__(self, document: Node, notes: Notes, budget: Budget) -> None:
        self.root = Place(document, "")
        self.budget = budget
        self._notes = notes
        self._followed: Memo[Place] = Memo()

    def follow(self, place: Place) -> Place:
        """What a place stands for: itself, or what its reference leads to in the end.

        Some keys beside a reference count more than the same ones where it leads. A reference that
        leads nowhere stands for nothing, and is a finding.
        """
        return self._followed.of(place, self._follow) if "$ref" in place.node else place

    def _follow(self, place: Place) -> Place:
        self.budget.schemas(1, place.pointer)
        seen: list[str] = []
        beside: dict[str, Any] = {}
        while isinstance(reference := place.get("$ref"), str):
            beside = {**{k: place.node[k] for k in _KEPT_BESIDE if k in place.node}, **beside}
            if reference in seen or len(seen) > MAX_STEPS:
                self._notes.left_out(place.pointer, f"`{reference}` leads to itself")
                return Place({**beside}, place.pointer)
            seen.append(reference)
            found = self._target(reference, place.pointer)
            if found is None:
                return Place({**beside}, place.pointer)
            place = found
        return Place({**place.node, **beside}, place.pointer) if beside else place

    def _target(self, reference: str, pointer: str) -> Place | None:
        if not reference.startswith("#"):
            what = f"`{reference[:120]}` is a reference out of the file, which is not followed"
            self._notes.left_out(pointer, what, "Make one file of them first, with a bundler.")
            return None
        value: Any = self.root.node
        path = unquote(reference[1:])
        for part in path.split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            if isinstance(value, Mapping):
                value = value.get(key)
            elif isinstance(value, list) and key.isdecimal() and int(key) < len(value):
                value = value[int(key)]
            else:
                value = None
        if isinstance(value, Mapping):
            return Place(value, path)
        self._notes.left_out(pointer, f"`{reference[:120]}` leads nowhere")
        return None


def escape(key: str) -> str:
    """A key as a JSON pointer has it."""
    return key.replace("~", "~0").replace("/", "~1")
