"""Definitions of named types that are stored, and found again where no page tells anything else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

from callsheet.cache.content import FEW
from callsheet.cache.fingerprint import environment_fingerprint
from callsheet.cache.texts import TextStore
from callsheet.catalog.named_types.defining import TypeDefiner
from callsheet.catalog.named_types.evidence import Evidence, evidence_of, evidence_of_type
from callsheet.catalog.named_types.model import EvidenceSource, Sighting, TypeDefinition
from callsheet.catalog.readings import PageCache
from callsheet.codec import Decoder, Encoder
from callsheet.model import Operation, TypeTable

Definitions = Mapping[str, TypeDefinition]

_NOWHERE = Sighting("", "", 0, EvidenceSource.TABLE)


class StoredTypes:
    """Defines types as a `TypeDefiner` does, unless a store has the definitions.

    They are stored under all operations and tables with the digests of their pages. Where pages
    have changed, those of the pages before are right, too, if the evidence is the same: then only
    the lines of sightings are others, and stored is no more than these.

    Args:
        definer: Defines the types that are not stored.
        store: The store.
        pages: The readings of the pages.
    """

    def __init__(self, definer: TypeDefiner, store: TextStore, pages: PageCache) -> None:
        self._definer, self._store, self._pages = definer, store, pages

    def define(
        self, operations: Iterable[Operation], type_tables: Iterable[TypeTable] = ()
    ) -> Definitions:
        """Define every named type of these operations, as `TypeDefiner.define` does."""
        operations, tables = tuple(operations), tuple(type_tables)
        places = [(each.path, each.uid) for each in operations]
        places += [(each.path, f"\n{each.name}") for each in tables]
        now = self._pages.digests
        if any(path not in now for path, _ in places):
            return self._definer.define(operations, tables)
        key = _key(places, now)
        stored = self._stored(key)
        if stored is None:
            stored = self._before(places, operations, tables)
            if stored is None or len(stored.lines) > FEW:
                found = _moved_to(stored) if stored else self._definer.define(operations, tables)
                self._store.put(key, _packed(found))
                return found
            self._store.put(key, json.dumps(stored.note(), separators=(",", ":")))
        return _moved_to(stored)

    def _stored(self, key: bytes) -> _Stored | None:
        text = self._store.get(key)
        plain = json.loads(text) if text is not None else None
        if not isinstance(plain, dict):
            return plain and _Stored(key, plain, {})
        base = self._stored(bytes.fromhex(plain["base"]))
        return base and base._replace(lines={at: dict(by) for at, by in plain["lines"].items()})

    def _before(
        self,
        places: Iterable[tuple[str, str]],
        operations: Iterable[Operation],
        tables: Iterable[TypeTable],
    ) -> _Stored | None:
        """Return the definitions of the pages before, if they hold for those of now, too."""
        before = self._pages.before
        if not before:
            return None
        digests = {**self._pages.digests, **{path: old for path, (old, _) in before.items()}}
        stored = self._stored(_key(places, digests))
        if stored is None:
            return None
        told: dict[str, list[tuple[Evidence | None, Evidence]]] = {}
        for operation in operations:
            if operation.path in before:
                known = (o for o in before[operation.path][1].operations if o.uid == operation.uid)
                pair = next(map(evidence_of, known), None), evidence_of(operation)
                told.setdefault(operation.path, []).append(pair)
        for table in tables:
            if table.path in before:
                was = before[table.path][1].page.defines
                told.setdefault(table.path, []).append(
                    (evidence_of_type(was) if was else None, evidence_of_type(table))
                )
        lines = dict(stored.lines)
        for path, pairs in told.items():
            moved = _moved(pairs)
            if moved is None:
                return None
            # Those of the definitions, which may be of an earlier page.
            first = lines.get(path) or {line: line for line in moved}
            lines[path] = {line: moved[then] for line, then in first.items()}
        moved_since = {path: by for path, by in lines.items() if any(a != b for a, b in by.items())}
        return stored._replace(lines=moved_since)


class _Stored(NamedTuple):
    """Stored definitions.

    Attributes:
        key: Their key.
        plain: The definitions as JSON.
        lines: The lines of now by those in the definitions, of the pages that have others.
    """

    key: bytes
    plain: Any
    lines: Mapping[str, Mapping[int, int]]

    def note(self) -> object:
        """Return what is stored for pages that these definitions hold for with other lines."""
        lines = {path: [*by_line.items()] for path, by_line in self.lines.items()}
        return {"base": self.key.hex(), "lines": lines}


def _moved_to(stored: _Stored) -> Definitions:
    """Return stored definitions, with the lines of now."""
    tables, rows = stored.plain
    decoder = Decoder(tables)
    found = {}
    for row, shape in rows:
        definition = _at(stored.lines, decoder.decode(row, TypeDefinition))
        # A cached property, which every build asks for.
        vars(definition)["shape"] = shape
        found[definition.name] = definition
    return found


def _packed(definitions: Definitions) -> str:
    encoder = Encoder()
    rows = [(encoder.encode(each, TypeDefinition), each.shape) for each in definitions.values()]
    return json.dumps([encoder.tables(), rows], separators=(",", ":"))


def _key(places: Iterable[tuple[str, str]], digests: Mapping[str, str]) -> bytes:
    text = repr([(*place, digests[place[0]]) for place in places])
    digest = hashlib.blake2b(environment_fingerprint(), digest_size=32)
    digest.update(b"types\n" + text.encode("utf-8", "surrogatepass"))
    return digest.digest()


def _moved(pairs: Sequence[tuple[Evidence | None, Evidence]]) -> dict[int, int] | None:
    """Return the new lines of a page by old ones; None where its evidence is different."""
    # Of several operations on a page, no one looks which of them has changed.
    if len(pairs) > 1 or (old := pairs[0][0]) is None:
        return None
    new = pairs[0][1]
    # Not by `==`, for which 1 is `True`.
    if repr(_without_lines(old)) != repr(_without_lines(new)):
        return None
    ordered = sorted({*zip(_lines(old), _lines(new), strict=True)})
    # In another order, the sightings would be in another one, too.
    grows = all(a < c and b < d for (a, b), (c, d) in pairwise(ordered))
    return dict(ordered) if grows else None


def _without_lines(evidence: Evidence) -> Evidence:
    tables = tuple(
        replace(
            table,
            sighting=replace(table.sighting, line=0),
            statements=tuple(replace(each, sighting=_NOWHERE) for each in table.statements),
        )
        for table in evidence.tables
    )
    positions = tuple((0, value, name) for _, value, name in evidence.positions)
    return replace(evidence, tables=tables, positions=positions)


def _lines(evidence: Evidence) -> list[int]:
    lines = [line for line, _, _ in evidence.positions]
    for table in evidence.tables:
        lines += [table.sighting.line, *(each.sighting.line for each in table.statements)]
    return lines


def _at(lines: Mapping[str, Mapping[int, int]], definition: TypeDefinition) -> TypeDefinition:
    """Return a definition with the lines of now."""

    def moved(sightings: tuple[Sighting, ...]) -> tuple[Sighting, ...]:
        if not any(each.path in lines for each in sightings):
            return sightings
        return tuple(
            replace(each, line=lines[each.path][each.line]) if each.path in lines else each
            for each in sightings
        )

    contradictions = tuple(
        replace(each, claims=tuple(replace(c, sightings=moved(c.sightings)) for c in each.claims))
        for each in definition.contradictions
    )
    sightings = moved(definition.sightings)
    return replace(definition, sightings=sightings, contradictions=contradictions)
