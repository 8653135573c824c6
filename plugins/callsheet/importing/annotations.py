"""Tells what documents say to tools, or of schemas beside their description, and no page says."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from jsonpointer import escape

from callsheet.importing.input.grammar import ANYWHERE, SCHEMAS, Position
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.operation.annotation_cells import letters
from callsheet.importing.references import SpecNode
from callsheet.schema.annotations import is_extension

_OF_SCHEMAS = {"$comment": "A comment", "externalDocs": "External documentation"}


def note_annotations(
    places: Iterable[SpecNode],
    notes: ImportNotes,
    names: Collection[str] = (),
    written: Collection[str] = (),
) -> None:
    """Note extensions, and titles, comments and external documentation of schemas.

    Args:
        places: The parts of the document.
        notes: Collects the findings.
        names: The names of types, which titles may be.
        written: The pointers to those that pages say.
    """
    known = set(map(letters, names))
    for place in places:
        for pointer, key, value, owner in _annotations(place):
            if pointer in written:
                continue
            if key in _OF_SCHEMAS:
                notes.minor(pointer, f"{_OF_SCHEMAS[key]} of a schema is not on any page")
            elif key != "title":
                notes.minor(pointer, f"The extension {code(key)} is left out")
            elif letters(value) not in known and letters(value) != letters(owner):
                notes.minor(pointer, f"The title {code(value)} of a schema is not on any page")


def _annotations(place: SpecNode) -> Iterator[tuple[str, str, Any, str]]:
    """Yield annotations: pointer, key, value, and the last key of the pointer to the object."""
    waiting: list[tuple[Any, str, str, Position]] = [(place.node, place.pointer, "", ANYWHERE)]
    while waiting:
        value, pointer, name, position = waiting.pop()
        if isinstance(value, list):
            # A list of parameters is one of objects, as is one of schemas.
            inner = Position(position.section)
            waiting += [
                (each, f"{pointer}/{number}", "", inner)
                for number, each in enumerate(value)
                if isinstance(each, Mapping)
            ]
            continue
        is_schema = position.section == SCHEMAS and not position.is_map
        for key, each in value.items():
            key = str(key)
            at = f"{pointer}/{escape(key)}"
            if key.startswith("x-") and (not position.is_map or pointer == "/paths"):
                if is_extension(key):
                    yield at, key, each, name
            elif is_schema and (key in _OF_SCHEMAS or _is_title(key, each, value)):
                yield at, key, each, name
            elif isinstance(each, Mapping | list) and not (found := position.inner(key)).is_data:
                waiting.append((each, at, key, found))


def _is_title(key: str, value: Any, schema: Mapping[str, Any]) -> bool:
    # The title of a single value is its meaning.
    return key == "title" and isinstance(value, str) and "const" not in schema
