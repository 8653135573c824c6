"""Makes one schema of several: `allOf`, and the nearest to `oneOf` and `anyOf`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from callsheet.importing.notes import Notes
from callsheet.importing.references import Memo, Place, Resolver

_Seen = dict[tuple[str, int, bool], Place]
"""Places by pointer, node, and whether only some have what is in them."""

_MAX_DEPTH = 20
_MAX_PARTS = 200


class Merger:
    """Merges the parts of schemas.

    Args:
        resolver: Follows the references of the parts.
        notes: Takes what gets lost.
    """

    def __init__(self, resolver: Resolver, notes: Notes) -> None:
        self._resolver = resolver
        self._notes = notes
        self._merged: Memo[Place] = Memo()

    def merged(self, place: Place) -> Place:
        """A schema without `allOf`, `oneOf` and `anyOf`.

        Its properties are in the mapping `properties`, each behind the pointer to where it stands:
        see `properties`.
        """
        if not any(isinstance(place.get(key), list) for key in ("allOf", "oneOf", "anyOf")):
            return place
        return self._merged.of(place, self._merge)

    def _merge(self, place: Place) -> Place:
        parts = [*islice(self._parts(place, 0, {}), _MAX_PARTS + 1)]
        if len(parts) > _MAX_PARTS:
            self._notes.lost(place.pointer, "It is put together of too many schemas")
            del parts[-1]
        node: dict[str, Any] = {}
        properties: dict[str, Place] = {}
        required: dict[str, None] = {}
        for part, optional in parts:
            self._resolver.budget.schemas(1 + len(part.node), part.pointer)
            for key, value in part.node.items():
                if key not in ("allOf", "oneOf", "anyOf", "properties", "required"):
                    node.setdefault(key, value)
            inside = part.entries("properties")
            self._resolver.budget.schemas(len(inside), part.pointer)
            for name, inner in inside:
                properties.setdefault(name, inner)
            names = part.get("required")
            if not optional and isinstance(names, list):
                required.update(dict.fromkeys(map(str, names)))
        if properties:
            node.setdefault("type", "object")
            node["properties"] = {name: inner.node for name, inner in properties.items()}
        return Merged(
            {**node, **({"required": list(required)} if required else {})},
            place.pointer,
            {name: inner.pointer for name, inner in properties.items()},
        )

    def _parts(
        self, place: Place, depth: int, seen: _Seen, *, optional: bool = False
    ) -> Iterable[tuple[Place, bool]]:
        """The schema itself, then all that it is put together of; and whether only some have it.

        What has been seen is the same a second time, and adds nothing.
        """
        key = (place.pointer, id(place.node), optional)
        if key in seen:
            return
        seen[key] = place
        self._resolver.budget.schemas(1, place.pointer)
        yield place, optional
        if depth >= _MAX_DEPTH:
            self._notes.lost(place.pointer, "It is put together of too many schemas")
            return
        for part in place.listed("allOf"):
            followed = self._resolver.follow(part)
            yield from self._parts(followed, depth + 1, seen, optional=optional)
        for key_word in ("oneOf", "anyOf"):
            options = [
                followed
                for option in place.listed(key_word)
                if (followed := self._resolver.follow(option)).get("type") != "null"
            ]
            if len(options) > 1:
                yield from self._alternatives(place, key_word, options, depth, seen, optional)
            else:
                for followed in options:
                    yield from self._parts(followed, depth + 1, seen, optional=optional)

    def _alternatives(
        self,
        place: Place,
        key: str,
        options: list[Place],
        depth: int,
        seen: _Seen,
        optional: bool,
    ) -> Iterable[tuple[Place, bool]]:
        count = len(options)
        self._resolver.budget.schemas(count, place.pointer)
        kinds = {str(option.get("type", "object")) for option in options}
        if len(kinds) > 1:
            what = f"Of the {count} schemas of `{key}`, only the first one is on the page"
            self._notes.changed(place.pointer, what)
            yield from self._parts(options[0], depth + 1, seen, optional=optional)
            return
        what = f"The {count} schemas of `{key}` are one, with all of their properties"
        self._notes.changed(place.pointer, what)
        for option in options:
            for inner, _ in self._parts(option, depth + 1, seen, optional=True):
                if "enum" not in inner.node:
                    yield inner, True
        values = [v for o in options for v in _values(o)]
        if values and all("enum" in o.node or "const" in o.node for o in options):
            self._resolver.budget.schemas(len(values), place.pointer)
            yield Place({"enum": list(dict.fromkeys(map(str, values)))}, place.pointer), True


class Merged(Place):
    """A schema made of several, whose properties stand in several places."""

    __slots__ = ("_pointers",)
    _pointers: dict[str, str]

    def __init__(self, node: dict[str, Any], pointer: str, pointers: dict[str, str]) -> None:
        super().__init__(node, pointer)
        object.__setattr__(self, "_pointers", pointers)

    def entries(self, key: str) -> list[tuple[str, Place]]:
        """The mappings in a mapping of this one, by their keys."""
        pointers = self._pointers if key == "properties" else {}
        return [
            (name, Place(inner.node, pointers.get(name, inner.pointer)))
            for name, inner in super().entries(key)
        ]


def _values(place: Place) -> list[Any]:
    if "const" in place.node:
        return [place.node["const"]]
    values = place.get("enum")
    return values if isinstance(values, list) else []
