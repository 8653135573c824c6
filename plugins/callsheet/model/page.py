"""A page: its sections, its links, and the type that it may define."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from callsheet.model.parts import Property
from callsheet.spans import Span


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown as it stands on the page."""

    markdown: str
    span: Span


class SectionKind(StrEnum):
    """What a part of the page is about."""

    DESCRIPTION = "description"
    PATH = "path"
    QUERY = "query"
    HEADERS = "headers"
    COOKIES = "cookies"
    PARAMETERS = "parameters"
    REQUEST_BODY = "request-body"
    RESPONSE = "response"
    RESPONSE_BODY = "response-body"
    RESPONSE_HEADERS = "response-headers"
    EXAMPLE_REQUEST = "example-request"
    EXAMPLE_RESPONSE = "example-response"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page, in the page's order, with the text that is in no table or example.

    Attributes:
        kind: What it is about.
        title: Its heading without the marks, empty where it has none.
        prose: Its own text, verbatim, one entry for each unbroken run of lines.
        span: From its heading to its last line.
    """

    kind: SectionKind
    title: str
    prose: tuple[Text, ...]
    span: Span


class LinkKind(StrEnum):
    """How a page refers to another file."""

    XREF = "xref"
    MENTION = "mention"
    FILE = "file"
    INCLUDE = "include"


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to another page or file of the docs tree.

    Attributes:
        kind: `xref` for `<xref:uid>`, `[…](xref:uid)` and `@"uid"`, `mention` for a bare `@uid`,
            which may be any word, `file` for a Markdown link to a file, `include` for
            `[!include[…](…)]`.
        target: The uid, or the path as written, without fragment and query.
        fragment: What follows `#`, without it.
        span: The line.
    """

    kind: LinkKind
    target: str
    fragment: str
    span: Span


@dataclass(frozen=True, slots=True)
class TypeTable:
    """A type of the API, as the page defines it whose front matter says `defines: NAME`.

    Attributes:
        name: The type.
        path: The page's file, relative to the docs directory, with forward slashes.
        properties: The rows of its tables of properties.
        span: From the first of the tables to the last.
    """

    name: str
    path: str
    properties: tuple[Property, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file of the docs tree, whether it documents an operation or not.

    Attributes:
        path: The file, relative to the docs directory, with forward slashes.
        uid: Its uid, if the front matter gives it one.
        title: Of the front matter, else of the H1, else the file's name.
        links: What it refers to, in the order of the lines.
        defines: The type that it defines, if any.
    """

    path: str
    uid: str | None
    title: str
    links: tuple[Link, ...]
    defines: TypeTable | None = None
