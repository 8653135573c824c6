"""Annotations of schemas, parameters and headers in the cells of their rows."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from jsonpointer import escape, unescape

from callsheet import lazy_re as re
from callsheet.importing.references import Resolver, SpecNode
from callsheet.schema import Schema
from callsheet.schema.annotations import (
    ANY_NAME,
    MAX_DEPTH,
    OF_PARAMETER,
    Within,
    annotations_of,
    annotations_text,
    extensions_of,
    is_deep,
    read_annotations,
    refers,
)
from callsheet.schema.words.facets import Facet, Facets
from callsheet.untrusted import MAX_DIGITS

_NO_LETTER = re.compile(r"[\W_]+")
_MAX_PARTS = 50
"""Schemas that are looked through for an annotation of the one that they make up."""

_LONG_NUMBER = re.compile(rf"(?:^|[:,] |\[)-?[0-9]{{{MAX_DIGITS + 1}}}")
_MAX_DEPTH_OF_KEYS = MAX_DEPTH - 8
"""Objects and lists within each other in front matter, in which up to eight are around them."""


def letters(text: str) -> str:
    """Return a text in lower case, without what is not a letter or digit."""
    return _NO_LETTER.sub("", text).lower()


class AnnotationCells:
    """Writes annotations, and remembers which parts of the document they are from.

    Args:
        resolver: Follows references.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self.written: set[str] = set()

    def cells(self, schema: Schema, at: str) -> Facets:
        """Return the cell with the annotations of a schema, if it has any; arguments as below."""
        text = annotations_text(self.of_schema(schema, at))
        return ((Facet.ANNOTATIONS, text),) if text else ()

    def of_schema(self, schema: Schema, at: str, type_name: str = "") -> dict[str, Any]:
        """Return the annotations of a schema that a page says.

        Args:
            schema: The schema, merged.
            at: The JSON pointer to it, or to the parameter or header that has it.
            type_name: The name of the type that it defines, if any.
        """
        if not (schema.title or schema.others):
            return {}
        place = self._at(at)
        own = place.get("name") if "in" in place.node else unescape(at.rpartition("/")[2])
        name = type_name or str(own)
        depth = _MAX_DEPTH_OF_KEYS if type_name else MAX_DEPTH
        found = {
            key: value
            for key, value in annotations_of(schema).items()
            if _can_be_said({key: value}, depth)
            and (key != "title" or letters(value) != letters(name))
        }
        if not annotations_text(found):
            return {}
        for part in self._parts(place):
            same = (k for k, v in found.items() if part.get(k) == v)
            self.written.update(f"{part.pointer}/{escape(key)}" for key in same)
        return found

    def with_extensions(self, facets: Facets, place: SpecNode) -> Facets:
        """Return the cells of a parameter or header with those of its own extensions."""
        own = {
            k: v
            for k, v in extensions_of(place.node).items()
            if _can_be_said({k: v}, MAX_DEPTH - 1)
        }
        cells = dict(facets)
        known = read_annotations(cells.get(Facet.ANNOTATIONS, "")) or {}
        if own and (text := annotations_text({**known, OF_PARAMETER: own})):
            self.written.update(f"{place.pointer}/{escape(key)}" for key in own)
            cells[Facet.ANNOTATIONS] = text
        return tuple((facet, cells[facet]) for facet in Facet if facet in cells)

    def fragment(self, place: SpecNode, within: Within) -> dict[str, Any]:
        """Return the extensions of an object, and of what is within it, unless they are too long.

        Args:
            place: The object.
            within: Where it may have extensions, such as `OF_OPERATION`.
        """
        pointers: list[str] = []
        found = self._fragment(place, within, pointers)
        if not annotations_text(found):
            return {}
        self.written.update(pointers)
        return found

    def _fragment(self, place: SpecNode, within: Within, pointers: list[str]) -> dict[str, Any]:
        followed = self._resolver.follow(place)
        is_map = ANY_NAME in within
        own = {} if is_map else extensions_of(followed.node)
        found = {
            key: value
            for key, value in own.items()
            if _can_be_said({key: value}, _MAX_DEPTH_OF_KEYS)
        }
        pointers += (f"{followed.pointer}/{escape(key)}" for key in found)
        for key in map(str, followed.node) if is_map else within:
            inner = within[ANY_NAME if is_map else key]
            if part := self._fragment(followed.inner(key), inner, pointers):
                found[key] = part
        return found

    def _at(self, pointer: str) -> SpecNode:
        value: Any = self._resolver.root.node
        for part in unquote(pointer).split("/")[1:]:
            if isinstance(value, list) and part.isdecimal() and int(part) < len(value):
                value = value[int(part)]
            else:
                value = value.get(unescape(part)) if isinstance(value, Mapping) else None
        return SpecNode(value if isinstance(value, Mapping) else {}, pointer)

    def _parts(self, place: SpecNode) -> Iterator[SpecNode]:
        """Yield the schemas that make up one, with that of a parameter or header."""
        waiting = [place]
        for _ in range(_MAX_PARTS):
            if not waiting:
                return
            part = waiting.pop()
            yield part
            waiting += part.listed("allOf")
            waiting += [part.inner("schema")] if isinstance(part.get("schema"), Mapping) else []
            if isinstance(part.get("$ref"), str):
                waiting.append(self._resolver.follow(part))


def _can_be_said(found: Mapping[str, Any], depth: int = MAX_DEPTH) -> bool:
    """Tell whether a page can say one annotation, with so many objects and lists."""
    # A reference would lead to a part of another document than that of the export.
    if is_deep(found, depth) or refers(found):
        return False
    text = annotations_text(found)
    return bool(text) and _LONG_NUMBER.search(text) is None
