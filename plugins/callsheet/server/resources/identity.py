"""The ids of members: which property has them, how they are sent, and new ones."""

from collections.abc import Iterable
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from callsheet import lazy_re as re
from callsheet.model import Property
from callsheet.schema import Evaluator, Schema
from callsheet.server.engine.contracts import generate
from callsheet.server.state import MAX_NAME, Key

_EVALUATOR = Evaluator()
_NAMES = ("id", "uuid", "guid", "key", "slug", "code", "name", "number", "no")
"""Names of properties that tell one member from all others, the likeliest first."""

_MARKS = re.compile(r"[^0-9a-z]+")


def plain(name: str) -> str:
    """Return a name without what styles of writing differ in: `pet_id` and `petId` are one."""
    return _MARKS.sub("", name.lower())


def is_identifying(item: Property) -> bool:
    """Tell whether a value of a property or parameter can be an id: an integer or any text."""
    return item.schema.type in ("integer", "string") and not item.schema.enum


def key_property(
    properties: Iterable[Property], parameter: Property, nouns: Iterable[str]
) -> Property | None:
    """Return the property that has the ids of members; None where none can be recognised.

    Args:
        properties: The properties of a member.
        parameter: The parameter that has the id.
        nouns: What a member is called, in lower case.
    """
    kind, wanted = parameter.schema.type, plain(parameter.name)
    same = [item for item in properties if is_identifying(item) and item.schema.type == kind]
    found = {plain(item.name): item for item in reversed(same)}
    ends = [name for name in _NAMES if wanted.endswith(name)]
    likely = [wanted, "id", *(f"{plain(noun)}id" for noun in nouns), *ends, "uuid", "guid"]
    if key := next((found[name] for name in likely if name in found), None):
        return key
    # A number that is named after something else may still be the id: there is no better one.
    return next((i for i in same if kind == "integer" and i.name.endswith("Id")), None)


def key_of(value: Any, schema: Schema) -> Key | None:
    """Return the id that a value of a request stands for; None where it is not an id."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    if schema.type == "integer" and isinstance(value, str):
        is_number = value.isascii() and value.isdigit() and len(value) < MAX_NAME
        return int(value) if is_number else None
    return str(value) if schema.type == "string" else value


def new_key(schema: Schema, collection: str, number: int) -> Key:
    """Return the id of a new member.

    Args:
        schema: What ids are.
        collection: The name of the collection.
        number: A number that no other member has or had.
    """
    if schema.type == "integer":
        return number
    seed = str(uuid5(NAMESPACE_URL, f"{collection}/{number}"))
    if schema.format != "uuid" and _EVALUATOR.fits(str(number), schema):
        return str(number)
    if _EVALUATOR.fits(seed, schema):
        return seed
    # Its example would be the same for each.
    return str(generate(schema.replace(examples=(), default=None), seed))
