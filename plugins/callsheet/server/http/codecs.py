"""Bodies as values, and values as bodies: JSON, XML, forms and files."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from callsheet.http.media_types import FORM, MULTIPART, essence, is_json, is_xml
from callsheet.http.xml_documents import xml_bytes
from callsheet.schema import Schema
from callsheet.server.http.body_errors import MalformedBodyError
from callsheet.server.http.form_body import (
    Sent,
    decode_form,
    decode_parts,
    file_of_parts,
    value_of_field,
)
from callsheet.server.http.json_body import decode_json
from callsheet.server.http.xml_body import decode_xml
from callsheet.server.limits import Limits


def decode(
    body: bytes,
    content_type: str,
    schema: Schema,
    types: Mapping[str, Schema],
    limits: Limits,
    sent: Sent = MappingProxyType({}),
) -> Any:
    """Return a body as plain values: a text of a kind that has no structure as it is, else bytes.

    Args:
        body: The content.
        content_type: What it is; no multipart form.
        schema: What it should be; XML, forms and texts have only text, which this turns into
            values.
        types: The named types.
        limits: The limits on resources. No value is made of a body that has too many of them.
        sent: How the fields of a form are sent, by name, for those of which that is stated.

    Raises:
        MalformedBodyError: It is not what its media type says.
        BodyTooLargeError: It is larger than the limits.
    """
    if is_json(content_type):
        return decode_json(body, limits)
    if is_xml(content_type):
        return decode_xml(body, schema, types, limits)
    if essence(content_type) == FORM:
        return decode_form(body, schema, types, limits, sent)
    if not essence(content_type).startswith("text/"):
        return body
    try:
        text = body.decode("utf-8-sig")
    except ValueError as error:
        raise MalformedBodyError("it is not UTF-8 text") from error
    return value_of_field(text, schema, types, limits)


def decode_file(body: bytes, content_type: str, limits: Limits) -> bytes:
    """Return the file in a body: the body itself, or the first file of a multipart form.

    Raises:
        MalformedBodyError: It is not a multipart form, or one without a file.
        BodyTooLargeError: It is larger than the limits.
    """
    if essence(content_type) != MULTIPART:
        return body
    return file_of_parts(decode_parts(body, content_type, limits))


def encode(
    value: Any, media_type: str, name: str, *, namespace: str = "", item: str = "item"
) -> bytes:
    """Encode a value as a body.

    Args:
        value: Plain values.
        media_type: JSON or XML.
        name: The name of the XML document's element.
        namespace: The XML namespace of the elements, if they have one.
        item: What the elements of a list are called in XML.
    """
    if is_xml(media_type):
        return xml_bytes(value, name, namespace=namespace, item=item)
    return json.dumps(value, ensure_ascii=False).encode()
