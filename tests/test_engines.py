"""The same pages in MkDocs, ProperDocs and Zensical.

The first two run the plugin, and give the same site. Zensical runs the Python-Markdown extension,
and gives the pages that MkDocs gives without the plugin.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from tests.conftest import DOCS, ROOT
from tests.packaging import environments
from tests.parsed import Parsed
from tests.starting import contents

pytestmark = pytest.mark.slow

PLUGIN = re.compile(r"^  - callsheet:\n(?:    .*\n)+", re.MULTILINE)
"""The plugin in `mkdocs.yml`, with its options."""

EXTENSION = "  - callsheet:\n      coverage: sample-coverage.json\n"
"""The extension, which is named and configured alike."""

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
# Zensical takes it away once it has built its index with it.
NOT_SEARCHED = ' data-search-exclude=""'

zensical = pytest.mark.skipif(find_spec("zensical") is None, reason="Zensical is not installed")


def build(engine: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Builds a site as its authors do."""
    program = str(Path(sys.executable).parent / engine)
    named = ["-f", "mkdocs.yml"] if engine == "properdocs" else []
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [program, "build", *named, *options],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def site_of(folder: Path, engine: str, *, plugin: bool, extension: bool) -> Path:
    """The project's own site, built by an engine in a folder of its own."""
    shutil.copytree(DOCS, folder / "docs")
    shutil.copy(ROOT / "sample-coverage.json", folder)
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert len(PLUGIN.findall(text)) == 1
    if not plugin:
        text = PLUGIN.sub("", text)
    if extension:
        text = text.replace("markdown_extensions:\n", f"markdown_extensions:\n{EXTENSION}")
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    # Without the plugin there are no files that it adds, and links to them are broken.
    done = build(engine, folder, *(["--strict"] if plugin else []))
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def operation_html(site: Path, page: str) -> str:
    """What the extension made of an operation page."""
    file = site / page.removesuffix(".md") / "index.html"
    parsed = Parsed(file.read_text(encoding="utf-8"))
    [element] = parsed.select("article .callsheet:has(> h1)")
    return str(element)


def test_properdocs_gives_the_same_site_as_mkdocs(tmp_path: Path) -> None:
    # The second site names the extension, too, as one that three engines build does.
    one = site_of(tmp_path / "mkdocs", "mkdocs", plugin=True, extension=False)
    other = site_of(tmp_path / "properdocs", "properdocs", plugin=True, extension=True)
    ours, theirs = contents(one), contents(other)
    assert set(ours) == set(theirs)
    pages = [name for name in ours if name.endswith(".html")]
    assert len(pages) > len(Catalog.read(DOCS).operations)
    # It has the time of its making in it.
    for name in sorted(set(ours) - {"sitemap.xml.gz"}):
        mkdocs, properdocs = ours[name], theirs[name]
        if name in pages:
            mkdocs, properdocs = (GENERATOR.sub(b"", page, 1) for page in (mkdocs, properdocs))
        assert mkdocs == properdocs, name


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_a_finding_fails_a_strict_build(tmp_path: Path, engine: str) -> None:
    page = "reference/Person/v1PersonEntity_GetImage.md"
    text = (DOCS / page).read_text(encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text(text.replace("uid: v1", "uid: no/"), encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: X\ntheme: material\nplugins: [callsheet]\n")
    done = build(engine, tmp_path, "--strict")
    assert done.returncode == 1
    assert "index.md:3: CS003" in done.stderr


@pytest.mark.slow
@zensical
def test_zensical_gives_the_operation_pages_of_mkdocs_without_plugin(tmp_path: Path) -> None:
    # It passes over plugins that it does not know, without a word.
    site = site_of(tmp_path / "zensical", "zensical", plugin=True, extension=True)
    plain = site_of(tmp_path / "mkdocs", "mkdocs", plugin=False, extension=True)
    for operation in Catalog.read(DOCS).operations:
        ours = operation_html(plain, operation.path)
        assert operation_html(site, operation.path) == ours.replace(NOT_SEARCHED, "")
    index = (site / "search.json").read_text(encoding="utf-8")
    assert "ConceptualType" in index
    assert "Permanent link" not in index


@pytest.mark.slow
def test_the_newest_zensical_is_tried_and_reported(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    made = environments.make(tmp_path / "venv")
    made.install("-e", ROOT, "zensical")
    asked = "from importlib.metadata import version; print(version('zensical'))"
    version = made.run("python", "-c", asked, cwd=tmp_path).stdout.strip()
    record_property("zensical", version)
    (tmp_path / "docs").mkdir()
    operation = Catalog.read(DOCS).operations[0]
    shutil.copy(DOCS / operation.path, tmp_path / "docs/operation.md")
    (tmp_path / "docs/index.md").write_text("# Start\n", encoding="utf-8")
    text = "site_name: X\nplugins: [callsheet]\nmarkdown_extensions: [callsheet, attr_list]\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = made.run("zensical", "build", cwd=tmp_path)
    page = tmp_path / "site/operation/index.html"
    # Another version than the one that is pinned is no reason to fail: it is told what it lacks.
    if done.returncode or not page.is_file() or b"data-callsheet-uid" not in page.read_bytes():
        pytest.xfail(f"Zensical {version}: {(done.stderr or done.stdout).strip()[-300:]}")
