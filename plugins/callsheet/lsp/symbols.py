"""Symbols on a page, by position: a uid, a file, a type, or a row of a table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from callsheet import lazy_re as re
from callsheet.catalog.named_types.evidence import references
from callsheet.checks.model.tree import Tree
from callsheet.lsp.positions import EditedText
from callsheet.model import LinkKind, Location, Operation, Parameter, Property
from callsheet.model.bodies import bodies
from callsheet.paths import folder_of, join
from callsheet.schema.words.type_words import WORDS, schema_of_words
from callsheet.source import Reading
from callsheet.source.document import Document, read_document
from callsheet.source.front_matter import line_of_key
from callsheet.source.links import find_references
from callsheet.source.tables import split_row

_WORD = re.compile(r"[^\s|`()\[\]<>{},;:\"'*]+")
_BODY = re.compile(r"\s*(?:#{1,6}\s+)?(?:request|response|\d{3})\b", re.IGNORECASE)


class SymbolKind(Enum):
    """The kinds of symbols."""

    UID = "uid"
    FILE = "file"
    TYPE = "type"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A name on a page.

    Attributes:
        kind: What it names.
        name: The uid, the path of the file, the type, or the name of the row.
        line: Its line.
        column: Its first column.
        end_column: The column after it.
        row: The row that it names.
    """

    kind: SymbolKind
    name: str
    line: int
    column: int
    end_column: int
    row: Property | None = None


class PageSymbols:
    """The symbols of one page.

    Args:
        text: The page.
        reading: What was read of it.
        tree: All pages.
    """

    def __init__(self, text: EditedText, reading: Reading, tree: Tree) -> None:
        self._text = text
        self._reading = reading
        self._tree = tree
        self._document = read_document(text.data)

    def at(self, line: int, column: int) -> Symbol | None:
        """Return the symbol at a place."""
        found = [
            symbol
            for symbol in (*self.uids(), *self._files(), *self._rows(line), *self.types(line))
            if symbol.line == line and symbol.column <= column <= symbol.end_column
        ]
        return found[0] if found else None

    def uids(self) -> Iterator[Symbol]:
        """Yield the uids: that of the page, and those that it refers to."""
        yield from uids_of(self._document, self._reading, self._tree.catalog.pages_by_uid)

    def types(self, line: int) -> Iterator[Symbol]:
        """Yield the types in a line: in the cell of a type, or in the heading of a body."""
        text, start = self._text.line(line), 0
        row = next((row for row in rows_of(self._reading) if row.span.start == line), None)
        if row and row.type:
            start = next(
                (c.column - 1 for c in split_row(text) if c.text.strip("`") == row.type.written), -1
            )
            end = start + len(row.type.written) + 2
        elif _BODY.match(text) or line == line_of_key("defines", self._document.lines):
            start, end = text.find(":") + 1, len(text)
        else:
            return
        for match in _WORD.finditer(text, max(start, 0), end) if start >= 0 else ():
            name = match[0]
            if name in self._tree.types or name.lower() in WORDS:
                yield Symbol(SymbolKind.TYPE, name, line, match.start() + 1, match.end() + 1)

    def _files(self) -> Iterator[Symbol]:
        path = self._reading.page.path
        for reference in find_references(self._document):
            if reference.kind in (LinkKind.FILE, LinkKind.INCLUDE):
                line, column = _place(self._document, reference.start)
                target = join(folder_of(path), reference.target)
                end = column + reference.end - reference.start
                yield Symbol(SymbolKind.FILE, target, line, column, end)

    def _rows(self, line: int) -> Iterator[Symbol]:
        """Yield the names of rows in a line: in their table, in the route and in examples."""
        text = self._text.line(line)
        for operation in self._reading.operations:
            for row in _rows(operation):
                if row.span.start <= line <= row.span.end:
                    yield from _named(row, text, line, split_row(text)[0].column - 1)
            sent = [*operation.example_requests, *operation.example_responses]
            places = [operation.route.span, *(m.span for m in sent)]
            places += [example.span for example in operation.query_examples]
            if any(span.start <= line <= span.end for span in places):
                for row in _rows(operation):
                    yield from _named(row, text, line)


def uids_of(document: Document, reading: Reading, known: Iterable[str]) -> Iterator[Symbol]:
    """Yield the uids on a page: its own, and those that it refers to.

    Args:
        document: The page.
        reading: What was read of it.
        known: The uids that there are; of others, only references in their full form are yielded.
    """
    known = {*known}
    if key := document.uid_key:
        yield from _value(document, line_of_key(key, document.lines), str(reading.page.uid))
    for operation in reading.operations[:1]:
        if operation.outgoing and operation.outgoing.cause:
            for line in range(1, document.body_line):
                if re.search(r"\bof\s*:", document.lines[line - 1]):
                    yield from _value(document, line, operation.outgoing.cause)
    text = "\n".join(document.lines)
    for reference in find_references(document):
        is_uid = reference.kind is LinkKind.XREF
        if is_uid or (reference.kind is LinkKind.MENTION and reference.target in known):
            at = text.find(reference.target, reference.start, reference.end)
            if reference.target and at >= 0:
                line, column = _place(document, at)
                end = column + len(reference.target)
                yield Symbol(SymbolKind.UID, reference.target, line, column, end)


def rows_of(reading: Reading) -> Iterator[Property]:
    """Yield the rows of the tables of a page."""
    for operation in reading.operations:
        yield from _rows(operation)
    if reading.page.defines:
        yield from reading.page.defines.properties


def lines_with_type(operation: Operation, name: str) -> Iterator[int]:
    """Yield the lines of an operation's page that name a type."""
    lines = {row.span.start for row in _rows(operation) if name in references(row.schema)}
    for body in bodies(operation):
        if body.type and name in references(schema_of_words(body.type.written)):
            lines.add(body.line)
    yield from sorted(lines)


def _rows(operation: Operation) -> Iterator[Property]:
    yield from operation.parameters
    if operation.response:
        yield from operation.response.headers
    yield from body_rows(operation)


def body_rows(operation: Operation) -> Iterator[Property]:
    """Yield the rows of the tables of an operation's bodies."""
    for request in operation.request_bodies:
        yield from request.properties
    if response := operation.response:
        yield from response.properties
        for body in response.bodies:
            yield from body.properties


def _named(row: Property, text: str, line: int, start: int = 0) -> Iterator[Symbol]:
    """Yield where a line has the name of a row as a word."""
    name = row.name.rpartition(".")[2].removesuffix("[]")
    if not name or name not in text:
        return
    flags = re.IGNORECASE if isinstance(row, Parameter) and row.location == Location.HEADER else 0
    for match in re.finditer(rf"(?<![\w$-]){re.escape(name)}(?![\w-])", text, flags):
        if match.start() >= start:
            yield Symbol(SymbolKind.ROW, row.name, line, match.start() + 1, match.end() + 1, row)


def _value(document: Document, line: int, value: str) -> Iterator[Symbol]:
    text = document.lines[line - 1] if line else ""
    at = text.find(value, text.find(":") + 1)
    if value and at >= 0:
        yield Symbol(SymbolKind.UID, value, line, at + 1, at + len(value) + 1)


def _place(document: Document, offset: int) -> tuple[int, int]:
    """Return the line and the column of an offset in the lines, joined by line feeds."""
    for number, text in enumerate(document.lines, 1):
        if offset <= len(text):
            return number, offset + 1
        offset -= len(text) + 1
    return len(document.lines), 1
