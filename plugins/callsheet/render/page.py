"""What goes into the HTML of a page beside its operation, and what comes out."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Protocol

from callsheet.model import Operation
from callsheet.schema import Schema


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


def no_shape(name: str) -> Schema | None:
    """Where nothing is known of any type."""
    return None


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to another page: its URL, what it is called, and the method of its operation."""

    url: str
    label: str
    method: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an operation's page says of the site around it; nothing of it is needed.

    Attributes:
        type_url: Where the types have their pages.
        type_shape: What the values of a named type look like.
        usual_headers: Name and description of headers that are the same on most pages.
        base_url: The address that the samples send their requests to.
        asset_url: Where the files are that samples send; empty where the site has them not.
        group: The page of the operation's group.
        previous: The operation before this one in its group.
        following: The one after it.
        permanent_url: An address that stays when the page moves.
    """

    type_url: TypeUrl = no_type_url
    type_shape: Callable[[str], Schema | None] = no_shape
    usual_headers: AbstractSet[tuple[str, str]] = frozenset()
    base_url: str = ""
    asset_url: Callable[[str], str] = no_type_url
    group: PageLink | None = None
    previous: PageLink | None = None
    following: PageLink | None = None
    permanent_url: str = ""


@dataclass(frozen=True, slots=True)
class Fill:
    """A place in a program for a value of the reader's own.

    Attributes:
        start: The offset of the value that stands there, in characters of the text.
        end: The offset behind it.
        name: `base` for the address of the server, `user`, `password`, `credentials` (both, with
            a colon between), `authorization` (the whole header field), or `path:` and the name of
            a path parameter.
        quote: The quotation mark of the string that it is in, `url` within an address, or nothing
            where it stands bare.
    """

    start: int
    end: int
    name: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class RenderedSample:
    """A program to show.

    Attributes:
        label: What its tab says, such as `Python`.
        filename: The name of its file.
        language: Its language, as Pygments calls it.
        text: The program, which the page shows byte for byte.
        assets: The names of the files that it sends.
        fills: The places for the reader's own values; None to look for them in the text.
        status: The status that it brings about, if that is another than success.
    """

    label: str
    filename: str
    language: str
    text: str
    assets: tuple[str, ...] = ()
    fills: tuple[Fill, ...] | None = None
    status: int | None = None


@dataclass(frozen=True, slots=True)
class RenderedVariant:
    """A further way to call an operation: another example, or another media type.

    Attributes:
        label: What tells it from the others, for people.
        operation: The operation with the one media type and example that it is about.
        samples: The programs.
        line: The line of the page where its sample request begins; 0 where the page has none.
        status: The status that the page shows for it, where that is a refusal.
        left_out: The names of the files of programs that the page has no room for.
    """

    label: str
    operation: Operation
    samples: tuple[RenderedSample, ...]
    line: int = 0
    status: int | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FurtherSamples:
    """What a page shows beside its first samples.

    Attributes:
        first: What tells the first samples from the others, for people.
        variants: The further ways to call the operation, at least one.
    """

    first: str
    variants: tuple[RenderedVariant, ...]


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """The HTML of a page, one `div` with everything in it, and its headings in order."""

    html: str
    headings: tuple[Heading, ...]
