"""Markdown tables, parsed into rows and cells that know their places in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise, zip_longest
from typing import NamedTuple

from callsheet.memo import cached_by
from callsheet.model import Extras, Span
from callsheet.source.document import Block

TICKS = re.compile(r"(?<!\\)(?P<escape>\\*+)(?P<run>`+)")
"""A run of backticks with the backslashes before it."""

_PIPE = re.compile(r"\\.|\|", re.DOTALL)

# White space as Markdown counts it; a no-break space belongs to the text.
_SPACE = " \t\n"


# A tuple takes half the time of a dataclass to create, and most of a page is cells.
class Cell(NamedTuple):
    """A cell's Markdown without surrounding space, and its column, counted from 1."""

    text: str
    column: int


_cell = partial(tuple.__new__, Cell)
"""Makes a cell of both as `Cell` does, in C alone."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; more than one line where the source breaks it."""

    cells: tuple[Cell, ...]
    span: Span

    def cell(self, index: int | None) -> str:
        """Return the text of a cell; empty where the row has no such cell."""
        return self.cells[index].text if index is not None and index < len(self.cells) else ""

    def extras(self, columns: tuple[str, ...], known: tuple[str, ...]) -> Extras:
        """Return the cells in unknown columns, without the empty ones."""
        if len(self.cells) <= len(columns) and _are_in(columns, known):
            return ()
        names = zip_longest(
            (cell.text for cell in self.cells), columns[: len(self.cells)], fillvalue=""
        )
        return tuple((column, text) for text, column in names if text and column not in known)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the names of its columns in lower case, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    span: Span

    def column(self, name: str) -> int | None:
        """Return the index of the column of that name; None where there is none."""
        return self.columns.index(name) if name in self.columns else None


@lru_cache(maxsize=256)
def _are_in(columns: tuple[str, ...], known: tuple[str, ...]) -> bool:
    return all(column in known for column in columns)


# Docs CI parses the tables of a page again right after it was read.
@cached_by(64, lambda block: len(block.text))
def read_table(block: Block) -> Table:
    """Parse a block of kind `table`.

    A row that does not end in a pipe continues on the next line if that does not begin with one:
    real pages have rows that are broken inside a cell. In a table without outer pipes, each line is
    a row.
    """
    lines = block.text.split("\n")
    may_break = _begins(lines[0])
    header = tuple(" ".join(cell.text.split()).lower() for cell in split_row(lines[0]))
    rows: list[Row] = []
    start = 2
    while start < len(lines):
        row = lines[start]
        end = start + 1
        if may_break and not row.endswith("|"):
            while end < len(lines) and not _ends(lines[end - 1]) and not _begins(lines[end]):
                end += 1
            row = "\n".join(lines[start:end])
        span = Span(block.span.start + start, block.span.start + end - 1)
        rows.append(Row(split_row(row), span))
        start = end
    return Table(header, tuple(rows), block.span)


def split_row(line: str) -> tuple[Cell, ...]:
    r"""Split a row at its pipes, but not at `\|` and at pipes in code spans.

    The result is that of Python-Markdown's table extension, in time linear in the row's length.
    """
    start = len(line) - len(line.lstrip(_SPACE))
    start += line.startswith("|", start)
    end = len(line.rstrip(_SPACE))
    if "`" in line or "\\" in line:
        places = [start - 1, *_separators(line, start, end), end]
        parts = [line[first + 1 : stop] for first, stop in pairwise(places)]
    else:
        parts = line[start:end].split("|")
    if len(parts) > 1 and not parts[-1]:
        del parts[-1]
    is_escaped = "\\|" in line
    cells: list[Cell] = []
    for part in parts:
        text = part.strip(_SPACE)
        column = start + part.find(text) + 1
        cells.append(_cell((text.replace("\\|", "|") if is_escaped else text, column)))
        start += len(part) + 1
    return tuple(cells)


def _separators(line: str, start: int, end: int) -> Iterator[int]:
    """Yield the positions of the pipes between cells: not in code and not escaped."""
    position = start
    for first, last in (*code_spans(line, start, end), (end, end)):
        for match in _PIPE.finditer(line, position, first):
            if match.group() == "|":
                yield match.start()
        position = last


def code_spans(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where code spans begin and end: at runs of backticks of one length, on one line.

    A run without its partner is text (CommonMark, 6.1).
    """
    runs = list(TICKS.finditer(line, start, end))
    later: dict[int, list[int]] = {}
    for number in reversed(range(len(runs))):
        later.setdefault(len(runs[number]["run"]), []).append(number)
    number = 0
    while number < len(runs):
        run = runs[number]
        partners = later[len(run["run"])]
        while partners and partners[-1] <= number:
            partners.pop()
        number += 1
        if len(run["escape"]) % 2 or not partners:
            continue
        partner = runs[partners[-1]]
        if line.find("\n", run.end(), partner.start("run")) < 0:
            yield run.start("run"), partner.end()
            number = partners[-1] + 1


def _ends(line: str) -> bool:
    return line.rstrip(_SPACE).endswith("|")


def _begins(line: str) -> bool:
    return line.lstrip(_SPACE).startswith("|")
