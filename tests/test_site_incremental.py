"""What builds of one process share: texts, readings, and the pages that another process makes."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Collection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from callsheet.cache.content import cache_file
from callsheet.cache.texts import TextStore
from callsheet.catalog import Catalog
from callsheet.catalog.readings import MAX_PAGE_BYTES
from callsheet.errors import DocsError
from callsheet.parallel import MIN_TASKS
from callsheet.samples.request.choices import NO_OVERRIDES
from callsheet.site.extension import CallsheetExtension
from callsheet.site.generated.operation_scripts import OperationScripts
from callsheet.site.incremental.cached_page import CachedPage, RenderingContext
from callsheet.site.incremental.fingerprint import site_fingerprint
from callsheet.site.incremental.operation_markdown import OperationMarkdown
from callsheet.site.incremental.page_cache import RenderedPageCache
from callsheet.site.incremental.shared_pages import SharedPages
from callsheet.site.incremental.source_files import ParsedPages, read_texts
from callsheet.site.output.site_directory import SiteDirectory
from tests.test_mkdocs_internals import config_of, files_of
from tests.test_site_page_cache import Site


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    docs = tmp_path / "docs"
    docs.mkdir()
    return config_of(docs)


def written(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


def on_disk(config: MkDocsConfig, *names: str) -> dict[str, File]:
    return {name: file_of(config, name) for name in names}


def file_of(config: MkDocsConfig, name: str) -> File:
    return File(name, config.docs_dir, config.site_dir, config.use_directory_urls)


def test_a_page_above_the_limit_has_no_text_and_stops_no_other(config: MkDocsConfig) -> None:
    docs = Path(config.docs_dir)
    pages: dict[str, File] = {}
    for name, size in (("over", MAX_PAGE_BYTES + 1), ("at", MAX_PAGE_BYTES), ("one", 1)):
        generated = File(f"generated {name}.md", None, config.site_dir, config.use_directory_urls)
        generated.content_bytes = b"x" * size
        pages[generated.src_uri] = generated
        written(docs / f"{name}.md", b"x" * size)
        pages[f"{name}.md"] = file_of(config, f"{name}.md")
    texts = read_texts(pages)
    assert {path: len(text) for path, text in texts.items()} == {
        "generated at.md": MAX_PAGE_BYTES, "at.md": MAX_PAGE_BYTES,
        "generated one.md": 1, "one.md": 1,
    }  # fmt: skip


def test_a_page_that_cannot_be_read_is_named(config: MkDocsConfig) -> None:
    with pytest.raises(DocsError, match=r"The page `gone\.md` cannot be read: No such file"):
        read_texts(on_disk(config, "gone.md"))


@pytest.mark.parametrize("count", [MIN_TASKS - 1, MIN_TASKS])
def test_readings_of_few_pages_are_saved_at_once_and_those_of_many_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setenv("CALLSHEET_CACHE_DIR", str(tmp_path / "cache"))
    file = cache_file(tmp_path)
    assert file
    pages = ParsedPages(tmp_path)
    texts = {f"page {number:03}.md": b"# Page\n" for number in range(count)}
    readings = list(pages.readings(texts, ["page 000b.md"]))
    assert [each.page.path for each in readings] == sorted([*texts, "page 000b.md"])
    assert file.exists() == (count < MIN_TASKS)
    file.unlink(missing_ok=True)
    pages.save_rest()
    assert file.exists() == (count >= MIN_TASKS)


def test_a_cached_page_keeps_its_links_for_mkdocs_to_check(
    tmp_path: Path, catalog: Catalog
) -> None:
    site = Site(tmp_path, catalog, "# One\n\n[There](a.md#gone) and [here](#one).\n")
    links = site.render().links_to_anchors
    assert links == {site.files.src_uris["a.md"]: {"gone": "a.md#gone", "one": "#one"}}
    cached = site.render()
    assert cached.content == ""
    assert cached.links_to_anchors == links


@pytest.mark.parametrize("is_there", [False, True])
def test_a_page_that_another_process_renders_is_looked_up_again(
    tmp_path: Path, catalog: Catalog, is_there: bool
) -> None:
    site = Site(tmp_path, catalog, "---\ntitle: A\n---\n# One\n")
    asked: list[CachedPage] = []

    def rendered_elsewhere(page: CachedPage) -> str:
        asked.append(page)
        if is_there:
            site.render()
        return ""

    page = site.page(rendered_elsewhere=rendered_elsewhere)
    assert page.entry is None
    page.read_source(site.config)
    assert asked == [page]
    assert (page.entry is not None) == is_there
    assert page.markdown == ("" if is_there else "# One\n")
    assert page.meta == {"title": "A"}
    if is_there:
        page.read_source(site.config)
        assert asked == [page], "nobody else renders a page that is in the cache"


class TwoProcesses:
    """Three pages, of which another process makes what this one does not take."""

    paths = ("a.md", "b.md", "c.md")

    def __init__(self, folder: Path, catalog: Catalog, *, weight: int = MIN_TASKS) -> None:
        config = config_of(folder)
        files: Files = files_of(config, *self.paths)
        self.store = TextStore(folder / "texts.sqlite")
        contents = dict.fromkeys(self.paths, "digest")
        cache = RenderedPageCache(self.store, b"code", contents, lambda _: "the same")
        extension = CallsheetExtension(catalog, generate_types=True, generate_uids=True)
        self.directory = SiteDirectory(folder / "site", {})
        self.directory.write("before.html", "key", b"before")
        markdown = OperationMarkdown(config, files, extension)
        scripts = OperationScripts(self.directory, "", (), NO_OVERRIDES)
        context = RenderingContext(
            cache, extension, markdown, config, files, self.directory, lambda _: None, scripts
        )
        self.pages = [CachedPage(None, files.src_uris[path], config) for path in self.paths]
        self.prepared = folder / "prepared"
        self.shared = SharedPages(
            context, self.pages, self._make, prepare=self._prepare, weight=weight
        )

    def _prepare(self) -> None:
        assert self.directory.written == {}, "each file is reported by the process that wrote it"
        self.prepared.write_text(str(os.getpid()), encoding="utf-8")

    def _make(self, page: CachedPage) -> str:
        logging.getLogger("mkdocs").error("said by the other process")
        path = page.file.src_uri
        self.store.put(path.encode(), "lost: the store of the parent")
        self.directory.write(f"{path}.html", "key", str(os.getpid()).encode())
        return f"of {path}"


@pytest.fixture
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide threads that other tests of this process may have left."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


needs_a_second_process = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="needs a second core"
)


@needs_a_second_process
@pytest.mark.usefixtures("one_thread")
def test_another_process_saves_the_readings_of_many_pages_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLSHEET_CACHE_DIR", str(tmp_path / "cache"))
    texts = {f"page {number:03}.md": b"# Page\n" for number in range(MIN_TASKS)}
    pages = ParsedPages(tmp_path)
    before = list(pages.readings(texts, []))
    pages.begin_saving()
    # This process does not write them a second time.
    monkeypatch.setattr(pages, "save", None)
    pages.save_rest()
    later = ParsedPages(tmp_path)
    assert list(later.readings(texts, [])) == before
    assert later.new_pages == 0


@needs_a_second_process
@pytest.mark.usefixtures("one_thread")
@pytest.mark.parametrize("takes", [False, True])
def test_what_the_other_process_writes_is_known_here(
    tmp_path: Path, catalog: Catalog, capfd: pytest.CaptureFixture[str], takes: bool
) -> None:
    two = TwoProcesses(tmp_path, catalog)
    assert two.shared.are_shared
    taken = [page.file.src_uri for page in two.pages if takes and two.shared.take(page)]
    two.shared.join()
    pid = two.prepared.read_text(encoding="utf-8")
    assert pid != str(os.getpid())
    others = {path for path in two.paths if path not in taken}
    assert set(two.directory.written) == {"before.html", *(f"{path}.html" for path in others)}
    assert two.shared.made == {path: f"of {path}" for path in others}
    for path in others:
        assert (tmp_path / "site" / f"{path}.html").read_text(encoding="utf-8") == pid
    # A connection to SQLite must not be used in two processes: the child has its own.
    assert not [path for path in two.paths if TextStore(two.store.file).get(path.encode())]
    two.shared.join()
    two.shared.terminate()
    assert "said by the other process" not in "".join(capfd.readouterr())


@needs_a_second_process
@pytest.mark.usefixtures("one_thread")
@pytest.mark.timeout(60)
def test_the_other_process_can_be_ended(tmp_path: Path, catalog: Catalog) -> None:
    def wait(self: TwoProcesses) -> None:
        threading.Event().wait(600)

    two = type("Waiting", (TwoProcesses,), {"_prepare": wait})(tmp_path, catalog)
    assert two.shared.are_shared
    two.shared.terminate()
    two.shared.join()
    assert set(two.directory.written) == {"before.html"}


def test_few_pages_are_all_made_here(tmp_path: Path, catalog: Catalog) -> None:
    two = TwoProcesses(tmp_path, catalog, weight=0)
    assert not two.shared.are_shared
    assert all(two.shared.take(page) for page in two.pages)
    two.shared.join()
    two.shared.terminate()
    assert set(two.directory.written) == {"before.html"}


def material(folder: Path) -> MkDocsConfig:
    """A site of a theme whose pages can be cached."""
    config = MkDocsConfig()
    config.load_dict(
        {"site_name": "Ships", "docs_dir": str(folder), "plugins": [], "theme": "material"}
    )
    assert config.validate() == ([], [])
    return config


def _inner() -> Callable[[], None]:
    def function() -> None: ...

    return function


@pytest.mark.parametrize(
    ("value", "is_known"),
    [
        ("text", True),
        (Path("folder"), True),
        (os.path.join, True),
        (_inner, True),
        (_inner(), False),
        (lambda: None, False),
        (object(), False),
        (SimpleNamespace(function=lambda: None), False),
        ({"of": [1, {2}]}, True),
    ],
)
def test_a_setting_that_may_change_unseen_leaves_pages_uncached(
    tmp_path: Path, value: Any, is_known: bool
) -> None:
    config = material(tmp_path)
    config["extra"] = {"value": value}
    assert (site_fingerprint(config, Files([]), []) is not None) == is_known


def _fingerprints(folder: Path, values: Collection[Any]) -> set[bytes | None]:
    config = material(folder)
    found = set()
    for value in values:
        config["extra"] = {"value": value}
        found.add(site_fingerprint(config, Files([]), []))
    return found


def test_each_kind_of_setting_counts(tmp_path: Path) -> None:
    values = [
        None, True, 1, 1.5, "1", b"1", Path("a"), Path("b"), ["a"], ["b"], {"a": 1}, {"a": 2},
        {"a"}, {"b"}, frozenset("c"), os.path.join, os.path.split, Path, dict,
        SimpleNamespace(a=1), SimpleNamespace(a=2), SimpleNamespace(b=1),
    ]  # fmt: skip
    assert len(_fingerprints(tmp_path, values)) == len(values)
    assert len(_fingerprints(tmp_path, [{"b", "a", "c"}, {"c", "b", "a"}])) == 1
