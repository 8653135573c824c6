"""The behaviours of collections: create, read, change, list and delete members."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC
from functools import partial
from itertools import count
from urllib.parse import quote

from callsheet.http.headers import http_date, read_http_date
from callsheet.http.statuses import is_success
from callsheet.model import Operation
from callsheet.model.contents import request_contents
from callsheet.samples.request.defaults import SEEDED
from callsheet.schema import Schema
from callsheet.server.engine.call import Answer, Behaviour, Call, DeferredAnswer
from callsheet.server.engine.contracts import Contracts
from callsheet.server.http.problems import Problem, shorten
from callsheet.server.limits import KIB, Limits
from callsheet.server.resources.etags import check_match, etag_of, uses_etags
from callsheet.server.resources.from_texts import as_promised
from callsheet.server.resources.grouping import Binding, Collection, Role, makes_new
from callsheet.server.resources.identity import key_of, new_key
from callsheet.server.resources.odata import Query
from callsheet.server.resources.ownership import Ownership, name_of, owned, parents_of
from callsheet.server.resources.patching import PatchConflictError, PatchError, patched
from callsheet.server.resources.sent_documents import (
    known_properties,
    sends_nothing,
    sent_object,
)
from callsheet.server.state import SEEDED as NEVER_CHANGED
from callsheet.server.state import Document, Key, Postponing, State

_LONG = 64 * KIB
"""A list of more bytes is computed concurrently with other requests."""

MAX_TRIES = 1_000
"""Maximum number of texts that are tried as the id of a new member; a page may allow only a few."""

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
        self._owners = Ownership(binding.collection for binding in bindings.values())
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
            fill = partial(_fill, collection, name)
            if isinstance(state, Postponing):
                state.postpone(name, fill)
            else:
                fill(state)

    def _list(self, call: Call, binding: Binding) -> Answer | DeferredAnswer:
        contract, limit = self._contracts.of(call.operation), self._limits.list_bytes
        published = self._contracts.of(call.operation, whole=False)
        query = Query(call, binding.collection, contract.schema, published)
        try:
            self._owners.check(call, binding.collection)
            texts = call.state.page(name_of(call, binding.collection), *query.read, limit)
        except Problem:
            if call.documents(404):
                raise
            texts = []
        if texts is None:
            less = "Delete some." if query.is_of_all else "Ask for less with `$top` and `$skip`."
            raise call.refuse(f"The list is made of more than {limit:,} bytes, the limit. {less}")

        parents = parents_of(call, binding.collection)

        def answer() -> Answer:
            documents = map(json.loads, texts)
            return query.answer(owned(parents, binding.collection, each) for each in documents)

        return answer if sum(map(len, texts)) > _LONG else answer()

    def _create(self, call: Call, binding: Binding) -> Answer:
        self._owners.check(call, binding.collection)
        # Without a body it has nothing but what everything of its kind has.
        return self._add(
            call, binding, {} if call.input.body is None else self._writable(call, binding)
        )

    def _read(self, call: Call, binding: Binding) -> Answer:
        key, document = self._member(call, binding)
        return self._shown(call, binding, key, document)

    def _replace(self, call: Call, binding: Binding) -> Answer:
        key = _key(call, binding)
        document = call.state.get(name_of(call, binding.collection), key)
        if document is None and makes_new(call.operation):
            check_match(call, None)
            specimen = binding.collection.contract.specimen()
            new = {**binding.collection.blank, **parents_of(call, binding.collection)}
            new |= {**self._given(call, binding), **_stamps(call, specimen, _ALWAYS)}
            self._owners.clear(call, binding.collection, key)
            return replace(self._store(call, binding, key, new), status=201)
        key, document = self._member(call, binding)
        self._check_unmodified(call, binding, key, document)
        # A page that marks what is optional means that the rest is all there is (RFC 9110, 9.3.4).
        sent = {p.name for c in request_contents(call.operation) for p in c.schema.properties}
        left_out = binding.collection.optional & (sent - self._ignored(call, binding))
        kept = {name: value for name, value in document.items() if name not in left_out}
        new = {**kept, **self._given(call, binding)}
        answer = self._store(call, binding, key, new)
        success = call.operation.success
        is_of_new = success is not None and success.code == 201
        codes = [s.code for s in call.operation.statuses if is_success(s.code) and s.code != 201]
        return replace(answer, status=codes[0]) if is_of_new and codes else answer

    def _patch(self, call: Call, binding: Binding) -> Answer:
        key, document = self._member(call, binding)
        self._check_unmodified(call, binding, key, document)
        content_type = call.request.headers.get("Content-Type") or ""
        try:
            patch = {} if sends_nothing(call) else call.input.body
            changed = patched(document, patch, content_type, self._limits)
        except PatchConflictError as error:
            detail = f"The member is not as the patch expects: {error}."
            raise Problem(409, detail) if call.documents(409) else call.refuse(detail) from error
        except PatchError as error:
            raise call.refuse(f"The patch cannot be applied: {error}.") from error
        given = known_properties(call, binding.collection, changed)
        ignored = self._ignored(call, binding)
        kept = {name: value for name, value in document.items() if name in ignored}
        removed = document.keys() - changed.keys() - kept.keys()
        empty = _emptied(call, binding.collection, removed)
        return self._store(call, binding, key, {**empty, **given, **kept})

    def _delete(self, call: Call, binding: Binding) -> Answer:
        key, document = self._member(call, binding)
        self._check_unmodified(call, binding, key, document)
        call.state.delete(name_of(call, binding.collection), key)
        self._owners.clear(call, binding.collection, key)
        return Answer()

    def _default(self, call: Call, binding: Binding) -> Answer:
        specimen = binding.collection.contract.specimen()
        none: Key = 0 if binding.collection.key_schema.type == "integer" else ""
        return self._shown(call, binding, None, {**specimen, binding.collection.key: none})

    def _validate(self, call: Call, binding: Binding) -> Answer:
        # What is not valid was refused before; nothing more is documented to be wrong.
        return Answer({})

    def _save(self, call: Call, binding: Binding) -> Answer:
        given = self._given(call, binding)
        collection = binding.collection
        key = key_of(given.get(collection.key), collection.key_schema)
        document = (
            call.state.get(name_of(call, binding.collection), key) if key is not None else None
        )
        if key is not None and document is not None:
            self._check_unmodified(call, binding, key, document)
            return self._store(call, binding, key, {**document, **given})
        if key and call.request.method == "PUT" and call.documents(404):
            raise Problem(404, f"There is no {collection.key} {shorten(key)}.")
        return self._add(call, binding, given)

    def _add(self, call: Call, binding: Binding, body: Document) -> Answer:
        collection = binding.collection
        specimen = collection.contract.specimen()
        given = known_properties(call, collection, body)
        key = self._key_of_new(call, binding, given)
        document = {**collection.blank, **parents_of(call, collection), **given}
        document |= _stamps(call, specimen, _ALWAYS)
        self._owners.clear(call, collection, key)
        answer = self._store(call, binding, key, document)
        success = call.operation.success
        if binding.role is not Role.CREATE or success is None or success.code != 201:
            return answer
        address = f"{call.request.address.rstrip('/')}/{quote(str(key), safe='')}"
        return replace(answer, headers=(*answer.headers, ("Location", address)))

    def _key_of_new(self, call: Call, binding: Binding, given: Document) -> Key:
        """Return the id that the client gives a new member, else one that nothing has.

        Raises:
            Problem: There is a member with that id: the documented 409, else as for what is wrong.
        """
        name, collection = name_of(call, binding.collection), binding.collection
        sent = key_of(given.get(collection.key), collection.key_schema)
        # 0 and an empty text are what clients send for none. A number with which a procedure saves
        # is that of a member, and not of a new one.
        is_given = binding.role is Role.CREATE and isinstance(sent, int) and sent > 0
        if sent and (isinstance(sent, str) or is_given):
            if call.state.get(name, sent) is None:
                return sent
            detail = f"There is a member with the {collection.key} {shorten(sent)} already."
            # The id of the page's example is one that every reader sends: the first one may.
            is_example = isinstance(sent, str) and _is_example(sent, collection.key_schema)
            is_new = call.state.modified(name, sent) == NEVER_CHANGED
            if is_example and (is_new or not call.documents(409)):
                return sent
            if call.documents(409):
                raise Problem(409, detail)
            if isinstance(sent, str):
                raise call.refuse(detail)
        is_number = collection.key_schema.type == "integer"
        for _ in count() if is_number else range(MAX_TRIES):
            key = new_key(collection.key_schema, name, call.state.next_key(name))
            # Others may have the id of a member that an example mentions, or a client has made.
            if call.state.get(name, key) is None:
                return key
        raise Problem(507, f"The page allows hardly any further {collection.key}.")

    def _store(self, call: Call, binding: Binding, key: Key, document: Document) -> Answer:
        name = name_of(call, binding.collection)
        document = {**document, **_stamps(call, document, _ON_CHANGE)}
        document[binding.collection.key] = key
        document = {n: document[n] for n in binding.collection.specimen if n in document} | document
        document = self._promised(call, document)
        content = call.state.content(name, key)
        call.state.put(name, key, document, content)
        return self._shown(call, binding, key, document)

    def _promised(self, call: Call, document: Document) -> Document:
        """Refuse a document that could not be returned as the page promises, at any depth.

        Raises:
            Problem: A property is not as the tables and examples of the page have it.
        """
        contract = self._contracts.of(call.operation)
        if contract.type not in ("", "object"):
            return document
        document = as_promised(call, document, contract, self._contracts.types)
        # What the client has not sent is shown as its page has it.
        sent = call.input.body if isinstance(call.input.body, dict) else document
        wrong = [n for n in contract.wrong_properties(document) if n in sent]
        wrong = [name for name in wrong if not contract.excludes(name)]
        # The type of what is sent may have other parts than that of what comes back, of which the
        # page has a value.
        others = [name for name in wrong if isinstance(document[name], dict)]
        document = {name: value for name, value in document.items() if name not in others}
        if wrong != others:
            raise call.refuse(f"`{'`, `'.join(wrong)}` is not as the page's example shows it.")
        return document

    def _given(self, call: Call, binding: Binding) -> Document:
        """Return the body's values for the member."""
        return known_properties(call, binding.collection, self._writable(call, binding))

    def _writable(self, call: Call, binding: Binding) -> Document:
        ignored = self._ignored(call, binding)
        return {name: value for name, value in sent_object(call).items() if name not in ignored}

    def _ignored(self, call: Call, binding: Binding) -> frozenset[str]:
        """Return the read-only properties (OpenAPI 3.1.0, 4.8.24), which are ignored if sent."""
        operation = call.operation
        if operation.uid not in self._read_only:
            sent = [row for body in operation.request_bodies for row in body.properties]
            rows = (*binding.collection.properties, *sent)
            found = frozenset(row.name for row in rows if row.schema.read_only)
            self._read_only[operation.uid] = found
        return self._read_only[operation.uid]

    def _member(self, call: Call, binding: Binding) -> tuple[Key, Document]:
        if binding.role is not Role.BELONGS:
            self._owners.check(call, binding.collection)
        key = _key(call, binding)
        document = call.state.get(name_of(call, binding.collection), key)
        if document is None:
            raise Problem(404, f"There is no {binding.collection.key} {shorten(key)}.")
        return key, owned(parents_of(call, binding.collection), binding.collection, document)

    def _check_unmodified(self, call: Call, binding: Binding, key: Key, document: Document) -> None:
        check_match(call, document)
        since = read_http_date(call.request.headers.get("If-Unmodified-Since") or "")
        modified = call.state.modified(name_of(call, binding.collection), key)
        if since and modified and modified > since and call.documents(412):
            raise Problem(412, f"It was changed at {http_date(modified)}.")

    def _shown(self, call: Call, binding: Binding, key: Key | None, document: Document) -> Answer:
        """Answer with the document as the operation documents it: as it is, or by its id.

        What nothing has the id of yet, a suggestion, has no version either.
        """
        headers = []
        if key is not None:
            if modified := call.state.modified(name_of(call, binding.collection), key):
                headers.append(("Last-Modified", http_date(modified)))
            if uses_etags(call.operation):
                headers.append(("ETag", etag_of(document)))
        contract = self._contracts.of(call.operation)
        if contract.type in ("integer", "string"):
            return Answer(document[binding.collection.key])
        if contract.type == "array":
            return Answer(contract.complete([document]), headers=tuple(headers))
        return Answer(contract.complete(document), headers=tuple(headers))


def _emptied(call: Call, collection: Collection, names: Iterable[str]) -> Document:
    """Return the values of removed properties: null, or none at all if the page allows that.

    Raises:
        Problem: A member must have one of them.
    """
    empty = dict.fromkeys(names)
    for name in collection.contract.wrong_properties(empty):
        del empty[name]
        if name in collection.required:
            raise call.refuse(f"`{name}` is required, and cannot be removed.")
    return empty


def _fill(collection: Collection, name: str, state: State) -> None:
    """Fill a collection, under the name by which it is stored."""
    numbers = [state.next_key(name) for _ in range(SEEDED)]
    counted = {new_key(collection.key_schema, collection.name, n) for n in numbers}
    for key in counted | collection.mentioned:
        state.put(name, key, {**collection.specimen, collection.key: key})


def _key(call: Call, binding: Binding) -> Key:
    """Return the id of the member that a request is about.

    Raises:
        Problem: The page does not tell which parameter has it, or it was not sent.
    """
    if not binding.parameter:
        raise Problem(501, "The page does not say which parameter has the id.")
    collection, name = binding.collection, binding.parameter
    value = {**call.input.query, **call.input.path}.get(name)
    if value is None:
        raise call.refuse(f"`{name}` says which {collection.key} it is, and is missing.")
    key = key_of(value, collection.key_schema)
    if key is None:
        raise Problem(404, f"There is no {collection.key} {shorten(value)}.")
    return key


def _stamps(call: Call, document: Document, names: tuple[str, ...]) -> Document:
    now = call.request.received.astimezone(UTC).isoformat(timespec="seconds")
    return {name: now.replace("+00:00", "Z") for name in names if name in document}


def _is_example(key: str, schema: Schema) -> bool:
    return any(key == each.value for each in schema.examples)
