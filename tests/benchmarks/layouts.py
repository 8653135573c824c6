"""What pages in the layouts of others cost, in processor time."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.source.readers.reader import read_page
from tests.benchmarks.measure import Figure

PAGES = 2_100
"""The pages of the whole reference that is built."""

_TIMES = 5
_SITE = """\
site_name: Measured
site_url: https://example.com/
theme: {{name: material, font: false, features: [navigation.prune, navigation.indexes]}}
plugins: [{plugins}]
"""
_ROUTE = re.compile(r"\b(GET|POST|PATCH|PUT|DELETE) (?=/)")


def figures(corpus: Path) -> Iterator[Figure]:
    """Reading a page of each layout, and building a large reference beside plain Material."""
    layouts = corpus.parent / "layouts"
    for folder in sorted(each for each in layouts.iterdir() if each.is_dir()):
        yield Figure(f"reading a page of {folder.name}", _reading(folder) * 1000, "ms", 2)
    with tempfile.TemporaryDirectory() as name:
        _copies(layouts / "graph", Path(name, "docs"))
        plain = _building(Path(name), "search")
        ours = _building(Path(name), "search, callsheet")
    yield Figure(f"building {PAGES} pages of graph, to plain Material", ours / plain, "", 1)


def _reading(folder: Path) -> float:
    """Seconds that a page takes, as most of several rounds do."""
    pages = [(page.read_bytes(), page.name) for page in folder.rglob("*.md")]
    taken = []
    for _ in range(_TIMES):
        start = time.process_time()
        for data, name in pages:
            read_page(data, name)
        taken.append(time.process_time() - start)
    return sorted(taken)[_TIMES // 2] / len(pages)


def _copies(source: Path, docs: Path) -> None:
    """Copies pages until there are enough, each time with routes of their own."""
    docs.mkdir()
    pages = sorted(source.glob("*.md"))
    written = 0
    for number in count():
        for page in pages[: PAGES - written]:
            text = _ROUTE.sub(rf"\1 /v{number}", page.read_text(encoding="utf-8"))
            (docs / f"{page.stem}-{number}.md").write_text(text, encoding="utf-8")
            written += 1
        if written == PAGES:
            return


def _building(folder: Path, plugins: str) -> float:
    """Seconds of all cores that a build without a cache takes."""
    (folder / "mkdocs.yml").write_text(_SITE.format(plugins=plugins))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=folder,
        env=os.environ | {CACHE_VARIABLE: "", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        check=True,
        timeout=1800,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
