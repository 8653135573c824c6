"""Packs: what a server knows of an API beyond its pages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from callsheet.model import Operation
from callsheet.server.engine.call import Behaviour
from callsheet.server.engine.locale import HeaderMeaning, Translate
from callsheet.server.resources.grouping import Conventions
from callsheet.server.state import State


def _no_behaviours(_operations: Sequence[Operation]) -> Mapping[str, Behaviour]:
    return {}


def _no_seed(_state: State, _operations: Iterable[Operation]) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Pack:
    """Behaviours and conventions of an API; each attribute has a default.

    Attributes:
        behaviours: Returns what operations do, by uid, for those of a catalog that the pack knows.
        seed: Fills a new workspace; it gets the operations that have a behaviour of this pack.
        schemes: Schemes of the header `Authorization` that are accepted where a page has a row for
            it, besides Basic, Bearer and those that the row names.
        headers: What the API's own header fields mean, by name.
        translate: Picks a language out of a text that has several.
        conventions: How routes and names tell what operations do with resources.
    """

    behaviours: Callable[[Sequence[Operation]], Mapping[str, Behaviour]] = _no_behaviours
    seed: Callable[[State, Iterable[Operation]], None] = _no_seed
    schemes: tuple[str, ...] = ()
    headers: Mapping[str, HeaderMeaning] = field(default_factory=dict)
    translate: Translate | None = None
    conventions: Conventions = field(default_factory=Conventions)
