"""Which of the shapes that pages give to one name is the type's own.

The generator of a publication may slip and write the name of one type above the table of another.
Such a name has tables that have next to nothing in common, so no single page can be trusted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from callsheet.catalog.named_types.evidence import Testimony
from callsheet.catalog.named_types.model import Contradiction, TypeClaim

Names = frozenset[str]
Owners = Mapping[Names, frozenset[str]]
"""Which types have a table with exactly these properties, and no table of another kind."""


@dataclass(frozen=True, slots=True)
class Consensus:
    """The testimonies that agree on the whole, the typical one first, and the outvoted ones.

    Where there is no majority, none is accepted.
    """

    accepted: tuple[Testimony, ...]
    rejected: tuple[Testimony, ...]

    def contradictions(self, tables: Consensus | None = None) -> tuple[Contradiction, ...]:
        """What the outvoted ones contradict, as one contradiction about the whole type.

        Args:
            tables: The tables that outvoted them, if they are examples.
        """
        if not self.rejected:
            return ()
        followed = (*(tables.accepted if tables else ()), *self.accepted)
        claims: dict[str, list[Testimony]] = {}
        for testimony in followed:
            claims.setdefault(_says(followed[0]), []).append(testimony)
        for testimony in self.rejected:
            claims.setdefault(_says(testimony), []).append(testimony)
        listed = tuple(
            TypeClaim(says, tuple(testimony.sighting for testimony in testimonies))
            for says, testimonies in claims.items()
        )
        return (Contradiction(None, listed, settled=bool(followed)),)


def choose(name: str, testimonies: Sequence[Testimony], owners: Owners) -> Consensus:
    """Decides which tables describe the type.

    They do where they are alike. Where they are not, those that are the table of a type with an
    undisputed table are that type's, and of the others more than half must be alike.
    """
    alike, others = _split(testimonies, kindred)
    if not others:
        return Consensus(alike, ())
    own = [t for t in testimonies if not owners.get(t.names, frozenset()) - {name}]
    alike, _ = _split(own, kindred)
    if 2 * len(alike) <= len(own):
        return Consensus((), tuple(testimonies))
    # By identity, as two places may say the same.
    accepted = {id(testimony) for testimony in alike}
    return Consensus(alike, tuple(t for t in testimonies if id(t) not in accepted))


def choose_examples(testimonies: Sequence[Testimony], tables: Consensus) -> Consensus:
    """Decides which examples describe the type: those that are like its table.

    Without a table, more than half of them must be alike. Where the tables are in dispute, nothing
    tells which type an example shows.
    """
    if tables.accepted:
        table = tables.accepted[0].names
        fits = [overlapping(testimony.names, table) for testimony in testimonies]
    elif tables.rejected:
        return Consensus((), ())
    else:
        alike, others = _split(testimonies, overlapping)
        if not others:
            return Consensus(alike, ())
        if len(alike) <= len(others):
            return Consensus((), tuple(testimonies))
        return Consensus(alike, others)
    pairs = list(zip(testimonies, fits, strict=True))
    return Consensus(tuple(t for t, fit in pairs if fit), tuple(t for t, fit in pairs if not fit))


def undisputed(tables: Mapping[str, Sequence[Testimony]]) -> Owners:
    """The properties of the types whose tables are all alike."""
    owners: dict[Names, set[str]] = {}
    for name, testimonies in tables.items():
        alike, others = _split(testimonies, kindred)
        if not others:
            for testimony in alike:
                owners.setdefault(testimony.names, set()).add(name)
    return {names: frozenset(types) for names, types in owners.items()}


def kindred(one: Names, other: Names) -> bool:
    """Whether at least half of all properties are in both."""
    return 2 * len(one & other) >= len(one | other)


def overlapping(one: Names, other: Names) -> bool:
    """Whether at least half of the properties of the smaller one are in the other."""
    return 2 * len(one & other) >= min(len(one), len(other))


def _split(
    testimonies: Sequence[Testimony], alike: Callable[[Names, Names], bool]
) -> tuple[tuple[Testimony, ...], tuple[Testimony, ...]]:
    """Those like the most frequent one, with that one first, and the others."""
    counts = Counter(testimony.names for testimony in testimonies)
    if not counts:
        return (), ()
    # `most_common` keeps the order of the first sight among equals.
    leader = counts.most_common(1)[0][0]
    fits = {names: alike(names, leader) for names in counts}
    like = sorted((t for t in testimonies if fits[t.names]), key=lambda t: t.names != leader)
    return tuple(like), tuple(t for t in testimonies if not fits[t.names])


def _says(testimony: Testimony) -> str:
    return ", ".join(statement.name for statement in testimony.statements) or "no property"
