"""What it costs to write samples in all languages."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from callsheet.catalog import Catalog
from callsheet.samples import DEFAULT_LANGUAGES, LANGUAGES, languages_of, samples_of
from tests.benchmarks.measure import Figure, seconds
from tests.benchmarks.pages import make_docs
from tests.benchmarks.reading import WHOLE


def figures(corpus: Path) -> Iterator[Figure]:
    """Writing the samples of the whole publication: in all languages, and in those of a site."""
    with tempfile.TemporaryDirectory() as folder:
        docs = make_docs(corpus, Path(folder, "docs"), WHOLE)
        operations = Catalog.read(docs, cached=False).operations
    for name, keys in (("all languages", tuple(LANGUAGES)), ("a site", DEFAULT_LANGUAGES)):
        languages = languages_of(keys)
        taken = seconds(lambda: [samples_of(o, languages) for o in operations], times=3)  # noqa: B023
        yield Figure(f"samples of {WHOLE} operations in {name}", taken, "s", 6)
