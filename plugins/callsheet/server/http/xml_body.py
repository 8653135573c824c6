"""XML bodies as values."""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from callsheet.http.xml_documents import XSI_NIL
from callsheet.schema import Schema
from callsheet.schema.texts import ElementReader, flat, leaf_items
from callsheet.server.http.body_errors import BodyTooLargeError, MalformedBodyError
from callsheet.server.http.form_body import value_of_field
from callsheet.server.limits import KIB, Limits

MAX_MARKUP = 256 * KIB
"""How many bytes a tag, a comment or a processing instruction may have: the parser reads what it
has of one anew whenever more of it comes, and makes all attributes of a tag before they count."""

MAX_NAMESPACE = 250
"""How many characters the name of a namespace may have: each element in it repeats them."""

NAME_CHARACTERS = 32
"""As many characters of a name, with its namespace, count as one value when it first comes: the
parser keeps each name, written out, twice."""

_PIECE = MAX_MARKUP // 4


def decode_xml(body: bytes, schema: Schema, types: Mapping[str, Schema], limits: Limits) -> Any:
    """Return the values in an XML document: its root is an object, or what the page says.

    Args:
        body: The document.
        schema: What they are; where nothing is said, elements are texts and objects.
        types: The named types.
        limits: How many elements, attributes and namespaces there may be, and how deep they may be
            nested. What begins with `<` and is not an end tag counts as an element, and a long name
            counts for more.

    Raises:
        MalformedBodyError: It is not XML, has a DTD, or is nested too deeply.
        BodyTooLargeError: It has too many elements, or one of its parts is too large.
    """
    if body.count(b"<") - body.count(b"</") > limits.body_values:
        raise _too_many(limits)
    try:
        root = _parse(body, limits)
    # An encoding that Python doesn't know is a LookupError.
    except (ParseError, ValueError, LookupError, DefusedXmlException) as error:
        if isinstance(error, BodyTooLargeError | MalformedBodyError):
            raise
        raise MalformedBodyError(f"it is not valid XML without a DTD: {error}") from error
    expected = flat(schema, types)
    if not (len(root) or root.attrib) and expected.type in ("", "array", "object"):
        return [] if expected.type == "array" else {}
    return _value(root, expected, types, limits)


def _parse(body: bytes, limits: Limits) -> Element:
    parser = DefusedXMLParser(target=_LimitedBuilder(limits), forbid_dtd=True)
    for position in range(0, len(body), _PIECE):
        piece = body[position : position + _PIECE]
        parser.feed(piece)
        if position + len(piece) - parser.parser.CurrentByteIndex > MAX_MARKUP:
            size = f"{MAX_MARKUP // KIB} KiB"
            raise BodyTooLargeError(f"it has a tag, comment or instruction of more than {size}")
    root: Element = parser.close()
    return root


class _LimitedBuilder(TreeBuilder):
    """Builds a tree, and raises an error when it becomes too large or too deep."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self._limits = limits
        self._number = 0
        self._names: set[str] = set()
        # The root is an object, and the innermost elements are texts.
        self._depth = -1

    def start(self, tag: Any, attrs: Any, /) -> Element:
        """Begin an element."""
        self._count(1 + len(attrs))
        for name in (tag, *attrs):
            if name not in self._names:
                self._names.add(name)
                self._count(len(name) // NAME_CHARACTERS)
        self._depth += 1
        if self._depth > self._limits.body_depth:
            raise MalformedBodyError(
                f"it is nested more than {self._limits.body_depth} levels deep"
            )
        return super().start(tag, attrs)

    def end(self, tag: Any, /) -> Element:
        """End an element."""
        self._depth -= 1
        return super().end(tag)

    def start_ns(self, _prefix: str, uri: str) -> None:
        """Count a namespace."""
        self._count(1)
        if len(uri) > MAX_NAMESPACE:
            raise BodyTooLargeError(
                f"it has a namespace whose name has more than {MAX_NAMESPACE:,} characters"
            )

    def _count(self, number: int) -> None:
        self._number += number
        if self._number > self._limits.body_values:
            raise _too_many(self._limits)


def _too_many(limits: Limits) -> BodyTooLargeError:
    return BodyTooLargeError(f"it has more than {limits.body_values:,} elements and attributes")


def _value(element: Element, schema: Schema, types: Mapping[str, Schema], limits: Limits) -> Any:
    def leaf(element: Element, schema: Schema) -> Any:
        if element.get(XSI_NIL) == "true":
            return None
        text = element.text or ""
        expected = flat(schema, types)
        if expected.type == "object" and not text.strip():
            return {}
        if expected.type == "array":
            return leaf_items(
                text, expected, lambda inner: value_of_field(text, inner, types, limits)
            )
        return value_of_field(text, schema, types, limits)

    reader: ElementReader[Element, Any] = ElementReader(
        children=lambda element: [(child.tag.rpartition("}")[2], child) for child in element],
        attributes=_attributes,
        leaf=leaf,
        items=lambda _, values: list(values),
        members=lambda _, members: {name: value for name, _, value in members},
        types=types,
    )
    return reader.read(element, schema)


def _attributes(element: Element) -> list[tuple[str, Element]]:
    """Return the attributes without a namespace as elements, which is how their texts are read."""
    found = []
    for name, text in element.attrib.items():
        if not name.startswith("{"):
            attribute = Element(name)
            attribute.text = text
            found.append((name, attribute))
    return found
