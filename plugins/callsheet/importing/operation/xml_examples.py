"""Examples in XML, with the hints of a document (OpenAPI 3.1.0, 4.8.26, the XML Object)."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from callsheet.http.media_types import essence, is_xml
from callsheet.http.xml_documents import document_of, leaf, text_of, xml_name
from callsheet.importing.operation.examples import ExampleValue
from callsheet.importing.operation.schemas import Schemas
from callsheet.importing.references import SpecNode
from callsheet.schema import ANYTHING, Schema

_ITEM = "item"
_ROOT = "body"


class XmlExamples:
    """Writes the values of examples as XML.

    The elements of properties have the names of the page's rows, for which there is only one name
    in all media types; that the document has another one in XML is a finding.

    Args:
        schemas: Reads the schemas, whose `xml` says how.
    """

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas

    def written(
        self, media_type: str, example: ExampleValue, media: SpecNode, name: str
    ) -> ExampleValue:
        """Return an example as an XML document, if that is its media type and it is not text yet.

        Args:
            media_type: The media type of the body.
            example: The value with its name.
            media: The Media Type Object.
            name: The name of the root element, unless the document has one.
        """
        is_written = isinstance(example.value, str) and not example.is_generated
        if is_written or not is_xml(essence(media_type)):
            return example
        place = media.inner("schema")
        schema = self._schemas.read(place)
        whole, hint = self._of(schema, place.pointer)
        referred = schema.ref.rpartition("/")[2]
        root = self._element(
            hint.get("name") or referred or name or _ROOT, example.value, whole, place.pointer
        )
        # Only a value without the form of a document can be what the specification states.
        return ExampleValue(example.name, document_of(root), is_generated=True)

    def _of(self, schema: Schema, at: str) -> tuple[Schema, Mapping[str, Any]]:
        """Return a schema merged with what it refers to, and its hint."""
        whole = self._schemas.whole(schema, at)
        hint = whole.rare.xml.value if whole.rare and whole.rare.xml else None
        return whole, hint if isinstance(hint, dict) else {}

    def _element(self, name: str, value: Any, whole: Schema, at: str) -> Element:
        _, hint = self._of(whole, at)
        name = xml_name(str(name))
        prefix = xml_name(str(hint["prefix"])) if hint.get("prefix") else ""
        element = leaf(name, None if isinstance(value, dict | list) else value)
        if isinstance(value, dict | list):
            element.attrib.clear()
        element.tag = f"{prefix}:{name}" if prefix else name
        if hint.get("namespace"):
            element.set(f"xmlns:{prefix}" if prefix else "xmlns", text_of(str(hint["namespace"])))
        if isinstance(value, dict):
            for key, inner in value.items():
                self._add(element, str(key), inner, whole, at)
        elif isinstance(value, list):
            element.extend(self._items(_ITEM, value, whole, at))
        return element

    def _add(self, element: Element, key: str, value: Any, outer: Schema, at: str) -> None:
        """Add a property to its element: as an attribute, an element, or several of them."""
        known = outer.property(key)
        below = known.schema if known else outer.additional_properties or ANYTHING
        whole, hint = self._of(below, at)
        if hint.get("attribute") is True and not isinstance(value, dict | list | None):
            element.set(xml_name(key), text_of(value))
        elif not isinstance(value, list):
            element.append(self._element(key, value, whole, at))
        elif hint.get("wrapped") is True or (not value and known and known.required):
            # An array without items would not be there; an empty element is read as one.
            wrapper = Element(xml_name(key))
            wrapper.extend(self._items(key, value, whole, at))
            element.append(wrapper)
        else:
            items, _ = self._of(whole.items or ANYTHING, at)
            element.extend(self._element(key, one, items, at) for one in value)

    def _items(self, name: str, values: list[Any], array: Schema, at: str) -> Iterator[Element]:
        items, hint = self._of(array.items or ANYTHING, at)
        for value in values:
            yield self._element(hint.get("name") or name, value, items, at)
