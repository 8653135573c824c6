"""A page that is edited in place: its lines, its sections, and the edits that are collected."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from callsheet.checks.engine.fixes import apply_edits
from callsheet.findings import Edit, Span
from callsheet.model import SectionKind
from callsheet.source.document import Document, read_document
from callsheet.source.sections import RawSection, split_sections

SectionKey = tuple[SectionKind, str, str, str, int]
"""Kind, status, media type, name, and the number of the section among those alike."""


@dataclass(frozen=True)
class EditedPage:
    """A page and the edits to it.

    Attributes:
        data: Its bytes.
        edits: The edits: the lines that are replaced, by the first one and the number of them.
        notes: What an author should look at, each with its line.
    """

    data: bytes
    edits: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    notes: list[tuple[int, str]] = field(default_factory=list)

    @cached_property
    def document(self) -> Document:
        """The page as blocks, without the comments for docs CI."""
        return read_document(self.data)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines as they are in the file."""
        text = self.data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        return tuple(text.removesuffix("\n").split("\n"))

    @cached_property
    def sections(self) -> dict[SectionKey, RawSection]:
        """The sections by what they are about, in the order of the page."""
        found: dict[SectionKey, RawSection] = {}
        for section in split_sections(self.document):
            key = _key(section, 0)
            while key in found:
                key = (*key[:4], key[4] + 1)
            found[key] = section
        return found

    def text(self, span: Span) -> str:
        """Return lines as they are in the file."""
        return "\n".join(self.lines[span.start - 1 : span.end])

    def replace(self, span: Span, lines: Sequence[str]) -> None:
        """Replace lines."""
        self.edits[span.start, span.end - span.start + 1] = list(lines)

    def insert(self, line: int, lines: Sequence[str]) -> None:
        """Insert lines above a line; its number may be one more than that of the last line."""
        self.edits.setdefault((line, 0), []).extend(lines)

    def insert_block(self, line: int, text: str) -> None:
        """Insert a block of Markdown above a line, with blank lines around it."""
        inserted = self.edits.get((line, 0), [])
        before = inserted[-1:] or self.lines[max(line - 2, 0) : line - 1]
        above = [""] if any(each.strip() for each in before) else []
        below = [""] if any(each.strip() for each in self.lines[line - 1 : line]) else []
        self.insert(line, [*above, *text.split("\n"), *below])

    def remove_block(self, span: Span) -> None:
        """Remove lines, and the blank line after them."""
        end = span.end
        if end < len(self.lines) and not self.lines[end].strip():
            end += 1
        self.replace(Span(span.start, end), [])

    def note(self, line: int, message: str) -> None:
        """Note what an author should look at."""
        self.notes.append((line, message))

    def line_after(self, line: int) -> int:
        """Return where a line is in the page with all edits."""
        moved = 0
        for (start, count), lines in self.edits.items():
            if start + count <= line:
                moved += len(lines) - count
            elif start <= line:
                moved += min(len(lines) - 1, line - start) - (line - start)
        return max(line + moved, 1)

    def content(self) -> bytes:
        """Return the page with all edits."""
        fixes = [[self._edit(*place, lines)] for place, lines in sorted(self.edits.items())]
        return apply_edits(self.data, fixes)

    def _edit(self, line: int, count: int, lines: Sequence[str]) -> Edit:
        text = "".join(f"{each}\n" for each in lines)
        last = len(self.lines)
        if line > last and not self.data.endswith((b"\n", b"\r")):
            text = f"\n{text}".removesuffix("\n")
        elif count and line + count > last and not self.data.endswith((b"\n", b"\r")):
            text = text.removesuffix("\n")
        return Edit(line, 1, line + count, 1, text)


def _key(section: RawSection, number: int) -> SectionKey:
    name = ""
    if section.kind is SectionKind.CALLBACK:
        name = section.argument.partition(" ")[0]
    elif section.kind is SectionKind.OTHER:
        name = section.title
    return section.kind, section.status, section.media_type.lower(), name, number


def end_of(page: EditedPage, section: RawSection) -> int:
    """Return the line after the last line of a section that is not blank."""
    end = section.span.end
    while end >= section.span.start and not page.lines[end - 1].strip():
        end -= 1
    return end + 1
