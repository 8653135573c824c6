"""What the server in the page answers from: an index of a site's operations, and files by group.

The index has an outline of each operation, which routes are found in, and what the server concludes
from all of them at once. All else of an operation is in the file of its group, which is read when
it is first asked for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, TypeVar

from callsheet.catalog import Catalog
from callsheet.codec import Decoder, Encoder
from callsheet.findings import Span
from callsheet.model import Operation, Route, TypeTable
from callsheet.model.callbacks import Callback, Outgoing
from callsheet.model.deferred import OUTLINE, deferred
from callsheet.model.parts import Alias, Parameter
from callsheet.model.security import SecurityAlternatives, SecurityScheme, Server
from callsheet.schema import Schema
from callsheet.server.access.authentication import Credentials
from callsheet.server.access.security import AccessRules
from callsheet.server.conclusions import Conclusions, answering
from callsheet.server.engine.requests.named_types import NamedType, NamedTypes
from callsheet.server.pack import Pack
from callsheet.server.resources.grouping import Binding, Collection, Role

INDEX = "index.json"
MAX_BYTES = 1_000_000
"""The largest size of a file that has more than one operation; compressed, a tenth of it."""

Read = Callable[[str], bytes]
"""Returns the content of a file, by name; raises `OSError`."""

Packed = TypeVar("Packed")
Value = TypeVar("Value")


class ModelError(Exception):
    """A file of the model cannot be read, or is damaged."""


@dataclass(frozen=True)
class _Outline:
    """What is known of an operation without its file, whose number is `part`.

    Where several have one route, their parameters decide which one a request is about.
    """

    uid: str
    path: str
    title: str
    method: str
    route: Route
    span: Span
    servers: tuple[Server, ...]
    security: SecurityAlternatives | None
    callbacks: tuple[Callback, ...]
    layout: str
    aliases: tuple[Alias, ...]
    outgoing: Outgoing | None
    shared_path: str
    parameters: tuple[Parameter, ...] | None
    part: int


@dataclass(frozen=True)
class _Rule:
    """What an operation asks for."""

    uid: str
    alternatives: tuple[tuple[SecurityScheme, ...], ...] | None
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class _Collection:
    """A collection; the operation that reads one of its members, by uid."""

    name: str
    key: str
    read: str
    depth: int
    numbers: tuple[int, ...]
    texts: tuple[str, ...]
    parameter: str


@dataclass(frozen=True)
class _Binding:
    """What an operation does with the collection of a number."""

    uid: str
    role: str
    collection: int
    parameter: str


@dataclass(frozen=True)
class _Type:
    """A named type; what values have that are stored, where a page of its own defines it."""

    name: str
    known: NamedType | None
    demanded: Schema | None


@dataclass(frozen=True)
class _Part:
    """The content of a file but the index."""

    operations: tuple[Operation, ...] = ()
    types: tuple[_Type, ...] = ()
    tables: tuple[TypeTable, ...] = ()


@dataclass(frozen=True)
class _Index:
    """The content of the index: names of files, and what is in them, with numbers of files."""

    names: tuple[str, ...]
    outlines: tuple[_Outline, ...]
    basic: tuple[tuple[str, str], ...]
    tokens: tuple[str, ...]
    usual: tuple[tuple[SecurityScheme, ...], ...]
    rules: tuple[_Rule, ...]
    keys: tuple[tuple[str, str, tuple[str, ...]], ...]
    collections: tuple[_Collection, ...]
    bindings: tuple[_Binding, ...]
    types: tuple[tuple[str, int], ...]
    demanded: tuple[tuple[str, int], ...]
    tables: tuple[int, ...]


class Model(NamedTuple):
    """What the server in the page answers from."""

    catalog: Catalog
    conclusions: Conclusions


def model_files(catalog: Catalog, packs: Sequence[Pack] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a catalog: name and content, the index last.

    Args:
        catalog: The operations.
        packs: What the server knows of the API beyond its pages.
    """
    conclusions = Conclusions.of(catalog, packs)
    known, demanded = conclusions.types.known, conclusions.types.demanded
    every = dict.fromkeys((*known, *demanded))
    types = [_Type(name, known.get(name), demanded.get(name)) for name in every]
    operations = [replace(each, front_matter=_plain(each)) for each in catalog.documented]
    parts: list[_Part] = []
    names: list[str] = []
    for part, content in (
        *_parts(operations, lambda each: each.group, lambda piece: _Part(operations=piece)),
        *_parts(types, _folder_of, lambda piece: _Part(types=piece)),
        *_parts(catalog.type_tables, lambda _: "", lambda piece: _Part(tables=piece)),
    ):
        # Of a site that was built again, an index finds its own files or none.
        names.append(f"{hashlib.sha256(content).hexdigest()[:16]}.json")
        yield names[-1], content
        parts.append(part)
    place = {o.uid: number for number, part in enumerate(parts) for o in part.operations}
    sharing = {o.uid for found in catalog.by_route.values() if len(found) > 1 for o in found}
    outlines = tuple(
        _Outline(
            **{name: getattr(each, name) for name in OUTLINE},
            parameters=each.parameters if each.uid in sharing else None,
            part=place[each.uid],
        )
        for each in catalog.documented
    )
    yield INDEX, _encoded(_index(conclusions, outlines, parts, names), _Index)


def load_model(read: Read) -> Model:
    """Load the index of a model, and the rest once somebody asks for it.

    Args:
        read: Returns the content of a file of `model_files`, by name.

    Raises:
        ModelError: It cannot be read, or is of another version; then, or later.
    """
    files = _Files(read)
    index = files.decoded(INDEX, _Index)
    files.names = index.names
    operations = tuple(
        deferred(_known(each), partial(files.operation, each.uid, each.part))
        for each in index.outlines
    )
    tables = partial(files.tables, index.tables)
    catalog = _SiteCatalog(Path(), (), operations, (), load_tables=tables)
    types = _LoadedTypes(catalog, files, dict(index.types), dict(index.demanded))
    return Model(catalog, _conclusions(index, catalog, types))


def _known(outline: _Outline) -> dict[str, object]:
    found = {name: getattr(outline, name) for name in OUTLINE}
    return found if outline.parameters is None else {**found, "parameters": outline.parameters}


def _encoded(value: object, kind: type) -> bytes:
    encoder = Encoder()
    encoded = encoder.encode(value, kind)
    plain = {"tables": encoder.tables(), "content": encoded}
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _parts(
    values: Iterable[Packed],
    folder: Callable[[Packed], str],
    part: Callable[[tuple[Packed, ...]], _Part],
) -> Iterator[tuple[_Part, bytes]]:
    """Yield files, as what they have and encoded: one for a folder, for a large one several."""
    for _, found in groupby(sorted(values, key=folder), key=folder):
        left = [tuple(found)]
        while left:
            piece = left.pop()
            made = part(piece)
            content = _encoded(made, _Part)
            if len(piece) > 1 and len(content) > MAX_BYTES:
                middle = len(piece) // 2
                left += [piece[middle:], piece[:middle]]
            else:
                yield made, content


def _folder_of(named: _Type) -> str:
    return named.known.path.rpartition("/")[0] if named.known else ""


def _plain(operation: Operation) -> dict[str, object]:
    """Return what a page says of its samples, which is all that a server needs to know."""
    chosen = operation.front_matter.get("samples")
    return {} if chosen is None else {"samples": json.loads(json.dumps(chosen, default=str))}


def _index(
    conclusions: Conclusions, outlines: tuple[_Outline, ...], parts: list[_Part], names: list[str]
) -> _Index:
    rules, found = conclusions.rules, conclusions.bindings
    collections = {b.collection.name: b.collection for b in found.values()}
    numbers = {name: number for number, name in enumerate(collections)}
    return _Index(
        tuple(names),
        outlines,
        tuple(sorted(conclusions.credentials.basic)),
        tuple(sorted(conclusions.credentials.tokens)),
        rules.usual,
        tuple(
            _Rule(uid, rules.alternatives.get(uid), rules.tokens.get(uid, ()))
            for uid in dict.fromkeys((*rules.alternatives, *rules.tokens))
        ),
        tuple((*place, tuple(sorted(values))) for place, values in rules.keys.items()),
        tuple(map(_packed, collections.values())),
        tuple(
            _Binding(uid, each.role.value, numbers[each.collection.name], each.parameter)
            for uid, each in found.items()
        ),
        tuple((each.name, n) for n, part in enumerate(parts) for each in part.types if each.known),
        tuple(
            (each.name, n) for n, part in enumerate(parts) for each in part.types if each.demanded
        ),
        tuple(number for number, part in enumerate(parts) if part.tables),
    )


def _packed(collection: Collection) -> _Collection:
    return _Collection(
        collection.name,
        collection.key,
        collection.read.uid,
        collection.depth,
        tuple(sorted(key for key in collection.mentioned if isinstance(key, int))),
        tuple(sorted(key for key in collection.mentioned if isinstance(key, str))),
        collection.parameter,
    )


def _conclusions(index: _Index, catalog: Catalog, types: NamedTypes) -> Conclusions:
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
        self._types: dict[int, dict[str, _Type]] = {}

    def operation(self, uid: str, part: int) -> Operation:
        """Return an operation, which is in a part."""
        if uid not in self._operations:
            found = self.decoded(self.names[part], _Part)
            self._operations.update((each.uid, each) for each in found.operations)
        return self._operations[uid]

    def named_type(self, name: str, part: int) -> _Type:
        """Return a named type, which is in a part."""
        if part not in self._types:
            found = self.decoded(self.names[part], _Part)
            self._types[part] = {each.name: each for each in found.types}
        return self._types[part][name]

    def tables(self, parts: Iterable[int]) -> tuple[TypeTable, ...]:
        """Return the tables of types of some parts."""
        found = (self.decoded(self.names[part], _Part) for part in parts)
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
        self._known = _Found(known, lambda name: files.named_type(name, known[name]).known)
        self._demanded = _Found(
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


class _Found(Mapping[str, Value]):
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
