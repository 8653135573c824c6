"""Schemas as types of the page format, and as the rows of tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from callsheet.importing.limits import code, limits, untold
from callsheet.importing.merging import Merger
from callsheet.importing.naming import Names, as_type, short_names
from callsheet.importing.notes import Notes
from callsheet.importing.references import Memo, Place, Resolver
from callsheet.model import REQUIRED_MARK, DataType, Property, Span
from callsheet.pages import safe_line, safe_prose
from callsheet.source.datatypes import read_type

NOWHERE = Span(0, 0)
_MAX_DEPTH = 12
_MARKS = set("\\`\n\r<*[")
"""What would be more than the value of an enumeration, in the cell of a type."""

_COMPONENTS = re.compile(r"/(?:components/schemas|definitions)/([^/]+)")
_NUMBERS = {"integer": "int32", "number": "double", "boolean": "bool"}
_FORMATS = {"date-time": "date-time", "byte": "byte", "base64": "byte", "binary": "binary"}


@dataclass(frozen=True, slots=True)
class Named:
    """A type that gets a page: its name, and where its schema is."""

    name: str
    place: Place


class Schemas:
    """Reads the schemas of a document.

    Args:
        resolver: Follows references.
        notes: Takes what the page format cannot say.
    """

    def __init__(self, resolver: Resolver, notes: Notes) -> None:
        self._resolver = resolver
        self._notes = notes
        self.budget = resolver.budget
        self._merger = Merger(resolver, notes)
        root = resolver.root
        components = [*root.inner("components").entries("schemas"), *root.entries("definitions")]
        titles = {key: place.text("title") for key, place in components}
        self._keys = short_names(titles, titles)
        self._names = Names(self._keys.values())
        self._by_pointer: dict[str, str] = {}
        # What is known already, as types occur in many places.
        self._rows: dict[str, tuple[Property, ...]] = {}
        self._targets: Memo[Place] = Memo()
        self.named: list[Named] = []

    def whole(self, place: Place) -> Place:
        """A schema without references and `allOf` at its top."""
        return self._merger.merged(self._resolver.follow(place))

    def rows(self, whole: Place, owner: str) -> tuple[Property, ...]:
        """The rows of an object's table.

        Args:
            whole: What `whole` gave.
            owner: What types within it are called after, where they have no name.
        """
        if whole.pointer in self._rows:
            return self._rows[whole.pointer]
        listed = whole.get("required")
        required = set(map(str, listed)) if isinstance(listed, list) else set()
        properties = whole.entries("properties")
        self.budget.schemas(len(properties), whole.pointer)
        rows = [
            self._row(name, inner, name in required, owner)
            for name, inner in properties
            if self._is_name(name, inner)
        ]
        for name in sorted(required - {row.name for row in rows}):
            self._notes.told(whole.pointer, f"{code(name)} is required, and no property")
        return self._rows.setdefault(whole.pointer, tuple(rows))

    def data_type(self, place: Place, suggestion: str, depth: int = 0) -> DataType:
        """The type of a schema; that of an object with properties is a named one.

        Args:
            place: The schema.
            suggestion: What the type is called if the specification has no name for it.
            depth: How many arrays and dictionaries it is in.
        """
        target = self._target(place)
        whole = self._merger.merged(target)
        for keyword in untold(whole):
            self._notes.lost(whole.pointer, f"`{keyword}` is on no page")
        kind = self._kind(whole)
        if "enum" in whole.node or "const" in whole.node:
            return self._enumeration(whole, kind)
        if kind == "string":
            encoding = str(whole.get("contentEncoding", ""))
            return _plain(_FORMATS.get(str(whole.get("format", encoding)).lower(), "string"))
        if kind == "integer":
            return _plain("int32" if _is_short(whole) else "int64")
        if kind in _NUMBERS:
            return _plain(_NUMBERS[kind])
        if kind == "file":
            return _plain("binary")
        if kind == "array":
            return self._array(whole, suggestion, depth)
        # A component that is some object has a name, too.
        is_open = (
            _COMPONENTS.fullmatch(target.pointer) and not whole.inner("additionalProperties").node
        )
        if whole.get("properties") or (kind == "object" and is_open):
            return _plain(self._name(target, whole, suggestion))
        return self._object(whole, suggestion, depth)

    def about(self, place: Place, data_type: DataType | None, required: bool = False) -> str:
        """The cell that describes a parameter or property.

        Args:
            place: Where it is described, and its schema.
            data_type: Its type.
            required: Whether it gets the mark.
        """
        text = safe_line(place.text("description"))
        words = limits(place, data_type)
        if self._kind(place) in ("integer", "number", "boolean", "") and (
            values := place.get("enum")
        ):
            words.append(
                f"one of {', '.join(map(code, values))}" if isinstance(values, list) else ""
            )
        if words:
            kinds = sorted({word.partition("`")[0].strip() for word in words})
            self._notes.told(place.pointer, f"A limit ({', '.join(kinds)}) is told in words")
            said = safe_line(f"{', '.join(filter(None, words))}.")
            text = f"{text} {said[0].upper()}{said[1:]}".strip()
        self.budget.text(text, place.pointer)
        return f"{text} {REQUIRED_MARK}".strip() if required else text

    def describe(self, place: Place) -> str:
        """The description of a schema as prose."""
        return safe_prose(self.whole(place).text("description"))

    def is_component(self, place: Place, key: str) -> bool:
        """Whether a schema is a reference to the component of that key, as our export makes it."""
        reference = str(place.get("$ref", "")).rpartition("/")[2]
        return reference.rstrip("_") == key.rstrip("_")

    def _row(self, name: str, place: Place, required: bool, owner: str) -> Property:
        data_type = self.data_type(place, f"{owner}{name[:1].upper()}{name[1:]}")
        followed = self._target(place)
        about = followed if data_type.is_named else self._merger.merged(followed)
        if data_type.is_named and followed.pointer != place.pointer:
            # What describes a type is on the type's page.
            keys = {k: place.node[k] for k in ("description", "deprecated") if k in place.node}
            about = Place(keys, place.pointer)
        return Property(
            name, data_type, required or None, self.about(about, data_type, required), (), NOWHERE
        )

    def _target(self, place: Place) -> Place:
        """What a schema stands for, also as the only one of `allOf`, or beside null of `anyOf`."""
        return self._targets.of(place, self._find_target)

    def _find_target(self, place: Place) -> Place:
        for _ in range(_MAX_DEPTH):
            place = self._resolver.follow(place)
            options = [o for key in ("allOf", "oneOf", "anyOf") for o in place.listed(key)]
            known = [option for option in options if option.get("type") != "null"]
            if len(known) != 1 or "properties" in place.node:
                break
            place = known[0]
        return place

    def _is_name(self, name: str, place: Place) -> bool:
        if name.strip() and name == " ".join(name.split()) and "`" not in name and "\\" not in name:
            return True
        self._notes.left_out(place.pointer, f"A table has no place for the name {code(name)}")
        return False

    def _kind(self, place: Place) -> str:
        """The type of JSON Schema without null; empty where anything goes."""
        kinds = place.get("type", "")
        if isinstance(kinds, list):
            known = [str(kind) for kind in kinds if kind != "null"]
            if len(known) > 1:
                what = f"Of the types {', '.join(known)} only the first one is on the page"
                self._notes.changed(place.pointer, what)
            return known[0] if known else ""
        if kinds:
            return str(kinds)
        if isinstance(place.get("properties"), Mapping):
            return "object"
        if "items" in place.node:
            return "array"
        return "string" if "format" in place.node else ""

    def _enumeration(self, place: Place, kind: str) -> DataType:
        values = [place.node["const"]] if "const" in place.node else place.get("enum")
        values = [v for v in values if v is not None] if isinstance(values, list) else []
        texts = [v for v in values if isinstance(v, str)]
        if kind == "integer":
            is_short = all(isinstance(v, int) and -(2**31) <= v < 2**31 for v in values)
            return _plain("int32" if is_short else "int64")
        if kind in _NUMBERS:
            return _plain(_NUMBERS[kind])
        written = f"Enum: {', '.join(map(str, texts))}"
        read = read_type(written)
        is_all = values and len(texts) == len(values) and read and read.values == tuple(texts)
        if read and is_all and not any(_MARKS & set(text) for text in texts):
            self.budget.text(written, place.pointer)
            return read
        if values:
            what = "The values of an enumeration cannot stand in a table's column of types"
            self._notes.changed(place.pointer, what)
        return _plain("string")

    def _array(self, place: Place, suggestion: str, depth: int) -> DataType:
        if depth >= _MAX_DEPTH:
            self._notes.lost(place.pointer, "Arrays are nested too deeply")
            return _plain("array")
        items = place.inner("items")
        if not items.node:
            return _plain("array")
        return _of("array", self.data_type(items, f"{suggestion}Item", depth + 1))

    def _object(self, place: Place, suggestion: str, depth: int) -> DataType:
        values = place.inner("additionalProperties")
        if not values.node or depth >= _MAX_DEPTH:
            if self._kind(place) == "" and not place.node.keys() & {"additionalProperties"}:
                self._notes.changed(place.pointer, "What may be anything is an object on the page")
            return _plain("object")
        return _of("object", self.data_type(values, f"{suggestion}Value", depth + 1))

    def _name(self, target: Place, whole: Place, suggestion: str) -> str:
        """The name of an object's type, which gets a page."""
        pointer = target.pointer
        if name := self._by_pointer.get(pointer):
            return name
        match = _COMPONENTS.fullmatch(pointer)
        key = match[1].replace("~1", "/").replace("~0", "~") if match else ""
        name = self._keys.get(key) or self._names.give(
            as_type(whole.text("title") if not match else suggestion)
            if whole.text("title")
            else as_type(suggestion),
            "_",
        )
        if match and name != key.rpartition(".")[2]:
            self._notes.told(pointer, f"The type {code(key)} is called `{name}`")
        self._by_pointer[pointer] = name
        self.named.append(Named(name, whole))
        if isinstance(whole.get("additionalProperties"), Mapping):
            what = "A type with properties has no place for what other properties are like"
            self._notes.lost(pointer, what)
        return name


def _plain(name: str) -> DataType:
    return DataType(name, name)


def _of(outer: str, inner: DataType) -> DataType:
    return DataType(outer, f"{outer} of {inner.written}")


def _is_short(place: Place) -> bool:
    """Whether an integer is one of 32 bits."""
    if place.get("format") == "int64":
        return False
    if place.get("format") in ("int32", "int16", "int8"):
        return True
    bounds: list[Any] = [place.get("minimum"), place.get("maximum")]
    return all(type(bound) is int and -(2**31) <= bound < 2**31 for bound in bounds)
