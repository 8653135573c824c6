"""Pages as rules see them: their text, their operation, and their sections in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, TypeVar

from callsheet import lazy_re as re
from callsheet.checks.parsing.words import COLUMNS, WRITTEN
from callsheet.findings import Related
from callsheet.model import Operation, Reading, SectionKind, Span
from callsheet.model.operation import OWN_LAYOUT
from callsheet.source.document import Block, BlockKind, Document, read_document
from callsheet.source.layouts.layout import Layout
from callsheet.source.markup.reading import lines_with_marks
from callsheet.source.masking import blank, code_spans, mask_spans
from callsheet.source.readers.reader import read_from
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
    def read(
        cls, data: bytes, path: str, layout: Layout | None = None
    ) -> CheckedPage | OperationPage:
        """Read a page: an `OperationPage` if it documents an operation."""
        document = read_document(data)
        reading = read_from(document, path, layout)
        if reading.operation is None or reading.operation.layout != OWN_LAYOUT:
            # Of another layout, only rules about truth hold: those about each of its operations.
            return CheckedPage(reading, document)
        return OperationPage(reading, document, reading.operation)

    @property
    def renders_marks(self) -> bool:
        """Whether the site renders components and tags of other tools on it."""
        operation = self.reading.operation
        is_own = operation is None or operation.layout == OWN_LAYOUT
        return not is_own or self.path.endswith(".mdx")

    @cached_property
    def lines_with_marks(self) -> frozenset[int]:
        """The lines with components or tags of other tools, which the site renders."""
        return lines_with_marks(self.document) if self.renders_marks else frozenset()

    @cached_property
    def operations(self) -> tuple[OperationPage, ...]:
        """The operations that it documents in another layout, each as a page."""
        read = self.reading.operations
        if not read or read[0].layout == OWN_LAYOUT:
            return ()
        return tuple(OperationPage(self.reading, self.document, each) for each in read)

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

    @cached_property
    def lower_prose(self) -> str:
        """The text outside of code, in lower case."""
        prose = (block.text for block in self.document.blocks if not is_code(block))
        return "\n".join(prose).lower()

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

    def matched(self, number: int, match: re.Match[str], group: str | int = 0) -> Place:
        """Return the place of a match in a line, or of one of its groups."""
        return Place(self.path, number, match.start(group) + 1, number, match.end(group) + 1)

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

    @property
    def is_in_own_layout(self) -> bool:
        """Whether the page is in our own format, whose words have one meaning."""
        return self.operation.layout == OWN_LAYOUT

    def tables(self, *kinds: SectionKind) -> Iterator[Table]:
        """Yield the tables of sections of these kinds, whatever their columns."""
        for section in self.sections:
            if section.kind in kinds:
                yield from section.tables


_Owner = TypeVar("_Owner")
_Result = TypeVar("_Result")


def cached_in_owner(function: Callable[[_Owner], _Result]) -> Callable[[_Owner], _Result]:
    """Cache the result of a function in its argument, as `functools.cached_property` does.

    So a class need not know what rules derive from it, and the results go when the object goes;
    `functools.cache` would keep all pages of a tree in memory.
    """
    key = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def cached(owner: _Owner) -> _Result:
        values: dict[str, Any] = vars(owner)
        if key not in values:
            values[key] = function(owner)
        result: _Result = values[key]
        return result

    return cached


_INDENTED = ("    ", "\t")


def is_code(block: Block) -> bool:
    """Tell whether a block is a fence or indented code."""
    return block.kind is BlockKind.FENCE or (
        block.kind is BlockKind.OTHER and block.text.startswith(_INDENTED)
    )


def find_in_text(
    page: CheckedPage, pattern: re.Pattern[str], signs: tuple[str, ...]
) -> Iterator[tuple[Place, re.Match[str]]]:
    """Yield the matches of a pattern in the page's text, outside of code.

    Args:
        page: The page.
        pattern: What to look for, line by line.
        signs: Texts in lower case; every match contains one of them, so that most blocks and lines
            need not be searched.
    """
    found = [sign for sign in signs if sign in page.lower_prose]
    for block in page.document.blocks if found else ():
        if is_code(block):
            continue
        text = block.text.lower()
        if not any(sign in text for sign in found):
            continue
        for number in range(block.span.start, block.span.end + 1):
            line = page.line(number)
            lower = line.lower()
            if any(sign in lower for sign in found):
                for match in pattern.finditer(without_code(line)):
                    yield page.matched(number, match), match


def without_code(line: str) -> str:
    """Replace the code spans of a line by spaces."""
    if "`" not in line:
        return line
    return blank(line, code_spans(line))


def without_markup(line: str) -> str:
    """Replace code spans, HTML, autolinks and escapes of a line by spaces."""
    return mask_spans(line)


NAMES = {
    "query string parameters": SectionKind.QUERY,
    "request headers": SectionKind.HEADERS,
    "request body": SectionKind.REQUEST_BODY,
    "response": SectionKind.RESPONSE,
    "response body": SectionKind.RESPONSE_BODY,
    "sample request": SectionKind.EXAMPLE_REQUEST,
    "sample response": SectionKind.EXAMPLE_RESPONSE,
}
"""The headings of the page format, in lower case."""

TITLES = {
    SectionKind.PATH: "path table",
    SectionKind.QUERY: "Query String Parameters",
    SectionKind.HEADERS: "Request Headers",
    SectionKind.REQUEST_BODY: "Request Body",
    SectionKind.RESPONSE: "Response",
    SectionKind.RESPONSE_BODY: "Response body",
    SectionKind.EXAMPLE_REQUEST: "Sample request",
    SectionKind.EXAMPLE_RESPONSE: "Sample response",
}
"""The sections of the page format in their order, with their headings."""

ORDER = {kind: place for place, kind in enumerate(TITLES)}

LEVELS = {kind: 3 if kind is SectionKind.RESPONSE_BODY else 2 for kind in TITLES}
"""The level of each heading."""


def kind_of_heading(text: str) -> SectionKind | None:
    """Return the section that a heading of this text begins, if any."""
    return NAMES.get(" ".join(text.partition(":")[0].split()).lower())


def name_of_section(section: RawSection) -> str:
    """Return the name of a section in messages."""
    return section.title.partition(":")[0].strip() or TITLES.get(section.kind, section.kind.value)


def related_section(page: OperationPage, section: RawSection) -> Related:
    """Return a section as the source of an expectation."""
    return page.related(section.span.start, f"`{name_of_section(section)}`")


def gap(page: OperationPage, kind: SectionKind) -> Place:
    """Return the line above which a section belongs: the first of those that come after it."""
    following = (s for s in page.sections if ORDER.get(s.kind, -1) > ORDER[kind])
    section = next(following, None)
    return page.whole_line(section.span.start if section else _last_line(page))


def _last_line(page: OperationPage) -> int:
    number = len(page.document.lines)
    while number > 1 and not page.line(number).strip():
        number -= 1
    return number


_USUAL = (
    SectionKind.HEADERS,
    SectionKind.RESPONSE,
    SectionKind.RESPONSE_BODY,
    SectionKind.EXAMPLE_REQUEST,
    SectionKind.EXAMPLE_RESPONSE,
)
"""The sections that a page should have, whatever its operation."""

_USUAL_FENCES = {
    SectionKind.DESCRIPTION: ("http", re.compile(r"\A\s*[A-Z]+ \S+\s*")),
    SectionKind.EXAMPLE_REQUEST: ("http!", re.compile(r"\A[A-Z]+ \S+\n[A-Za-z-]+: \S[\s\S]*")),
    SectionKind.EXAMPLE_RESPONSE: ("http_", re.compile(r"\AHTTP/1\.1 \d{3} [\s\S]*")),
}


@cached_in_owner
def has_usual_form(page: CheckedPage) -> bool:
    """Tell whether a page has the form of the page format in all parts, so that no rule need look.

    Few pages have every section once and in order, each with its one table or fence, a short
    heading at its level and a title; of all others, the rules about form tell what is wrong.
    """
    if not isinstance(page, OperationPage):
        return False
    first, *sections = page.sections
    kinds = [section.kind for section in sections]
    keys, body = page.document.front_matter, SectionKind.REQUEST_BODY
    headings = [block for block in page.document.blocks if block.kind is BlockKind.HEADING]
    titles = [block for block in headings if kind_of_heading(block.text) is None]
    return (
        page.document.body_line - 3 == len(keys)
        and {"uid", "id"} - keys.keys() != set()
        and [block.level for block in titles] == [1]
        and titles[0].text == keys.get("title")
        and all(_is_usual_heading(block.text) for block in headings)
        and kinds == [kind for kind in TITLES if kind in kinds]
        and {*_USUAL} <= {*kinds}
        and (body in kinds or not page.operation.request_media_types)
        and all(section.title and _is_usual_section(page, section) for section in sections)
        and _has_usual_fence(first)
        and not first.tables
        and not any(b.kind is BlockKind.PARAGRAPH and "|" in b.text for b in page.document.blocks)
    )


def _is_usual_heading(text: str) -> bool:
    return bool(text) and len(text) < 60 and text.count(" ") < 9 and not set(text) & set("#.!?")


def _is_usual_section(page: CheckedPage, section: RawSection) -> bool:
    if section.status or section.inherits or section.level != LEVELS[section.kind]:
        return False
    if section.kind in _USUAL_FENCES:
        return _has_usual_fence(section) and not section.tables
    paragraphs = (block for block in section.blocks if block.kind is BlockKind.PARAGRAPH)
    return (
        len(section.tables) == 1
        and _is_usual_table(page, section.tables[0], COLUMNS[section.kind])
        and all(block.kind is not BlockKind.FENCE for block in section.blocks)
        and not any(":" in block.text for block in paragraphs)
    )


def _is_usual_table(page: CheckedPage, table: Table, columns: tuple[str, ...]) -> bool:
    head = table.span.start
    return (
        table.columns == columns
        and page.line(head).count("|") == page.line(head + 1).count("|")
        and bool(table.rows)
        and all(len(row.cells) == len(columns) for row in table.rows)
        and all(row.cell(0).strip("` ") for row in table.rows)
        and not any(row.cells[-1].text in WRITTEN for row in table.rows)
    )


def _has_usual_fence(section: RawSection) -> bool:
    label, pattern = _USUAL_FENCES[section.kind]
    fences = [block for block in section.blocks if block.kind is BlockKind.FENCE]
    return (
        len(fences) == 1
        and fences[0].info == label
        and fences[0].closed
        and pattern.fullmatch(fences[0].text) is not None
    )
