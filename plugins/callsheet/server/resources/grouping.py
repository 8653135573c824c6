"""Binding of operations to collections, by routes and names."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from callsheet import lazy_re as re
from callsheet.http.statuses import is_success
from callsheet.model import Location, Operation, Parameter, Property
from callsheet.model.contents import request_contents
from callsheet.model.rows import rows_schema
from callsheet.schema import ANYTHING, MISSING, Evaluator, Mismatch, Schema
from callsheet.schema.conjunction import conjunction
from callsheet.schema.i_json import read_json
from callsheet.server.engine.contracts import Contract, promise_of
from callsheet.server.resources.identity import is_identifying, key_property
from callsheet.server.resources.mentions import add_mentioned
from callsheet.server.state import Key

_EVALUATOR = Evaluator(local_times=True, nulls=True)
_NUMBERS = {"int32", "int64"}


Types = Callable[[], Mapping[str, Schema]]


class Role(StrEnum):
    """Role of an operation for a collection."""

    LIST = "list"
    CREATE = "create"
    READ = "read"
    REPLACE = "replace"
    PATCH = "patch"
    DELETE = "delete"
    DEFAULT = "default"
    VALIDATE = "validate"
    SAVE = "save"
    BELONGS = "belongs"


@dataclass(frozen=True)
class Collection:
    """A collection of members of one type.

    Attributes:
        name: Under which they are stored.
        key: The property that holds their id.
        read: The operation that answers with one of them.
        depth: How many path parameters come before the member's own; each of their values has
            things of its own.
        mentioned: The ids that the pages' examples speak of.
        types: Gives the named types, with what there must be: they are worked out when needed.
        parameter: The name of the parameter of that operation that has the id.
    """

    name: str
    key: str
    read: Operation
    depth: int = 0
    mentioned: set[Key] = field(default_factory=set)
    types: Types = dict
    parameter: str = ""

    @cached_property
    def properties(self) -> tuple[Property, ...]:
        """The documented properties of one of them."""
        return self.read.response.properties if self.read.response else ()

    @cached_property
    def prototype(self) -> Mapping[str, Any]:
        """One of them, as a page shows it."""
        return _example_of(self.read)

    @cached_property
    def schema(self) -> Schema:
        """Schema of one of them."""
        return promise_of(self.read)

    @cached_property
    def key_schema(self) -> Schema:
        """Schema of their ids."""
        stated = next(item.schema for item in self.properties if item.name == self.key)
        if stated.type != "string":
            return stated
        # What they are in a path says more, such as that they are not empty texts.
        places = (Location.PATH, Location.QUERY)
        sent = (row for place in places for row in self.read.parameters_in(place))
        found = next((row.schema for row in sent if row.name == self.parameter), ANYTHING)
        return conjunction([stated, found])

    @cached_property
    def contract(self) -> Contract:
        """Contract of one of them."""
        return Contract(self.schema, self.types())

    @cached_property
    def stated(self) -> Schema:
        """Contract of one of them by the table alone."""
        return rows_schema(self.properties)

    @cached_property
    def required(self) -> frozenset[str]:
        """The properties that each of them must have."""
        stated = self.contract.schema
        return frozenset(item.name for item in stated.properties if item.required)

    @cached_property
    def optional(self) -> frozenset[str]:
        """The properties that the page marks as optional."""
        return frozenset(item.name for item in self.properties if item.required is False)

    @cached_property
    def blank(self) -> Mapping[str, Any]:
        """The values of a new one, but of optional properties."""
        specimen = self.contract.specimen().items()
        return {name: value for name, value in specimen if name not in self.optional}

    def mismatches(self, document: Mapping[str, Any]) -> list[Mismatch]:
        """Return where a document contradicts the table; null is not a mismatch."""
        found = _EVALUATOR.mismatches(document, self.stated)
        return [mismatch for mismatch in found if mismatch.got is not MISSING]

    @cached_property
    def specimen(self) -> Mapping[str, Any]:
        """One of them as the page shows it, without what contradicts the page's own types."""
        specimen = {**self.contract.specimen(), **self.prototype}
        repair: dict[str, Any] = self.contract.repair(specimen)
        return repair


@dataclass(frozen=True, slots=True)
class Conventions:
    """How an API names operations on resources, and their types.

    Attributes:
        procedures: What `POST /…/{verb}{Type}` does, by verb: with `{"Get": Role.READ}`,
            `POST /depot/GetParcel` reads a `Parcel`.
        suffixes: What names of types may end with that are the same type with something added.
    """

    procedures: Mapping[str, Role] = field(default_factory=dict)
    suffixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Binding:
    """Role of an operation, its collection, and the name of the parameter that has the id."""

    role: Role
    collection: Collection
    parameter: str = ""


def bind(
    operations: Iterable[Operation], conventions: Iterable[Conventions] = (), types: Types = dict
) -> dict[str, Binding]:
    """Find out what operations do with collections.

    A collection is a route that one can POST to, with a member route below it that one can GET by
    id, or a member route that one can PUT a new member to; or a family of procedures that read, and
    save or suggest, the type that their routes name. Where both are about one type, they share the
    collection.

    Args:
        operations: The operations.
        conventions: How their API names procedures and types.

    Args:
        operations: The operations.
        types: Gives the named types, as in `Collection`.

    Returns:
        The bindings by uid; an operation without one is about nothing that can be recognised.
    """
    operations, conventions = tuple(operations), tuple(conventions)
    suffixes = tuple(suffix for each in conventions for suffix in each.suffixes)
    bindings: dict[str, Binding] = {}
    for uid, binding in _bind_routes(operations, suffixes, types):
        # What belongs to a member may have members of its own, whichever is found first.
        is_bound = uid in bindings and bindings[uid].role is not Role.BELONGS
        if not (is_bound and binding.role is Role.BELONGS):
            bindings[uid] = binding
    by_type: dict[str, list[Collection]] = {}
    for uid, binding in bindings.items():
        if binding.role is Role.READ:
            operation = next(o for o in operations if o.uid == uid)
            by_type.setdefault(_type_name(operation, suffixes), []).append(binding.collection)
    for each in conventions:
        for uid, binding in _bind_procedures(operations, each.procedures, suffixes, by_type, types):
            bindings.setdefault(uid, binding)
    add_mentioned(operations, bindings)
    return bindings


def _bind_routes(
    operations: tuple[Operation, ...], suffixes: tuple[str, ...], types: Types
) -> Iterator[tuple[str, Binding]]:
    below: dict[str, list[Operation]] = {}
    for operation in operations:
        below.setdefault(operation.route.shape, []).append(operation)
    bound: set[str] = set()
    # Where a member has a number and a name, the number is what identifies it.
    for read in sorted(operations, key=_is_by_text):
        base, _, last = read.route.shape.rpartition("/")
        parameter = _last_parameter(read)
        if read.method != "GET" or last != "{}" or parameter is None or base in bound:
            continue
        creates = [operation for operation in below.get(base, ()) if operation.method == "POST"]
        creates += [o for o in below[read.route.shape] if makes_new(o)]
        if not creates or not read.response or not read.response.properties:
            continue
        collection = _collection(read, parameter, base, suffixes, types)
        if collection is None or not isinstance(collection.contract.specimen(), dict):
            continue
        bound.add(base)
        for operation in below.get(base, ()):
            role = _COLLECTION_ROLES.get(operation.method)
            is_of_one = role is not Role.SAVE or _sends(operation, collection.key)
            if role and is_of_one and _can_answer(operation, role):
                yield operation.uid, Binding(role, collection)
        yield from _bind_members(collection, below, base)


def _is_by_text(operation: Operation) -> bool:
    parameter = _last_parameter(operation)
    return parameter is not None and parameter.schema.type == "string"


def _sends(operation: Operation, key: str) -> bool:
    """Tell whether the request has one member, with its id."""
    contents = request_contents(operation)
    return bool(contents) and contents[0].schema.property(key) is not None


def makes_new(operation: Operation) -> bool:
    """Tell whether a client gives a new member its id, by PUT (RFC 9110, 9.3.4)."""
    return operation.method == "PUT" and any(status.code == 201 for status in operation.statuses)


_COLLECTION_ROLES = {"GET": Role.LIST, "POST": Role.CREATE, "PUT": Role.SAVE}
_MEMBER_ROLES = {"GET": Role.READ, "PUT": Role.REPLACE, "PATCH": Role.PATCH, "DELETE": Role.DELETE}


def _bind_members(
    collection: Collection, below: Mapping[str, list[Operation]], base: str
) -> Iterator[tuple[str, Binding]]:
    for operation in below[f"{base}/{{}}"]:
        parameter = _last_parameter(operation)
        role = _MEMBER_ROLES.get(operation.method)
        if parameter and parameter.schema.type != collection.key_schema.type:
            continue
        if parameter and role and _can_answer(operation, role):
            yield operation.uid, Binding(role, collection, parameter.name)
    for name, role in (("default", Role.DEFAULT), ("validate", Role.VALIDATE)):
        for operation in below.get(f"{base}/{name}", ()):
            if _can_answer(operation, role):
                yield operation.uid, Binding(role, collection)
    for shape, operations in below.items():
        if shape.startswith(f"{base}/{{}}/"):
            for operation in operations:
                parameter = _nth_parameter(operation, base.count("{}"))
                if parameter and parameter.schema.type == collection.key_schema.type:
                    yield operation.uid, Binding(Role.BELONGS, collection, parameter.name)


def _bind_procedures(
    operations: tuple[Operation, ...],
    roles: Mapping[str, Role],
    suffixes: tuple[str, ...],
    by_type: Mapping[str, list[Collection]],
    types: Types,
) -> Iterator[tuple[str, Binding]]:
    # The longest first, because one verb may begin as another does.
    verbs = "|".join(map(re.escape, sorted(roles, key=len, reverse=True)))
    pattern = re.compile(rf"(?P<verb>{verbs})(?P<type>[A-Z]\w*)")
    families: dict[tuple[str, str], dict[Role, Operation]] = {}
    for operation in operations:
        base, _, last = operation.route.template.rpartition("/")
        if roles and operation.method == "POST" and (match := pattern.fullmatch(last)):
            family = families.setdefault((base, match["type"]), {})
            family[roles[match["verb"]]] = operation
    for (_, name), family in families.items():
        read = family.get(Role.READ)
        is_known = read is not None and _type_name(read, suffixes) == name
        if read is None or not is_known or not family.keys() & {Role.SAVE, Role.DEFAULT}:
            continue
        if not read.response or not read.response.properties or not _numbers(read):
            continue
        known = by_type.get(name, ())
        # Several collections may have members of one type; then it is unknown which is meant.
        collection = (
            known[0]
            if len(known) == 1
            else _collection(read, _numbers(read)[0], name, suffixes, types)
        )
        if collection is None or collection.depth:
            continue
        for role, operation in family.items():
            numbers = _numbers(operation)
            # Which one is read or deleted must be said by a number.
            if _can_answer(operation, role) and (numbers or role in (Role.SAVE, Role.DEFAULT)):
                yield operation.uid, Binding(role, collection, numbers[0].name if numbers else "")


def _can_answer(operation: Operation, role: Role) -> bool:
    """Tell whether an operation can answer with a member, its number, or a list of members."""
    response = operation.response
    if role is not Role.LIST and response and response.properties:
        # The examples need not be read to know that much.
        return True
    schema = promise_of(operation)
    kind = "object" if schema.ref else schema.type
    if role is Role.LIST:
        is_array = kind == "array" and (schema.items or ANYTHING).type in ("", "object")
        return is_array or list_property(schema) is not None
    if role in (Role.CREATE, Role.SAVE):
        return kind in ("", "object", "integer", "string")
    return role is Role.DELETE or kind in ("", "object")


def list_property(contract: Schema) -> str | None:
    """Return the property of an envelope that has the members: `value`, or its only array."""
    if contract.property("value") is not None:
        return "value"
    arrays = [item for item in contract.properties if "array" in item.schema.types]
    is_of_objects = len(arrays) == 1 and _may_be_objects(arrays[0].schema.items)
    return arrays[0].name if is_of_objects else None


def _may_be_objects(items: Schema | None) -> bool:
    return items is None or bool(items.ref) or items.type in ("", "object")


def _collection(
    read: Operation, parameter: Parameter, name: str, suffixes: tuple[str, ...], types: Types
) -> Collection | None:
    properties = read.response.properties if read.response else ()
    # What a name says before its `Entity`, or the last word of the route, is what it is a key of.
    last = name.rpartition("/")[2].lower()
    nouns = (_type_name(read, suffixes).removesuffix("Entity").lower(), last, last.rstrip("s"))
    key = key_property(properties, parameter, nouns)
    if key is None:
        return None
    depth = name.count("{}")
    return Collection(name, key.name, read, depth, types=types, parameter=parameter.name)


def _type_name(operation: Operation, suffixes: tuple[str, ...]) -> str:
    """Return the name of the type that an operation answers with, without what is added to it."""
    response = operation.response
    data_type = (response.body_type or response.type) if response else None
    name = data_type.name if data_type else ""
    for suffix in suffixes:
        name = name.removesuffix(suffix)
    return name


def _example_of(operation: Operation) -> dict[str, Any]:
    example = next((m for m in operation.example_responses if is_success(m.status)), None)
    try:
        value = read_json(example.body) if example else None
    except ValueError:
        value = None
    return value if isinstance(value, dict) else {}


def _numbers(operation: Operation) -> list[Parameter]:
    """Return the query parameters that are numbers."""
    return [p for p in operation.parameters_in(Location.QUERY) if _is_number(p)]


def _last_parameter(operation: Operation) -> Parameter | None:
    return _nth_parameter(operation, len(operation.route.parameters) - 1)


def _nth_parameter(operation: Operation, place: int) -> Parameter | None:
    """Return the parameter at a position in the route, if it can be an id."""
    names = operation.route.parameters
    if not 0 <= place < len(names):
        return None
    wanted = names[place].lower()
    found = [p for p in operation.parameters_in(Location.PATH) if p.name.lower() == wanted]
    return next((p for p in found if is_identifying(p)), None)


def _is_number(item: Property) -> bool:
    return item.type is not None and item.type.name in _NUMBERS
