"""A page: its sections, links and example messages, and the type that it may define."""

from dataclasses import dataclass
from enum import StrEnum

from callsheet.findings import Span
from callsheet.model.parts import Property
from callsheet.records import record


@record()
class Text:
    """Markdown, verbatim."""

    markdown: str
    span: Span


class SectionKind(StrEnum):
    """The subjects of sections."""

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
    RESPONSE_LINKS = "response-links"
    EXAMPLE_REQUEST = "example-request"
    EXAMPLE_RESPONSE = "example-response"
    CALLBACK = "callback"
    OTHER = "other"


@record()
class Section:
    """A section of a page, with the prose that is in no table or example.

    Attributes:
        kind: Its subject.
        title: Its heading without the marks, empty where it has none.
        prose: Its prose, one entry for each unbroken run of lines.
        span: From its heading to its last line.
    """

    kind: SectionKind
    title: str
    prose: tuple[Text, ...]
    span: Span


class LinkKind(StrEnum):
    """The kinds of references to other files."""

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
    """The definition of a named type, on a page whose front matter has `defines: NAME`.

    Attributes:
        name: The type.
        path: The page's file, relative to the docs directory, with forward slashes.
        properties: The rows of its tables.
        span: From the first table to the last.
        description: The text above its tables, which describes it.
        example: The text of the fence `json` below its tables, if there is one.
        annotations: Its annotations as JSON, such as its title; empty where it has none.
    """

    name: str
    path: str
    properties: tuple[Property, ...]
    span: Span
    description: str = ""
    example: str = ""
    annotations: str = ""


@record()
class Page:
    """A Markdown file of the docs tree, whether it documents an operation or not.

    Attributes:
        path: The file, relative to the docs directory, with forward slashes.
        uid: Its uid, if the front matter gives it one.
        title: That of the front matter, else the H1, else the file's name.
        links: Its references, in the order of the lines.
        defines: The type that it defines, if any.
        unknown_marks: The components and tags of other tools that are shown as text, once each.
        about: The text of an overview, `index.md`, below its title; empty for other pages.
        version: The version of the API in the front matter of an overview, if it has one.
        imported_from: The document that an import wrote it from; empty for a page by an author.
        described: The types that its tables describe in another layout than our own, which count
            where an operation names them.
        keys: What the front matter of an overview says about the API or a tag, as JSON.
        shown_routes: The routes on a page that documents no operation.
    """

    path: str
    uid: str | None
    title: str
    links: tuple[Link, ...]
    defines: TypeTable | None = None
    unknown_marks: tuple[Text, ...] = ()
    about: str = ""
    version: str = ""
    imported_from: str = ""
    described: tuple[TypeTable, ...] = ()
    keys: str = ""
    shown_routes: tuple[Text, ...] = ()


@record()
class Header:
    """A header field of an example."""

    name: str
    value: str
    span: Span


@record()
class Message:
    """An HTTP message on a page: header fields and body."""

    headers: tuple[Header, ...]
    body: str
    text: str
    span: Span

    @property
    def is_evidence(self) -> bool:
        """Whether it states something about the API, as all but generated messages do."""
        return True

    def header(self, name: str) -> str | None:
        """Return the value of the first header field of a name, whatever its case."""
        wanted = name.lower()
        return next((h.value for h in self.headers if h.name.lower() == wanted), None)


@record()
class ExampleRequest(Message):
    """A sample request: `target` is the path with its query, as in RFC 9112, 3.2.

    `name` is that of the fence, empty where it has none. An abridged message has `...` or comments
    in its text, which its body lacks. A generated one shows what a message looks like, and states
    nothing: an import writes it where a description of the API has no example.
    """

    method: str
    target: str
    name: str = ""
    abridged: bool = False
    generated: bool = False

    @property
    def is_evidence(self) -> bool:
        """Whether it states something about the API."""
        return not self.generated


@record()
class ExampleResponse(Message):
    """A sample response; `name`, `abridged` and `generated` are as in `ExampleRequest`."""

    status: int
    reason: str
    name: str = ""
    abridged: bool = False
    generated: bool = False

    @property
    def is_evidence(self) -> bool:
        """Whether it states something about the API."""
        return not self.generated
