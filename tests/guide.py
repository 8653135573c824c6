"""The pages of the guide as the tests take them apart: fences with a title, and commands."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import DOCS

_FENCE = re.compile(
    r"^(?P<indent>[ ]*)(?P<marks>`{3,})(?P<label>[\w-]+)(?: title=\"(?P<title>[^\"]+)\")?[ ]*\n"
    r"(?P<text>.*?)^(?P=indent)(?P=marks)[ ]*$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Fence:
    """A fence of a page.

    Attributes:
        label: Its language.
        title: Its title, or the file that it shows; may be empty.
        text: What is in it.
        line: Its first line.
    """

    label: str
    title: str
    text: str
    line: int


def fences(page: Path) -> Iterator[Fence]:
    """The fences of a page, in its order."""
    text = page.read_text(encoding="utf-8")
    for match in _FENCE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        inner = textwrap.dedent(match["text"]) if match["indent"] else match["text"]
        yield Fence(match["label"], match["title"] or "", inner, line)


def guide_pages() -> list[Path]:
    """The pages beside the reference."""
    return sorted(DOCS.glob("*.md"))
