"""Convert parts and fields of forms to values of their properties, as the server does."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import replace

from callsheet.checks.parsing.json_text import parse_json
from callsheet.checks.parsing.mismatches import placed, valued_text, valued_xml
from callsheet.checks.parsing.multipart_text import PartMember, shifted
from callsheet.checks.parsing.nodes import Member, Node
from callsheet.http.media_types import essence, is_json, is_xml
from callsheet.schema import ANYTHING, Schema

_FILES = {"base64", "binary", "byte"}
"""Formats and encodings of files in places that only allow text."""


def valued_parts(node: Node, schema: Schema) -> Node:
    """Convert the texts of a multipart body, or of a form, to what they stand for.

    A file becomes base64, as in JSON; several parts of one name an array; the text of an object is
    parsed as JSON, which a part need not state (OpenAPI 3.1.0, 4.8.15).
    """
    return replace(node, members=tuple(_members(node, schema)))


def json_parts(node: Node) -> Node:
    """Return a multipart body with only those of its parts that state to be JSON."""
    members = (m for m in node.members or () if isinstance(m, PartMember) and is_json(m.media_type))
    return replace(node, members=tuple(members))


def _members(node: Node, schema: Schema) -> Iterator[Member]:
    grouped: dict[str, list[Member]] = {}
    for member in node.members or ():
        grouped.setdefault(member.key, []).append(member)
    for name, group in grouped.items():
        found = schema.property(name)
        below = found.schema if found else schema.additional_properties or ANYTHING
        if below.type == "array" and (len(group) > 1 or _is_item(group[0], below)):
            items = tuple(_value(member, below.items or ANYTHING) for member in group)
            yield replace(group[0], value=Node(None, items[0].start, items[-1].end, items=items))
            continue
        for member in group:
            yield replace(member, value=_value(member, below))


def _is_item(member: Member, schema: Schema) -> bool:
    """Tell whether a part is an item of an array, not all of it: a file, or an object."""
    items = schema.items or ANYTHING
    if _is_file(items) or (isinstance(member, PartMember) and member.is_file):
        return True
    is_text = isinstance(member.value.value, str)
    is_object = member.value.value.lstrip()[:1] == "{" if is_text else member.value.is_object
    return items.type == "object" and is_object


def _value(member: Member, schema: Schema) -> Node:
    node = member.value
    media_type = member.media_type if isinstance(member, PartMember) else ""
    if is_json(media_type):
        return node
    if is_xml(media_type):
        return valued_xml(node, schema)
    text = node.value
    if not isinstance(text, str):
        return node
    is_file = isinstance(member, PartMember) and member.is_file
    is_bytes = is_file or essence(media_type).partition("/")[0] not in ("", "text")
    if schema.format == "binary" or (is_bytes and _is_file(schema)):
        # The text that a page shows of a file stands for its bytes.
        return replace(node, value=base64.b64encode(text.encode("utf-8", "replace")).decode())
    if schema.type in ("array", "object") and text.lstrip()[:1] in ("[", "{"):
        found = parse_json(text)
        if isinstance(found, Node) and isinstance(member, PartMember):
            return shifted(found, node.start)
        if isinstance(found, Node):
            # Characters of a field are percent-encoded, so offsets in its value are not those in
            # the body.
            return placed(found.plain(), node)
    return node if is_file else valued_text(node, schema)


def _is_file(schema: Schema) -> bool:
    return schema.format in _FILES or schema.content_encoding in _FILES
