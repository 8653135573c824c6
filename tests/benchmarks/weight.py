"""What readers load: the pages, what is on each of them, and what the console adds."""

from __future__ import annotations

import gzip
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from callsheet.catalog import Catalog
from callsheet.render import console_script, console_stylesheet, script, stylesheet
from callsheet.site.generated.console import FOLDER
from tests.benchmarks.measure import Figure
from tests.benchmarks.pages import make_docs

PAGES = 803
CONFIG = """\
site_name: Corpus
site_url: http://127.0.0.1/
theme:
  name: material
  font: false
  features: [content.code.copy, navigation.indexes, navigation.instant, navigation.prune]
plugins: [search, callsheet]
markdown_extensions: [admonition, attr_list, tables, pymdownx.highlight, pymdownx.superfences]
"""


def figures(corpus: Path) -> Iterator[Figure]:
    """Kilobytes (1,000 bytes) after gzip."""
    own = _weight(stylesheet()) + _weight(script())
    yield Figure("own CSS and JavaScript of a page", own, "kB", 18)
    with tempfile.TemporaryDirectory() as folder:
        pages = sorted(map(_weight_of_file, build_corpus(corpus, Path(folder))))
        data = [*map(_weight_of_file, Path(folder, "site", FOLDER).glob("*-*.js"))]
    code = _weight(console_script("")) + _weight(console_stylesheet())
    yield Figure("data and programs of a group, median script", statistics.median(data), "kB", 12)
    yield Figure("opening the console, largest script", code + max(data), "kB", 60)
    yield Figure("HTML of the median operation page", statistics.median(pages), "kB", 9)


def _weight(text: str) -> float:
    return len(gzip.compress(text.encode(), 9)) / 1000


def _weight_of_file(file: Path) -> float:
    return _weight(file.read_text(encoding="utf-8"))


def build_corpus(corpus: Path, folder: Path) -> list[Path]:
    """Builds a site of the outside pages; returns the pages of operations."""
    docs = make_docs(corpus, folder / "docs", PAGES)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stderr=subprocess.DEVNULL,
        check=True,
        timeout=600,
    )
    paths = [operation.path for operation in Catalog.read(docs).operations]
    return [folder / "site" / path.removesuffix(".md") / "index.html" for path in paths]
