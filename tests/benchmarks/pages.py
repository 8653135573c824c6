"""Docs trees of any size, made of the outside pages."""

from __future__ import annotations

import re
from itertools import count, cycle, islice
from pathlib import Path

from callsheet.catalog import Catalog

_UID = re.compile(rb"^(uid|id): *(\S+)$", re.MULTILINE)
_ROUTE = re.compile(rb"^([A-Z]+) /api/v1/", re.MULTILINE)


def make_docs(corpus: Path, folder: Path, number: int) -> Path:
    """Writes a docs tree with that many operations.

    The pages of the corpus come first; where they are too few they come again, each copy with a uid
    and a route of its own.

    Args:
        corpus: The outside pages.
        folder: A new folder.
        number: How many operations.
    """
    paths = [corpus / operation.path for operation in Catalog.read(corpus).operations]
    rounds = (n // len(paths) for n in count())
    for copy, path in islice(zip(rounds, cycle(paths), strict=False), number):
        content = path.read_bytes()
        if copy:
            content = _UID.sub(rb"\1: \2_c%d" % copy, content)
            content = _ROUTE.sub(rb"\1 /api/v1/c%d/" % copy, content)
        relative = path.relative_to(corpus)
        target = (
            folder / relative.parent / f"{relative.stem}_c{copy}.md" if copy else folder / relative
        )
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder
