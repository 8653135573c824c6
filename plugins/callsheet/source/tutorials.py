"""Programs that an author writes into a page, and what they print."""

from collections.abc import Iterator
from dataclasses import dataclass

from callsheet import lazy_re as re
from callsheet.findings import Span
from callsheet.source.document import Block, BlockKind, Document, read_document

INFO = ("python", "run")
"""The words after the opening marks of the fence of a program."""

OUTPUT = "output"
"""The word after those of the fence right below it, with what the program prints."""

ANY = "..."
"""Stands for any text within a shown output, as in doctests of Python."""

MAX_PROGRAMS = 100
"""The most programs of a page that are run; the others are shown as code."""

_SIGN = re.compile(rb"python[ \t]++run", re.IGNORECASE)
_FENCE = re.compile(
    r"[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)?(?P<marks>`{3,}|~{3,})[ \t]*+(?P<info>.*)"
)
_SHOWN = 40
"""Characters of the words after a fence that a message quotes."""


@dataclass(frozen=True, slots=True)
class TutorialProgram:
    """A program on a page.

    Attributes:
        text: Its source.
        span: The lines of its fence.
        output: What it prints, as the page shows it; None where the page shows nothing.
        output_line: The first line of the fence with that; the last of the program's otherwise.
    """

    text: str
    span: Span
    output: str | None
    output_line: int

    @property
    def last_line(self) -> int:
        """The last line of the page that belongs to it."""
        if self.output is None:
            return self.span.end
        return self.output_line + 1 + len(self.output.splitlines())


@dataclass(frozen=True, slots=True)
class UnusedProgram:
    """A fence that looks like a program and is shown as code only.

    Attributes:
        line: Its first line.
        reason: Why it is not a program, in words that follow a colon.
    """

    line: int
    reason: str


def may_have_programs(data: bytes) -> bool:
    """Tell whether a page may have programs, without parsing it."""
    return _SIGN.search(data) is not None


def read_programs(data: bytes) -> tuple[TutorialProgram, ...]:
    """Return the programs of a page in their order: its fences `python run` at the left margin."""
    if not may_have_programs(data):
        return ()
    blocks = read_document(data).blocks
    found: list[TutorialProgram] = []
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        is_program = block.kind is BlockKind.FENCE and tuple(block.info.split()) == INFO
        if not is_program or not block.closed or len(found) == MAX_PROGRAMS:
            continue
        if after and after.kind is BlockKind.FENCE and after.info == OUTPUT:
            found.append(TutorialProgram(block.text, block.span, after.text, after.span.start))
        else:
            found.append(TutorialProgram(block.text, block.span, None, block.span.end))
    return tuple(found)


def unused_programs(document: Document) -> Iterator[UnusedProgram]:
    """Yield the fences of a page that look like programs and are never run, in their order."""
    number = 0
    for block in document.blocks:
        line = block.span.start
        # Indented below the line that opens a note of the site, it is a part of a paragraph.
        if block.kind in (BlockKind.OTHER, BlockKind.PARAGRAPH):
            yield from _within(block)
        elif block.kind is BlockKind.FENCE and _is_meant(block.info):
            if tuple(block.info.split()) != INFO:
                shown = block.info[:_SHOWN]
                yield UnusedProgram(line, f"it is marked `{shown}`, and not `{' '.join(INFO)}`")
            elif not block.closed:
                yield UnusedProgram(line, "its fence has no end")
            elif number == MAX_PROGRAMS:
                yield UnusedProgram(line, f"the page has more than {MAX_PROGRAMS} programs")
            else:
                number += 1


def _is_meant(info: str) -> bool:
    return tuple(info.lower().split()[: len(INFO)]) == INFO


def _within(block: Block) -> Iterator[UnusedProgram]:
    """Yield the programs in a list, a quote, a note, HTML or indented code."""
    end = ""
    for number, line in enumerate(block.text.split("\n"), block.span.start):
        found = _FENCE.match(line)
        if found is None:
            continue
        if not end:
            end = found["marks"]
            if _is_meant(found["info"]):
                yield UnusedProgram(number, "its fence is not at the left margin, on its own")
        elif found["marks"].startswith(end) and not found["info"].strip():
            end = ""


def is_as_shown(printed: str, shown: str) -> bool:
    """Tell whether a program printed what its page shows, in which `...` stands for any text."""
    text = printed.rstrip()
    first, *others = shown.rstrip().split(ANY)
    if not others:
        return text == first
    *between, last = others
    end = len(text) - len(last)
    at = len(first)
    if end < at or not text.startswith(first) or not text.endswith(last):
        return False
    for part in between:
        at = text.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True
