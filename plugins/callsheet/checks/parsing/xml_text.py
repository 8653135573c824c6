"""Parsers of XML and forms into the same nodes as JSON."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote_plus
from xml.parsers import expat

from callsheet.checks.parsing.nodes import MAX_DEPTH, Member, Node, SyntaxProblem

_NAME_ENDS = re.compile(r"[\s/>]")
_TOKEN = re.compile(r"</?[^\s<>]*>?|[^\s<>]+")
_ATTRIBUTE = re.compile(r"""\s*(?P<name>[^\s=>"']+)\s*=\s*(?P<value>"[^"]*"|'[^']*')""")
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
