"""Sections of a page: where each begins, its prose, and the mark of a request body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from sys import intern

from callsheet import lazy_re as re
from callsheet.findings import span_of
from callsheet.memo import cached
from callsheet.model import OPTIONAL_MARK, REQUIRED_MARK, SectionKind, Span, Text
from callsheet.source.document import Block, BlockKind, Document
from callsheet.source.messages import label_of
from callsheet.source.tables import (
    DESCRIPTION,
    NAME_COLUMNS,
    STATUS_COLUMN,
    Table,
    canonical,
    read_table,
)

_STATUS = r"(?P<status>[1-5]\d\d|[1-5]xx|default)"
_MEDIA_TYPE = r"(?:\s*+\(\s*+(?P<media_type>[^\s()/]++/[^()]*+)\))?"
_ARGUMENT = r"(?:\s*+:\s*+(?P<argument>.*))?"

_HEADINGS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for kind, pattern in (
        (SectionKind.PATH, r"(?:path|url|uri)\s+(?:parameters?|parts?|variables?)\s*:?"),
        (SectionKind.QUERY, r"(?:query\s+string|query|url\s+query)\s+parameters?\s*:?"),
        (SectionKind.HEADERS, r"(?:request\s+)?header(?:s|\s+parameters?)\s*:?"),
        (SectionKind.COOKIES, r"cookie(?:s|\s+parameters?)\s*:?"),
        (SectionKind.PARAMETERS, r"parameters?\s*:?"),
        (
            SectionKind.REQUEST_BODY,
            rf"(?:request\s+body|body\s+parameters?|request\s+payload){_MEDIA_TYPE}{_ARGUMENT}",
        ),
        (
            SectionKind.RESPONSE_BODY,
            rf"response\s+(?:body\s+)?{_STATUS}(?:\s+body)?{_MEDIA_TYPE}{_ARGUMENT}",
        ),
        (SectionKind.RESPONSE_BODY, rf"response\s+body{_MEDIA_TYPE}{_ARGUMENT}"),
        (SectionKind.RESPONSE_HEADERS, rf"response\s+headers(?:\s+{_STATUS})?\s*:?"),
        (SectionKind.RESPONSE_LINKS, rf"response\s+links(?:\s+{_STATUS})?\s*:?"),
        (SectionKind.RESPONSE, rf"(?:response|responses|status\s+codes?){_ARGUMENT}"),
        (SectionKind.EXAMPLE_REQUEST, r"(?:sample|example)\s+requests?\s*:?"),
        (SectionKind.EXAMPLE_REQUEST, r"request\s+(?:sample|example)s?\s*:?"),
        (SectionKind.EXAMPLE_RESPONSE, r"(?:sample|example)\s+responses?\s*:?"),
        (SectionKind.EXAMPLE_RESPONSE, r"response\s+(?:sample|example)s?\s*:?"),
        (SectionKind.EXAMPLE_REQUEST, r"(?:sample|example)s?\s*:?"),
        (SectionKind.CALLBACK, r"callback\s*+:\s*+(?P<argument>\S.*)"),
    )
)
_STATUS_HEADING = re.compile(
    rf"(?:(?:http|status)\s+(?:code\s+|status\s+)?)?{_STATUS}(?![\w.])(?:[^:(\n]*+){_MEDIA_TYPE}{_ARGUMENT}",
    re.IGNORECASE | re.DOTALL,
)
"""`200 OK` or `404: Problem`, which mean a response only below the heading of the responses."""

_BARE_HEADERS = re.compile(r"headers\s*:?", re.IGNORECASE)
_OF_RESPONSES = frozenset(
    {
        SectionKind.RESPONSE,
        SectionKind.RESPONSE_BODY,
        SectionKind.RESPONSE_HEADERS,
        SectionKind.RESPONSE_LINKS,
    }
)
_EXAMPLE_FENCES = {"http!": SectionKind.EXAMPLE_REQUEST, "http_": SectionKind.EXAMPLE_RESPONSE}
_PARAMETERS = (
    SectionKind.QUERY,
    SectionKind.HEADERS,
    SectionKind.COOKIES,
    SectionKind.PARAMETERS,
    SectionKind.RESPONSE_HEADERS,
)
_BODIES = {
    SectionKind.REQUEST_BODY: SectionKind.REQUEST_BODY,
    SectionKind.RESPONSE: SectionKind.RESPONSE_BODY,
    SectionKind.RESPONSE_BODY: SectionKind.RESPONSE_BODY,
}
"""The body that a table of properties documents, by the section that it follows."""

# A mark stands alone or begins a sentence; `**Required** fields are bold` is not about the body.
_MARK = re.compile(
    rf"[ \t]*(?P<mark>{re.escape(REQUIRED_MARK)}|{re.escape(OPTIONAL_MARK)})"
    r"(?:[ \t]*(?:\n[ \t]*)*\Z|(?:[ \t]*\n)++|[ \t]++(?![a-z]))"
)
_OWN_HEADING = re.compile(
    r"request\s+headers|response\s*(?::|$)|sample\s+re(?:quest|sponse)", re.IGNORECASE
)
_OPERATION_SECTIONS = {
    SectionKind.HEADERS,
    SectionKind.RESPONSE,
    SectionKind.EXAMPLE_REQUEST,
    SectionKind.EXAMPLE_RESPONSE,
}


@dataclass(slots=True)
class RawSection:
    """A section as lines and blocks, before it is interpreted.

    Attributes:
        kind: What it is about.
        title: The heading's text.
        argument: The text after the colon of the heading, such as a type.
        status: The status that the heading names: `404`, `4XX` or `default`; else empty.
        media_type: The media type that the heading names, else empty.
        level: The level of its heading; 0 where it begins without one.
        inherits: Whether its status is that of a heading above it.
        span: From its first to its last line.
        blocks: Its blocks without the heading.
        tables: The tables among them.
        taken: The lines that are consumed; all others are the section's prose.
    """

    kind: SectionKind
    title: str
    argument: str
    span: Span
    taken: set[int]
    status: str = ""
    media_type: str = ""
    level: int = 0
    inherits: bool = False
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def take(self, span: Span) -> None:
        """Consume lines, so that they are not prose."""
        self.taken.update(range(span.start, span.end + 1))

    def release(self, span: Span) -> None:
        """Return lines to the prose."""
        self.taken.difference_update(range(span.start, span.end + 1))

    def fences(self, info: str) -> list[Block]:
        """Return the section's fences with that label."""
        return [
            block
            for block in self.blocks
            if block.kind is BlockKind.FENCE and label_of(block) == info
        ]


def split_sections(document: Document) -> list[RawSection]:
    """Split a page into its sections, of which the first is the description."""
    first_line = document.body_line
    sections = [RawSection(SectionKind.DESCRIPTION, "", "", Span(first_line, first_line), set())]
    outline: list[RawSection] = []
    for block in document.blocks:
        table = None
        if block.kind is BlockKind.TABLE:
            table = canonical(read_table(block), sections[-1].kind)
        if section := _begin(block, table, sections, outline):
            sections.append(section)
            if section.level:
                outline.append(section)
        if table:
            sections[-1].tables.append(table)
        if block.kind is not BlockKind.HEADING or block.span.start not in sections[-1].taken:
            sections[-1].blocks.append(block)
    ends = [section.span.start - 1 for section in sections[1:]] + [len(document.lines)]
    for section, end in zip(sections, ends, strict=True):
        section.span = span_of(section.span.start, end)
    return sections


def is_section_heading(text: str) -> bool:
    """Tell whether a heading with that text, at level 2 or below, begins a section."""
    return heading_of(text) is not None


def _begin(
    block: Block, table: Table | None, sections: list[RawSection], outline: list[RawSection]
) -> RawSection | None:
    """Return the section that a block begins, if any; update the outline of headings around it."""
    current = sections[-1].kind
    is_heading = block.kind is BlockKind.HEADING and block.level > 1
    # A callback has tables and examples of its own.
    if current is SectionKind.CALLBACK and not (is_heading and block.level <= sections[-1].level):
        return None
    if is_heading:
        return _begin_at_heading(block, current, outline)
    if block.kind is BlockKind.PARAGRAPH and current is SectionKind.RESPONSE:
        return _begin_at_line(block)
    if block.kind is BlockKind.FENCE:
        kind = _EXAMPLE_FENCES.get(label_of(block))
        if kind and kind is not current:
            return _section(NamedHeading(kind), "", block)
    if table:
        kind = _kind_of_table(table, sections)
        if kind and kind is not current:
            return _section(NamedHeading(kind), "", block)
    return None


def _kind_of_table(table: Table, sections: list[RawSection]) -> SectionKind | None:
    """Return the section that a table begins by its columns, where no heading does."""
    current = sections[-1]
    if DESCRIPTION not in table.columns:
        return None
    match table.columns[0]:
        case "path part":
            return SectionKind.PATH
        case "response":
            return SectionKind.RESPONSE
        case "parameter name":
            typed = "type" in table.columns
            if current.kind in _PARAMETERS and current.title and not _is_next(current, typed):
                return None
            return SectionKind.QUERY if typed else SectionKind.HEADERS
        case "property name" if current.kind is SectionKind.OTHER:
            # There is a heading of the author's own between the body and its table.
            bodies = [_BODIES[s.kind] for s in sections if s.kind in _BODIES]
            return bodies[-1] if bodies else None
    return None


def _is_next(current: RawSection, typed: bool) -> bool:
    """Tell whether a second table of parameters is that of the headers, without a heading."""
    return current.kind is SectionKind.QUERY and bool(current.tables) and not typed


def _begin_at_line(block: Block) -> RawSection | None:
    """Return the section of a response body that begins with a plain or bold line."""
    line = block.text.split("\n")[0].strip().strip("*")
    named = heading_of(line) if ":" in line else None
    if named is None or named.kind is not SectionKind.RESPONSE_BODY or named.status:
        return None
    section = _section(named, line, block)
    section.take(Span(block.span.start, block.span.start))
    return section


@dataclass(frozen=True, slots=True)
class NamedHeading:
    """The meaning of a heading that begins a section.

    Attributes:
        kind: The section.
        argument: The text after its colon, such as a type.
        status: The status that it names: `404`, `4XX` or `default`; else empty.
        media_type: The media type that it names, else empty.
    """

    kind: SectionKind
    argument: str = ""
    status: str = ""
    media_type: str = ""


@cached(1024)
def heading_of(text: str) -> NamedHeading | None:
    """Parse a heading; None for one that begins no section."""
    for kind, pattern in _HEADINGS:
        if match := pattern.fullmatch(text.strip()):
            return _named(kind, match)
    return None


def _named(kind: SectionKind, match: re.Match[str]) -> NamedHeading:
    groups = match.groupdict("")
    status = groups.get("status", "")
    return NamedHeading(
        kind,
        groups.get("argument", "").strip(),
        # As OpenAPI writes it.
        status.lower() if status.lower() == "default" else status.upper(),
        groups.get("media_type", "").rstrip(),
    )


def _begin_at_heading(
    block: Block, current: SectionKind, outline: list[RawSection]
) -> RawSection | None:
    before = outline[-1].kind if outline else None
    while outline and outline[-1].level >= block.level:
        before = outline.pop().kind
    outer = outline[-1] if outline else None
    named = heading_of(block.text)
    if outer and outer.kind in _OF_RESPONSES:
        named = _within_responses(block.text, named, outer)
    elif named is None and before in _OF_RESPONSES:
        named = _status_heading(block.text)
    if named:
        section = _section(named, block.text, block, taken=True)
        stated = heading_of(block.text) or _status_heading(block.text)
        section.inherits = bool(named.status and not (stated and stated.status))
        return section
    # The description has headings of its own, and a deeper heading is part of its section.
    if current is SectionKind.DESCRIPTION or block.level > 2:
        return None
    return _section(NamedHeading(SectionKind.OTHER), block.text, block, taken=True)


def _within_responses(
    text: str, named: NamedHeading | None, outer: RawSection
) -> NamedHeading | None:
    """Return the meaning of a heading below that of the responses, or of one status."""
    if named is None:
        return _status_heading(text)
    if outer.status and heading_of(outer.title):
        # Below `Response 404: TYPE`, a heading means what it says by itself, without the status.
        return named
    if _BARE_HEADERS.fullmatch(text.strip()):
        return NamedHeading(SectionKind.RESPONSE_HEADERS, status=outer.status)
    if named.kind in _OF_RESPONSES and named.kind is not SectionKind.RESPONSE and not named.status:
        return replace(named, status=outer.status, media_type=named.media_type or outer.media_type)
    return named


def _status_heading(text: str) -> NamedHeading | None:
    """Parse a heading such as `200 OK` or `404: Problem`."""
    match = _STATUS_HEADING.fullmatch(text.strip().strip("*").replace("`", ""))
    return _named(SectionKind.RESPONSE_BODY, match) if match else None


def _section(named: NamedHeading, title: str, block: Block, *, taken: bool = False) -> RawSection:
    start = block.span.start
    return RawSection(
        named.kind,
        intern(title.strip()),
        named.argument,
        span_of(start, start),
        set(range(start, block.span.end + 1)) if taken else set(),
        status=named.status,
        media_type=named.media_type,
        level=block.level if taken else 0,
    )


def prose_of(section: RawSection, document: Document) -> Iterator[Text]:
    """Yield the unconsumed lines as runs without blank lines at their ends."""
    taken, first, end = section.taken, section.span.start, section.span.end
    # A run lies between two consumed lines; most often it is a blank line.
    for number in (*sorted(taken.intersection(range(first, end + 1))), end + 1):
        if number > first:
            yield from _run(first, number - 1, document)
        first = number + 1


def _run(first: int, last: int, document: Document) -> Iterator[Text]:
    lines = document.lines
    while first <= last and not lines[first - 1].strip():
        first += 1
    while first <= last and not lines[last - 1].strip():
        last -= 1
    if first <= last:
        trimmed = span_of(first, last)
        yield Text(document.text(trimmed), trimmed)


def read_body_mark(section: RawSection) -> bool | None:
    """Return whether the body of a section must be sent; None where the section does not say."""
    match = _mark_of(section)
    return match["mark"] == REQUIRED_MARK if match else None


def without_body_mark(section: RawSection, prose: Sequence[Text]) -> tuple[Text, ...]:
    """Return the prose of a section without the mark."""
    match = _MARK.match(prose[0].markdown) if prose and _mark_of(section) else None
    if match is None:
        return tuple(prose)
    first, *others = prose
    lines = match.group().count("\n")
    rest = first.markdown[match.end() :]
    if not rest:
        return tuple(others)
    return Text(rest, Span(first.span.start + lines, first.span.end)), *others


def _mark_of(section: RawSection) -> re.Match[str] | None:
    if section.kind is not SectionKind.REQUEST_BODY or not section.blocks:
        return None
    first = section.blocks[0]
    return _MARK.match(first.text) if first.kind is BlockKind.PARAGRAPH else None


def is_of_operation(section: RawSection) -> bool:
    """Tell whether only the page of an operation has such a section.

    Headings such as `Example` and `Headers` are on pages of all kinds; what is below them decides.
    """
    if section.kind not in _OPERATION_SECTIONS:
        return False
    return _OWN_HEADING.match(section.title) is not None or has_parts(section)


def has_parts(section: RawSection) -> bool:
    """Tell whether a section has a table or an example as the page format writes them."""
    return any(
        table.columns[0] in (*NAME_COLUMNS, STATUS_COLUMN) for table in section.tables
    ) or bool(section.fences("http!") or section.fences("http_"))
