"""Places on pages of a tree, without parsing the pages."""

from __future__ import annotations

from functools import cache

from callsheet.checks.model.page import Place
from callsheet.checks.model.tree import Tree
from callsheet.source.document import read_lines
from callsheet.source.tables import known_head, plain_head, split_row

_TITLE = ("title:", "# ")


class TreePlaces:
    """Finder of places on the pages of a tree; the lines of a page are read once.

    Args:
        tree: The tree.
    """

    def __init__(self, tree: Tree) -> None:
        self._lines = cache(lambda path: read_lines(tree.data(path)))

    def line(self, path: str, number: int) -> Place:
        """Return the place of a line without the space around its text."""
        text = self._text(path, number)
        start = len(text) - len(text.lstrip())
        return Place(path, number, start + 1, number, max(len(text.rstrip()), start) + 1)

    def find(self, path: str, number: int, wanted: str) -> Place:
        """Return the first place of a text in a line, else of the line."""
        at = self._text(path, number).find(wanted) if wanted else -1
        if at < 0:
            return self.line(path, number)
        return Place(path, number, at + 1, number, at + len(wanted) + 1)

    def cell(self, path: str, number: int, index: int) -> Place:
        """Return the place of a cell by its index, which may be negative; else of the line."""
        cells = split_row(self._text(path, number))
        if not -len(cells) <= index < len(cells):
            return self.line(path, number)
        cell = cells[index]
        end = cell.column + max(len(cell.text), 1)
        return Place(path, number, cell.column, number, end)

    def column(self, path: str, number: int, name: str) -> Place:
        """Return the place of a row's cell in the column of that name, else of the row.

        The column may have another name that is understood.
        """
        line = number
        while line > 1 and "|" in self._text(path, line - 1):
            line -= 1
        heads = tuple(plain_head(cell.text) for cell in split_row(self._text(path, line)))
        found = next((i for i, head in enumerate(heads) if known_head(head, heads) == name), None)
        return self.line(path, number) if found is None else self.cell(path, number, found)

    def title(self, path: str) -> Place:
        """Return the place of a page's title: front matter, else heading, else the first line."""
        for start in _TITLE:
            for number, text in enumerate(self._lines(path), 1):
                if text.startswith(start):
                    return self.line(path, number)
        return self.line(path, 1)

    def _text(self, path: str, number: int) -> str:
        lines = self._lines(path)
        return lines[number - 1] if 1 <= number <= len(lines) else ""
