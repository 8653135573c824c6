"""Subjects of rules: a page without a subject has nothing that its rules could report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from callsheet.catalog.toc import toc_file
from callsheet.checks.model.bodies import content_of
from callsheet.checks.model.examples import examples, messages_of, requests, targets
from callsheet.checks.model.page import CheckedPage, OperationPage, is_code
from callsheet.checks.model.routes import METHODS
from callsheet.checks.model.tables import all_tables
from callsheet.checks.model.tree import Tree
from callsheet.configuration import read_nav
from callsheet.model import Location, Operation, Property
from callsheet.source.document import Block, BlockKind


class Subject(Enum):
    """Subject of rules."""

    PAGE = auto()
    """The page or tree itself, whatever it has."""
    BODIES = auto()
    """Bodies that a page documents, or that its requests have; in a tree, examples of objects."""
    REQUEST_BODIES = auto()
    """Bodies of requests that a page documents."""
    PATHS = auto()
    """Path parameters, in the route or in a table."""
    UNUSUAL_ROUTE = auto()
    """A method that HTTP does not have, or a route of other than plain segments."""
    VALUES = auto()
    """Rows of enumerations, or with cells such as `Default`."""
    QUERIES = auto()
    """Query parameters, in a table or in a request."""
    LINKS = auto()
    """Links and images."""
    SECURITY = auto()
    """The key `security` of the front matter."""
    UNDESCRIBED_PROPERTIES = auto()
    """Rows of properties without a description."""
    UNDESCRIBED_PARAMETERS = auto()
    """Parameters without a description, on most pages."""
    NAMED_TYPES = auto()
    """Pages of types, and properties and bodies of named types."""
    OPERATIONS = auto()
    """Several operations, which can be compared."""
    NAVIGATION = auto()
    """A table of contents, or a `nav` in the configuration."""
    UNPRINTABLE = auto()
    """Characters that nobody sees."""
    LISTS = auto()
    """Lists."""
    INDENTED_CODE = auto()
    """Code blocks without a fence."""
    OTHER_HEADINGS = auto()
    """Headings that do not begin with `#` at the start of their line."""
    PARAGRAPH_MARKS = auto()
    """Lines of paragraphs that begin with a mark of a heading or a list."""
    BELOW_PARAGRAPHS = auto()
    """Lists and tables below a paragraph without a blank line."""


_SPACE = {ord(space): None for space in "\t\n\f\r"}
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")
_MARK = re.compile(r" {0,3}(?:#|[-*+]|\d{1,3}[.)])")
_PLAIN_ROUTE = re.compile(r"/?[^/{}<>\[\]:?#]+(?:/[^/{}<>\[\]:?#]+)*")


def subjects_of_page(page: CheckedPage) -> frozenset[Subject]:
    """Return the subjects of rules about a page by itself."""
    found = {Subject.PAGE, *_subjects_of_blocks(page)}
    if not page.text.translate(_SPACE).isprintable():
        found.add(Subject.UNPRINTABLE)
    if "](" in page.text or "][" in page.text:
        found.add(Subject.LINKS)
    if isinstance(page, OperationPage):
        operation = page.operation
        found.update(_subjects_of_operation(operation))
        if (
            operation.request_bodies
            or any(map(content_of, examples(page)))
            or any(example.has_body for example in requests(page))
        ):
            found.add(Subject.BODIES)
        if operation.parameters_in(Location.QUERY) or any(
            target.query is not None for target in targets(page)
        ):
            found.add(Subject.QUERIES)
    return frozenset(found)


def _subjects_of_operation(operation: Operation) -> Iterator[Subject]:
    template = operation.route.template
    if operation.method not in METHODS or not _PLAIN_ROUTE.fullmatch(template):
        yield Subject.UNUSUAL_ROUTE
    if "{" in template or operation.parameters_in(Location.PATH):
        yield Subject.PATHS
    if operation.request_bodies:
        yield Subject.REQUEST_BODIES
    if any(_has_values(row) for _, rows in all_tables(operation) for row in rows):
        yield Subject.VALUES


def _has_values(row: Property) -> bool:
    """Tell whether a row has values in its cells, or is of an enumeration, if a misspelt one."""
    if row.facets or row.type is None:
        return bool(row.facets)
    written = row.type.written.lower()
    return bool(row.type.values) or "enum" in (row.type.name, written[:4]) or ":" in written


def _subjects_of_blocks(page: CheckedPage) -> Iterator[Subject]:
    before: Block | None = None
    for block in page.document.blocks:
        if block.kind is BlockKind.OTHER:
            if _ITEM.match(block.text):
                yield Subject.LISTS
            if is_code(block):
                yield Subject.INDENTED_CODE
        elif block.kind is BlockKind.HEADING:
            is_underlined = block.span.end > block.span.start
            if is_underlined or not page.line(block.span.start).startswith("#"):
                yield Subject.OTHER_HEADINGS
        elif block.kind is BlockKind.PARAGRAPH and any(map(_MARK.match, block.text.split("\n"))):
            yield Subject.PARAGRAPH_MARKS
        if (
            before is not None
            and before.kind is BlockKind.PARAGRAPH
            and block.span.start == before.span.end + 1
            and block.kind in (BlockKind.OTHER, BlockKind.TABLE)
        ):
            yield Subject.BELOW_PARAGRAPHS
        before = block


def subjects_of_tree(tree: Tree) -> frozenset[Subject]:
    """Return the subjects of rules about all pages together."""
    catalog = tree.catalog
    operations = catalog.documented
    found = {Subject.PAGE}
    if len(operations) > 1:
        found.add(Subject.OPERATIONS)
    if any(operation.security for operation in operations):
        found.add(Subject.SECURITY)
    if any("{" in message.body for operation in operations for message in messages_of(operation)):
        found.add(Subject.BODIES)
    if any(map(_lacks_descriptions, operations)):
        found.add(Subject.UNDESCRIBED_PROPERTIES)
    if tree.imported or not tree.describes_parameters:
        found.add(Subject.UNDESCRIBED_PARAMETERS)
    if toc_file(catalog.root) or read_nav(catalog.root):
        found.add(Subject.NAVIGATION)
    if catalog.type_tables or any(map(_names_types, operations)):
        found.add(Subject.NAMED_TYPES)
    if any(page.links or _may_have_files(tree.data(page.path)) for page in catalog.pages):
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


def _may_have_files(data: bytes) -> bool:
    """Tell whether a page may have images in HTML, or absolute paths, which are no links."""
    return b"<img" in data or b"](/" in data
