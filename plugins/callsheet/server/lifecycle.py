"""What operations on collections do: create, read, change, list and delete members."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from callsheet.model import Operation
from callsheet.server.calls import Answer, Behaviour, Call
from callsheet.server.made import Maker
from callsheet.server.messages import http_date
from callsheet.server.odata import apply_query
from callsheet.server.patching import PatchConflictError, PatchError, patched
from callsheet.server.problems import Problem
from callsheet.server.resources import Binding, Collection, Role
from callsheet.server.state import Document, State

SEEDED = 3
"""How many members a collection has at first, besides those that examples mention."""

_FILLED = "-filled"
"""The collection of the names of nested collections that are filled."""

_ALWAYS = ("CreatedDate", "Registered")
_ON_CHANGE = ("UpdatedDate", "Updated", "LastChanged")


class Lifecycle:
    """The behaviours of the operations that are bound to collections.

    Args:
        bindings: What operations do, by uid.
        maker: Makes the values of properties that nobody gave.
    """

    def __init__(self, bindings: Mapping[str, Binding], maker: Maker) -> None:
        self._bindings = bindings
        self._maker = maker
        self._roles: dict[Role, Callable[[Call, Binding], Answer]] = {
            Role.LIST: self._list,
            Role.CREATE: self._create,
            Role.READ: self._read,
            Role.REPLACE: self._replace,
            Role.PATCH: self._patch,
            Role.DELETE: self._delete,
            Role.DEFAULT: self._default,
            Role.VALIDATE: self._validate,
            Role.SAVE: self._save,
        }

    def behaviour(self, operation: Operation) -> Behaviour | None:
        """What an operation does; None where its answer has nothing to do with what is stored."""
        binding = self._bindings.get(operation.uid)
        if binding is None or binding.role is Role.BELONGS:
            return None
        run = self._roles[binding.role]
        return lambda call: run(call, binding)

    def check_owner(self, call: Call) -> None:
        """Refuses what belongs to a member that there is not, where the page documents 404.

        Raises:
            Problem: 404.
        """
        binding = self._bindings.get(call.operation.uid)
        if binding and binding.role is Role.BELONGS and call.documents(404):
            self._member(call, binding)

    def seed(self, state: State) -> None:
        """Fills the collections with what the pages show and speak of."""
        for collection in {
            b.collection.name: b.collection for b in self._bindings.values()
        }.values():
            # Below other members there is a collection for each, filled when it is first used.
            if not collection.depth:
                self._fill(state, collection, collection.name)

    def _fill(self, state: State, collection: Collection, name: str) -> None:
        counted = {state.next_key(name) for _ in range(SEEDED)}
        for number in sorted(counted | collection.mentioned):
            state.put(name, number, self._seeded(collection, number))

    def _name(self, call: Call, binding: Binding) -> str:
        """Where the members are: each value of the parents has members of its own."""
        collection = binding.collection
        names = call.operation.route.parameters[: collection.depth]
        if not names:
            return collection.name
        name = f"{collection.name}#{'/'.join(str(call.input.path[name]) for name in names)}"
        if call.state.get(_FILLED, name) is None:
            call.state.put(_FILLED, name, {})
            self._fill(call.state, collection, name)
        return name

    def _seeded(self, collection: Collection, number: int) -> Document:
        made = self._maker.of_properties(collection.properties)
        return {**made, **collection.prototype, collection.key: number}

    def _list(self, call: Call, binding: Binding) -> Answer:
        documents = [document for _, document in call.state.items(self._name(call, binding))]
        return apply_query(call, documents, binding.collection)

    def _create(self, call: Call, binding: Binding) -> Answer:
        return self._add(call, binding, call.input.body)

    def _read(self, call: Call, binding: Binding) -> Answer:
        number, document = self._member(call, binding)
        modified = call.state.modified(self._name(call, binding), number)
        since = _date(call, "If-Modified-Since")
        if since and modified and modified <= since and call.documents(304):
            return Answer(status=304, headers=(("Last-Modified", http_date(modified)),))
        return self._shown(call, document, modified)

    def _replace(self, call: Call, binding: Binding) -> Answer:
        number, document = self._member(call, binding)
        self._check_unmodified(call, binding, number)
        return self._store(call, binding, number, {**document, **_object(call)})

    def _patch(self, call: Call, binding: Binding) -> Answer:
        number, document = self._member(call, binding)
        self._check_unmodified(call, binding, number)
        try:
            changed = patched(document, call.input.body)
        except PatchConflictError as error:
            raise Problem(409, f"The member is not as the patch expects: {error}.") from error
        except PatchError as error:
            raise call.refuse(f"The patch cannot be applied: {error}.") from error
        return self._store(call, binding, number, {**document, **changed})

    def _delete(self, call: Call, binding: Binding) -> Answer:
        number, _ = self._member(call, binding)
        self._check_unmodified(call, binding, number)
        call.state.delete(self._name(call, binding), number)
        return Answer()

    def _default(self, call: Call, binding: Binding) -> Answer:
        made = self._maker.of_properties(binding.collection.properties)
        return self._shown(call, {**made, binding.collection.key: 0}, None)

    def _validate(self, call: Call, binding: Binding) -> Answer:
        # What is not valid was refused before; nothing more is documented to be wrong.
        return Answer({})

    def _save(self, call: Call, binding: Binding) -> Answer:
        body = _object(call)
        number = body.get(binding.collection.key) or 0
        if number and (document := call.state.get(binding.collection.name, number)):
            return self._store(call, binding, number, {**document, **body})
        return self._add(call, binding, body)

    def _add(self, call: Call, binding: Binding, body: Any) -> Answer:
        name, collection = self._name(call, binding), binding.collection
        number = call.state.next_key(name)
        while call.state.get(name, number) is not None:
            # The number of a member that an example mentions.
            number = call.state.next_key(name)
        made = self._maker.of_properties(collection.properties)
        given = body if isinstance(body, dict) else {}
        document = {**made, **given, **_stamps(call, made, _ALWAYS)}
        return self._store(call, binding, number, document)

    def _store(self, call: Call, binding: Binding, number: int, document: Document) -> Answer:
        name = self._name(call, binding)
        document = {**document, **_stamps(call, document, _ON_CHANGE)}
        document[binding.collection.key] = number
        content = call.state.content(name, number)
        call.state.put(name, number, document, content)
        return self._shown(call, document, call.state.modified(name, number))

    def _member(self, call: Call, binding: Binding) -> tuple[int, Document]:
        if binding.parameter is None:
            raise Problem(501, "The page does not say which parameter has the number.")
        values = {**call.input.path, **call.input.query}
        number: int = values[binding.parameter.name]
        document = call.state.get(self._name(call, binding), number)
        if document is None:
            raise Problem(404, f"There is no {binding.collection.key} {number}.")
        return number, document

    def _check_unmodified(self, call: Call, binding: Binding, number: int) -> None:
        since = _date(call, "If-Unmodified-Since")
        modified = call.state.modified(self._name(call, binding), number)
        if since and modified and modified > since and call.documents(412):
            raise Problem(412, f"It was changed at {http_date(modified)}.")

    def _shown(self, call: Call, document: Document, modified: datetime | None) -> Answer:
        """The document as the operation documents its answer."""
        response = call.operation.response
        properties = response.properties if response else ()
        value = dict(document)
        for item in properties:
            if item.name not in value:
                value[item.name] = self._maker.of_type(item.type)
        headers = (("Last-Modified", http_date(modified)),) if modified else ()
        return Answer(value, headers=headers)


def _object(call: Call) -> Document:
    if not isinstance(call.input.body, dict):
        raise call.refuse("The body is no object.")
    return call.input.body


def _stamps(call: Call, document: Document, names: tuple[str, ...]) -> Document:
    now = call.request.received.astimezone(UTC).isoformat(timespec="seconds")
    return {name: now.replace("+00:00", "Z") for name in names if name in document}


def _date(call: Call, name: str) -> datetime | None:
    """The date in a header field; one that is none is ignored (RFC 9110, 13.1.3)."""
    try:
        return parsedate_to_datetime(call.request.headers.get(name) or "").astimezone(UTC)
    except (TypeError, ValueError):
        return None
