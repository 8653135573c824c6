"""Page as the rules see it: the operation, and the text that it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from callsheet.findings import Related
from callsheet.model import Operation, SectionKind, Span
from callsheet.source.document import Document, read_document
from callsheet.source.reader import Reading, read_from
from callsheet.source.sections import RawSection, split_sections
from callsheet.source.tables import Row, Table


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Range of text on a page; lines and characters count from 1, the end is exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class CheckedPage:
    """A page and its text.

    Attributes:
        reading: The result of reading it.
        document: Its lines, front matter and blocks.
    """

    reading: Reading
    document: Document

    @classmethod
    def read(cls, data: bytes, path: str) -> CheckedPage | OperationPage:
        """Read a page: an `OperationPage` if it documents an operation."""
        document = read_document(data)
        reading = read_from(document, path)
        if reading.operation is None:
            return CheckedPage(reading, document)
        return OperationPage(reading, document, reading.operation)

    @property
    def path(self) -> str:
        """The file, relative to the docs directory, with forward slashes."""
        return self.reading.page.path

    @cached_property
    def sections(self) -> tuple[RawSection, ...]:
        """Its sections with blocks and tables; the first is the description."""
        return tuple(split_sections(self.document))

    @cached_property
    def text(self) -> str:
        """All of its lines, joined by line feeds."""
        return "\n".join(self.document.lines)

    @cached_property
    def lower_text(self) -> str:
        """`text` in lower case, for a quick test whether a word occurs at all."""
        return self.text.lower()

    def line(self, number: int) -> str:
        """Return the text of a line."""
        return self.document.lines[number - 1]

    def whole_line(self, number: int) -> Place:
        """Return the place of a line without the space around its text."""
        text = self.line(number)
        start = len(text) - len(text.lstrip())
        return Place(self.path, number, start + 1, number, max(len(text.rstrip()), start) + 1)

    def lines(self, span: Span) -> Place:
        """Return the place of whole lines."""
        end = len(self.line(span.end)) + 1
        return Place(self.path, span.start, 1, span.end, end)

    def find(self, number: int, text: str, start: int = 1) -> Place:
        """Return the first place of a text in a line from a column on, else the whole line."""
        at = self.line(number).find(text, start - 1)
        if at < 0 or not text:
            return self.whole_line(number)
        return Place(self.path, number, at + 1, number, at + len(text) + 1)

    def find_in(self, span: Span, text: str) -> Place:
        """Return the first place of a text in some lines, else their first line."""
        for number in range(span.start, span.end + 1):
            if text and text in self.line(number):
                return self.find(number, text)
        return self.whole_line(span.start)

    def cell(self, row: Row, index: int) -> Place:
        """Return the place of a cell; that of the row if it has no such cell or several lines."""
        if index >= len(row.cells) or row.span.start != row.span.end:
            return self.lines(row.span)
        cell = row.cells[index]
        # An escaped pipe makes the text in the file longer than the cell.
        length = (
            len(cell.text.replace("|", r"\|"))
            if r"\|" in self.line(row.span.start)
            else len(cell.text)
        )
        line = row.span.start
        return Place(self.path, line, cell.column, line, cell.column + max(length, 1))

    def related(self, number: int, message: str) -> Related:
        """Return a line of this page as the source of an expectation."""
        return Related(self.path, number, message)


@dataclass(frozen=True)
class OperationPage(CheckedPage):
    """A page that documents an operation.

    Attributes:
        operation: The operation.
    """

    operation: Operation

    def tables(self, *kinds: SectionKind) -> Iterator[Table]:
        """Yield the tables of sections of these kinds, whatever their columns."""
        for section in self.sections:
            if section.kind in kinds:
                yield from section.tables
