"""What goes into the HTML of a page beside its operation, and what comes out."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page: its level, 1 to 6, its id, and its title as plain text."""

    level: int
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown that became HTML, and the headings in it."""

    html: str
    headings: tuple[Heading, ...] = ()


class MarkdownRenderer(Protocol):
    """The site's own Markdown."""

    def block(self, text: str, taken: AbstractSet[str]) -> Prose:
        """Renders paragraphs, lists and so on; no heading gets an id that is taken already."""

    def inline(self, text: str) -> str:
        """Renders the text of a table cell or a heading to HTML without a block around it."""


TypeUrl = Callable[[str], str]
"""Gives the URL of the page of a type, by its name; empty where there is none."""


def no_type_url(name: str) -> str:
    """Where no type has a page."""
    return ""


@dataclass(frozen=True, slots=True)
class RenderedSample:
    """A program to show.

    Attributes:
        label: What its tab says, such as `Python`.
        filename: The name of its file.
        language: Its language, as Pygments calls it.
        text: The program, which the page shows byte for byte.
        assets: The names of the files that it sends.
    """

    label: str
    filename: str
    language: str
    text: str
    assets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """The HTML of a page, one `div` with everything in it, and its headings in order."""

    html: str
    headings: tuple[Heading, ...]
