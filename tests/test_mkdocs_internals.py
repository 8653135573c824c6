"""What the site uses of MkDocs without being told to: this fails where MkDocs has changed."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands import build as commands
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, PluginCollection, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation, Section, get_navigation
from mkdocs.structure.pages import Page

from callsheet.site.incremental.cached_page import CachedPage, attach_pages, preset_pages
from callsheet.site.mkdocs_internals import add_handler, handling_modules, write_instead


def config_of(folder: Path, nav: Any = None) -> MkDocsConfig:
    config = MkDocsConfig()
    values = {
        "site_name": "Ships", "docs_dir": str(folder), "site_dir": f"{folder}-site",
        "nav": nav, "plugins": [], "theme": {"name": None, "custom_dir": str(folder)},
    }  # fmt: skip
    config.load_dict(values)
    assert config.validate() == ([], [])
    return config


def files_of(config: MkDocsConfig, *paths: str) -> Files:
    for path in paths:
        Path(config.docs_dir, path).write_text(f"# {path}\n", encoding="utf-8")
    places = config.docs_dir, config.site_dir, config.use_directory_urls
    files = Files([File(path, *places) for path in paths])
    set_exclusions(files, config)
    return files


@pytest.mark.parametrize(
    ("function", "names"),
    [
        (commands.get_context, ["nav", "files", "config", "page", "base_url"]),
        (set_exclusions, ["files", "config"]),
        (Page.__init__, ["self", "title", "file", "config"]),
        (Page.read_source, ["self", "config"]),
        (Page.render, ["self", "config", "files"]),
        (LiveReloadServer.watch, ["self", "path", "func", "recursive"]),
    ],
)
def test_functions_have_the_parameters_that_we_give(function: Any, names: list[str]) -> None:
    assert list(inspect.signature(function).parameters) == names


class Leaving(BasePlugin[MkDocsConfig]):  # type: ignore[no-untyped-call]
    """Leaves a page to itself, and asks for all pages whenever it can."""

    calls: list[str]

    @event_priority(-1000)
    def on_env(self, env: object, *, config: MkDocsConfig, files: Files) -> None:
        self.calls, self.files = [], files
        write_instead(files, lambda file: file.src_uri == "a.md", partial(self.note, "write"))

    def note(self, what: str) -> None:
        pages = self.files.documentation_pages(inclusion=InclusionLevel.is_included)
        self.calls.append(f"{what} {len([*pages])}")

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        self.note("template")
        return output

    def on_page_context(self, context: Any, *, page: Page, **_: object) -> None:
        self.note(f"{page.file.src_uri} {len([*context['pages']])} of")


def test_mkdocs_builds_no_page_that_is_written_instead_but_checks_its_links(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = config_of(tmp_path)
    files_of(config, "a.md", "b.md")
    (tmp_path / "a.md").write_text("[There](b.md#nowhere)")
    (tmp_path / "main.html").write_text("{{ page.title }}")
    config.validation.links.anchors = logging.WARNING
    plugin = config.plugins["leaving"] = Leaving()
    commands.build(config)
    assert plugin.calls == ["template 2", "write 2", "b.md 2 of 2"]
    assert not Path(config.site_dir, "a").exists()
    assert Path(config.site_dir, "b", "index.html").read_text() == "b.md"
    assert "b.md#nowhere" in caplog.text


class Writer(BasePlugin[MkDocsConfig]):  # type: ignore[no-untyped-call]
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        config["calls"].append("writer")


class Other(BasePlugin[MkDocsConfig]):  # type: ignore[no-untyped-call]
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        config["calls"].append("other")


@pytest.mark.parametrize(
    ("after", "expected"),
    [("Writer", ["writer", "ours", "other"]), ("nobody", ["writer", "other", "ours"])],
)
def test_a_handler_comes_right_after_those_of_some_modules(
    monkeypatch: pytest.MonkeyPatch, after: str, expected: list[str]
) -> None:
    monkeypatch.setattr(Writer, "__module__", "Writer")
    plugins = PluginCollection()
    plugins["writer"], plugins["other"] = Writer(), Other()
    calls: list[str] = []

    def ours(config: Any) -> None:
        calls.append("ours")

    for _ in range(2):
        add_handler(plugins, "post_build", ours, lambda name: name == after)
    assert handling_modules(plugins, "post_build").count("Writer") == 1
    assert handling_modules(plugins, "page_content") == []
    heard: Any = {"calls": calls}
    plugins.on_post_build(config=heard)
    assert calls == expected


NAV = [
    {"First": "a.md"},
    "b.md",
    {"Part": ["c.md", {"Fourth": "d.md"}, {"Inner": [{"Other": "a.md"}]}]},
    {"Web": "https://example.com/"},
]


def test_pages_of_our_class_have_the_titles_and_places_of_those_of_mkdocs(tmp_path: Path) -> None:
    config = config_of(tmp_path, NAV)
    paths = ["a.md", "b.md", "c.md", "d.md"]
    plain, ours = files_of(config, *paths), files_of(config, *paths)
    preset_pages(paths, ours, config)
    expected, found = get_navigation(plain, config), get_navigation(ours, config)
    assert all(type(page) is CachedPage for page in found.pages)
    assert str(found).replace("CachedPage", "Page") == str(expected)
    assert [(p.title, p.url) for p in found.pages] == [(p.title, p.url) for p in expected.pages]
    assert [p.title for p in found.pages] == ["First", None, None, "Fourth", "First"]
    assert isinstance(found.items[2], Section)
    assert found.pages[2].parent is found.items[2]
    assert found.pages[1].next_page is found.pages[2]


def test_a_page_that_nav_forgets_is_reported_and_then_one_of_ours(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = config_of(tmp_path, ["a.md"])
    files = files_of(config, "a.md", "b.md", "c.md", "d.md")
    files.src_uris["c.md"].inclusion = InclusionLevel.NOT_IN_NAV
    files.src_uris["d.md"].inclusion = InclusionLevel.EXCLUDED
    preset_pages(["a.md", "b.md", "c.md", "d.md"], files, config)
    with caplog.at_level(logging.INFO):
        nav = get_navigation(files, config)
    message = caplog.text.partition('not included in the "nav" configuration')[2]
    assert [path for path in ("a.md", "b.md", "c.md", "d.md") if path in message] == ["b.md"]
    assert [type(file.page) for file in files] == [CachedPage, Page, CachedPage, type(None)]
    assert attached(files, config, nav) == ["a.md", "b.md", "c.md"]
    assert nav.pages == [files.src_uris["a.md"].page]


def test_a_page_that_another_plugin_has_put_into_the_navigation_stays(tmp_path: Path) -> None:
    config = config_of(tmp_path)
    files = files_of(config, "a.md", "b.md")
    page = Page("Of another plugin", files.src_uris["a.md"], config)
    preset_pages(["a.md", "b.md"], files, config)
    nav = get_navigation(files, config)
    assert nav.pages[0] is files.src_uris["a.md"].page is page
    assert attached(files, config, nav) == ["b.md"]


def test_pages_that_are_not_built_or_not_cached_are_left_to_mkdocs(tmp_path: Path) -> None:
    config = config_of(tmp_path)
    files = files_of(config, "a.md", "b.md", "c.md")
    files.src_uris["b.md"].inclusion = InclusionLevel.EXCLUDED
    preset_pages(["a.md", "b.md"], files, config)
    assert [type(file.page) for file in files] == [CachedPage, type(None), type(None)]
    nav = get_navigation(files, config)
    files.src_uris["c.md"].page = CachedPage(None, files.src_uris["c.md"], config)
    assert attached(files, config, nav, {"a.md"}) == ["a.md"]


def attached(
    files: Files, config: MkDocsConfig, nav: Navigation, paths: Collection[str] | None = None
) -> list[str]:
    """The pages that use a cache, of which nothing is known here but that it is empty."""

    class Empty:
        def look_up(self, pages: object) -> None:
            pass

        def find(self, page: Page) -> None:
            return None

    cache: Any = Empty()
    context: Any = type("Context", (), {"cache": cache, "files": files, "config": config})
    paths = {file.src_uri for file in files} if paths is None else paths
    return [page.file.src_uri for page in attach_pages(context, paths, nav.pages)]


def test_a_page_without_a_cache_is_a_page_like_any_other(tmp_path: Path) -> None:
    config = config_of(tmp_path)
    plain, ours = files_of(config, "a.md"), files_of(config, "a.md")
    preset_pages(["a.md"], ours, config)
    for files in (plain, ours):
        get_navigation(files, config)
        page = files.src_uris["a.md"].page
        assert page
        page.read_source(config)
        page.render(config, files)
    first, second = plain.src_uris["a.md"].page, ours.src_uris["a.md"].page
    assert first
    assert isinstance(second, CachedPage)
    assert (first.content, first.title, first.url) == (second.content, second.title, second.url)
    assert first.present_anchor_ids == second.present_anchor_ids
    assert first.meta == second.meta
