"""What reading a catalog costs."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.catalog import Catalog
from tests.benchmarks.measure import Figure, peak_megabytes, seconds
from tests.benchmarks.pages import make_docs

WHOLE = 3116
"""The operations of the whole publication."""

_READ = "import sys; from pathlib import Path; from callsheet.catalog import Catalog\n"
_COUNT = "assert len(Catalog.read(Path(sys.argv[1])).operations) == int(sys.argv[2])"


def figures(corpus: Path) -> Iterator[Figure]:
    """Reading the corpus cold and from the cache, and the memory for the whole publication."""
    number = len(Catalog.read(corpus, cached=False).pages)
    cold = seconds(lambda: Catalog.read(corpus, cached=False))
    yield Figure("reading a page, cold", cold / number * 1000, "ms", 2)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[CACHE_VARIABLE] = f"{folder}/cache"
        Catalog.read(corpus)
        warm = seconds(lambda: Catalog.read(corpus))
        yield Figure("reading a page, from the cache", warm / number * 1000, "ms", 0.2)
        docs = str(make_docs(corpus, Path(folder, "docs"), WHOLE))
        for how in ("cold", "from the cache"):
            memory = peak_megabytes(_READ + _COUNT, docs, str(WHOLE))
            yield Figure(f"memory for {WHOLE} operations, {how}", memory, "MiB", 300)
        del os.environ[CACHE_VARIABLE]
