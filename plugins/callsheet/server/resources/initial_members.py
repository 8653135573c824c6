"""Initial members of collections, from a file of the user's instead of the pages' examples."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from callsheet.errors import ConfigurationError
from callsheet.model import PLACEHOLDER
from callsheet.server.resources.grouping import Collection
from callsheet.server.resources.identity import new_key
from callsheet.server.state import Document, State

MAX_MEMBERS = 10_000
"""How many members a file may have in all."""

MAX_WORKSPACES = 100
"""How many workspaces a file may name."""

WORKSPACES = "workspaces"
"""The member of a file that has collections by the name of a workspace."""

_MAX_COUNTED = 100_000

Members = Mapping[str, tuple[Document, ...]]


@dataclass(frozen=True, slots=True)
class InitialMembers:
    """The members that collections begin with, by the route of the collection.

    Attributes:
        everywhere: Those of all workspaces.
        workspaces: Those of a workspace, by its name, instead of those of all.
        file: Where they come from.
    """

    everywhere: Members = field(default_factory=dict)
    workspaces: Mapping[str, Members] = field(default_factory=dict)
    file: str = ""

    @classmethod
    def read(cls, value: Any, file: str) -> "InitialMembers":
        """Read the content of a file.

        Raises:
            ConfigurationError: It is not what it should be.
        """
        if not isinstance(value, dict):
            raise ConfigurationError(f"{file}: it is not a mapping of routes to lists of members.")
        named = value.get(WORKSPACES, {})
        if not isinstance(named, dict) or len(named) > MAX_WORKSPACES:
            message = f"{file}: `{WORKSPACES}` is not a mapping of up to {MAX_WORKSPACES} names."
            raise ConfigurationError(message)
        everywhere = {route: found for route, found in value.items() if route != WORKSPACES}
        found = cls(
            _members(everywhere, file),
            {str(name): _members(inner, f"{file}: {name}") for name, inner in named.items()},
            file,
        )
        each = (found.everywhere, *found.workspaces.values())
        if sum(len(members) for part in each for members in part.values()) > MAX_MEMBERS:
            raise ConfigurationError(f"{file}: it has more than {MAX_MEMBERS:,} members.")
        return found

    def check(self, collections: Iterable[Collection]) -> None:
        """Check that there are such collections, and that the members are what pages document.

        Raises:
            ConfigurationError: It is not so.
        """
        known = {collection.name: collection for collection in collections}
        for part in (self.everywhere, *self.workspaces.values()):
            for route, members in part.items():
                collection = known.get(_name(route, known))
                if collection is None:
                    raise ConfigurationError(
                        f"{self.file}: `{route}` is not a collection; there are:"
                        f" {', '.join(sorted(known)) or 'none'}."
                    )
                for number, member in enumerate(members, 1):
                    for mismatch in collection.mismatches(member):
                        raise ConfigurationError(
                            f"{self.file}: member {number} of `{route}`: `{mismatch.pointer}` is"
                            f" not {mismatch.expected} ({collection.read.path})."
                        )

    def fill(self, state: State, collections: Iterable[Collection], workspace: str = "") -> None:
        """Fill a new workspace, after the pages' examples."""
        known = {collection.name: collection for collection in collections}
        for route, members in {**self.everywhere, **self.workspaces.get(workspace, {})}.items():
            collection = known[_name(route, known)]
            name = f"{collection.name}#" if collection.depth else collection.name
            for old, _ in list(state.items(name)):
                state.delete(name, old)
            given = [member.get(collection.key) for member in members]
            last = max((key for key in given if type(key) is int), default=0)
            # New members come after these, and need not look for a free number one by one.
            while last <= _MAX_COUNTED and state.next_key(name) < last:
                pass
            for key, member in zip(given, members, strict=True):
                own = key if isinstance(key, int | str) else None
                while own is None or (own != key and own in given):
                    own = new_key(collection.key_schema, collection.name, state.next_key(name))
                state.put(name, own, {**member, collection.key: own})


def _members(value: Any, place: str) -> Members:
    if not isinstance(value, dict):
        raise ConfigurationError(f"{place}: it is not a mapping of routes to lists of members.")
    for route, members in value.items():
        if not isinstance(members, list) or not all(isinstance(one, dict) for one in members):
            raise ConfigurationError(f"{place}: `{route}` is not a list of members.")
    return {str(route): tuple(members) for route, members in value.items()}


def _name(route: str, known: Mapping[str, Collection]) -> str:
    """Return the name of a collection, which may be given by its route."""
    return route if route in known else PLACEHOLDER.sub("{}", route.lower()).rstrip("/")
