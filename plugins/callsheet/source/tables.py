"""Rows and cells of a Markdown table, with their places in the file."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from itertools import zip_longest

from callsheet.model import Extras, Span
from callsheet.source.document import Block

# A cell runs to the next pipe that is neither escaped nor inside a code span, as Python-Markdown's
# table extension reads it. A backtick without its partner is a plain character.
_CELL = re.compile(r"(?:[^`|\\]+|\\.|(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)|`|\\)*")

# What Markdown counts as space; a no-break space belongs to the text.
_SPACE = " \t\n"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's Markdown without surrounding space, and its column, counted from 1."""

    text: str
    column: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; more than one line where the source breaks it."""

    cells: tuple[Cell, ...]
    span: Span

    def cell(self, index: int | None) -> str:
        """The text of a cell, empty where the row has no such cell."""
        return self.cells[index].text if index is not None and index < len(self.cells) else ""

    def extras(self, columns: tuple[str, ...], known: Container[str]) -> Extras:
        """The cells that are in none of the known columns, empty ones aside."""
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
        """The index of the column of that name."""
        return self.columns.index(name) if name in self.columns else None


def read_table(block: Block) -> Table:
    """Reads a block of kind `table`.

    A row that does not end in a pipe and is followed by a line that does not begin with one goes on
    in that line: the publication has such rows, broken inside a cell.
    """
    lines = block.text.split("\n")
    header = tuple(" ".join(cell.text.split()).lower() for cell in split_row(lines[0]))
    rows: list[Row] = []
    start = 2
    while start < len(lines):
        end = start + 1
        while end < len(lines) and not _ends(lines[end - 1]) and not _begins(lines[end]):
            end += 1
        span = Span(block.span.start + start, block.span.start + end - 1)
        rows.append(Row(split_row("\n".join(lines[start:end])), span))
        start = end
    return Table(header, tuple(rows), block.span)


def split_row(line: str) -> tuple[Cell, ...]:
    r"""Splits a row at its pipes; `\|` and pipes in code spans belong to the cell."""
    start = len(line) - len(line.lstrip(_SPACE))
    start += line.startswith("|", start)
    end = len(line.rstrip(_SPACE))
    cells = []
    position = start
    while True:
        match = _CELL.match(line, position, end)
        raw = match.group() if match else ""
        text = raw.strip(_SPACE)
        lead = len(raw) - len(raw.lstrip(_SPACE)) if text else 0
        cells.append(Cell(text.replace("\\|", "|"), position + lead + 1))
        position += len(raw) + 1
        if position >= end:
            break
    return tuple(cells)


def _ends(line: str) -> bool:
    return line.rstrip(_SPACE).endswith("|")


def _begins(line: str) -> bool:
    return line.lstrip(_SPACE).startswith("|")
