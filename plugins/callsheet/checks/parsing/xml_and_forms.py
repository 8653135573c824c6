"""Parsers of XML, forms and multipart bodies into the same nodes as JSON."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote_plus
from xml.parsers import expat

from callsheet import lazy_re as re
from callsheet.checks.parsing.json_text import parse_json
from callsheet.checks.parsing.nodes import (
    MAX_DEPTH,
    Member,
    Node,
    SyntaxProblem,
    placed,
    valued_text,
    valued_xml,
)
from callsheet.http.forms import BrokenMultipartError, TextPart, lines_of, split_parts
from callsheet.http.media_types import MULTIPART, essence, is_json, is_xml, parameters
from callsheet.schema import ANYTHING, Schema
from callsheet.schema.texts import is_object

_NAME_ENDS = re.compile(r"[\s/>]")
_TOKEN = re.compile(r"</?[^\s<>]*>?|[^\s<>]+")
_ATTRIBUTE = re.compile(r"""(?<!\s)\s++(?P<name>[^\s=>"']++)\s*+=\s*+(?P<value>"[^"]*"|'[^']*')""")
_PAIR = re.compile(r"[^&\s][^&]*")


_UNCLOSED = {
    expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH],
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS],
}


class _RefusedError(Exception):
    """XML with a construct that is refused; `str()` names it."""


@dataclass(slots=True)
class _Element:
    """Element that is not yet closed, with the offsets of its name and its content."""

    name: str
    start: int
    end: int
    content: int
    is_nil: bool
    attributes: tuple[Member, ...] = ()
    members: list[Member] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def parse_xml(text: str) -> Node | SyntaxProblem:
    """Parse XML without a document type definition.

    An element with children becomes an object with their local names, any other one a text. Texts
    have no types: `callsheet.schema.texts.value_of_text` converts them to documented types.

    Returns:
        The document element, or the first syntax problem.
    """
    reader = _XmlReader(text)
    try:
        return reader.read()
    except expat.ExpatError as error:
        if error.code in _UNCLOSED and reader.open:
            return reader.unclosed(text)
        at = min(reader.offset(error.lineno, error.offset), max(len(text) - 1, 0))
        problem = f"{_token(text, at)} ({expat.ErrorString(error.code)})"
        return SyntaxProblem(at, at + len(_token(text, at)) - 2, problem, "well-formed XML")
    except _RefusedError as error:
        at = max(text.rfind("<", 0, reader.here() + 1), 0)
        return SyntaxProblem(at, at + 1, str(error), "plain elements")


def parse_form(text: str) -> Node:
    """Parse `name=value` pairs between ampersands (WHATWG URL, 5.1); any text is valid."""
    members = []
    for match in _PAIR.finditer(text):
        name, _, value = match.group().rstrip().partition("=")
        start = match.start()
        value_start = min(start + len(name) + 1, start + len(match.group().rstrip()))
        node = Node(unquote_plus(value), value_start, value_start + len(value))
        members.append(Member(unquote_plus(name), start, start + len(name), node))
    return Node(None, 0, len(text), members=tuple(members))


class _XmlReader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0]
        for line in text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.open: list[_Element] = []
        self.root: Node | None = None
        # A declared encoding is that of the message, not of this text. With a separator expat
        # resolves namespaces, so that names are compared without their prefixes.
        self.parser = expat.ParserCreate("utf-8", "}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._doctype

    def read(self) -> Node | SyntaxProblem:
        self.parser.Parse(self.text.encode("utf-8", errors="replace"), True)
        return self.root or SyntaxProblem(0, 0, "nothing", "an element")

    def unclosed(self, text: str) -> SyntaxProblem:
        """Describe the innermost element without an end, at its name or where its content ends."""
        element = self.open[-1]
        name = text[element.start : element.end]
        at = self.here()
        line = text[element.content :].partition("\n")[0].strip()
        is_text = bool(line) and not line.startswith("<")
        is_twice = len(self.open) > 1 and self.open[-2].name == element.name
        if is_text or is_twice or not element.members:
            problem = f"`<{name}>` without its end"
            return SyntaxProblem(element.start, element.end, problem, f"`</{name}>`")
        last = len(text.rstrip())
        if at >= last:
            problem = f"the end of the body where `<{name}>` is still open"
            return SyntaxProblem(last - 1, last, problem, f"`</{name}>`", opened=element.start - 1)
        found = _token(text, at)
        problem = f"{found} where `<{name}>` is still open"
        end = at + len(found) - 2
        return SyntaxProblem(at, end, problem, f"`</{name}>`", opened=element.start - 1)

    def offset(self, line: int, column: int) -> int:
        return self.starts[min(line, len(self.starts)) - 1] + column

    def here(self) -> int:
        return self.offset(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise _RefusedError("an element nested too deeply")
        start = self.here() + 1
        match = _NAME_ENDS.search(self.text, start)
        end = match.start() if match else len(self.text)
        is_nil = any(key.endswith("}nil") and attributes[key] == "true" for key in attributes)
        found, content = self._attributes(attributes, end)
        local = name.rpartition("}")[2]
        self.open.append(_Element(local, start, end, content, is_nil, found))

    def _attributes(self, attributes: dict[str, str], at: int) -> tuple[tuple[Member, ...], int]:
        """Return the attributes without a namespace, and where the content of the tag begins."""
        found = []
        while match := _ATTRIBUTE.match(self.text, at):
            at = match.end()
            name = match["name"]
            if name in attributes:
                node = Node(attributes[name], match.start("value") + 1, match.end("value") - 1)
                found.append(Member(name, match.start("name"), match.end("name"), node))
        return tuple(found), self.text.find(">", at) + 1

    def _end(self, _: str) -> None:
        element = self.open.pop()
        end = max(self.here(), element.content)
        node = _node(element, end)
        if self.open:
            member = Member(element.name, element.start, element.end, node)
            self.open[-1].members.append(member)
        else:
            self.root = node

    def _characters(self, data: str) -> None:
        if self.open:
            self.open[-1].text.append(data)

    def _doctype(self, *_: Any) -> None:
        # Its entities could expand to any size.
        raise _RefusedError("a document type definition")


def _node(element: _Element, end: int) -> Node:
    attributes = element.attributes
    if element.members:
        members = tuple(element.members)
        return Node(None, element.content, end, members=members, attributes=attributes)
    value = None if element.is_nil else "".join(element.text)
    return Node(value, element.content, end, attributes=attributes)


def _token(text: str, at: int) -> str:
    match = _TOKEN.match(text, at)
    return f"`{match.group()[:40]}`" if match else "`` ``"


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
            items = tuple(_converted(member, below.items or ANYTHING) for member in group)
            yield replace(group[0], value=Node(None, items[0].start, items[-1].end, items=items))
            continue
        for member in group:
            yield replace(member, value=_converted(member, below))


def _is_item(member: Member, schema: Schema) -> bool:
    """Tell whether a part is an item of an array, not all of it: a file, or an object."""
    items = schema.items or ANYTHING
    if items.holds_file or (isinstance(member, PartMember) and member.is_file):
        return True
    text = member.value.value
    return is_object(text) if isinstance(text, str) else member.value.is_object


def _converted(member: Member, schema: Schema) -> Node:
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
    if schema.format == "binary" or (is_bytes and schema.holds_file):
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
