"""Serialization of values as XML documents."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, indent, tostring

from callsheet import lazy_re as re

XSI_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"

# Characters that XML cannot represent (XML 1.0, 2.2).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_bytes(value: Any, name: str, *, namespace: str = "", item: str = "item") -> bytes:
    """Write a value as an XML document in UTF-8.

    Args:
        value: A JSON value.
        name: The name of the root element.
        namespace: The XML namespace of the elements, if they have one.
        item: The name of the elements of a list.
    """
    root = _element(name, value, item)
    if namespace:
        root.set("xmlns", namespace)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def xml_document(value: Any, name: str) -> str:
    """Write a value as an indented XML document.

    A list is not wrapped: its items are elements of its name (OpenAPI 3.1.0, 4.8.26), unless it is
    the root or an item itself.
    """
    return document_of(_element(name, value, "item", wrapped=False))


def document_of(root: Element) -> str:
    """Write an element as an indented XML document."""
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}'


def leaf(name: str, value: Any) -> Element:
    """Return the element of null, a text, a number or a boolean."""
    return _element(name, value, "item")


def text_of(value: Any) -> str:
    """Return the text of a value in an element or an attribute."""
    return _NOT_XML.sub("\ufffd", value if isinstance(value, str) else json.dumps(value))


def _element(name: str, value: Any, item: str, *, wrapped: bool = True) -> Element:
    element = Element(xml_name(name))
    if value is None:
        element.set(XSI_NIL, "true")
    elif isinstance(value, Mapping):
        for key, child in value.items():
            is_list = isinstance(child, Sequence) and not isinstance(child, str)
            for each in child if is_list and not wrapped else (child,):
                element.append(_element(key, each, item, wrapped=wrapped))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for child in value:
            element.append(_element(item, child, item, wrapped=wrapped))
    else:
        element.text = text_of(value)
    return element


def xml_name(name: str) -> str:
    """Replace what XML does not allow in a name; pages name types and properties freely."""
    cleaned = "".join(c if c.isalnum() or c in "_.-" else "_" for c in name)
    return cleaned if cleaned[:1].isalpha() or cleaned[:1] == "_" else f"_{cleaned}"
