"""Records in the files of a model: an index of a site's operations, and parts of it by group."""

from dataclasses import dataclass

from callsheet.findings import Span
from callsheet.model import Operation, Route, TypeTable
from callsheet.model.callbacks import Callback, Outgoing
from callsheet.model.parts import Alias, Parameter
from callsheet.model.security import SecurityAlternatives, SecurityScheme, Server
from callsheet.schema import Schema
from callsheet.server.engine.requests.named_types import NamedType

INDEX = "index.json"


@dataclass(frozen=True)
class OutlineRecord:
    """Outline of an operation, for use before its file is loaded, whose number is `part`.

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
class RuleRecord:
    """Access rule of an operation."""

    uid: str
    alternatives: tuple[tuple[SecurityScheme, ...], ...] | None
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class CollectionRecord:
    """A collection; the operation that reads one of its members, by uid."""

    name: str
    key: str
    read: str
    depth: int
    numbers: tuple[int, ...]
    texts: tuple[str, ...]
    parameter: str


@dataclass(frozen=True)
class BindingRecord:
    """Action of an operation on a collection, which is named by its number."""

    uid: str
    role: str
    collection: int
    parameter: str


@dataclass(frozen=True)
class TypeRecord:
    """A named type; where a page of its own defines it, also what stored values must have."""

    name: str
    known: NamedType | None
    demanded: Schema | None


@dataclass(frozen=True)
class PartRecord:
    """The content of a file but the index."""

    operations: tuple[Operation, ...] = ()
    types: tuple[TypeRecord, ...] = ()
    tables: tuple[TypeTable, ...] = ()


@dataclass(frozen=True)
class IndexRecord:
    """The content of the index: names of files, and what is in them, with numbers of files."""

    names: tuple[str, ...]
    outlines: tuple[OutlineRecord, ...]
    basic: tuple[tuple[str, str], ...]
    tokens: tuple[str, ...]
    usual: tuple[tuple[SecurityScheme, ...], ...]
    rules: tuple[RuleRecord, ...]
    keys: tuple[tuple[str, str, tuple[str, ...]], ...]
    collections: tuple[CollectionRecord, ...]
    bindings: tuple[BindingRecord, ...]
    types: tuple[tuple[str, int], ...]
    demanded: tuple[tuple[str, int], ...]
    tables: tuple[int, ...]
