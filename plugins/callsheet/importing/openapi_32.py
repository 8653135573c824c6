"""Rewrites the additions of OpenAPI 3.2 as OpenAPI 3.1, which the other modules read."""

from collections.abc import Iterator, Mapping
from typing import Any

from jsonpointer import escape, unescape

from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.references import SpecNode

_VALUES = frozenset({"example", "value", "dataValue", "default", "const", "enum"})
"""Keywords whose content is data."""

_MEDIA_TYPES = "#/components/mediaTypes/"


def as_openapi_31(document: Mapping[str, Any], notes: ImportNotes) -> Mapping[str, Any]:
    """Return a document of OpenAPI 3.2 in which older readers find what is new.

    A stream of items is described as a list of them, and the data of an example as its value. The
    document is not changed.

    Args:
        document: The document.
        notes: Takes what pages cannot say of it.
    """
    for pointer, what in _not_on_pages(document):
        notes.minor(pointer, what)
    media_types = SpecNode(document, "").inner("components").inner("mediaTypes").node
    found: dict[str, Any] = _Reader(media_types, notes).read(document)
    return found


def _not_on_pages(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    root = SpecNode(document, "")
    if "$self" in root.node:
        yield "/$self", "The address of the document itself is not on any page"


class _Reader:
    def __init__(self, media_types: Mapping[str, Any], notes: ImportNotes) -> None:
        self._media_types = media_types
        self._notes = notes

    def read(self, node: Any, key: str = "", pointer: str = "") -> Any:
        """Return a node in the words of OpenAPI 3.1."""
        if isinstance(node, list):
            return [self.read(one, "", f"{pointer}/{n}") for n, one in enumerate(node)]
        if not isinstance(node, dict):
            return node
        if key == "content":
            node = {name: self._media(one, f"{pointer}/{name}") for name, one in node.items()}
        elif key == "examples":
            node = {name: self._example(one, f"{pointer}/{name}") for name, one in node.items()}
        elif key == "responses":
            node = {name: _described(one) for name, one in node.items()}
        return {
            name: one
            if name in _VALUES
            else self.read(one, str(name), f"{pointer}/{escape(str(name))}")
            for name, one in node.items()
        }

    def _media(self, media: Any, pointer: str) -> Any:
        if not isinstance(media, dict):
            return media
        reference = media.get("$ref")
        if isinstance(reference, str) and reference.startswith(_MEDIA_TYPES):
            media = self._media_types.get(unescape(reference.removeprefix(_MEDIA_TYPES)))
            if not isinstance(media, dict):
                self._notes.lost(pointer, f"There is nothing at {code(reference)}")
                return {}
        if "itemSchema" in media and "schema" not in media:
            self._notes.minor(pointer, "A stream of items is a list on the page")
            media = {**media, "schema": {"type": "array", "items": media["itemSchema"]}}
        return media

    def _example(self, example: Any, pointer: str) -> Any:
        if not isinstance(example, dict) or "value" in example:
            return example
        if "dataValue" in example:
            return {**example, "value": example["dataValue"]}
        if "serializedValue" in example:
            self._notes.minor(pointer, "An example as it is sent is not on any page")
        return example


def _described(response: Any) -> Any:
    """Return a response with its summary as its description, if it has no other."""
    if isinstance(response, dict) and "summary" in response and not response.get("description"):
        return {**response, "description": response["summary"]}
    return response
