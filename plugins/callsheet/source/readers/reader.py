"""Reads a page: from its blocks to its operation.

A page is read leniently: whatever can be understood is, everything else becomes prose of its
section, and everything odd becomes a finding. Nothing that an author writes raises an exception.
"""

from dataclasses import replace
from pathlib import PurePosixPath

from callsheet import lazy_re as re
from callsheet.model import Operation, Page, Reading, Route, SectionKind, Span, TypeTable
from callsheet.model.operation import IMPORTED_FROM
from callsheet.source import messages
from callsheet.source.carriers.linked_types import described_types
from callsheet.source.document import BlockKind, Document, read_document
from callsheet.source.faults import Fault
from callsheet.source.front_matter import OperationKeys, read_operation_keys
from callsheet.source.layouts.detection import read_in_layout
from callsheet.source.layouts.generic import GENERIC
from callsheet.source.layouts.layout import Layout
from callsheet.source.links import read_links
from callsheet.source.markup.reading import unknown_marks
from callsheet.source.readers.overviews import annotations_json, overview_of
from callsheet.source.readers.reporting import PageReporter
from callsheet.source.readers.section_reader import OperationParts, SectionReader
from callsheet.source.rows import media_types_of, property_of
from callsheet.source.sections import RawSection, has_parts, is_of_operation, split_sections
from callsheet.source.tables import PROPERTY_COLUMN, Table, canonical, read_table, whole_value

_UID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_NO_UID = re.compile(r"[^A-Za-z0-9_.-]+")


def read_page(data: bytes, path: str, layout: Layout | None = None) -> Reading:
    """Read a page.

    Args:
        data: The file's bytes.
        path: The file, relative to the docs directory, with forward slashes.
        layout: Its layout; by default the one that its text shows.

    Returns:
        The operation, or None for a page that documents none, and the findings. A page that looks
        like an operation page and cannot be read as one has no operation and an error.
    """
    return read_from(read_document(data), path, layout)


def read_from(document: Document, path: str, layout: Layout | None = None) -> Reading:
    """Read a page that is parsed into blocks already, as `read_page` does."""
    reporter = PageReporter(path, document)
    reporter.report_front_matter()
    reporter.report_undecodable()
    reader = _PageReader(path, document, reporter)
    detected = read_in_layout(document, path, layout)
    operations = detected.operations
    own = reader.operation() if operations is None else None
    reader.reads_marks = reader.reads_marks or operations is not None
    page = reader.page()
    if own is None and detected.shown:
        page = replace(page, shown_routes=detected.shown)
    if own is None and page.defines is None:
        described = described_types(document, operations or (), path, layout or GENERIC, page.title)
        page = replace(page, described=described)
    found = operations if operations is not None else (own,) if own else ()
    return Reading(page, found, tuple(sorted(reporter.findings)))


class _PageReader:
    """Turns the blocks of one page into its operation."""

    def __init__(self, path: str, document: Document, reporter: PageReporter) -> None:
        self._path = path
        self._document = document
        self._reporter = reporter
        self.reads_marks = path.endswith(".mdx")

    def page(self) -> Page:
        """Return the page itself, whether it documents an operation or not."""
        document = self._document
        key = document.uid_key
        uid = str(document.front_matter[key]) if key else None
        headings = (b.text for b in document.blocks if b.kind is BlockKind.HEADING and b.level == 1)
        name = PurePosixPath(self._path).stem
        title = str(document.front_matter.get("title") or next(headings, name))
        about, version, keys = overview_of(document) if name == "index" else ("", "", "")
        return Page(
            self._path,
            uid,
            title,
            read_links(document),
            _read_type_table(self._path, document, self._reporter),
            unknown_marks(document) if self.reads_marks else (),
            about,
            version,
            str(document.front_matter.get(IMPORTED_FROM) or ""),
            keys=keys,
        )

    def operation(self) -> Operation | None:
        """Return the operation; None where the page has no route."""
        sections = split_sections(self._document)
        route = self._route(sections)
        if route is None:
            return None
        method, template, line = route
        self._reporter.report_text()
        uid = self._uid()
        keys = self._keys(template)
        # The order matters: findings about sections come in the order of the page, and sections
        # take lines that nobody else may take.
        parts = OperationParts()
        reader = SectionReader(self._document, template, self._reporter)
        for section in sections:
            reader.read(section, parts)
            self._reporter.report_unread_tables(section)
        return Operation(
            uid=uid,
            path=self._path,
            front_matter=self._document.front_matter,
            title=str(self._document.front_matter.get("title") or sections[0].title or uid),
            method=method,
            route=Route(template, Span(line, line)),
            parameters=tuple(parts.parameters),
            request_media_types=media_types_of(parts.parameters, "content-type"),
            response_media_types=media_types_of(parts.parameters, "accept"),
            query_examples=tuple(parts.query_examples),
            request_bodies=tuple(parts.request_bodies),
            response=parts.whole_response(),
            example_requests=tuple(parts.requests),
            example_responses=tuple(parts.responses),
            sections=tuple(reader.close(section) for section in sections),
            span=Span(1, len(self._document.lines)),
            about=keys.summary,
            operation_id=keys.operation_id,
            deprecated=keys.deprecated,
            tags=keys.tags,
            servers=keys.servers,
            security=keys.security,
            callbacks=tuple(parts.callbacks),
            outgoing=keys.outgoing,
            deviating_requests=tuple(parts.deviating_requests),
            deviating_responses=tuple(parts.deviating_responses),
        )

    def _keys(self, template: str) -> OperationKeys:
        keys = read_operation_keys(self._document.front_matter)
        for server in keys.servers:
            if not server.can_serve(template):
                wanted = f"addresses whose `replaces` is the beginning of `{template}`"
                keys.faults.append(("servers", wanted))
                break
        for key, wanted in keys.faults:
            message = f"The front matter's `{key}` must be {wanted}."
            self._reporter.report(Fault.OPERATION_KEY, self._document.line_of_key(key), message)
        return keys

    def _route(self, sections: list[RawSection]) -> tuple[str, str, int] | None:
        for fence in sections[0].fences("http"):
            lines = messages.lines_of(fence)
            found = messages.read_route(lines[0].markdown) if lines else None
            if not found or (len(lines) > 1 and self._is_guide(sections)):
                continue
            # An unclosed fence takes in the text below it, which is reported once as that.
            for other in lines[1:] if fence.closed else ():
                message = f"The route fence also says `{other.markdown}`."
                self._reporter.report(Fault.ROUTE, other.span.start, message)
            if len(lines) == 1:
                sections[0].take(fence.span)
            return *found, lines[0].span.start
        if not self._is_guide(sections) and any(map(is_of_operation, sections)):
            self._reporter.report_missing_route(sections[0])
        return None

    def _is_guide(self, sections: list[RawSection]) -> bool:
        """Tell whether a page that shows a message, or has a heading `Response`, has no more."""
        return self._document.uid_key is None and not any(map(has_parts, sections))

    def _uid(self) -> str:
        front_matter = self._document.front_matter
        key = self._document.uid_key
        if key is None:
            self._reporter.report_missing_uid()
        elif _UID.fullmatch(uid := str(front_matter[key])):
            return uid
        else:
            line = self._document.line_of_key(key)
            self._reporter.report(Fault.UID, line, f"`{uid}` cannot be a `{key}`.")
        # The page is read on without a valid uid, so that its other faults are found in the same
        # run.
        return _NO_UID.sub("-", PurePosixPath(self._path).stem).lstrip(".-") or "page"


def _read_type_table(path: str, document: Document, reporter: PageReporter) -> TypeTable | None:
    """Return the named type that a page defines, in its front matter and its tables.

    Args:
        path: The file, relative to the docs directory, with forward slashes.
        document: The page.
        reporter: Takes findings about rows.
    """
    name = document.front_matter.get("defines")
    if not isinstance(name, str) or not name.strip():
        return None
    found = [
        table
        for block in document.blocks
        if block.kind is BlockKind.TABLE
        and (table := _of_properties(canonical(read_table(block), SectionKind.REQUEST_BODY)))
    ]
    if not found:
        return None
    rows = []
    for table in found:
        for row in table.rows:
            if len(row.cells) != len(table.columns):
                reporter.report_ragged_row(row, len(table.columns))
            rows.append(property_of(row, table))
            reporter.report_facets(rows[-1])
    span = Span(found[0].span.start, found[-1].span.end)
    return TypeTable(
        name.strip(),
        path,
        tuple(rows),
        span,
        _text_above(span.start, document),
        _example_below(span.end, document),
        annotations_json(document.front_matter),
    )


def _of_properties(table: Table) -> Table | None:
    """Return a table of properties, or of a whole value; None for any other one."""
    return table if table.columns[0] == PROPERTY_COLUMN else whole_value(table)


def _text_above(line: int, document: Document) -> str:
    """Return the text between the title of a page and a line."""
    above = [
        block.span
        for block in document.blocks
        if block.span.end < line and not (block.kind is BlockKind.HEADING and block.level == 1)
    ]
    return document.text(Span(above[0].start, above[-1].end)) if above else ""


def _example_below(line: int, document: Document) -> str:
    """Return the text of the first fence `json` below a line, which shows a value of the type."""
    fences = (
        block.text
        for block in document.blocks
        if block.kind is BlockKind.FENCE
        and block.span.start > line
        and messages.label_of(block) == "json"
    )
    return next(fences, "")
