"""The files of a model, as a build writes them; `callsheet.sandbox.models` loads them."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from callsheet.catalog import Catalog
from callsheet.codec import Encoder
from callsheet.model import Operation
from callsheet.model.deferred import OUTLINE
from callsheet.sandbox.model_records import (
    INDEX,
    BindingRecord,
    CollectionRecord,
    IndexRecord,
    OutlineRecord,
    PartRecord,
    RuleRecord,
    TypeRecord,
)
from callsheet.server.conclusions import Conclusions
from callsheet.server.pack import Pack
from callsheet.server.resources.grouping import Collection

MAX_BYTES = 1_000_000
"""The largest size of a file that has more than one operation; compressed, a tenth of it."""

Packed = TypeVar("Packed")


def model_files(catalog: Catalog, packs: Sequence[Pack] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a catalog: name and content, the index last.

    Args:
        catalog: The operations.
        packs: What the server knows of the API beyond its pages.
    """
    conclusions = Conclusions.of(catalog, packs)
    known, demanded = conclusions.types.known, conclusions.types.demanded
    every = dict.fromkeys((*known, *demanded))
    types = [TypeRecord(name, known.get(name), demanded.get(name)) for name in every]
    operations = [replace(each, front_matter=_plain(each)) for each in catalog.documented]
    parts: list[PartRecord] = []
    names: list[str] = []
    for part, content in (
        *_parts(operations, lambda each: each.group, lambda piece: PartRecord(operations=piece)),
        *_parts(types, _folder_of, lambda piece: PartRecord(types=piece)),
        *_parts(catalog.type_tables, lambda _: "", lambda piece: PartRecord(tables=piece)),
    ):
        # So that an index finds the files of its own build, or none.
        names.append(f"{hashlib.sha256(content).hexdigest()[:16]}.json")
        yield names[-1], content
        parts.append(part)
    place = {o.uid: number for number, part in enumerate(parts) for o in part.operations}
    sharing = {o.uid for found in catalog.by_route.values() if len(found) > 1 for o in found}
    outlines = tuple(
        OutlineRecord(
            **{name: getattr(each, name) for name in OUTLINE},
            parameters=each.parameters if each.uid in sharing else None,
            part=place[each.uid],
        )
        for each in catalog.documented
    )
    yield INDEX, _encoded(_index(conclusions, outlines, parts, names), IndexRecord)


def _encoded(value: object, kind: type) -> bytes:
    encoder = Encoder()
    encoded = encoder.encode(value, kind)
    plain = {"tables": encoder.tables(), "content": encoded}
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _parts(
    values: Iterable[Packed],
    folder: Callable[[Packed], str],
    part: Callable[[tuple[Packed, ...]], PartRecord],
) -> Iterator[tuple[PartRecord, bytes]]:
    """Yield files, as what they have and encoded: one for a folder, for a large one several."""
    for _, found in groupby(sorted(values, key=folder), key=folder):
        left = [tuple(found)]
        while left:
            piece = left.pop()
            made = part(piece)
            content = _encoded(made, PartRecord)
            if len(piece) > 1 and len(content) > MAX_BYTES:
                middle = len(piece) // 2
                left += [piece[middle:], piece[:middle]]
            else:
                yield made, content


def _folder_of(named: TypeRecord) -> str:
    return named.known.path.rpartition("/")[0] if named.known else ""


def _plain(operation: Operation) -> dict[str, object]:
    """Return what a page says of its samples, which is all that a server needs to know."""
    chosen = operation.front_matter.get("samples")
    return {} if chosen is None else {"samples": json.loads(json.dumps(chosen, default=str))}


def _index(
    conclusions: Conclusions,
    outlines: tuple[OutlineRecord, ...],
    parts: list[PartRecord],
    names: list[str],
) -> IndexRecord:
    rules, found = conclusions.rules, conclusions.bindings
    collections = {b.collection.name: b.collection for b in found.values()}
    numbers = {name: number for number, name in enumerate(collections)}
    return IndexRecord(
        tuple(names),
        outlines,
        tuple(sorted(conclusions.credentials.basic)),
        tuple(sorted(conclusions.credentials.tokens)),
        rules.usual,
        tuple(
            RuleRecord(uid, rules.alternatives.get(uid), rules.tokens.get(uid, ()))
            for uid in dict.fromkeys((*rules.alternatives, *rules.tokens))
        ),
        tuple((*place, tuple(sorted(values))) for place, values in rules.keys.items()),
        tuple(map(_packed, collections.values())),
        tuple(
            BindingRecord(uid, each.role.value, numbers[each.collection.name], each.parameter)
            for uid, each in found.items()
        ),
        tuple((each.name, n) for n, part in enumerate(parts) for each in part.types if each.known),
        tuple(
            (each.name, n) for n, part in enumerate(parts) for each in part.types if each.demanded
        ),
        tuple(number for number, part in enumerate(parts) if part.tables),
    )


def _packed(collection: Collection) -> CollectionRecord:
    return CollectionRecord(
        collection.name,
        collection.key,
        collection.read.uid,
        collection.depth,
        tuple(sorted(key for key in collection.mentioned if isinstance(key, int))),
        tuple(sorted(key for key in collection.mentioned if isinstance(key, str))),
        collection.parameter,
    )
