"""`mkdocs serve` shows a changed page first, and then what follows from it on others."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileModifiedEvent, FileOpenedEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.site.generated.console import FOLDER
from callsheet.site.serving import live_reload
from callsheet.site.serving.file_watcher import FileWatcher
from tests.parcels import page
from tests.sites import MATERIAL, contents

GET = "docs/Parcel/Get.md"
SHOWN = "site/Parcel/Get/index.html"
SECONDS = 20
_DONE = "Done, as far as anybody can tell or knows."


class Serving:
    """A site as `mkdocs serve` has it, of which no request is answered."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("Get", "Put", "Patch"):
            route = f"{name.upper()} /api/v1/Parcel/{{id}}"
            text = page(f"parcel_{name}", route).replace("\nDone.\n", f"\n{_DONE}\n")
            self.write(f"docs/Parcel/{name}.md", text)
        self.write("docs/index.md", "# Parcels\n")
        self.write("mkdocs.yml", MATERIAL)
        config = self._config("site")
        config.plugins.on_startup(command="serve", dirty=False)
        self.builds = 0
        self._build(config)
        self.server = LiveReloadServer(self._build, "127.0.0.1", 0, root=str(folder / "site"))
        self.server.watch(config.docs_dir)
        self.server = config.plugins.on_serve(self.server, config=config, builder=self._build)
        self.server.observer.start()

    def _config(self, site: str) -> MkDocsConfig:
        config = load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.folder / site))
        config.watch.clear()
        return config

    def _build(self, config: MkDocsConfig | None = None) -> None:
        self.builds += 1
        build(config or self._config("site"), serve_url="http://127.0.0.1/")

    def write(self, path: str, text: str) -> None:
        """Write a new file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text by one that is not longer, and build once MkDocs is told."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        changed = text.replace(old, new.ljust(len(old)))
        assert len(changed) == len(text)
        # In one go, so that there is one change to tell.
        with file.open("r+b", buffering=0) as stream:
            stream.write(changed.encode())
        self.build()

    def build(self) -> bool:
        """Build what MkDocs is told to; return whether browsers reload then."""
        server = self.server
        with server._rebuild_cond:
            assert server._rebuild_cond.wait_for(lambda: server._want_rebuild, SECONDS)
            server._want_rebuild = False
        server._wanted_epoch += 1
        server.builder()
        reloads = server._wanted_epoch != server._visible_epoch
        server._visible_epoch = server._wanted_epoch
        return reloads

    def text(self, path: str = SHOWN) -> str:
        """Return the text of a file."""
        return (self.folder / path).read_text(encoding="utf-8")

    def assert_whole(self) -> None:
        """Assert that the site is what a build of all pages without a cache makes."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(CACHE_VARIABLE, "")
            config = self._config("anew")
            config.plugins.on_startup(command="serve", dirty=False)
            build(config, serve_url="http://127.0.0.1/")
        old, new = contents(self.folder / "site"), contents(self.folder / "anew")
        assert {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)} == set()


@pytest.fixture
def serving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serving]:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setattr(live_reload, "PAUSE", 0.1)
    served = Serving(tmp_path)
    yield served
    served.server.shutdown()
    served.server.observer.join()


def test_an_edited_page_is_shown_before_the_site_is_built(serving: Serving) -> None:
    serving.edit(GET, _DONE, "It is done.")
    assert "It is done." in serving.text()
    assert serving.builds == 1
    # Nothing else has changed, so nobody's page is loaded again.
    assert not serving.build()
    assert serving.builds == 2
    serving.assert_whole()


def test_the_programs_of_an_edited_page_are_shown_with_it(serving: Serving) -> None:
    (script,) = (serving.folder / "site" / FOLDER).glob("*-*.js")
    before = script.read_text(encoding="utf-8")
    serving.edit(GET, "GET /api/v1/Parcel/7", "GET /api/v1/Parcel/8")
    shown = script.read_text(encoding="utf-8")
    assert serving.builds == 1
    assert shown != before
    assert all(f"parcel_{name}" in shown for name in ("Get", "Put", "Patch"))
    serving.build()
    assert script.read_text(encoding="utf-8") == shown
    serving.assert_whole()


def test_what_others_show_follows(serving: Serving) -> None:
    serving.edit(GET, "A parcel.", "A letter.")
    assert "A letter." in serving.text()
    assert serving.builds == 1
    serving.build()
    assert "A letter." in serving.text("site/search/search_index.json")
    serving.assert_whole()


def test_edits_before_the_build_are_shown_one_by_one(serving: Serving) -> None:
    serving.edit(GET, _DONE, "First.")
    serving.edit(GET, "First.", "Again.")
    assert "Again." in serving.text()
    serving.edit("docs/Parcel/Put.md", _DONE, "Third.")
    assert "Third." in serving.text("site/Parcel/Put/index.html")
    while serving.builds == 1:
        serving.build()
    serving.assert_whole()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        pytest.param(GET, "title: GET /api/v1/Parcel/{id}", "title: Get it", id="title"),
        pytest.param(GET, "uid: parcel_Get", "uid: parcel_get", id="uid"),
        pytest.param(GET, _DONE, "[!include[](../index.md)]", id="include"),
        pytest.param("docs/index.md", "# Parcels", "# Boxes", id="another page"),
        pytest.param(GET, "```http\nGET", "```http\nPUT", id="method"),
    ],
)
def test_what_is_named_elsewhere_needs_the_whole_site(
    serving: Serving, path: str, old: str, new: str
) -> None:
    serving.edit(path, old, new)
    assert serving.builds == 2
    serving.assert_whole()


def test_what_editors_leave_while_they_save_does_not_matter(serving: Serving) -> None:
    builder: Any = serving.server.builder
    builder.__self__._note(str(serving.folder / f"{GET}~"))
    serving.edit(GET, _DONE, "It is done.")
    assert serving.builds == 1
    assert "It is done." in serving.text()


def test_what_a_build_leaves_is_collected(serving: Serving) -> None:
    serving.edit("docs/index.md", "# Parcels", "# Boxes")
    assert serving.builds == 2
    # Thousands of objects in cycles, which added up build by build.
    assert gc.collect() < 300


def test_a_removed_page_needs_the_whole_site(serving: Serving) -> None:
    (serving.folder / GET).unlink()
    assert serving.build()
    assert not (serving.folder / SHOWN).exists()
    serving.assert_whole()


class Told(FileSystemEventHandler):
    """Counts what it is told."""

    def __init__(self) -> None:
        self.times = 0

    def on_any_event(self, event: object) -> None:
        self.times += 1


def test_a_change_is_told_once_whoever_finds_it(tmp_path: Path) -> None:
    changed: list[str] = []
    watcher, told = FileWatcher(PollingObserver(), changed.append), Told()
    (_, watch) = watcher.schedule(told, str(tmp_path), recursive=True)
    [handler] = watcher._observers[1]._handlers[watch]
    file = tmp_path / "page.md"
    file.write_text("one")
    event = FileModifiedEvent(str(file))
    for _ in range(2):
        handler.dispatch(event)
    handler.dispatch(FileOpenedEvent(str(file)))
    assert (told.times, changed) == (1, [str(file)])
    file.write_text("other")
    handler.dispatch(event)
    assert told.times == 2
    file.unlink()
    handler.dispatch(event)
    assert told.times == 3
    assert changed == [os.fspath(file)] * 3
