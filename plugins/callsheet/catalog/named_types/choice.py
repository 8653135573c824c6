"""The choice between tables that describe one named type differently.

The generator of a publication may write the name of one type above the table of another by mistake.
The tables of such a name have next to nothing in common, so no single page can be trusted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from callsheet.catalog.named_types.evidence import Testimony
from callsheet.catalog.named_types.model import Contradiction, TypeClaim

Names = frozenset[str]
Owners = Mapping[Names, frozenset[str]]
"""The undisputed types by the names of the properties in their tables."""


@dataclass(frozen=True, slots=True)
class Consensus:
    """The testimonies of the majority, the most typical one first, and the outvoted ones.

    Without a majority, none is accepted.
    """

    accepted: tuple[Testimony, ...]
    rejected: tuple[Testimony, ...]

    def contradictions(self, tables: Consensus | None = None) -> tuple[Contradiction, ...]:
        """Return one contradiction about the whole type, if any testimony was outvoted.

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


def choose_tables(name: str, testimonies: Sequence[Testimony], owners: Owners) -> Consensus:
    """Decide which tables describe a type.

    All do if they are alike. If not, tables that equal the undisputed table of another type are
    dropped as mistakes, and of the others, more than half must be alike.
    """
    alike, others = _split(testimonies, are_alike)
    if not others:
        return Consensus(alike, ())
    own = [t for t in testimonies if not owners.get(t.names, frozenset()) - {name}]
    alike, _ = _split(own, are_alike)
    if 2 * len(alike) <= len(own):
        return Consensus((), tuple(testimonies))
    # By identity, because two places may have equal testimonies.
    accepted = {id(testimony) for testimony in alike}
    return Consensus(alike, tuple(t for t in testimonies if id(t) not in accepted))


def choose_examples(testimonies: Sequence[Testimony], tables: Consensus) -> Consensus:
    """Decide which examples describe a type: those that are like its table.

    Without a table, more than half of them must be alike. With a disputed table, none does: nothing
    tells which type they show.
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
    """Return the types whose tables are all alike, by the names of their properties."""
    owners: dict[Names, set[str]] = {}
    for name, testimonies in tables.items():
        alike, others = _split(testimonies, are_alike)
        if not others:
            for testimony in alike:
                owners.setdefault(testimony.names, set()).add(name)
    return {names: frozenset(types) for names, types in owners.items()}


def are_alike(one: Names, other: Names) -> bool:
    """Tell whether two tables share at least half of all their properties."""
    return 2 * len(one & other) >= len(one | other)


def overlapping(one: Names, other: Names) -> bool:
    """Tell whether at least half of the smaller one's properties are in the other."""
    return 2 * len(one & other) >= min(len(one), len(other))


def _split(
    testimonies: Sequence[Testimony], alike: Callable[[Names, Names], bool]
) -> tuple[tuple[Testimony, ...], tuple[Testimony, ...]]:
    """Split testimonies into those like the most frequent one, which is first, and the others."""
    counts = Counter(testimony.names for testimony in testimonies)
    if not counts:
        return (), ()
    # Among equals, `most_common` keeps the order of first occurrence.
    leader = counts.most_common(1)[0][0]
    fits = {names: alike(names, leader) for names in counts}
    like = sorted((t for t in testimonies if fits[t.names]), key=lambda t: t.names != leader)
    return tuple(like), tuple(t for t in testimonies if not fits[t.names])


def _says(testimony: Testimony) -> str:
    return ", ".join(statement.name for statement in testimony.statements) or "no property"
