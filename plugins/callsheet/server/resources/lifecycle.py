"""The behaviours of collections: create, read, change, list and delete members."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b

from callsheet.http.headers import http_date, read_http_date
from callsheet.model import Operation
from callsheet.schema import MISSING
from callsheet.server.engine.call import Answer, Behaviour, Call, DeferredAnswer
from callsheet.server.engine.contracts import Contracts
from callsheet.server.engine.violations import violations
from callsheet.server.http.problems import Problem, Violation
from callsheet.server.limits import KIB, Limits
from callsheet.server.resources.grouping import Binding, Collection, Role
from callsheet.server.resources.odata import Query
from callsheet.server.resources.patching import PatchConflictError, PatchError, patched
from callsheet.server.state import Document, State

SEEDED = 3
"""How many members a collection has at first, besides those that examples mention."""

_LONG = 64 * KIB
"""A list of more bytes is computed concurrently with other requests."""

_ALWAYS = ("CreatedDate", "Registered")
_ON_CHANGE = ("UpdatedDate", "Updated", "LastChanged")


class Lifecycle:
    """The behaviours of the operations that are bound to collections.

    Args:
        bindings: What operations do, by uid.
        contracts: The schemas of their responses.
        limits: The limits on resources.
    """

    def __init__(
        self, bindings: Mapping[str, Binding], contracts: Contracts, limits: Limits
    ) -> None:
        self._bindings = bindings
        self._contracts = contracts
        self._limits = limits
        self._read_only: dict[str, frozenset[str]] = {}
        self._roles: dict[Role, Callable[[Call, Binding], Answer | DeferredAnswer]] = {
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
        """Return the behaviour of an operation; None if it has nothing to do with the state."""
        binding = self._bindings.get(operation.uid)
        if binding is None or binding.role is Role.BELONGS:
            return None
        run = self._roles[binding.role]
        return lambda call: run(call, binding)

    def check_owner(self, call: Call) -> None:
        """Refuse a request about the parts of a missing member, where the page documents 404.

        Raises:
            Problem: 404.
        """
        binding = self._bindings.get(call.operation.uid)
        if binding and binding.role is Role.BELONGS and call.documents(404):
            self._member(call, binding)

    def seed(self, state: State) -> None:
        """Fill the collections with what the pages show and mention."""
        for collection in {
            b.collection.name: b.collection for b in self._bindings.values()
        }.values():
            # Below other members there is a collection for each, and all begin with the same.
            name = f"{collection.name}#" if collection.depth else collection.name
            counted = {state.next_key(name) for _ in range(SEEDED)}
            for number in sorted(counted | collection.mentioned):
                state.put(name, number, {**collection.specimen, collection.key: number})

    def _list(self, call: Call, binding: Binding) -> Answer | DeferredAnswer:
        query, limit = Query(call), self._limits.list_bytes
        texts = call.state.page(_name(call, binding), *query.read, limit)
        if texts is None:
            less = "Delete some." if query.is_of_all else "Ask for less with `$top` and `$skip`."
            raise call.refuse(f"The list is made of more than {limit:,} bytes, the limit. {less}")

        def answer() -> Answer:
            contract = self._contracts.of(call.operation)
            return query.answer(map(json.loads, texts), binding.collection, contract.schema)

        return answer if sum(map(len, texts)) > _LONG else answer()

    def _create(self, call: Call, binding: Binding) -> Answer:
        # Without a body it has nothing but what everything of its kind has.
        return self._add(
            call, binding, {} if call.input.body is None else self._writable(call, binding)
        )

    def _read(self, call: Call, binding: Binding) -> Answer:
        number, document = self._member(call, binding)
        modified = call.state.modified(_name(call, binding), number)
        return self._shown(call, binding, document, modified)

    def _replace(self, call: Call, binding: Binding) -> Answer:
        number, document = self._member(call, binding)
        self._check_unmodified(call, binding, number)
        return self._store(call, binding, number, {**document, **self._given(call, binding)})

    def _patch(self, call: Call, binding: Binding) -> Answer:
        number, document = self._member(call, binding)
        self._check_unmodified(call, binding, number)
        content_type = call.request.headers.get("Content-Type") or ""
        try:
            patch = {} if _sends_nothing(call) else call.input.body
            changed = patched(document, patch, content_type, self._limits)
        except PatchConflictError as error:
            detail = f"The member is not as the patch expects: {error}."
            raise Problem(409, detail) if call.documents(409) else call.refuse(detail) from error
        except PatchError as error:
            raise call.refuse(f"The patch cannot be applied: {error}.") from error
        # What is removed is empty from now on: the contract promises that it is there.
        empty = dict.fromkeys(document)
        given = _known(call, binding.collection, changed)
        ignored = self._ignored(call, binding)
        kept = {name: value for name, value in document.items() if name in ignored}
        return self._store(call, binding, number, {**empty, **given, **kept})

    def _delete(self, call: Call, binding: Binding) -> Answer:
        number, _ = self._member(call, binding)
        self._check_unmodified(call, binding, number)
        call.state.delete(_name(call, binding), number)
        return Answer()

    def _default(self, call: Call, binding: Binding) -> Answer:
        made = binding.collection.contract.specimen()
        return self._shown(call, binding, {**made, binding.collection.key: 0}, None)

    def _validate(self, call: Call, binding: Binding) -> Answer:
        # What is not valid was refused before; nothing more is documented to be wrong.
        return Answer({})

    def _save(self, call: Call, binding: Binding) -> Answer:
        given = self._given(call, binding)
        number = given.get(binding.collection.key)
        # A truth value is a number to Python, but none that anything has.
        if type(number) is int and (document := call.state.get(_name(call, binding), number)):
            return self._store(call, binding, number, {**document, **given})
        return self._add(call, binding, given)

    def _add(self, call: Call, binding: Binding, body: Document) -> Answer:
        name, collection = _name(call, binding), binding.collection
        made = collection.contract.specimen()
        given = _known(call, collection, body)
        number = call.state.next_key(name)
        while call.state.get(name, number) is not None:
            # The number of a member that an example mentions.
            number = call.state.next_key(name)
        return self._store(call, binding, number, {**made, **given, **_stamps(call, made, _ALWAYS)})

    def _store(self, call: Call, binding: Binding, number: int, document: Document) -> Answer:
        name = _name(call, binding)
        document = {**document, **_stamps(call, document, _ON_CHANGE)}
        document[binding.collection.key] = number
        self._check_promised(call, document)
        content = call.state.content(name, number)
        call.state.put(name, number, document, content)
        return self._shown(call, binding, document, call.state.modified(name, number))

    def _check_promised(self, call: Call, document: Document) -> None:
        """Refuse a document that could not be returned as the page promises, at any depth.

        Raises:
            Problem: A property is not as the tables and examples of the page have it.
        """
        contract = self._contracts.of(call.operation)
        if contract.type not in ("", "object"):
            return
        if wrong := contract.wrong_properties(document):
            raise call.refuse(f"`{'`, `'.join(wrong)}` is not as the page's example shows it.")

    def _given(self, call: Call, binding: Binding) -> Document:
        """Return the body's values for the member."""
        return _known(call, binding.collection, self._writable(call, binding))

    def _writable(self, call: Call, binding: Binding) -> Document:
        ignored = self._ignored(call, binding)
        return {name: value for name, value in _object(call).items() if name not in ignored}

    def _ignored(self, call: Call, binding: Binding) -> frozenset[str]:
        """Return the read-only properties (OpenAPI 3.1.0, 4.8.24), which are ignored if sent."""
        operation = call.operation
        if operation.uid not in self._read_only:
            sent = [row for body in operation.request_bodies for row in body.properties]
            rows = (*binding.collection.properties, *sent)
            found = frozenset(row.name for row in rows if row.schema.read_only)
            self._read_only[operation.uid] = found
        return self._read_only[operation.uid]

    def _member(self, call: Call, binding: Binding) -> tuple[int, Document]:
        number = _number(call, binding)
        document = call.state.get(_name(call, binding), number)
        if document is None:
            raise Problem(404, f"There is no {binding.collection.key} {number}.")
        return number, document

    def _check_unmodified(self, call: Call, binding: Binding, number: int) -> None:
        since = read_http_date(call.request.headers.get("If-Unmodified-Since") or "")
        modified = call.state.modified(_name(call, binding), number)
        if since and modified and modified > since and call.documents(412):
            raise Problem(412, f"It was changed at {http_date(modified)}.")

    def _shown(
        self, call: Call, binding: Binding, document: Document, modified: datetime | None
    ) -> Answer:
        """Answer with the document as the operation documents it: as it is, or by its number."""
        headers = (("Last-Modified", http_date(modified)),) if modified else ()
        contract = self._contracts.of(call.operation)
        if contract.type == "integer":
            return Answer(document[binding.collection.key])
        return Answer(contract.complete(document), headers=headers)


def _name(call: Call, binding: Binding) -> str:
    """Return the name of the collection: each value of the parents has members of its own."""
    collection = binding.collection
    if not collection.depth:
        return collection.name
    parents = [*call.input.path.values()][: collection.depth]
    # A digest, because the values may be any texts, of any length.
    digest = blake2b(repr(parents).encode(), digest_size=16).hexdigest()
    return f"{collection.name}#{digest}"


def _number(call: Call, binding: Binding) -> int:
    """Return the number of the member that a request is about.

    Raises:
        Problem: The page does not tell which parameter has it, or it was not sent.
    """
    if binding.parameter is None:
        raise Problem(501, "The page does not say which parameter has the number.")
    name = binding.parameter.name
    number = {**call.input.query, **call.input.path}.get(name)
    if not isinstance(number, int):
        raise call.refuse(f"`{name}` says which {binding.collection.key} it is, and is missing.")
    return number


def _sends_nothing(call: Call) -> bool:
    """Tell whether the body is left out, which the page allows: it says nothing of any property."""
    return not call.request.body and call.operation.body_required is False


def _object(call: Call) -> Document:
    body, operation = call.input.body, call.operation
    if isinstance(body, dict):
        return body
    if _sends_nothing(call):
        return {}
    span = operation.request_body.span if operation.request_body else operation.span
    got = body if call.request.body else MISSING
    wrong = Violation.of(operation, span, "body", "", "an object", got)
    raise call.refuse(f"The request is not as documented. {wrong}", wrong)


def _known(call: Call, collection: Collection, body: Document) -> Document:
    """Return the properties of a body that members have; any others are ignored.

    Raises:
        Problem: One of them is of another type.
    """
    given = {name: value for name, value in body.items() if name in collection.specimen}
    if wrong := collection.mismatches(given):
        # The page by which it is read would be wrong about it.
        body_rows = call.operation.request_body
        span = body_rows.span if body_rows else call.operation.span
        # The lines are those of this page, and not of that one.
        own = [replace(mismatch, span=None) for mismatch in wrong]
        found = list(violations(call.operation, "body", "", own, span))
        detail = " ".join(map(str, found))
        raise call.refuse(f"The member would not be as documented. {detail}", *found)
    return given


def _stamps(call: Call, document: Document, names: tuple[str, ...]) -> Document:
    now = call.request.received.astimezone(UTC).isoformat(timespec="seconds")
    return {name: now.replace("+00:00", "Z") for name in names if name in document}
