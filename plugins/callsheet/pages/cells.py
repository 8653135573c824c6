"""Rows and cells of a table, so that they are split again where they were put together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from callsheet.model import Property
from callsheet.source.tables import TICKS, code_spans

_PIPE = re.compile(r"(?<!\\)(?P<escape>\\*+)\|")
_PLAIN_NAME = re.compile(r"[^\W_][\w.-]*|[$@][\w.-]+")


def row(cells: Iterable[str]) -> str:
    """A row of a table; each cell is Markdown."""
    return f"| {' | '.join(map(cell, cells))} |"


def property_row(item: Property, *, typed: bool = True) -> str:
    """The row of a parameter or property.

    Args:
        item: The parameter or property.
        typed: Whether the table has the column of types.
    """
    written = [item.type.written if item.type else ""] if typed else []
    return row([name_cell(item.name), *written, item.description])


def name_cell(name: str) -> str:
    """A name; one that Markdown would read as more than a word is in a code span."""
    if not name or "`" in name or _PLAIN_NAME.fullmatch(name):
        return name
    return f"`{name}`"


def cell(text: str) -> str:
    r"""Markdown for one cell, on one line.

    Pipes are escaped, except in code spans, where a backslash would show. A backtick without a
    partner would find one in a later cell, so it is escaped, too.
    """
    line = " ".join(part.strip(" \t") for part in text.split("\n"))
    pieces = []
    start = 0
    for first, last in (*code_spans(line, 0, len(line)), (len(line), len(line))):
        pieces.append(_escaped(line[start:first]))
        pieces.append(line[first:last])
        start = last
    return "".join(pieces)


def _escaped(text: str) -> str:
    text = TICKS.sub(_escaped_ticks, text)
    # After an odd number of backslashes a pipe is escaped already.
    return _PIPE.sub(lambda m: m[0] if len(m["escape"]) % 2 else f"{m['escape']}\\|", text)


def _escaped_ticks(match: re.Match[str]) -> str:
    escape, run = match["escape"], match["run"]
    if len(escape) % 2:
        run = run[1:]
        escape += "`"
    return escape + run.replace("`", "\\`")
