"""Subjects of rules: a page without a subject has nothing that its rules could report."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

from callsheet.checks.model.bodies import content_of
from callsheet.checks.model.examples import examples, messages_of, requests, targets
from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.checks.model.tree import Tree
from callsheet.model import Location, Operation, Property


class Subject(Enum):
    """Subject of rules."""

    PAGE = auto()
    """The page or tree itself, whatever it has."""
    BODIES = auto()
    """Bodies that a page documents, or that its requests have; in a tree, examples of objects."""
    QUERIES = auto()
    """Query parameters, in a table or in a request."""
    LINKS = auto()
    """Links and images."""
    SECURITY = auto()
    """The key `security` of the front matter."""
    PROPERTIES = auto()
    """Tables of properties."""
    NAMED_TYPES = auto()
    """Pages of types, and properties and bodies of named types."""
    OPERATIONS = auto()
    """Several operations, which can be compared."""


def subjects_of_page(page: CheckedPage) -> frozenset[Subject]:
    """Return the subjects of rules about a page by itself."""
    found = {Subject.PAGE}
    if "](" in page.text or "][" in page.text:
        found.add(Subject.LINKS)
    if isinstance(page, OperationPage):
        operation = page.operation
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
    if any(map(_has_properties, operations)):
        found.add(Subject.PROPERTIES)
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


def _has_properties(operation: Operation) -> bool:
    return any(_tables(operation))


def _names_types(operation: Operation) -> bool:
    """Tell whether a row, or a body in a section of its own, may be of a named type."""
    types = [body.type for body in operation.request_bodies]
    types += [body.type for body in (operation.response.bodies if operation.response else ())]
    types += [row.type for table in _tables(operation) for row in table]
    return any(each is not None and (each.is_named or each.of) for each in types)


def _may_have_files(data: bytes) -> bool:
    """Tell whether a page may have images in HTML, or absolute paths, which are no links."""
    return b"<img" in data or b"](/" in data
