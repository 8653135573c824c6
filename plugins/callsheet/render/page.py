"""Input of the renderer besides the operation, and its output."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from callsheet.catalog.titles import Titles
from callsheet.model import Operation
from callsheet.records import record
from callsheet.render.operation_scripts import OperationRecord
from callsheet.schema import Schema


@record()
class Heading:
    """A heading of a page: its level, 1 to 6, its id, and its title as plain text."""

    level: int
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Prose:
    """HTML of rendered Markdown, and the headings in it."""

    html: str
    headings: tuple[Heading, ...] = ()


class MarkdownRenderer(Protocol):
    """Renders Markdown with the extensions of the site."""

    def block(self, text: str, taken: AbstractSet[str]) -> Prose:
        """Render blocks of Markdown, such as paragraphs and lists; headings avoid the taken ids."""

    def inline(self, text: str) -> str:
        """Render the text of a table cell or heading to HTML without a block element."""


TypeUrl = Callable[[str], str]
"""Returns the URL of a type's page by the type's name; empty where there is none."""


def no_type_url(name: str) -> str:
    """Return no URL: the default, where no type has a page."""
    return ""


def no_shape(name: str) -> Schema | None:
    """Return no schema: the default, where no type is known."""
    return None


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to another page: its URL, label, and the method of its operation."""

    url: str
    label: str
    method: str = ""


HeaderRows: TypeAlias = tuple[tuple[str, str], ...]
"""Names and descriptions of headers."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """Links and facts from the rest of the site; all of them are optional.

    Attributes:
        type_url: Returns the URL of a type's page.
        titles: The titles of operations.
        type_shape: Returns the schema of a named type.
        usual_headers: Name and description of headers that are the same on most pages.
        shared_headers: The page, and the name there, of usual headers that many pages have alike.
        base_url: The address that the samples send their requests to.
        collection: The name of the collection that it is in; empty for none.
        script: The name of the script with the programs that the page leaves out, and the data of
            the console; empty where there is none, and the page has all programs.
        asset_url: Returns the URL of a file that a sample sends; empty if the site lacks it.
        index: The page with the index of all operations.
        group: The page of the operation's group.
        previous: The operation before this one in its group.
        following: The one after it.
        versions: The operation in all versions of the API, the oldest first, without a URL where
            that is this page or there is none; empty where there is one version.
        own_version: The number of this version among them, from 0.
        changes: The level of each change since the version before, and what it is, as HTML.
        changelog: The URL of the page with all changes since; empty where there is none.
        permanent_url: A URL that stays valid when the page moves.
        cause: The operation because of which the server sends this one.
        callbacks: The callbacks with pages of their own that the server sends because of this one.
    """

    type_url: TypeUrl = no_type_url
    titles: Titles = field(default_factory=Titles)
    type_shape: Callable[[str], Schema | None] = no_shape
    usual_headers: AbstractSet[tuple[str, str]] = frozenset()
    shared_headers: Mapping[HeaderRows, PageLink] = field(default_factory=dict)
    base_url: str = ""
    collection: str = ""
    script: str = ""
    asset_url: Callable[[str], str] = no_type_url
    index: PageLink | None = None
    group: PageLink | None = None
    previous: PageLink | None = None
    following: PageLink | None = None
    versions: tuple[PageLink, ...] = ()
    own_version: int = 0
    changes: tuple[tuple[str, str], ...] = ()
    changelog: str = ""
    permanent_url: str = ""
    cause: PageLink | None = None
    callbacks: tuple[PageLink, ...] = ()


@record()
class Placeholder:
    """A part of a program that a value of the reader replaces.

    Attributes:
        start: The offset of the current value, in characters of the text.
        end: The offset after it.
        name: `base` for the address of the server, `user`, `password`, `credentials` (both, with
            a colon between), `authorization` (the whole header field), or `path:` and the name of
            a path parameter.
        quote: The quotation mark of the string around it, `url` within a URL, or empty outside of
            strings.
    """

    start: int
    end: int
    name: str
    quote: str = ""


@record()
class RenderedSample:
    """A program to show.

    Attributes:
        label: The label of its tab, such as `Python`.
        filename: The name of its file.
        language: The name of its lexer in Pygments.
        text: The program, which the page shows byte for byte.
        assets: The names of the files that it sends.
        placeholders: The places for the reader's own values; None to find them in the text.
        status: The status that it provokes, unless that is a success.
        is_further: Whether the page leaves it to a script, where there is one.
    """

    label: str
    filename: str
    language: str
    text: str
    assets: tuple[str, ...] = ()
    placeholders: tuple[Placeholder, ...] | None = None
    status: int | None = None
    is_further: bool = False


@dataclass(frozen=True, slots=True)
class RenderedVariant:
    """A further way to call an operation: another example, or another media type.

    Attributes:
        label: Its label, which distinguishes it from the others.
        operation: The operation with the one media type and example that it is about.
        samples: The programs.
        line: The line of the page where its sample request begins; 0 where the page has none.
        status: The documented status of its response, if that is an error.
        left_out: The file names of programs that the page has no room for.
    """

    label: str
    operation: Operation
    samples: tuple[RenderedSample, ...]
    line: int = 0
    status: int | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FurtherSamples:
    """Samples of a page beyond the first ones.

    Attributes:
        first: The label of the first samples.
        variants: The further ways to call the operation, at least one.
    """

    first: str
    variants: tuple[RenderedVariant, ...]


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """What is rendered of an operation.

    Attributes:
        html: The HTML, one `div` with everything in it.
        headings: The headings in it, in order.
        further: The programs that it leaves to a script, for each of its tab sets.
        ids: The ids of headings and rows, also of those that it leaves to another page.
    """

    html: str
    headings: tuple[Heading, ...] = ()
    further: tuple[OperationRecord, ...] = ()
    ids: AbstractSet[str] = frozenset()
