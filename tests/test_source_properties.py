"""Reading against generated pages: what is written comes back, and nothing makes it fail."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from callsheet.model import (
    REQUIRED_MARK,
    DataType,
    ExampleRequest,
    ExampleResponse,
    Header,
    Location,
    Operation,
    Parameter,
    Property,
    RequestBody,
    Response,
    Route,
    Section,
    SectionKind,
    Span,
    Status,
    Text,
)
from callsheet.pages import write_page
from callsheet.source import Reading, read_page
from callsheet.source.block_parser import _table, tokens_of
from callsheet.source.rows import read_type
from callsheet.source.tables import split_row
from tests import goldens

NOWHERE = Span(0, 0)

words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)
names = st.text(st.sampled_from("abcXYZ019_$.-"), min_size=1, max_size=12)
# What Markdown, YAML and JSON find special, but no line ends; a backslash would escape a pipe.
line_texts = st.text(
    st.one_of(
        st.characters(categories=["L", "M", "N", "P", "S", "Zs"], exclude_characters="\\"),
        st.sampled_from("|`*_[]<>#&'\"{}"),
    ),
    max_size=40,
)
# A lone backtick would make a code span with one in a later cell.
plain_cells = line_texts.map(
    lambda text: text.replace("`", "").replace(REQUIRED_MARK, "").strip(" \t")
)
cells = plain_cells | st.builds("{} `{}`".format, words, plain_cells.filter(bool))
written_types = st.one_of(
    st.sampled_from(["int32", "Integer", "string", "String", "bool", "array", "date-time", "byte"]),
    st.lists(words, min_size=1, max_size=4, unique=True).map(lambda v: f"Enum: {', '.join(v)}"),
    st.sampled_from(["Associate", "Contact"]),
    st.just(""),
)
types = written_types.map(read_type)
paragraphs = st.lists(words, min_size=1, max_size=6).map(" ".join)
proses = st.lists(paragraphs, max_size=1).map(
    lambda found: tuple(Text(text, NOWHERE) for text in found)
)
media_types = st.sampled_from(["application/json", "text/xml", "image/png"])


@st.composite
def properties(draw: st.DrawFn) -> Property:
    required = draw(st.booleans())
    description = draw(cells)
    if required:
        description = f"{description} {REQUIRED_MARK}".strip()
    return Property(draw(names), draw(types), required or None, description, (), NOWHERE)


def parameters(location: Location) -> st.SearchStrategy[list[Parameter]]:
    def place(item: Property) -> Parameter:
        data_type = None if location is Location.HEADER else item.type
        return Parameter(
            item.name, data_type, item.required, item.description, (), NOWHERE, location=location
        )

    return st.lists(properties().map(place), max_size=4)


headers = st.builds(
    Header,
    st.text(st.sampled_from("abcXYZ-"), min_size=1, max_size=10),
    line_texts.map(lambda text: text.strip(" \t")),
    st.just(NOWHERE),
)
bodies = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=80)


def message_text(first: str, fields: tuple[Header, ...], body: str) -> str:
    head = "\n".join([first, *(f"{field.name}: {field.value}" for field in fields)])
    return f"{head}\n\n{body}\n" if body else f"{head}\n"


@st.composite
def requests(draw: st.DrawFn) -> ExampleRequest:
    method, target = draw(st.sampled_from(["GET", "POST"])), f"/{draw(names)}"
    fields, body = tuple(draw(st.lists(headers, max_size=3))), draw(bodies)
    text = message_text(f"{method} {target}", fields, body)
    return ExampleRequest(fields, body, text, NOWHERE, method, target)


@st.composite
def responses(draw: st.DrawFn) -> ExampleResponse:
    status, reason = draw(st.integers(100, 599)), draw(paragraphs)
    fields, body = tuple(draw(st.lists(headers, max_size=3))), draw(bodies)
    text = message_text(f"HTTP/1.1 {status} {reason}", fields, body)
    return ExampleResponse(fields, body, text, NOWHERE, status, reason)


@st.composite
def operations(draw: st.DrawFn) -> Operation:
    uid = draw(st.text(st.sampled_from("abcx019_"), min_size=1, max_size=10))
    key = draw(st.sampled_from(["uid", "id"]))
    front_matter: dict[str, Any] = {key: uid, "title": draw(paragraphs)}
    parts = {location: draw(parameters(location)) for location in Location}
    accept = Parameter(
        "Accept", None, None, f"`{draw(media_types)}`", (), NOWHERE, location=Location.HEADER
    )
    parts[Location.HEADER] = [accept, *(p for p in parts[Location.HEADER] if p.name != "Accept")]
    path_examples = draw(st.lists(names.map(lambda n: f"GET /{n}"), max_size=2))
    body_type, body_name = draw(st.sampled_from([("", "entity"), (" binary", "image")]))
    response_type, properties_of = draw(types), draw(st.lists(properties(), max_size=3))
    statuses = draw(
        st.lists(st.builds(Status, st.integers(100, 599), cells, st.just(()), st.just(NOWHERE)))
    )
    body_properties = () if body_type else tuple(draw(st.lists(properties(), max_size=3)))
    written = response_type.written if response_type else ""
    titles = {
        SectionKind.DESCRIPTION: draw(paragraphs),
        SectionKind.PATH: "",
        SectionKind.QUERY: "Query String Parameters",
        SectionKind.HEADERS: "Request Headers",
        SectionKind.COOKIES: "Cookies",
        SectionKind.REQUEST_BODY: f"Request Body: {body_name}{body_type}",
        SectionKind.RESPONSE: f"Response: {written}".strip(),
        SectionKind.RESPONSE_BODY: f"Response body: {written}".strip(),
        SectionKind.EXAMPLE_REQUEST: "Sample request",
        SectionKind.EXAMPLE_RESPONSE: "Sample response",
    }
    kinds = [
        kind
        for kind in titles
        # Without a row there is nothing to begin the section.
        if kind is not SectionKind.PATH or parts[Location.PATH]
        if kind is not SectionKind.COOKIES or parts[Location.COOKIE]
    ]
    return Operation(
        uid=uid,
        path="x.md",
        front_matter=front_matter,
        title=front_matter["title"],
        method=draw(st.sampled_from(["GET", "PUT", "DELETE"])),
        route=Route(f"/api/{draw(names)}/{{{draw(words)}}}", NOWHERE),
        parameters=tuple(p for location in Location for p in parts[location]),
        request_media_types=(),
        response_media_types=(accept.description.strip("`"),),
        query_examples=tuple(Text(line, NOWHERE) for line in path_examples),
        request_bodies=(
            RequestBody(
                body_name,
                read_type(body_type),
                body_properties,
                NOWHERE,
                required=draw(st.sampled_from([None, True, False])),
            ),
        ),
        response=Response(
            response_type, response_type, tuple(statuses), tuple(properties_of), NOWHERE
        ),
        example_requests=tuple(draw(st.lists(requests(), max_size=2))),
        example_responses=tuple(draw(st.lists(responses(), max_size=2))),
        sections=tuple(
            Section(
                kind, titles[kind], draw(proses) if kind is not SectionKind.PATH else (), NOWHERE
            )
            for kind in kinds
        ),
        span=NOWHERE,
    )


def nowhere(value: Any) -> Any:
    """The value with all its spans made equal."""
    if isinstance(value, Span):
        return NOWHERE
    if isinstance(value, tuple):
        return tuple(nowhere(item) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, DataType | type):
        fields = dataclasses.fields(value)
        return dataclasses.replace(
            value, **{f.name: nowhere(getattr(value, f.name)) for f in fields}
        )
    return value


@settings(max_examples=150)
@given(operations())
def test_a_written_page_reads_back(operation: Operation) -> None:
    text = write_page(operation)
    if operation.uid.endswith("x"):
        # A response body begins at a plain line, too.
        text = text.replace("\n### Response body", "\nResponse body")
    reading = read_page(text.encode(), "x.md")
    assert nowhere(reading.operation) == operation, text
    assert reading.findings == (), text


@settings(max_examples=300)
@given(st.lists(cells, min_size=1, max_size=5))
def test_a_written_row_is_split_into_its_cells(row: list[str]) -> None:
    text = f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    assert [cell.text for cell in split_row(text)] == row


@settings(max_examples=300)
@given(st.binary(max_size=400))
def test_any_bytes_can_be_read(data: bytes) -> None:
    assert isinstance(read_page(data, "x.md"), Reading)


@settings(max_examples=300)
@given(st.sampled_from(goldens.PAGES), st.data())
def test_a_mangled_page_can_be_read_and_says_where(page: Path, data: st.DataObject) -> None:
    content = page.read_bytes()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(start + 80, len(content))))
        piece = data.draw(
            st.binary(max_size=20) | st.sampled_from([b"```", b"|", b"\n", b"## ", b"> "])
        )
        content = content[:start] + piece + content[end:]
    reading = read_page(content, "x.md")
    last = content.count(b"\n") + content.count(b"\r") + 1
    assert all(1 <= finding.line <= last for finding in reading.findings)


markdown = st.lists(
    st.builds(
        "{}{}".format,
        st.sampled_from(
            ["", " ", "   ", "    ", "\t", " \t ", "> ", ">\t", "- ", "-\t", "1. ", "> - "]
        ),
        st.sampled_from(
            [
                *("", " ", "\t", "a", "# A", "## a | b #", "#a", "|a|b|", "a | b", "|-|-|", "---"),
                *("===", "***", "```", "```http", "~~~", "<!-- a", "-->", "<div>", "[a]: b", "\0"),
                *("\x0b", "\x85", "\u2028", "\xa0"),
            ]
        ),
    ),
    max_size=12,
).flatmap(lambda lines: st.sampled_from(["", "\n"]).map(lambda end: "\n".join(lines) + end))


LIBRARY = MarkdownIt("commonmark").enable("table").disable("inline")
LIBRARY.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})


@settings(max_examples=200)
@example("# a | b\n|-|-|\n|c|d|\n")
@example("- a\n\n\t\tb\n> \tc\n \t")
@given(markdown)
def test_the_blocks_are_those_that_the_library_finds_with_its_own_state(text: str) -> None:
    assert tokens_of(text) == LIBRARY.parse(text)
