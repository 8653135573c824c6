"""Positions in a text: lines and characters from 1 here, from 0 and in code units there.

The Language Server Protocol counts UTF-16 code units unless client and server agree on others.
"""

from collections.abc import Sequence
from functools import cached_property

from lsprotocol import types
from pygls.workspace import PositionCodec

from callsheet.source.document import read_lines


class EditedText:
    """The text of a page, with its lines.

    Attributes:
        data: The text in UTF-8.

    Args:
        data: The text in UTF-8.
        codec: Counts the code units that the client counts.
    """

    def __init__(self, data: bytes, codec: PositionCodec) -> None:
        self.data = data
        self._codec = codec

    @cached_property
    def lines(self) -> Sequence[str]:
        """Its lines without their ends."""
        return read_lines(self.data)

    @cached_property
    def ending(self) -> str:
        """The characters that end its lines."""
        return "\r\n" if b"\r\n" in self.data else "\n"

    def line(self, number: int) -> str:
        """Return a line; empty for one that there is not."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def place(self, position: types.Position) -> tuple[int, int]:
        """Return the line and column of a position; one outside of the text is moved into it."""
        number = min(max(position.line + 1, 1), len(self.lines))
        text = self.line(number)
        units = 0
        for column, character in enumerate(text, 1):
            units += self._codec.client_num_units(character)
            if units > position.character:
                return number, column
        return number, len(text) + 1

    def position(self, line: int, column: int) -> types.Position:
        """Return the position of a line and column."""
        before = self.line(line)[: max(column - 1, 0)]
        return types.Position(max(line - 1, 0), self._codec.client_num_units(before))

    def range(self, line: int, column: int, end_line: int, end_column: int) -> types.Range:
        """Return the range from one place to another."""
        return types.Range(self.position(line, column), self.position(end_line, end_column))
