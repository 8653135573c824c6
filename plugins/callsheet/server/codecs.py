"""Bodies as values, and values as bodies: JSON, XML, forms and files."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from python_multipart import parse_form
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import File

from callsheet.media import is_json, is_xml
from callsheet.model import DataType
from callsheet.server.negotiation import essence
from callsheet.typedefs import read_json
from callsheet.values import convert

MAX_DEPTH = 64
"""How deep the values of a body may be nested."""

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
# Control characters that XML 1.0, 2.2 has no way to write.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XSI_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"

Types = Mapping[str, DataType | None]


class MalformedBodyError(ValueError):
    """A body that is not what its media type says; `str()` of it says why."""


def decode(body: bytes, media_type: str, types: Types) -> Any:
    """A structured body as plain values.

    Args:
        body: The content.
        media_type: Of the kinds JSON, XML and form.
        types: The documented type of each property; XML and forms have only text, which these
            turn into values.

    Raises:
        MalformedBodyError: It is not what its media type says.
    """
    if is_json(media_type):
        value = _decode_json(body)
    elif is_xml(media_type):
        value = _decode_xml(body, types)
    else:
        pairs = parse_qsl(body.decode("utf-8", errors="replace"), keep_blank_values=True)
        value = {name: convert(text, types.get(name)) for name, text in pairs}
    if _deeper_than(value, MAX_DEPTH):
        raise MalformedBodyError(f"it is nested more than {MAX_DEPTH} levels deep")
    return value


def decode_file(body: bytes, content_type: str) -> bytes:
    """The file in a body: the body itself, or the first file of a multipart form (RFC 7578).

    Raises:
        MalformedBodyError: It is no multipart form, or one without a file.
    """
    if essence(content_type) != MULTIPART:
        return body
    files: list[bytes] = []

    def keep(file: File) -> None:
        file.file_object.seek(0)
        files.append(file.file_object.read())
        file.close()

    headers = {"Content-Type": content_type.encode(), "Content-Length": str(len(body)).encode()}
    try:
        parse_form(headers, io.BytesIO(body), None, keep)
    except FormParserError as error:
        raise MalformedBodyError(f"it is no multipart form: {error}") from error
    if not files:
        raise MalformedBodyError("the multipart form has no part with a file name")
    return files[0]


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


def _decode_json(body: bytes) -> Any:
    try:
        return read_json(body.decode("utf-8-sig"))
    except ValueError as error:
        raise MalformedBodyError(f"it is no valid JSON: {error}") from error


def _decode_xml(body: bytes, types: Types) -> Any:
    try:
        root = fromstring(body, forbid_dtd=True)
    except (ParseError, ValueError, DefusedXmlException) as error:
        raise MalformedBodyError(f"it is no valid XML without a DTD: {error}") from error
    return {
        _local(child.tag): _value(child, types.get(_local(child.tag)), MAX_DEPTH) for child in root
    }


def _value(element: Element, data_type: DataType | None, depth: int) -> Any:
    if element.get(_XSI_NIL) == "true":
        return None
    if not len(element):
        return convert(element.text or "", data_type)
    if depth == 0:
        raise MalformedBodyError(f"it is nested more than {MAX_DEPTH} levels deep")
    if data_type is not None and data_type.name == "array":
        return [_value(child, None, depth - 1) for child in element]
    return {_local(child.tag): _value(child, None, depth - 1) for child in element}


def _element(name: str, value: Any, item: str) -> Element:
    element = Element(_xml_name(name))
    if value is None:
        element.set(_XSI_NIL, "true")
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


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _deeper_than(value: Any, depth: int) -> bool:
    if not isinstance(value, dict | list):
        return False
    children = value.values() if isinstance(value, dict) else value
    return depth == 0 or any(_deeper_than(child, depth - 1) for child in children)
