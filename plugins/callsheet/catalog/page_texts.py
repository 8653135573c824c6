"""The texts of pages, in one piece of memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


class PageTexts(Mapping[str, bytes]):
    """Texts by path.

    Thousands of texts of a few kilobytes, each in a place of its own, would leave as many holes in
    the memory when they are released, and a forked process would copy what lies around them.
    """

    def __init__(self) -> None:
        self._text = bytearray()
        self._places: dict[str, tuple[int, int]] = {}

    def add(self, path: str, text: bytes) -> None:
        """Add the text of a page."""
        start = len(self._text)
        self._text += text
        self._places[path] = start, len(self._text)

    def __getitem__(self, path: str) -> bytes:
        start, end = self._places[path]
        return bytes(memoryview(self._text)[start:end])

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
