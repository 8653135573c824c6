"""Finds webhooks and callbacks (OpenAPI 3.1.0, 4.8.1 and 4.8.18), which have pages of their own."""

from collections.abc import Iterator
from typing import NamedTuple

from callsheet.export.methods import METHODS
from callsheet.http.runtime_expressions import is_callback_address
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.references import Resolver, SpecNode
from callsheet.model import Outgoing
from callsheet.pages.safety import clean


class OutgoingPlace(NamedTuple):
    """A webhook or callback in its document.

    Attributes:
        outgoing: What it is.
        item: Its Path Item.
        place: Its Operation Object.
        method: The method, in capitals.
    """

    outgoing: Outgoing
    item: SpecNode
    place: SpecNode
    method: str


def find_webhooks(
    root: SpecNode, resolver: Resolver, notes: ImportNotes
) -> Iterator[OutgoingPlace]:
    """Yield the webhooks of a document."""
    for key, place in root.entries("webhooks"):
        name = _name(key, place, "webhook", notes)
        item = resolver.follow(place)
        yield from _operations(Outgoing(name), item, resolver) if name else ()


def find_callbacks(
    operation: SpecNode, uid: str, resolver: Resolver, notes: ImportNotes
) -> Iterator[OutgoingPlace]:
    """Yield the callbacks of an operation.

    Args:
        operation: Its Operation Object.
        uid: Its uid.
        resolver: Follows references.
        notes: Collects findings about what no page can have.
    """
    for key, place in operation.entries("callbacks"):
        name = _name(key, place, "callback", notes)
        callback = resolver.follow(place)
        for address in map(str, callback.node if name else ()):
            if address.startswith("x-"):
                continue
            item = resolver.follow(callback.inner(address))
            if is_callback_address(address):
                yield from _operations(Outgoing(name, uid, address), item, resolver)
            else:
                what = f"The callback {code(name)} goes to {code(address)}, which is not a URL"
                notes.lost(item.pointer, f"{what} with runtime expressions")


def _name(key: str, place: SpecNode, noun: str, notes: ImportNotes) -> str:
    name = " ".join(clean(key).split())
    if not name:
        notes.left_out(place.pointer, f"A {noun} without a name")
    elif name != key:
        notes.changed(place.pointer, f"The {noun} {code(key)} is called {code(name)}")
    return name


def _operations(outgoing: Outgoing, item: SpecNode, resolver: Resolver) -> Iterator[OutgoingPlace]:
    for method in (str(key).upper() for key in item.node):
        if method in METHODS:
            place = resolver.follow(item.inner(method.lower()))
            yield OutgoingPlace(outgoing, item, place, method)
