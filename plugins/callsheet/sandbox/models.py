"""Models from which the server in the page answers: an index of operations, and files by group.

The index has an outline of each operation, which routes are found in, and what the server concludes
from all of them at once. All else of an operation is in the file of its group, which is read when
it is first asked for.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from callsheet.catalog import Catalog
from callsheet.codec import Decoder
from callsheet.model import Operation, TypeTable
from callsheet.model.deferred import OUTLINE, deferred
from callsheet.sandbox.model_records import (
    INDEX,
    IndexRecord,
    OutlineRecord,
    PartRecord,
    TypeRecord,
)
from callsheet.schema import Schema
from callsheet.server.access.authentication import Credentials
from callsheet.server.access.security import AccessRules
from callsheet.server.conclusions import Conclusions, answering
from callsheet.server.engine.requests.named_types import NamedType, NamedTypes
from callsheet.server.resources.grouping import Binding, Collection, Role

Read = Callable[[str], bytes]
"""Returns the content of a file, by name; raises `OSError`."""

Packed = TypeVar("Packed")
Value = TypeVar("Value")


class ModelError(Exception):
    """A file of the model cannot be read, or is damaged."""


class Model(NamedTuple):
    """Model from which the server in the page answers."""

    catalog: Catalog
    conclusions: Conclusions


def load_model(read: Read) -> Model:
    """Load the index of a model, and the rest once somebody asks for it.

    Args:
        read: Returns the content of a file of `model_files`, by name.

    Raises:
        ModelError: A file cannot be read, or is of another version: now, or when it is loaded.
    """
    files = _Files(read)
    index = files.decoded(INDEX, IndexRecord)
    files.names = index.names
    operations = tuple(
        deferred(_known(each), partial(files.operation, each.uid, each.part))
        for each in index.outlines
    )
    tables = partial(files.tables, index.tables)
    catalog = _SiteCatalog(Path(), (), operations, (), load_tables=tables)
    types = _LoadedTypes(catalog, files, dict(index.types), dict(index.demanded))
    return Model(catalog, _conclusions(index, catalog, types))


def _known(outline: OutlineRecord) -> dict[str, object]:
    found = {name: getattr(outline, name) for name in OUTLINE}
    return found if outline.parameters is None else {**found, "parameters": outline.parameters}


def _conclusions(index: IndexRecord, catalog: Catalog, types: NamedTypes) -> Conclusions:
    operations = {each.uid: each for each in answering(catalog)}
    collections = [
        Collection(
            each.name,
            each.key,
            operations[each.read],
            each.depth,
            {*each.numbers, *each.texts},
            lambda: types.demanded,
            each.parameter,
        )
        for each in index.collections
    ]
    return Conclusions(
        Credentials(frozenset(index.basic), frozenset(index.tokens)),
        AccessRules(
            index.usual,
            {rule.uid: rule.alternatives for rule in index.rules if rule.alternatives is not None},
            {rule.uid: rule.tokens for rule in index.rules if rule.tokens},
            {(place, name): frozenset(values) for place, name, values in index.keys},
        ),
        {
            each.uid: Binding(Role(each.role), collections[each.collection], each.parameter)
            for each in index.bindings
        },
        types,
    )


class _Files:
    """The files of a model, each of which is read once.

    Args:
        read: Returns the content of one.

    Attributes:
        names: The names of those but the index, by number.
    """

    def __init__(self, read: Read) -> None:
        self._read = read
        self.names: tuple[str, ...] = ()
        self._operations: dict[str, Operation] = {}
        self._types: dict[int, dict[str, TypeRecord]] = {}

    def operation(self, uid: str, part: int) -> Operation:
        """Return an operation, which is in a part."""
        if uid not in self._operations:
            found = self.decoded(self.names[part], PartRecord)
            self._operations.update((each.uid, each) for each in found.operations)
        return self._operations[uid]

    def named_type(self, name: str, part: int) -> TypeRecord:
        """Return a named type, which is in a part."""
        if part not in self._types:
            found = self.decoded(self.names[part], PartRecord)
            self._types[part] = {each.name: each for each in found.types}
        return self._types[part][name]

    def tables(self, parts: Iterable[int]) -> tuple[TypeTable, ...]:
        """Return the tables of types of some parts."""
        found = (self.decoded(self.names[part], PartRecord) for part in parts)
        return tuple(table for part in found for table in part.tables)

    def decoded(self, name: str, kind: type[Packed]) -> Packed:
        """Return the content of a file.

        Raises:
            ModelError: It cannot be read, or is of another version.
        """
        try:
            plain = json.loads(self._read(name).decode("utf-8", "surrogatepass"))
            return Decoder(plain["tables"]).decode(plain["content"], kind)
        except (OSError, LookupError, RecursionError, TypeError, ValueError) as error:
            raise ModelError(f"The operations in `{name}` cannot be read: {error}") from error


@dataclass(frozen=True)
class _SiteCatalog(Catalog):
    """The catalog of a model, which reads what pages define when that is asked for."""

    load_tables: Callable[[], tuple[TypeTable, ...]] = tuple

    @cached_property
    def type_tables(self) -> tuple[TypeTable, ...]:
        """The types that pages define, in the order of the pages."""
        return self.load_tables()


class _LoadedTypes(NamedTypes):
    """The named types of a model.

    Args:
        catalog: The operations.
        files: The files of the model.
        known: The numbers of the files of types by name.
        demanded: The numbers of the files of those that pages of their own define.
    """

    def __init__(
        self, catalog: Catalog, files: _Files, known: Mapping[str, int], demanded: Mapping[str, int]
    ) -> None:
        super().__init__(catalog)
        self._known = _OnDemand(known, lambda name: files.named_type(name, known[name]).known)
        self._demanded = _OnDemand(
            demanded, lambda name: files.named_type(name, demanded[name]).demanded
        )

    @property
    def known(self) -> Mapping[str, NamedType]:
        """The types, each with the first table that defines it."""
        return self._known

    @property
    def demanded(self) -> Mapping[str, Schema]:
        """The types that pages of their own define, with required properties alone."""
        return self._demanded


class _OnDemand(Mapping[str, Value]):
    """Values that are found when they are asked for.

    Args:
        names: Their names.
        find: Returns the value of a name.
    """

    def __init__(self, names: Iterable[str], find: Callable[[str], Value | None]) -> None:
        self._names, self._find = frozenset(names), find

    def __getitem__(self, name: str) -> Value:
        """Return a value."""
        found = self._find(name) if name in self._names else None
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return the number of values."""
        return len(self._names)
