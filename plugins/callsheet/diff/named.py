"""Compares named types, whose tables of properties many pages rely on.

Only tables count, and only if all tables of a type agree: examples are not promises, and where
pages contradict each other, a new majority is not a change of the API.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from callsheet.catalog.named_types import references
from callsheet.diff.bodies import has_content, schema_of
from callsheet.diff.facets import is_missed, is_sent, kind_of_change, schema_changes
from callsheet.diff.model import (
    Change,
    ChangeLocation,
    DocsTree,
    Kind,
    Level,
    Side,
    Sides,
    quoted,
    sentence,
)
from callsheet.diff.records import property_pairs
from callsheet.diff.rows import span_of
from callsheet.diff.types import TypePairs
from callsheet.model import Operation, Property
from callsheet.model.rows import rows_schema
from callsheet.schema import Direction, PropertySchema, Schema

MAX_HOLDERS = 50
"""The number of containing types that a change of a type is followed to."""


@dataclass(slots=True)
class _Tables:
    """The tables of one type.

    Attributes:
        rows: For each property, its rows with their pages.
        path: The page of the first table.
        count: The number of tables.
    """

    rows: dict[str, list[tuple[str, Property]]] = field(default_factory=dict)
    path: str = ""
    count: int = 0

    @property
    def line(self) -> int:
        """The line of the first row."""
        return next((row.span.start for rows in self.rows.values() for _, row in rows), 1)

    def agreed(self, name: str) -> tuple[str, Property] | None:
        """Return the first row of a property if all tables agree on its type, else None."""
        found = self.rows.get(name, [])
        same = {row.type and (row.type.name, row.type.values) for _, row in found}
        # Tables that contradict each other within one tree say nothing certain of the type. What
        # changed would depend on which page is read first; docs CI reports the contradiction.
        return found[0] if len(found) == self.count and len(same) == 1 else None

    def record(self, names: Iterable[str]) -> Schema:
        """Return the schema of an object with those properties that all tables agree on."""
        found = [agreed[1] for name in names if (agreed := self.agreed(name))]
        return rows_schema(tuple(found), described=True)

    def add(self, path: str, rows: Iterable[Property]) -> None:
        """Add a table of a page."""
        self.count += 1
        self.path = self.path or path
        for row in {row.name: row for row in rows}.values():
            self.rows.setdefault(row.name, []).append((path, row))


@dataclass(frozen=True, slots=True)
class TreeTypes:
    """The named types of a tree.

    Attributes:
        tree: The tree.
        tables: Their tables, by name.
        uses: The operations that refer to a type, by direction and type, except by its own tables.
        holders: The types whose tables refer to a type.
    """

    tree: DocsTree
    tables: Mapping[str, _Tables]
    uses: Mapping[Direction, Mapping[str, Mapping[str, Operation]]]
    holders: Mapping[str, set[str]]

    @classmethod
    def of(cls, tree: DocsTree) -> "TreeTypes":
        """Collect the types of a tree."""
        tables: dict[str, _Tables] = {}
        uses: dict[Direction, dict[str, dict[str, Operation]]] = {d: {} for d in Direction}
        holders: dict[str, set[str]] = {}
        for table in tree.catalog.type_tables:
            tables.setdefault(table.name, _Tables()).add(table.path, table.properties)
            for name in _references(table.properties):
                holders.setdefault(name, set()).add(table.name)
        for operation in tree.catalog.documented:
            for name in _references(operation.parameters):
                uses[Direction.REQUEST].setdefault(name, {})[operation.uid] = operation
            for direction, schema, rows in _bodies(operation):
                outer, inner = schema.reference, _references(rows)
                if outer and rows:
                    tables.setdefault(outer, _Tables()).add(operation.path, rows)
                for name in inner if rows else references(schema):
                    uses[direction].setdefault(name, {})[operation.uid] = operation
                for name in inner if outer else ():
                    holders.setdefault(name, set()).add(outer)
        return cls(tree, tables, uses, holders)

    def find(self, name: str) -> Schema | None:
        """Return the schema of a type, of the rows that all of its tables have."""
        tables = self.tables.get(name)
        return tables.record(tables.rows) if tables else None

    def users(self, name: str, direction: Direction) -> dict[str, Operation]:
        """Return the operations that use a type, except those that merely have a table of it."""
        found: dict[str, Operation] = {}
        waiting, seen = [name], {name}
        while waiting and len(seen) <= MAX_HOLDERS:
            # A type reaches callers through the types that contain it, too.
            current = waiting.pop()
            found |= self.uses[direction].get(current, {})
            new = self.holders.get(current, set()) - seen
            seen |= new
            waiting += new
        return found


def _references(rows: Iterable[Property]) -> set[str]:
    return {name for row in rows for name in references(row.schema)}


def _bodies(operation: Operation) -> Iterator[tuple[Direction, Schema, tuple[Property, ...]]]:
    sent, received = Direction.REQUEST, Direction.RESPONSE
    if operation.outgoing:
        sent, received = received, sent
    for body in operation.request_bodies:
        yield sent, schema_of(body.type), body.properties
    if (response := operation.response) is None:
        return
    if has_content(operation):
        yield (
            received,
            schema_of(response.body_type or response.type),
            response.properties,
        )
    for other in response.bodies:
        yield received, schema_of(other.type), other.properties


def named_types(old: TreeTypes, new: TreeTypes) -> TypePairs:
    """Return the types of two trees, compared by the names and types of their properties."""

    def same(before: str, after: str) -> bool:
        left, right = old.tables.get(before), new.tables.get(after)
        if left is None or right is None or left.rows.keys() != right.rows.keys():
            return False
        return all(_type(left, name) == _type(right, name) is not None for name in left.rows)

    return TypePairs(same, old.find, new.find)


def _type(tables: _Tables, name: str) -> tuple[str, tuple[str, ...]] | None:
    found = tables.agreed(name)
    data_type = found[1].type if found else None
    return (data_type.name, data_type.values) if data_type else None


def compare_types(old: TreeTypes, new: TreeTypes, types: TypePairs) -> Iterator[Change]:
    """Yield the changes of types that other operations use than those with their tables."""
    for name, after in new.tables.items():
        if before := old.tables.get(name):
            yield from _Comparison(old, new, name, types).changes(before, after)


@dataclass(frozen=True)
class _Comparison:
    """A type of both trees."""

    old: TreeTypes
    new: TreeTypes
    name: str
    types: TypePairs

    @cached_property
    def _users(self) -> Mapping[Direction, Mapping[str, Operation]]:
        """The operations of both trees that used the type before, by direction."""
        known = self.new.tree.catalog.by_uid
        users = {each: self.old.users(self.name, each) for each in Direction}
        return {each: {u: o for u, o in uses.items() if u in known} for each, uses in users.items()}

    @cached_property
    def _reaches(self) -> str:
        """The operations that a change affects, in words."""
        return _count({**self._users[Direction.REQUEST], **self._users[Direction.RESPONSE]})

    def changes(self, before: _Tables, after: _Tables) -> Iterator[Change]:
        names = [
            name
            for name in dict.fromkeys((*before.rows, *after.rows))
            if all(tables.agreed(name) for tables in (before, after) if name in tables.rows)
        ]
        records = before.record(names), after.record(names)
        noun, place = (
            f"the type {quoted(self.name)}",
            ChangeLocation(Side.NEW, self.new.tree.prefix + after.path, after.line),
        )
        for change in schema_changes(noun, *records, self.types):
            what = change.what
            kind = Kind.TYPE_CHANGED if what == "type-changed" else kind_of_change("type", what)
            says = change.message.removesuffix(".")
            yield from self._change(kind, change.levels, says, place, change.sides)
        for pair in property_pairs(*records, self.types):
            if pair.old and pair.new:
                yield from self._property(pair.old, pair.new, after.path)
            elif pair.old:
                # Sending a removed property breaks callers just as reading it does.
                was = ", which was deprecated," if pair.old.schema.deprecated else ""
                says = f"{sentence(self._noun(pair.old))}{was} is gone"
                worst = Level.WARNING if was else Level.BREAKING
                levels = _where_sent(dict.fromkeys(Direction, worst), pair.old.schema)
                place = self._place(Side.OLD, before.path, pair.old)
                sides = Sides(self._noun(pair.old))
                yield from self._change(Kind.TYPE_PROPERTY_REMOVED, levels, says, place, sides)
            elif pair.new:
                says = f"{sentence(self._noun(pair.new))} is new"
                needed = Level.BREAKING if is_missed(pair.new) else Level.ADDITIVE
                levels = {Direction.REQUEST: needed, Direction.RESPONSE: Level.ADDITIVE}
                place = self._place(Side.NEW, after.path, pair.new)
                sides = Sides(self._noun(pair.new))
                yield from self._change(Kind.TYPE_PROPERTY_ADDED, levels, says, place, sides)

    def _noun(self, row: PropertySchema) -> str:
        return f"the property {quoted(row.name)} of the type {quoted(self.name)}"

    def _property(self, was: PropertySchema, now: PropertySchema, path: str) -> Iterator[Change]:
        noun, place = self._noun(now), self._place(Side.NEW, path, now)
        if bool(was.required) != bool(now.required):
            what, before = ("required", "optional") if now.required else ("optional", "required")
            # Having to send more breaks callers, and so does receiving less.
            levels = {
                Direction.REQUEST: Level.BREAKING if is_missed(now) else Level.ADDITIVE,
                Direction.RESPONSE: Level.ADDITIVE if now.required else Level.BREAKING,
            }
            levels = _where_sent(levels, was.schema, now.schema)
            kind = Kind(f"type-property-{what}")
            says = f"{sentence(noun)} is {what} now"
            sides = Sides(noun, before, what)
            yield from self._change(kind, levels, says, place, sides)
        for change in schema_changes(noun, was.schema, now.schema, self.types):
            kind = kind_of_change("type-property", change.what)
            levels = _where_sent(change.levels, was.schema, now.schema)
            says = change.message.removesuffix(".")
            yield from self._change(kind, levels, says, place, change.sides)

    def _place(self, side: Side, path: str, row: PropertySchema) -> ChangeLocation:
        tree = (self.new if side is Side.NEW else self.old).tree
        return ChangeLocation(side, tree.prefix + path, span_of(row).start)

    def _change(
        self,
        kind: Kind,
        levels: Mapping[Direction, Level],
        says: str,
        place: ChangeLocation,
        sides: Sides | None,
    ) -> Iterator[Change]:
        """Yield the change at its worst level, unless it affects no operation."""
        worst = [levels[direction] for direction, users in self._users.items() if users]
        if not worst:
            return
        message = f"{says}, which {self._reaches}."
        chosen = min(worst, key=lambda each: each.rank)
        if sides:
            # Beside the name of the type, which the change has already.
            about = sides.about.removesuffix(f" of the type {quoted(self.name)}")
            sides = sides._replace(about=about)
        yield Change(chosen, kind, "", self.name, place, message, sides)


def _where_sent(levels: Mapping[Direction, Level], *schemas: Schema) -> dict[Direction, Level]:
    """Return levels without those of directions in which a property is never sent."""
    return {
        direction: level if is_sent(direction, *schemas) else Level.TEXT
        for direction, level in levels.items()
    }


def _count(users: Mapping[str, Operation]) -> str:
    first, *others = sorted(users)
    if not others:
        return f"reaches {quoted(first)}"
    return f"reaches {quoted(first)} and {len(others):,} more"
