"""The ids that the examples of pages mention, so that the server can have what they ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote

from callsheet import lazy_re as re
from callsheet.model import Location, Operation
from callsheet.samples.request.values import pick_values
from callsheet.schema.i_json import read_json
from callsheet.server.resources.identity import key_of
from callsheet.server.state import Key

if TYPE_CHECKING:
    from callsheet.server.resources.grouping import Binding

_USUAL = re.compile(r"[^{}<>\s]{1,200}")


def add_mentioned(operations: Iterable[Operation], bindings: Mapping[str, Binding]) -> None:
    """Record which ids the examples mention, so that the server can have them."""
    by_key = {
        binding.collection.key.lower(): binding.collection
        for binding in bindings.values()
        # Everything has an `Id`; only a longer name says whose it is.
        if binding.collection.key.lower() != "id"
    }
    for operation in operations:
        binding = bindings.get(operation.uid)
        if binding and binding.parameter:
            collection = binding.collection
            shown: Iterable[Any] = _shown_values(operation, binding.parameter)
            if collection.key_schema.type == "string":
                # What samples send where no example shows an id.
                shown = (*shown, pick_values(operation).path.get(binding.parameter))
            keys = [key_of(value, collection.key_schema) for value in shown]
            collection.mentioned.update(key for key in keys if key is not None and _is_usual(key))
        for request in operation.example_requests:
            try:
                body = read_json(request.body)
            except ValueError:
                continue
            if not isinstance(body, dict):
                continue
            if binding and not binding.parameter and operation.method in ("PATCH", "PUT"):
                # What an example changes is there already.
                collection = binding.collection
                own = key_of(str(body.get(collection.key, "")), collection.key_schema)
                collection.mentioned.update({own} if own and _is_usual(own) else ())
            for name, value in body.items():
                named = by_key.get(name.lower())
                if named and type(value) is int and _is_usual(value):
                    named.mentioned.add(value)


def _shown_values(operation: Operation, parameter: str) -> Iterator[str]:
    """Yield the values that the page's example URLs have for a parameter."""
    is_in_path = any(row.name == parameter for row in operation.parameters_in(Location.PATH))
    targets = [request.target for request in operation.example_requests]
    targets += [text.markdown.partition(" ")[2] for text in operation.query_examples]
    for target in targets:
        path, _, query = target.partition("?")
        if is_in_path:
            names = operation.route.template.split("/")
            parts = dict(zip(names, path.split("/"), strict=False))
            yield unquote(parts.get(f"{{{parameter}}}", ""))
        else:
            yield from (value for name, value in parse_qsl(query) if name == parameter)


def _is_usual(key: Key) -> bool:
    """Tell whether an example's id is one, and no placeholder such as `{id}` or 0."""
    return 0 < key < 2**31 if isinstance(key, int) else _USUAL.fullmatch(key) is not None
