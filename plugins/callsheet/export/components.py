"""Schemas and parameters that operations share (`components`; OpenAPI 3.1.0, 4.8.7)."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from hashlib import blake2b
from typing import Any

from callsheet import lazy_re as re
from callsheet.cache.encoded import JsonText, encode
from callsheet.catalog.contracts import Types
from callsheet.catalog.named_types import named_schemas
from callsheet.model import Parameter, ResolvedStyle
from callsheet.schema import Schema
from callsheet.schema.documents import (
    REFERENCE,
    Document,
    component_key,
    component_schemas,
    document,
)

_LARGE = ("properties", "items", "additionalProperties")

MIN_SIZE = 80
"""Characters of a shared part, as `json.dumps` writes it; a shorter one is hardly longer than a
reference to it.
"""

_MAX_PARAMETERS = 2048
_WAITING = "$waiting"
"""The key of what stands for a reference, with its digest; no schema has such a keyword."""

_MARK = re.compile(r'\{"\$waiting":"([0-9a-f]{32})"\}')

_Object = dict[str, Any]
WaitingSchema = tuple[str, str, str]
"""The schema of a body, for which a reference stands: its name, digest, and itself as JSON."""

TextPart = tuple[str, str, str, str]
"""A part that several operations may have: its kind, its digest, a name, and itself as JSON."""

Settle = Callable[[str], JsonText]
"""Makes a part, as JSON, what a document has."""

_Slot = tuple[Any, Any, str]
"""The place of a part: a mapping or list, the key or index in it, and a name for the part."""

_Found = tuple[str, str]
"""The digest of a part that others may have, too, and its JSON; no digest if it is too short."""


class Components:
    """The schemas of a document: those of named types, and those of bodies.

    A body has the same schema in up to twenty media types, and often in several operations.
    Repeated in each of them, the schemas would make a document five times as large, and as much
    slower to validate.
    """

    def __init__(self, types: Types, settle: Settle) -> None:
        self.types = types
        self.named = named_schemas(types)
        self._settle = settle
        self._shared: dict[str, str] = {}
        self._waiting: list[WaitingSchema] = []
        self._parameters: dict[tuple[Any, ...], dict[str, Any]] = {}
        # Keyed by `id`: `_parameters` keeps them alive.
        self._found: dict[int, _Found] = {}

    @cached_property
    def schemas(self) -> dict[str, Any]:
        """The components, which `reference` adds to."""
        return {**component_schemas(self.named)}

    def share(self, schema: Schema, name: str) -> Document:
        """Return what stands for a schema that may be used many times, or a short schema itself.

        `TextParts` puts a reference there: which one depends on all operations before.

        Args:
            schema: The schema of a body.
            name: The name of a new component, such as `GetPerson.response`.
        """
        entry = document(schema, self.types)
        if not any(keyword in entry for keyword in _LARGE):
            return entry
        digest = _digest(text := encode(entry))
        self._waiting.append((name, digest, text))
        return {_WAITING: digest}

    def split(self, operation: _Object) -> Sequence[str]:
        """Return what `TextParts.join` makes an Operation Object of.

        That is JSON: what all of it is; the object, in which marks stand for parts; these parts,
        which others may have, too; and the schemas that wait.

        Args:
            operation: The object, the last for which `share` was called; it is changed.
        """
        parts, texts = [], []
        for kind, slots in _KINDS.items():
            for place, key, name in slots(operation):
                part = place[key]
                digest, text = self._found.get(id(part)) or _found(kind, part)
                if digest:
                    parts.append((kind, digest, name))
                    texts.append(text)
                    place[key] = {_WAITING: digest}
        waiting, self._waiting = self._waiting, []
        about = parts, [(name, digest) for name, digest, _ in waiting]
        return encode(about), encode(operation), *texts, *(text for *_, text in waiting)

    def reference(self, name: str, digest: str, text: str) -> Document:
        """Return the reference to a schema that waits; see `WaitingSchema`."""
        if (known := self._shared.get(digest)) is None:
            known = component_key(name)
            while known in self.schemas:
                # A type or another body of the operation may have that name.
                known += "_"
            self.schemas[known] = self._settle(text)
            self._shared[digest] = known
        return {"$ref": REFERENCE + known}

    def parameter(
        self,
        row: Parameter,
        schema: Schema,
        written: ResolvedStyle,
        make: Callable[[Parameter, Schema, ResolvedStyle, Types], dict[str, Any]],
    ) -> dict[str, Any]:
        """Return the Parameter Object of a row: one object for all equal rows.

        Args:
            row: The row.
            schema: The schema of its values, including its nested rows.
            written: How the parameter is serialized.
            make: Builds the object from these and the definitions of types.
        """
        key = (
            written,
            # The cells below determine a schema that comes from the row alone.
            None if schema is row.schema else schema,
            row.location,
            row.name,
            row.type,
            row.required,
            row.description,
            row.extras,
            row.facets,
        )
        if (entry := self._parameters.get(key)) is None:
            if len(self._parameters) >= _MAX_PARAMETERS:
                self._parameters.clear()
                self._found.clear()
            entry = self._parameters[key] = make(row, schema, written, self.types)
            self._found[id(entry)] = _found("parameters", entry)
        return entry


class TextParts:
    """The parts of encoded Operation Objects, until it is known which ones several share.

    Attributes:
        components: The shared parts by kind and key, encoded; the keys depend on the operations
            alone.

    Args:
        link: Makes cross references in the texts of a value links.
    """

    def __init__(self, link: Callable[[_Object], None]) -> None:
        self.components: dict[str, dict[str, Any]] = {kind: {} for kind in _KINDS}
        self._link = link
        self._counts: Counter[str] = Counter()
        self._parts: dict[str, TextPart] = {}
        self._references: dict[str, str] = {}

    def join(self, split: Sequence[str], shared: Components, *, within: bool) -> JsonText:
        """Return an Operation Object, in which marks stand for the schemas that wait.

        Args:
            split: What `Components.split` returns.
            shared: Has these schemas from now on.
            within: Whether it is within another one, so that no part of it is shared. Marks stand
                for other parts, too, which are noted and counted.
        """
        about, operation, *texts = split
        parts, waiting = json.loads(about)
        for (name, digest), text in zip(waiting, texts[len(parts) :], strict=True):
            self._refer(digest, shared.reference(name, digest, text))
        if within:
            own = {digest: text for (_, digest, _), text in zip(parts, texts, strict=False)}
            return JsonText(_MARK.sub(lambda mark: own.get(mark[1], mark[0]), operation))
        for (kind, digest, name), text in zip(parts, texts, strict=False):
            self._counts[digest] += 1
            self._parts.setdefault(digest, (kind, digest, name, text))
        return JsonText(operation)

    def _refer(self, digest: str, reference: Document) -> None:
        if digest not in self._references:
            self._references[digest] = encode(reference)

    def settle(self, text: str) -> JsonText:
        """Return an encoded part as the document has it, once all are counted."""
        text = self.fill(text)
        if "xref:" in text:
            self._link(value := json.loads(text))
            text = encode(value)
        return JsonText(text)

    def fill(self, text: str) -> str:
        """Replace the marks in a text."""
        return _MARK.sub(self._filled, text)

    def _filled(self, mark: re.Match[str]) -> str:
        digest = mark[1]
        if (known := self._references.get(digest)) is not None:
            return known
        if digest not in self._parts:
            return mark[0]
        kind, _, name, text = self._parts.pop(digest)
        if self._counts[digest] == 1:
            return self.fill(text)
        unique = _unique(component_key(name), self.components[kind])
        self._refer(digest, {"$ref": f"#/components/{kind}/{unique}"})
        self.components[kind][unique] = self.settle(text)
        return self._references[digest]


def _parameters(operation: _Object) -> Iterator[_Slot]:
    parameters = operation.get("parameters", [])
    for index, parameter in enumerate(parameters):
        yield parameters, index, f"{parameter['in']}.{parameter['name']}"


def _name(operation: _Object) -> str:
    return str(operation.get("operationId") or operation.get("x-callsheet-uid"))


def _request_bodies(operation: _Object) -> Iterator[_Slot]:
    if "requestBody" in operation:
        yield operation, "requestBody", _name(operation)


def _responses(operation: _Object) -> Iterator[_Slot]:
    responses = operation.get("responses", {})
    for code in responses:
        yield responses, code, f"{_name(operation)}.{code}"


def _digest(text: str) -> str:
    # As the texts of thousands of parts would take too much memory.
    return blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _found(kind: str, part: _Object) -> _Found:
    text = encode(part)
    # Without white space, it is never longer.
    is_short = len(text) < MIN_SIZE and len(json.dumps(part)) < MIN_SIZE
    return "" if is_short else _digest(kind + text), text


def _unique(wanted: str, taken: dict[str, _Object]) -> str:
    """Return the key, with a number after it if it is taken."""
    unique, number = wanted, 1
    while unique in taken:
        number += 1
        unique = f"{wanted}-{number}"
    return unique


_KINDS: dict[str, Callable[[_Object], Iterator[_Slot]]] = {
    "parameters": _parameters,
    "requestBodies": _request_bodies,
    "responses": _responses,
}
