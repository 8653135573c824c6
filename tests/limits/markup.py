"""How long the marks of other tools may be."""

from __future__ import annotations

from pathlib import Path

from callsheet.source.markup.mark_finder import find_marks
from callsheet.source.markup.marks import Mark
from tests.limits import Row, tries


def _is_mark(text: str) -> bool:
    return isinstance(find_marks(text.split("\n"))[0].pieces[-1], Mark)


@tries("lines of a component, shortcode or tag of another tool")
def mark_lines(row: Row, folder: Path) -> None:
    assert row.limit == "40"
    between = [f'  a{number}=""' for number in range(38)]
    assert _is_mark("\n".join(("<Note", *between, ">")))
    assert not _is_mark("\n".join(("<Note", *between, "  b", ">")))


@tries("characters of such a mark that goes on over several lines")
def mark_characters(row: Row, folder: Path) -> None:
    assert row.limit == "4,000"
    within, beyond = "a" * 3_900, "a" * 4_100
    assert _is_mark(f'<Note\n  title="{within}"\n>')
    assert not _is_mark(f'<Note\n  title="{beyond}"\n>')
