"""Parser of multipart bodies into the same nodes as JSON: a member for each part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from callsheet.checks.parsing.json_text import parse_json
from callsheet.checks.parsing.nodes import Member, Node, SyntaxProblem
from callsheet.checks.parsing.xml_text import parse_xml
from callsheet.http.forms import BrokenMultipartError, TextPart, lines_of, split_parts
from callsheet.http.media_types import MULTIPART, essence, is_json, is_xml, parameters

_NAME = re.compile(r"(?<![\w*])name=\"?", re.IGNORECASE)
_NAMED = '`Content-Disposition: form-data; name="\u2026"`'


@dataclass(frozen=True, slots=True)
class PartMember(Member):
    """Part with its name and its value: parsed JSON or XML, else the text.

    Attributes:
        media_type: The media type that the part states.
        is_file: Whether it has a file name.
    """

    media_type: str = ""
    is_file: bool = False


def parse_multipart(text: str, content_type: str) -> Node | SyntaxProblem | None:
    """Parse a `multipart/form-data` (RFC 7578) or `multipart/mixed` (RFC 2046, 5.1.3) body.

    Args:
        text: The body.
        content_type: Its media type, with the boundary.

    Returns:
        An object with a member for each part, or the first syntax problem; None if a part has no
        name, so that its property is unknown.
    """
    boundary = parameters(content_type).get("boundary", "")
    if not boundary:
        return _without_boundary(text)
    try:
        parts = split_parts(text, boundary)
    except BrokenMultipartError as error:
        return SyntaxProblem(error.start, error.end, error.problem, error.expected)
    names: Sequence[str | None] = [part.disposition("name") for part in parts]
    if essence(content_type) == MULTIPART:
        found = _form_names(text, content_type, parts)
        if isinstance(found, SyntaxProblem):
            return found
        names = found
    members = []
    for name, part in zip(names, parts, strict=True):
        value = _value(text, name or "", part)
        if isinstance(value, SyntaxProblem):
            return value
        start, end = _place_of_name(text, name or "", part)
        is_file = part.disposition("filename") is not None
        members.append(PartMember(name or "", start, end, value, part.media_type, is_file))
    if None in names:
        return None
    start = parts[0].delimiter.start if parts else 0
    return Node(None, start, len(text.rstrip()), members=tuple(members))


def _without_boundary(text: str) -> SyntaxProblem:
    first = next((line for line in lines_of(text) if line.text.strip()), None)
    start, end, shown = (first.start, first.end, first.text.strip()) if first else (0, 0, "")
    problem = f"`{shown[:40]}` and no boundary in the `Content-Type`"
    meant = shown[2:] if shown.startswith("--") else "\u2026"
    return SyntaxProblem(start, end, problem, f"`boundary={meant[:40]}` there")


def _form_names(
    text: str, content_type: str, parts: Sequence[TextPart]
) -> list[str] | SyntaxProblem:
    """Return the names of the parts of a form, as the server reads it."""
    for part in parts:
        disposition = part.header("Content-Disposition")
        is_form = disposition and essence(disposition.value) == "form-data"
        if not is_form or not part.disposition("name"):
            if disposition is None:
                line = part.delimiter
                return SyntaxProblem(line.start, line.end, "a part without a name", _NAMED)
            start, end = disposition.start, disposition.start + len(disposition.value)
            return SyntaxProblem(start, end, f"`{disposition.value[:40]}`", _NAMED)
    from callsheet.http.forms import FormError, read_parts  # Few pages have such a body.

    body = "\r\n".join(text.split("\n")).encode("utf-8", errors="replace")
    try:
        found = read_parts(body, content_type, max_parts=len(parts) + 1)
    except FormError as error:
        line = next(lines_of(text))
        return SyntaxProblem(
            line.start, line.end, f"a body of which the server says: {error}", "a form"
        )
    return [part.name for part in found]


def _value(text: str, name: str, part: TextPart) -> Node | SyntaxProblem:
    """Parse the value of a part, with its offsets in the body."""
    content = text[part.start : part.end]
    parse = parse_json if is_json(part.media_type) else None
    if is_xml(part.media_type):
        parse = parse_xml
    if parse is None:
        return Node(content, part.start, part.end)
    found = parse(content)
    if isinstance(found, Node):
        return shifted(found, part.start)
    opened = None if found.opened is None else found.opened + part.start
    problem = f"{found.problem} in the part `{name[:40]}`"
    return replace(
        found,
        start=found.start + part.start,
        end=found.end + part.start,
        problem=problem,
        opened=opened,
    )


def _place_of_name(text: str, name: str, part: TextPart) -> tuple[int, int]:
    disposition = part.header("Content-Disposition")
    if disposition is None:
        return part.delimiter.start, part.delimiter.end
    start, end = disposition.start, disposition.start + len(disposition.value)
    match = _NAME.search(text, start, end)
    if name and match and text.startswith(name, match.end()):
        return match.end(), match.end() + len(name)
    return start, end


def shifted(node: Node, by: int) -> Node:
    """Move the offsets of a value by so many characters."""
    members = node.members and tuple(
        Member(m.key, m.start + by, m.end + by, shifted(m.value, by)) for m in node.members
    )
    items = node.items and tuple(shifted(item, by) for item in node.items)
    return Node(node.value, node.start + by, node.end + by, members, items)
