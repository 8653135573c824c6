"""The sections of a page of an operation, with parts that are HTML.

The parts of a section, prose and what was parsed from it, keep the order of their source lines.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Protocol, TypeVar

from markupsafe import Markup

from callsheet import lazy_re as re
from callsheet.catalog.titles import without_sentence
from callsheet.http.statuses import DEFAULT
from callsheet.model import (
    Callback,
    DataType,
    ExampleRequest,
    ExampleResponse,
    Location,
    Operation,
    Property,
    RequestBody,
    ResponseBody,
    Section,
    SectionKind,
    Span,
    Status,
    StatusRange,
)
from callsheet.model.contents import shows_body
from callsheet.render.anchors import Anchors
from callsheet.render.highlighting.code import highlight_message, highlight_request_lines
from callsheet.render.page import (
    Heading,
    MarkdownRenderer,
    PageContext,
    RenderedSample,
)
from callsheet.render.parts import (
    answers,
    body_mark,
    body_type,
    code,
    no_body,
    raw_body,
    rows_html,
)
from callsheet.render.phrases import marked, phrase
from callsheet.render.rows import RowBuilder
from callsheet.render.tabs import TabBuilder
from callsheet.render.views import HeadingView, NameView, SectionView

_TITLES = {
    SectionKind.PATH: marked("Path parameters"),
    SectionKind.QUERY: marked("Query string parameters"),
    SectionKind.HEADERS: marked("Request headers"),
    SectionKind.COOKIES: marked("Cookies"),
    SectionKind.PARAMETERS: marked("Parameters"),
    SectionKind.REQUEST_BODY: marked("Request body"),
    SectionKind.RESPONSE: marked("Response"),
    SectionKind.RESPONSE_BODY: marked("Response body"),
    SectionKind.RESPONSE_HEADERS: marked("Response headers"),
    SectionKind.EXAMPLE_REQUEST: marked("Sample request"),
    SectionKind.EXAMPLE_RESPONSE: marked("Sample response"),
    SectionKind.CALLBACK: marked("Callback"),
}
_EXAMPLES = {SectionKind.EXAMPLE_REQUEST, SectionKind.EXAMPLE_RESPONSE}
_PARAMETERS = {
    SectionKind.PATH,
    SectionKind.QUERY,
    SectionKind.HEADERS,
    SectionKind.COOKIES,
    SectionKind.PARAMETERS,
}
# An example that could not be parsed stays in the prose, and no lexer is called `http!`.
_EXAMPLE_FENCE = re.compile(r"^([ \t]*[`~]{3,}[ \t]*http)[!_][ \t]*$", re.MULTILINE | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_DEVIATING = "Differs from what this page says"
_Placed = tuple[int, str]
"""HTML of a part with the line of the page that it comes from."""


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


_T = TypeVar("_T", bound=_Spanned)


class SectionBuilder:
    """Builds the sections of one page in order, and collects ids and headings.

    Attributes:
        headings: The headings of the page so far.
        path_rows: The ids of the rows of the path parameters so far, by name.
    """

    def __init__(
        self,
        operation: Operation,
        markdown: MarkdownRenderer,
        samples: Sequence[RenderedSample],
        site: PageContext,
        tabs: TabBuilder,
    ) -> None:
        self.headings: list[Heading] = []
        self.path_rows: dict[str, str] = {}
        self._qualifiers: dict[str, str] = {}
        self._operation = operation
        self._markdown = markdown
        self._samples = tuple(samples)
        self._tabs = tabs
        self._anchors = Anchors()
        self._type_url = site.type_url
        self._title = site.titles.of(operation)
        self._rows = RowBuilder(operation, markdown, self._anchors, site)

    @property
    def ids(self) -> AbstractSet[str]:
        """The ids of headings and rows so far."""
        return self._anchors.taken

    def heading(
        self, level: int, title: str, codes: Iterable[NameView] = (), anchor: str = ""
    ) -> HeadingView:
        """Add a heading with a unique id and, next to it, words in code such as a type.

        Args:
            level: Its level.
            title: Its text.
            codes: The words in code.
            anchor: The text that its id is made of, if that is another one.
        """
        view = HeadingView(level, self._anchors.of_heading(anchor or title), title, tuple(codes))
        if view.codes:
            self._qualifiers[view.id] = view.codes[-1].text
        self.headings.append(Heading(level, view.id, title))
        return view

    def contents(self) -> Iterator[Heading]:
        """Return the headings of sections; the same title twice says which body is meant."""
        shown = [heading for heading in self.headings if heading.level == 2]
        count = Counter(heading.title for heading in shown)
        for heading in shown:
            qualifier = self._qualifiers.get(heading.id)
            if qualifier and count[heading.title] > 1:
                yield replace(heading, title=f"{heading.title}: {qualifier}")
            else:
                yield heading

    def sections(self) -> Iterator[SectionView]:
        """Build the sections in the page's order; a page without a sample request gets one."""
        for section in self._operation.sections:
            if section.kind is SectionKind.EXAMPLE_RESPONSE:
                yield from self._samples_alone()
            yield self._section(section)
        yield from self._samples_alone()

    def _samples_alone(self) -> Iterator[SectionView]:
        if self._samples:
            heading = self._titled(2, SectionKind.EXAMPLE_REQUEST)
            yield SectionView(heading, [part for _, part in self._requests(None)], example=True)

    def _section(self, section: Section) -> SectionView:
        heading = self._heading(section)
        placed = [*self._parts(section), *self._prose(section)]
        placed.sort(key=lambda part: part[0])
        return SectionView(heading, [part for _, part in placed], example=section.kind in _EXAMPLES)

    def _heading(self, section: Section) -> HeadingView | None:
        match section.kind:
            case SectionKind.DESCRIPTION:
                return None
            case SectionKind.OTHER | SectionKind.RESPONSE_LINKS:
                return self._own_heading(section)
            case SectionKind.RESPONSE_BODY:
                if status := self._status(section):
                    return self._of_status(status, self._types(section))
                if self._is_bare(section):
                    return None
                return self._titled(3, section.kind, self._types(section))
            case SectionKind.RESPONSE_HEADERS:
                status = self._status(section)
                anchor = f"{_TITLES[section.kind]} {status}".strip()
                title = f"{phrase(_TITLES[section.kind])} {status}".strip()
                return self.heading(3, title, anchor=anchor)
        return self._titled(2, section.kind, self._types(section))

    def _titled(self, level: int, kind: SectionKind, codes: Iterable[NameView] = ()) -> HeadingView:
        """Add a heading of ours, whose id is the same in all languages."""
        return self.heading(level, phrase(_TITLES[kind]), codes, anchor=_TITLES[kind])

    def _of_status(self, status: str, codes: Iterable[NameView]) -> HeadingView:
        if status == DEFAULT:
            title = marked("Other responses")
            return self.heading(2, phrase(title), codes, anchor=title)
        anchor = f"Response {status}"
        return self.heading(2, phrase("Response {0}", status), codes, anchor=anchor)

    def _own_heading(self, section: Section) -> HeadingView:
        html = Markup(self._markdown.inline(section.title))  # noqa: S704 - the site's Markdown
        heading = self.heading(2, Markup(_TAG.sub("", html)).unescape())  # noqa: S704 - plain text
        return HeadingView(heading.level, heading.id, html)

    def _is_bare(self, section: Section) -> bool:
        """Tell whether a response-body section has nothing but the type."""
        response = self._operation.response
        if section.prose or self._body(section):
            return False
        return not (response and _within(section, response.properties))

    def _body(self, section: Section) -> RequestBody | ResponseBody | None:
        """Return the body that a section documents, if it has a section of its own."""
        response = self._operation.response
        bodies: list[RequestBody | ResponseBody] = [*self._operation.request_bodies]
        bodies += response.bodies if response else ()
        return next((body for body in bodies if body.span == section.span), None)

    def _status(self, section: Section) -> str:
        """Return the status that a section is about; empty for a success."""
        response = self._operation.response
        found = self._body(section)
        if isinstance(found, ResponseBody):
            return found.status
        headers = _within(section, response.headers) if response else ()
        return headers[0].status if headers else ""

    def _types(self, section: Section) -> Iterator[NameView]:
        """Yield the code next to the heading: the name of a request body, media type and type."""
        body, response = self._body(section), self._operation.response
        if section.kind is SectionKind.REQUEST_BODY and body is None:
            body = self._operation.request_body
        if body:
            if isinstance(body, RequestBody) and body.name:
                yield NameView(body.name)
            if body.media_type:
                yield NameView(body.media_type)
            if body.type:
                yield self._name(body.type, body.type.written)
        elif section.kind is SectionKind.CALLBACK:
            for callback in self._callbacks(section):
                yield NameView(callback.name)
                if callback.body and (data_type := callback.body.type):
                    yield self._name(data_type, data_type.written)
        elif section.kind is SectionKind.RESPONSE and response and response.type:
            yield self._name(response.type, response.type.written)
        elif section.kind is SectionKind.RESPONSE_BODY and response and response.body_type:
            yield self._name(response.body_type, response.body_type.written)

    def _name(self, data_type: DataType, written: str) -> NameView:
        return NameView(written, self._type_url(data_type.name) if data_type.is_named else "")

    def _parts(self, section: Section) -> Iterator[_Placed]:
        match section.kind:
            case kind if kind in _PARAMETERS:
                yield from self._parameters(section)
            case SectionKind.REQUEST_BODY:
                yield from self._request_body(section)
            case SectionKind.RESPONSE | SectionKind.RESPONSE_BODY:
                yield from self._response(section)
            case SectionKind.RESPONSE_HEADERS:
                response = self._operation.response
                yield from self._properties(section, response.headers if response else ())
            case SectionKind.CALLBACK:
                yield from self._callback(section)
            case SectionKind.EXAMPLE_REQUEST:
                yield from self._requests(section)
                yield from self._deviating(section, self._operation.deviating_requests)
            case SectionKind.EXAMPLE_RESPONSE:
                yield from self._answers(section)
                yield from self._deviating(section, self._operation.deviating_responses)

    def _answers(self, section: Section) -> Iterator[_Placed]:
        """Yield the sample responses of a section: one choice, unless text stands between them."""
        found = _within(section, self._operation.example_responses)
        lines = [example.span.start for example in found]
        texts = [text.span.start for text in section.prose]
        codes = [highlight_message(example.text) for example in found]
        if len(found) < 2 or any(lines[0] < line < lines[-1] for line in texts):
            yield from zip(lines, map(code, codes, (each.name for each in found)), strict=True)
            return
        counts = Counter(example.status for example in found)
        numbers = (str(n) if counts[each.status] > 1 else "" for n, each in enumerate(found, 1))
        names = [each.name or number for each, number in zip(found, numbers, strict=True)]
        shown = zip((each.status for each in found), names, map(code, codes), strict=True)
        # No heading and no row has a point in its id after such a beginning.
        yield lines[0], answers(f"answers.{lines[0]}", shown)

    def _deviating(
        self, section: Section, examples: Sequence[ExampleRequest | ExampleResponse]
    ) -> Iterator[_Placed]:
        """Yield the examples of a section that their tables rule out, each with a word on that."""
        for example in _within(section, examples):
            said = ": ".join(filter(None, (example.name, _DEVIATING)))
            yield example.span.start, code(highlight_message(example.text), said)

    def _callbacks(self, section: Section) -> Sequence[Callback]:
        return _within(section, self._operation.callbacks)

    def _callback(self, section: Section) -> Iterator[_Placed]:
        for callback in self._callbacks(section):
            # Examples have a line; that of the address follows the heading.
            line = f"{callback.method} {callback.address}"
            yield section.span.start, code(highlight_request_lines(line))
            yield from self._properties(section, callback.body.properties if callback.body else ())
            for example in callback.examples:
                yield example.span.start, code(highlight_message(example.text), example.name)

    def _prose(self, section: Section) -> Iterator[_Placed]:
        for text in section.prose:
            markdown = _EXAMPLE_FENCE.sub(r"\1", text.markdown)
            if section.kind is SectionKind.DESCRIPTION and text is section.prose[0]:
                # The title says it already.
                markdown = without_sentence(markdown, self._title)
            if not markdown.strip():
                continue
            prose = self._markdown.block(markdown, self._anchors.taken)
            self._anchors.reserve(heading.id for heading in prose.headings)
            self.headings += prose.headings
            yield text.span.start, prose.html

    def _parameters(self, section: Section) -> Iterator[_Placed]:
        if parameters := _within(section, self._operation.parameters):
            table = self._rows.properties(section.kind, phrase(_TITLES[section.kind]), parameters)
            in_path = {p.name for p in parameters if p.location is Location.PATH}
            self.path_rows |= {row.name: row.id for row in table.rows if row.name in in_path}
            yield parameters[0].span.start, rows_html(table)
        if section.kind is SectionKind.QUERY:
            yield from self._query_examples(section)

    def _query_examples(self, section: Section) -> Iterator[_Placed]:
        if lines := _within(section, self._operation.query_examples):
            text = "\n".join(line.markdown for line in lines)
            yield lines[0].span.start, code(highlight_request_lines(text))

    def _request_body(self, section: Section) -> Iterator[_Placed]:
        own = self._body(section)
        if isinstance(own, RequestBody) and own.required is not None:
            yield section.span.start, body_mark(required=own.required)
        body = own or self._operation.request_body
        if isinstance(body, RequestBody):
            if body.binary:
                named = (body.media_type,) if body.media_type else ()
                yield section.span.start, raw_body(named or self._operation.request_media_types)
            yield from self._properties(section, body.properties)

    def _response(self, section: Section) -> Iterator[_Placed]:
        if response := self._operation.response:
            statuses: list[Status | StatusRange] = [*response.statuses, *response.ranges]
            if found := _within(section, sorted(statuses, key=_line)):
                yield found[0].span.start, self._rows.statuses(found)
            body = self._body(section)
            # Not next to an example that shows a body, which contradicts the section.
            is_none = isinstance(body, ResponseBody) and body.is_none
            if is_none and not shows_body(self._operation, self._status(section)):
                yield section.span.start, no_body()
            yield from self._properties(section, (body or response).properties)
        if section.kind is SectionKind.RESPONSE_BODY and self._is_bare(section):
            for name in self._types(section):
                yield section.span.start, body_type(name)

    def _properties(self, section: Section, properties: Sequence[Property]) -> Iterator[_Placed]:
        if rows := _within(section, properties):
            table = self._rows.properties(section.kind, phrase(_TITLES[section.kind]), rows)
            yield rows[0].span.start, rows_html(table)

    def _requests(self, section: Section | None) -> Iterator[_Placed]:
        """Yield the tab set; the page's samples go into the first one only."""
        examples = _within(section, self._operation.example_requests) if section else ()
        if self._operation.outgoing:
            # Readers receive it: no program of theirs sends it.
            for example in examples:
                yield example.span.start, code(highlight_message(example.text), example.name)
            return
        samples, self._samples = self._samples, ()
        if samples or examples:
            line = examples[0].span.start if examples else 0
            yield line, self._tabs.build(samples, examples)


def _within(section: Section, items: Sequence[_T]) -> Sequence[_T]:
    """Return the items inside the section; items must be in the order of their lines."""
    start = bisect_left(items, section.span.start, key=_line)
    return items[start : bisect_right(items, section.span.end, key=_line)]


def _line(item: _Spanned) -> int:
    return item.span.start
