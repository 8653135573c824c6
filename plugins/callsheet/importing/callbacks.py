"""Reads callbacks (OpenAPI 3.1.0, 4.8.18)."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.export.operations import METHODS
from callsheet.importing.context import ImportContext
from callsheet.importing.examples import Examples
from callsheet.importing.messages import sample_requests
from callsheet.importing.naming import UniqueNames, as_uid
from callsheet.importing.notes import code
from callsheet.importing.parameters import merged_parameters
from callsheet.importing.references import SpecNode
from callsheet.importing.requests import RequestReader
from callsheet.importing.rows import NOWHERE
from callsheet.importing.security import ImportedSecurity
from callsheet.model import Callback, ExampleRequest, RequestBody
from callsheet.source.messages import read_callback

_TARGET = "/"
"""The path in sample requests: which one it is, only the client knows."""


def read_callbacks(
    operation: SpecNode, uid: str, context: ImportContext, requests: RequestReader
) -> Iterator[tuple[Callback, str]]:
    """Yield the callbacks of an operation, each with its description.

    Args:
        operation: Its Operation Object.
        uid: Its uid.
        context: The readers of the document's parts.
        requests: The reader of request bodies.
    """
    names = UniqueNames()
    for name, place in operation.entries("callbacks"):
        callback = context.resolver.follow(place)
        for address in [str(key) for key in callback.node if not str(key).startswith("x-")]:
            item = context.resolver.follow(callback.inner(address))
            for method in [key for key in map(str, item.node) if key.upper() in METHODS]:
                context.resolver.budget.page(item.pointer)
                if read_callback(f"{method.upper()} {address}") is None or "`" in address:
                    what = f"The callback {code(name)} goes to {code(address)}, which is no URL"
                    context.notes.lost(item.pointer, f"{what} with runtime expressions")
                    continue
                unique = names.give(as_uid(name) or "callback")
                if unique != name:
                    what = f"The callback {code(name)} is called `{unique}`"
                    context.notes.changed(item.pointer, what)
                reader = _CallbackReader(f"{uid}-{unique}", context, requests)
                found = reader.read(item, item.inner(method))
                made = Callback(unique, method.upper(), address, *found, NOWHERE)
                yield made, item.inner(method).text("description")


class _CallbackReader:
    """Reads what a callback sends."""

    def __init__(self, uid: str, context: ImportContext, requests: RequestReader) -> None:
        self._uid = uid
        self._context = context
        self._requests = requests

    def read(
        self, item: SpecNode, place: SpecNode
    ) -> tuple[RequestBody | None, tuple[ExampleRequest, ...]]:
        """Return the body of a callback, and its sample requests."""
        context = self._context
        examples = Examples(context.resolver, context.schemas, context.notes, self._uid)
        parameters = merged_parameters(item, place, context.resolver)
        if parameters:
            context.notes.lost(place.pointer, "The parameters of a callback are on no page")
        if place.entries("responses"):
            context.notes.minor(place.pointer, "The responses to a callback are on no page")
        request = self._requests.read(place, self._uid, parameters, examples)
        if request is None:
            return None, ()
        first, *others = request.bodies
        if others:
            context.notes.lost(place.pointer, "Of a callback's bodies, the first one is shown")
        method = place.pointer.rpartition("/")[2].upper()
        shown = sample_requests(method, _TARGET, (), request.shown, (), ImportedSecurity(), {})
        body = RequestBody("", first.type, first.properties, NOWHERE)
        return body, tuple(message for message in shown if message.body)
