"""Programs that an author writes into a page, and what they print."""

from __future__ import annotations

import re
from dataclasses import dataclass

from callsheet.findings import Span
from callsheet.source.document import BlockKind, read_document

INFO = ("python", "run")
"""The words behind the opening marks of the fence of a program."""

OUTPUT = "output"
"""The word behind those of the fence right below it, with what the program prints."""

ANY = "..."
"""Stands for any text within a shown output, as in doctests of Python."""

MAX_PROGRAMS = 100
"""The most programs of a page that are run; the others are shown as code."""

_SIGN = re.compile(rb"python[ \t]++run")


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
