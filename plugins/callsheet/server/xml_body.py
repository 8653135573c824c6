"""XML bodies as values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from callsheet.model import DataType
from callsheet.server.body_errors import BodyTooLargeError, MalformedBodyError
from callsheet.server.limits import MIB, Limits
from callsheet.values import convert
from callsheet.xml_documents import XSI_NIL

MAX_MARKUP = MIB
"""How many bytes a tag, a comment or a processing instruction may have: the parser reads what it
has of one anew whenever more of it comes."""

MAX_NAMESPACE = 1_000
"""How many characters the name of a namespace may have: each element in it repeats them."""

_PIECE = MAX_MARKUP // 4


def decode_xml(body: bytes, types: Mapping[str, DataType | None], limits: Limits) -> Any:
    """Return the values in an XML document: its root is an object.

    Args:
        body: The document.
        types: The documented type of each property.
        limits: How many elements, attributes and namespaces there may be, and how deep they may be
            nested. What begins with `<` and is no end tag counts as an element.

    Raises:
        MalformedBodyError: It is no XML, has a DTD, or is nested too deeply.
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
        raise MalformedBodyError(f"it is no valid XML without a DTD: {error}") from error
    return {_local(child.tag): _value(child, types.get(_local(child.tag))) for child in root}


def _parse(body: bytes, limits: Limits) -> Element:
    parser = DefusedXMLParser(target=_LimitedBuilder(limits), forbid_dtd=True)
    for position in range(0, len(body), _PIECE):
        piece = body[position : position + _PIECE]
        parser.feed(piece)
        if position + len(piece) - parser.parser.CurrentByteIndex > MAX_MARKUP:
            size = f"{MAX_MARKUP // MIB} MiB"
            raise BodyTooLargeError(f"it has a tag, comment or instruction of more than {size}")
    root: Element = parser.close()
    return root


class _LimitedBuilder(TreeBuilder):
    """Builds a tree, and gives up when it becomes too large or too deep."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self._limits = limits
        self._number = 0
        # The root is an object, and the innermost elements are texts.
        self._depth = -1

    def start(self, tag: Any, attrs: Any, /) -> Element:
        """Begin an element."""
        self._count(1 + len(attrs))
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


def _value(element: Element, data_type: DataType | None) -> Any:
    if element.get(XSI_NIL) == "true":
        return None
    if not len(element):
        return convert(element.text or "", data_type)
    if data_type is not None and data_type.name == "array":
        return [_value(child, None) for child in element]
    return {_local(child.tag): _value(child, None) for child in element}


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
