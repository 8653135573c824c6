"""Bodies as values, and values as bodies: JSON, XML, forms and files."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, tostring

from callsheet.http.media_types import MULTIPART, essence, is_json, is_xml
from callsheet.model import DataType
from callsheet.server.form_body import decode_form, decode_multipart
from callsheet.server.json_body import decode_json
from callsheet.server.limits import Limits
from callsheet.server.xml_body import XSI_NIL, decode_xml

# Control characters that XML 1.0, 2.2 has no way to write.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Types = Mapping[str, DataType | None]


def decode(body: bytes, media_type: str, types: Types, limits: Limits) -> Any:
    """A structured body as plain values.

    Args:
        body: The content.
        media_type: Of the kinds JSON, XML and form.
        types: The documented type of each property; XML and forms have only text, which these
            turn into values.
        limits: What a client may cost. No value is made of a body that has too many of them.

    Raises:
        MalformedBodyError: It is not what its media type says.
        BodyTooLargeError: It is larger than the limits.
    """
    if is_json(media_type):
        return decode_json(body, limits)
    if is_xml(media_type):
        return decode_xml(body, types, limits)
    return decode_form(body, types, limits)


def decode_file(body: bytes, content_type: str, limits: Limits) -> bytes:
    """The file in a body: the body itself, or the first file of a multipart form (RFC 7578).

    Raises:
        MalformedBodyError: It is no multipart form, or one without a file.
        BodyTooLargeError: It is larger than the limits.
    """
    if essence(content_type) != MULTIPART:
        return body
    return decode_multipart(body, content_type, limits)


def encode(
    value: Any, media_type: str, name: str, *, namespace: str = "", item: str = "item"
) -> bytes:
    """A value as a body.

    Args:
        value: Plain values.
        media_type: JSON or XML.
        name: The name of the XML document's element.
        namespace: The XML namespace of the elements, if they have one.
        item: What the elements of a list are called in XML.
    """
    if is_xml(media_type):
        root = _element(name, value, item)
        if namespace:
            root.set("xmlns", namespace)
        return bytes(tostring(root, encoding="utf-8", xml_declaration=True))
    return json.dumps(value, ensure_ascii=False).encode()


def _element(name: str, value: Any, item: str) -> Element:
    element = Element(_xml_name(name))
    if value is None:
        element.set(XSI_NIL, "true")
    elif isinstance(value, Mapping):
        for key, child in value.items():
            element.append(_element(key, child, item))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for child in value:
            element.append(_element(item, child, item))
    else:
        text = value if isinstance(value, str) else json.dumps(value)
        element.text = _NOT_XML.sub("\ufffd", text)
    return element


def _xml_name(name: str) -> str:
    """A name that XML allows for an element; pages name types and properties freely."""
    cleaned = "".join(c if c.isalnum() or c in "_.-" else "_" for c in name)
    return cleaned if cleaned[:1].isalpha() or cleaned[:1] == "_" else f"_{cleaned}"
