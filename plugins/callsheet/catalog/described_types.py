"""Types that tables describe in other layouts than our own, and the operations that name them."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from callsheet.catalog.named_types.evidence import references
from callsheet.model import DataType, Operation, Page, Property, TypeTable
from callsheet.model.bodies import described_type, type_key
from callsheet.model.operation import OWN_LAYOUT


def with_types(
    operations: Sequence[Operation], pages: Sequence[Page]
) -> tuple[Sequence[Operation], tuple[TypeTable, ...]]:
    """Return the operations, and the tables of the types that they name in other layouts.

    A body keeps the type to which its page links only where some page describes it: of a word in
    a text, nothing else says that it is a type.

    Args:
        operations: The operations of all pages.
        pages: All pages, with what they define and describe.
    """
    described: dict[str, TypeTable] = {}
    defined = {page.defines.name for page in pages if page.defines}
    for table in (table for page in pages for table in page.described):
        described.setdefault(type_key(table.name), table)
    found: dict[str, TypeTable] = {}
    names = [name for o in operations if o.layout != OWN_LAYOUT for name in _named_by(o)]
    while names:
        name = names.pop()
        one = described.get(type_key(name))
        if one is None or name in found or name in defined:
            continue
        found[name] = replace(one, name=name)
        names += _of_rows(one.properties)
    known = {*found, *defined}
    return [
        operation if operation.layout == OWN_LAYOUT else _without_unknown(operation, known)
        for operation in operations
    ], tuple(sorted(found.values(), key=lambda table: (table.path, table.span.start, table.name)))


def _named_by(operation: Operation) -> Iterator[str]:
    yield from _of_rows(operation.parameters)
    for body in operation.request_bodies:
        yield from _of_rows(body.properties)
        yield described_type(body.type)
    if operation.response:
        yield from _of_rows(operation.response.properties)
        yield described_type(operation.response.type)


def _of_rows(rows: Iterable[Property]) -> Iterator[str]:
    for row in rows:
        yield from references(row.schema)


def _without_unknown(operation: Operation, known: AbstractSet[str]) -> Operation:
    bodies = tuple(
        body
        for each in operation.request_bodies
        if (body := replace(each, type=_if_known(each.type, known))).properties or body.type
    )
    response = operation.response
    if response:
        response = replace(response, type=_if_known(response.type, known))
    if bodies == operation.request_bodies and response == operation.response:
        return operation
    return replace(operation, request_bodies=bodies, response=response)


def _if_known(kind: DataType | None, known: AbstractSet[str]) -> DataType | None:
    name = described_type(kind)
    return kind if not name or name in known else None
