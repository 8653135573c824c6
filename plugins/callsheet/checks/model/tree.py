"""Docs tree as the rules see it: its pages, places on them, and its named types."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cache, cached_property
from pathlib import Path, PurePosixPath

from callsheet.cache.content import ContentCache, cache_file, digest_of
from callsheet.cache.fingerprint import code_fingerprint
from callsheet.catalog import Catalog
from callsheet.catalog.named_types import EvidenceSource, TypeDefinition, define_types
from callsheet.checks.model.examples import messages_of
from callsheet.checks.model.page import CheckedPage, OperationPage, Place
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import column_of
from callsheet.configuration import read_nav
from callsheet.model import (
    WHOLE,
    ExampleRequest,
    ExampleResponse,
    Operation,
    Property,
    Route,
    Span,
    Status,
    TypeTable,
)
from callsheet.model.bodies import described_type, request_body, response_body, status_bodies
from callsheet.model.operation import OWN_LAYOUT
from callsheet.model.rows import rows_schema
from callsheet.paths import stays_inside, toc_file
from callsheet.schema import Schema
from callsheet.source import Reading
from callsheet.source.document import read_lines
from callsheet.source.layouts.choice import LayoutChoice, read_choice
from callsheet.source.rows import read_type
from callsheet.source.tables import split_row


class TablePart(IntEnum):
    """Part of a page with the table of a type; its value is the line in the reduced page.

    If a page has two tables of a type, the upper one comes first.
    """

    TYPE_PAGE = 1
    REQUEST = 2
    RESPONSE = 3
    REQUEST_BELOW = 4
    STATUS = 5


@dataclass(frozen=True)
class DefinedType:
    """A named type that a table documents.

    Attributes:
        name: As the pages write it.
        path: The page of the first table.
        part: Where on that page.
        rows: Its properties as the defining page documents them, and further ones with their types
            from all pages.
    """

    name: str
    path: str
    part: TablePart
    rows: tuple[Property, ...]

    @cached_property
    def schema(self) -> Schema:
        """Schema of its values."""
        return rows_schema(self.rows)

    def line(self, catalog: Catalog) -> int:
        """Return the line of the first table's heading."""
        if self.part is TablePart.TYPE_PAGE:
            tables = (t for t in catalog.type_tables if (t.path, t.name) == (self.path, self.name))
            return next(tables).span.start
        operation = catalog.by_path[self.path]
        if self.part is TablePart.STATUS:
            own = (b for b in status_bodies(operation) if described_type(b.type) == self.name)
            return next((body.line for body in own), operation.span.start)
        read = response_body if self.part is TablePart.RESPONSE else request_body
        body = read(operation)
        return body.line if body else operation.span.start


@dataclass(frozen=True, slots=True)
class _DefinedTypes:
    types: tuple[DefinedType, ...]


def evidence_of(reading: Reading) -> str:
    """Return a digest of what a page says about types; empty if it can say nothing."""
    operation, table = reading.operation, reading.page.defines
    if operation and operation.layout != OWN_LAYOUT:
        operation = None
    if operation is None and table is None:
        return ""
    stripped = operation and _of_operation(operation), table and _of_type_table(table)
    return digest_of(repr(stripped).encode())


def defined_types(catalog: Catalog, evidence: Mapping[str, str]) -> dict[str, DefinedType]:
    """Return the named types that tables document, by name.

    Args:
        catalog: The docs tree.
        evidence: The results of `evidence_of` by path; if one is missing, nothing is cached.
    """
    file = cache_file(catalog.root, "-types")
    # A page with the uid of another page is not an operation of the catalog.
    operations = catalog.by_path.keys()
    pages = [page for page in catalog.pages if page.path in operations or page.defines]
    # Of operations in other layouts, and of the types that they name, nothing is in the evidence.
    if file is None or catalog.on_page or any(page.path not in evidence for page in pages):
        return {found.name: found for found in _define(catalog)}
    stated = [(page.path, evidence[page.path], page.path in operations) for page in pages]
    digest = digest_of(repr(stated).encode())
    cache = ContentCache(file, _DefinedTypes, code_fingerprint())
    cache.load()
    defined = cache.get("types", digest)
    if defined is None:
        defined = _DefinedTypes(tuple(_define(catalog)))
        cache.save({"types": (digest, defined)})
    return {found.name: found for found in defined.types}


def _define(catalog: Catalog) -> Iterator[DefinedType]:
    # The reduced operations and not the whole ones, so that what is found cannot depend on anything
    # that the digest leaves out.
    operations = map(_of_operation, catalog.documented)
    tables = [_of_type_table(table) for table in catalog.type_tables]
    own = {table.name: table.properties for table in reversed(tables)}
    for definition in define_types(operations, tables).values():
        yield from _tabled(definition, own.get(definition.name, ()))


def _tabled(definition: TypeDefinition, own: tuple[Property, ...]) -> Iterator[DefinedType]:
    table = next((s for s in definition.sightings if s.source is EvidenceSource.TABLE), None)
    if table is not None and (definition.properties or any(row.name == WHOLE for row in own)):
        names = {row.name for row in own}
        lines = _lines(TablePart(table.line))
        others = tuple(
            Property(field.name, read_type(field.schema.written), None, "", (), lines)
            for field in definition.properties
            if field.name not in names
        )
        yield DefinedType(definition.name, table.path, TablePart(table.line), own + others)


def _of_operation(operation: Operation) -> Operation:
    """Reduce an operation to what determines the names and types of properties."""
    # All else is emptied, and lines are replaced by parts of the page: the digest, and with it the
    # cached types, must not change when an author moves a table or rewrites a text.
    request, response = operation.request_body, operation.response
    is_below = request and response and request.span.start > response.span.start
    up = _lines(TablePart.REQUEST_BELOW if is_below else TablePart.REQUEST)
    down, own = _lines(TablePart.RESPONSE), _lines(TablePart.STATUS)
    return Operation(
        uid=operation.uid,
        path=operation.path,
        front_matter={},
        title="",
        method="",
        route=Route("", up),
        parameters=(),
        request_media_types=(),
        response_media_types=(),
        query_examples=(),
        request_bodies=tuple(
            replace(body, name="", properties=_rows(body.properties, up), span=up)
            for body in operation.request_bodies
        ),
        response=response
        and replace(
            response,
            statuses=tuple(Status(s.code, "", (), down) for s in response.statuses),
            properties=_rows(response.properties, down),
            bodies=tuple(
                replace(body, properties=_rows(body.properties, own), span=own)
                for body in response.bodies
            ),
            span=down,
        ),
        example_requests=tuple(
            ExampleRequest((), m.body, "", up, "", "") for m in operation.example_requests
        ),
        example_responses=tuple(
            ExampleResponse((), m.body, "", down, m.status, "") for m in operation.example_responses
        ),
        sections=(),
        span=up,
    )


def _of_type_table(table: TypeTable) -> TypeTable:
    lines = _lines(TablePart.TYPE_PAGE)
    return replace(table, properties=_rows(table.properties, lines), span=lines, description="")


def _rows(rows: Iterable[Property], lines: Span) -> tuple[Property, ...]:
    return tuple(
        Property(row.name, row.type, row.required, "", (), lines, row.facets) for row in rows
    )


def _lines(part: TablePart) -> Span:
    return Span(part.value, part.value)


@dataclass(frozen=True)
class Tree:
    """All pages together.

    Attributes:
        catalog: The operations and pages.
        contents: The bytes of pages that have been read already, by path.
        evidence: The digests of what its pages say about types, by path.
    """

    catalog: Catalog
    contents: Mapping[str, bytes] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def types(self) -> Mapping[str, DefinedType]:
        """The named types that tables document, by name."""
        return defined_types(self.catalog, self.evidence)

    @cached_property
    def imported(self) -> frozenset[str]:
        """The paths of the pages that an import wrote."""
        return frozenset(page.path for page in self.catalog.all_pages if page.imported_from)

    @cached_property
    def describes_parameters(self) -> bool:
        """Whether at least half of the parameters of all pages have a description."""
        rows = [row for operation in self.catalog.operations for row in operation.parameters]
        return 2 * sum(bool(row.about) for row in rows) >= len(rows)

    def page(self, path: str) -> CheckedPage | OperationPage:
        """Read a page with its text, which costs about a millisecond: only to place a finding."""
        return CheckedPage.read(self.data(path), path, self._layouts.of(path))

    @cached_property
    def _layouts(self) -> LayoutChoice:
        return read_choice(self.catalog.root)

    def data(self, path: str) -> bytes:
        """Return the content of a file of the tree; empty if it cannot be read."""
        if path in self.contents:
            return self.contents[path]
        # A symbolic link may lead to any file of the machine, whose lines would then be quoted in
        # reports.
        if not stays_inside(self.catalog.root, path):
            return b""
        try:
            return Path(self.catalog.root, path).read_bytes()
        except OSError:
            return b""

    @cached_property
    def lines(self) -> Callable[[str], tuple[str, ...]]:
        """A function that returns the lines of a page by its path, which are read once."""
        return cache(lambda path: read_lines(self.data(path)))

    def line(self, operation: Operation, number: int) -> Place:
        """Return the place of a line of an operation's page."""
        return self.page(operation.path).whole_line(number)


_TITLE = ("title:", "# ")


class TreePlaces:
    """Finder of places on the pages of a tree."""

    def __init__(self, tree: Tree) -> None:
        self._lines = tree.lines

    def line(self, path: str, number: int) -> Place:
        """Return the place of a line without the space around its text."""
        text = self._text(path, number)
        start = len(text) - len(text.lstrip())
        return Place(path, number, start + 1, number, max(len(text.rstrip()), start) + 1)

    def find(self, path: str, number: int, wanted: str, start: int = 1) -> Place:
        """Return the first place of a text in a line from a column on, else of the line."""
        at = self._text(path, number).find(wanted, start - 1) if wanted else -1
        if at < 0:
            return self.line(path, number)
        return Place(path, number, at + 1, number, at + len(wanted) + 1)

    def cell(self, path: str, number: int, index: int) -> Place:
        """Return the place of a cell by its index, which may be negative; else of the line."""
        cells = split_row(self._text(path, number))
        if not -len(cells) <= index < len(cells):
            return self.line(path, number)
        cell = cells[index]
        end = cell.column + max(len(cell.text), 1)
        return Place(path, number, cell.column, number, end)

    def column(self, path: str, number: int, name: str) -> Place:
        """Return the place of a row's cell in the column of that name, else of the row.

        The column may have another name that is understood.
        """
        line = number
        while line > 1 and "|" in self._text(path, line - 1):
            line -= 1
        found = column_of(self._text(path, line), name)
        return self.line(path, number) if found is None else self.cell(path, number, found)

    def title(self, path: str) -> Place:
        """Return the place of a page's title: front matter, else heading, else the first line."""
        for start in _TITLE:
            for number, text in enumerate(self._lines(path), 1):
                if text.startswith(start):
                    return self.line(path, number)
        return self.line(path, 1)

    def _text(self, path: str, number: int) -> str:
        lines = self._lines(path)
        return lines[number - 1] if 1 <= number <= len(lines) else ""


FEW_PAGES = 4
"""Fewer pages show no convention of file names."""


def subjects_of_tree(tree: Tree) -> frozenset[Subject]:
    """Return the subjects of rules about all pages together."""
    catalog = tree.catalog
    operations = catalog.documented
    found = {Subject.PAGE}
    if len(operations) > 1:
        found.add(Subject.OPERATIONS)
    if any(operation.security for operation in operations):
        found.add(Subject.SECURITY)
    if catalog.translations:
        found.add(Subject.TRANSLATIONS)
    messages = (message for operation in operations for message in messages_of(operation))
    if any(message.body.count("{") > 1 for message in messages):
        found.add(Subject.BODIES)
    if any(map(_lacks_descriptions, operations)):
        found.add(Subject.UNDESCRIBED_PROPERTIES)
    if not tree.describes_parameters:
        found.add(Subject.UNDESCRIBED_PARAMETERS)
    if toc_file(catalog.root) or read_nav(catalog.root):
        found.add(Subject.NAVIGATION)
    if catalog.type_tables or any(map(_names_types, operations)):
        found.add(Subject.NAMED_TYPES)
    if any(page.shown_routes for page in catalog.all_pages):
        found.add(Subject.SHOWN_ROUTES)
    if any(page.unknown_marks for page in catalog.all_pages):
        found.add(Subject.UNKNOWN_MARKUP)
    names = [
        (page.uid, PurePosixPath(page.path).stem) for page in catalog.pages if page.uid is not None
    ]
    # A few pages show no convention of names, unless a name is written like a uid.
    if any(uid != stem and ("_" in stem or len(names) >= FEW_PAGES) for uid, stem in names):
        found.add(Subject.FILE_NAMES)
    if any(page.links or _may_have_paths(tree.data(page.path)) for page in catalog.all_pages):
        found.add(Subject.LINKS)
    return frozenset(found)


def _tables(operation: Operation) -> Iterator[tuple[Property, ...]]:
    yield from (body.properties for body in operation.request_bodies)
    if response := operation.response:
        yield response.properties
        yield from (body.properties for body in response.bodies)


def _lacks_descriptions(operation: Operation) -> bool:
    return any(row.name and not row.description for table in _tables(operation) for row in table)


def _names_types(operation: Operation) -> bool:
    """Tell whether a row, or a body in a section of its own, may be of a named type."""
    types = [body.type for body in operation.request_bodies]
    types += [body.type for body in (operation.response.bodies if operation.response else ())]
    types += [row.type for table in _tables(operation) for row in table]
    return any(each is not None and (each.is_named or each.of) for each in types)


def _may_have_paths(data: bytes) -> bool:
    """Tell whether a page may have HTML or absolute paths, which are not links of the model."""
    return b"<img" in data or b"href=" in data or b"](/" in data
