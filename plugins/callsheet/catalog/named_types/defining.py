"""Definition of the named types from the evidence of all pages, incrementally."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import is_

from callsheet.catalog.named_types.evidence import (
    Evidence,
    Testimony,
    evidence_of,
    evidence_of_type,
    examples,
)
from callsheet.catalog.named_types.merging import (
    Consensus,
    Owners,
    choose_examples,
    choose_tables,
    merge_testimonies,
    undisputed,
)
from callsheet.catalog.named_types.model import Contradiction, TypeDefinition
from callsheet.model import Operation, TypeTable
from callsheet.schema import PropertySchema, Schema
from callsheet.schema.infer import combine, is_stated
from callsheet.schema.words.type_words import schema_of_words


def define_types(
    operations: Iterable[Operation], type_tables: Iterable[TypeTable] = ()
) -> Mapping[str, TypeDefinition]:
    """Define every named type of these operations, as `TypeDefiner.define` does."""
    return TypeDefiner().define(operations, type_tables)


class TypeDefiner:
    """Defines types repeatedly, when most pages stay the same.

    The evidence of a page is cached by the identity of its object, and the definition of a type
    until the evidence about it changes.
    """

    def __init__(self) -> None:
        self._evidence: dict[int, tuple[object, Evidence]] = {}
        self._examples: dict[int, tuple[Testimony, ...]] = {}
        self._owners: Owners = {}
        self._tables: dict[str, _Table] = {}
        self._definitions: dict[str, _DefinedType] = {}

    def define(
        self, operations: Iterable[Operation], type_tables: Iterable[TypeTable] = ()
    ) -> Mapping[str, TypeDefinition]:
        """Define every named type of these operations.

        A table under `Response body: NAME` documents NAME; examples show it wherever a body or a
        property of that type occurs. The outcome does not depend on the order of the operations.

        Args:
            operations: The operations.
            type_tables: The types that pages define; their tables have the weight of those of
                responses.

        Returns:
            The definitions by name, in the order of the names.
        """
        # Sorted, so that the outcome does not depend on the order of the file system.
        ordered = sorted(operations, key=lambda operation: (operation.path, operation.uid))
        pages = sorted(type_tables, key=lambda table: (table.path, table.name))
        self._gather(ordered, pages)
        used: dict[str, dict[str, None]] = {}
        tabled: dict[str, list[Testimony]] = {}
        everything: list[Operation | TypeTable] = [*pages, *ordered]
        for evidence in map(self._of, everything):
            for testimony in evidence.tables:
                tabled.setdefault(testimony.name, []).append(testimony)
            for name in evidence.known:
                used.setdefault(name, {})
        for operation in ordered:
            for name in self._of(operation).used:
                used.setdefault(name, {})[operation.uid] = None
        self._choose(tabled)
        shown: dict[str, list[Testimony]] = {}
        for testimony in self._shown(ordered):
            shown.setdefault(testimony.name, []).append(testimony)
        self._definitions = {
            name: self._define(name, shown.get(name, ()), tuple(used.get(name, ())))
            for name in sorted({*used, *tabled, *shown})
        }
        return {name: defined.definition for name, defined in self._definitions.items()}

    def forget(self) -> None:
        """Clear the caches."""
        self._evidence, self._examples, self._owners = {}, {}, {}
        self._tables, self._definitions = {}, {}

    def _gather(self, operations: Iterable[Operation], pages: Iterable[TypeTable]) -> None:
        """Collect the evidence of new pages, and drop that of removed ones."""
        # By identity: a page that was not read again is the same object, and comparing pages takes
        # long. Beside its evidence it stays alive, so that no other object gets its id.
        before = self._evidence
        self._evidence = {
            id(page): before.get(id(page)) or (page, evidence_of_type(page)) for page in pages
        }
        for operation in operations:
            known = before.get(id(operation)) or (operation, evidence_of(operation))
            self._evidence[id(operation)] = known

    def _of(self, page: Operation | TypeTable) -> Evidence:
        return self._evidence[id(page)][1]

    def _choose(self, tabled: Mapping[str, Sequence[Testimony]]) -> None:
        owners = undisputed(tabled)
        # Which tables are trusted depends on the owners of all names, so a change there invalidates
        # every choice.
        before = self._tables if owners == self._owners else {}
        tables = {}
        for name, found in tabled.items():
            table = before.get(name)
            if table is None or not _same(table.testimonies, found):
                consensus = choose_tables(name, found, owners)
                merged = merge_testimonies(consensus.accepted)
                types = {p.name: p.schema for p in merged[0] if is_stated(p.schema)}
                table = _Table(found, consensus, merged, types)
            tables[name] = table
        # What examples show depends on which properties the tables declare as named types, so it is
        # found anew when these change.
        if [*_declared(tables)] != [*_declared(self._tables)]:
            self._examples = {}
        self._owners, self._tables = owners, tables

    def _shown(self, operations: Iterable[Operation]) -> Iterator[Testimony]:
        declared = {name: table.types for name, table in self._tables.items()}
        before, self._examples = self._examples, {}
        for operation in operations:
            shown = before.get(id(operation))
            if shown is None:
                shown = examples(operation, self._of(operation), declared)
            self._examples[id(operation)] = shown
            yield from shown

    def _define(
        self, name: str, shown: Sequence[Testimony], used_by: tuple[str, ...]
    ) -> "_DefinedType":
        table = self._tables.get(name, _NO_TABLE)
        known = self._definitions.get(name)
        if (
            known
            and known.consensus is table.consensus
            and _same(known.shown, shown)
            and known.definition.used_by == used_by
        ):
            return known
        return _DefinedType(table.consensus, shown, _define(name, table, shown, used_by))


@dataclass(frozen=True, slots=True)
class _Table:
    """The tables of a type: the consensus about them, and what `merge_testimonies` says of it."""

    testimonies: Sequence[Testimony]
    consensus: Consensus
    merged: tuple[tuple[PropertySchema, ...], tuple[Contradiction, ...]]
    types: Mapping[str, Schema]


@dataclass(frozen=True, slots=True)
class _DefinedType:
    """A definition, with the evidence that it was made of."""

    consensus: Consensus
    shown: Sequence[Testimony]
    definition: TypeDefinition


_NO_TABLE = _Table((), Consensus((), ()), ((), ()), {})


def _declared(tables: Mapping[str, _Table]) -> Iterator[tuple[str, Mapping[str, Schema]]]:
    return ((name, table.types) for name, table in tables.items())


def _same(one: Sequence[Testimony], other: Sequence[Testimony]) -> bool:
    # Identity is enough, as unchanged pages keep their objects; to compare whole testimonies would
    # take as long as to define the type again.
    return len(one) == len(other) and all(map(is_, one, other))


def _define(
    name: str, table: _Table, shown: Sequence[Testimony], used_by: tuple[str, ...]
) -> TypeDefinition:
    by_table = table.consensus
    objects = [testimony for testimony in shown if testimony.scalar is None]
    scalars = [testimony.scalar for testimony in shown if testimony.scalar]
    by_example = choose_examples(objects, by_table)
    accepted = (*by_table.accepted, *by_example.accepted)
    # Examples show few types, and to merge the tables once more takes as long as to choose them.
    merged = merge_testimonies(accepted) if by_example.accepted else table.merged
    properties, contradictions = merged
    frame = next((t.frame for t in by_table.accepted if t.frame), schema_of_words("object"))
    if frame.types != ("object",):
        # Its page says that it is not an object, so nothing in examples is a property of it.
        sightings = tuple(sorted(testimony.sighting for testimony in by_table.accepted))
        return TypeDefinition(name, frame, sightings, used_by, ())
    schema = frame.replace(properties=properties, written=frame.written or "object")
    # A named type can also be a number or a text, such as an enumeration. That is only assumed if
    # nothing shows an object.
    if scalars and not accepted and not objects and not by_table.rejected:
        schema = combine(scalars)
    return TypeDefinition(
        name,
        schema,
        tuple(sorted(testimony.sighting for testimony in (*accepted, *_scalars(shown)))),
        used_by,
        (*by_table.contradictions(), *by_example.contradictions(by_table), *contradictions),
    )


def _scalars(shown: Iterable[Testimony]) -> Iterable[Testimony]:
    return (testimony for testimony in shown if testimony.scalar)
