"""A page is rendered again when something that it depends on has changed, and not before."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from markdown import Markdown
from markdown.postprocessors import Postprocessor
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from callsheet.cache.texts import TextStore
from callsheet.catalog import Catalog
from callsheet.catalog.collected import read_collected
from callsheet.catalog.named_types import TypeDefiner
from callsheet.docs_collections import DocsCollection
from callsheet.samples.request.choices import NO_OVERRIDES
from callsheet.site.extension import CallsheetExtension
from callsheet.site.generated.operation_scripts import OperationScripts
from callsheet.site.incremental.cached_page import CachedPage, RenderingContext
from callsheet.site.incremental.dependencies import DependencyDigests
from callsheet.site.incremental.operation_markdown import OperationMarkdown
from callsheet.site.incremental.page_cache import RenderedPageCache, stands_alone
from callsheet.site.markdown.converter import SiteMarkdown
from callsheet.site.markdown.html_injection import HtmlInjector
from callsheet.site.mkdocs_internals import PagesMarkdown
from callsheet.site.output.site_directory import SiteDirectory
from callsheet.site.page_facts import APART, Dependency, DependencyRecorder
from callsheet.site.site_catalog import SiteCatalog
from tests.parcels import page as operation_page
from tests.test_mkdocs_internals import config_of, files_of

UID = "v1PersonEntity_SaveImage_POST"
MARKERS = "".join(f"<!-- callsheet: {name} -->\n\n" for name in ("operations", "types", "uids"))
ASKED = {
    Dependency("operations", ""),
    Dependency("types", ""),
    Dependency("uids", ""),
    Dependency("uid", UID),
}


def test_what_a_page_asks_is_recorded_by_its_own_recorder(catalog: Catalog) -> None:
    extension = CallsheetExtension(catalog, generate_types=True, generate_uids=True)
    first, second = DependencyRecorder(), DependencyRecorder()
    pages = [Markdown(extensions=[extension.recording(each)]) for each in (first, second)]
    Markdown(extensions=[extension]).convert(MARKERS)
    assert not first.found
    pages[0].convert(f"{MARKERS}See <xref:{UID}>.")
    assert first.found == ASKED
    assert not second.found


def test_a_link_to_a_page_is_that_of_markdown_and_takes_its_way_with_unknown_processors(
    tmp_path: Path, catalog: Catalog
) -> None:
    class Unknown(Postprocessor):
        def run(self, text: str) -> str:
            return text.replace("b.md", "c.md").replace("b/", "c/")

    extension = CallsheetExtension(catalog)
    config = config_of(tmp_path)
    extensions: list[object] = [extension]
    config["markdown_extensions"] = extensions
    pages = PagesMarkdown(config, files_of(config, "a.md", "b.md"))
    pages.begin(File("a.md", config.docs_dir, config.site_dir, config.use_directory_urls))
    markdown = SiteMarkdown(pages.md, HtmlInjector(pages.md), str, {})
    assert markdown.url("b.md") == "../b/"
    assert 'href="../b/"' in markdown.inline("[x](b.md)")
    pages.md.postprocessors.register(Unknown(), "unknown", 1)
    assert SiteMarkdown(pages.md, HtmlInjector(pages.md), str, {}).url("b.md") == "../c/"


class Site:
    """A page, a cache, and what the rest of the site says."""

    def __init__(
        self, folder: Path, catalog: Catalog, text: str, level: int = logging.DEBUG
    ) -> None:
        self.config: MkDocsConfig = config_of(folder)
        # The pages of the catalog are not files of this site.
        self.config.validation.links.not_found = level
        self.extension = CallsheetExtension(catalog, generate_types=True, generate_uids=True)
        extensions: list[object] = ["toc", self.extension]
        self.config["markdown_extensions"] = extensions
        self.files: Files = files_of(self.config, "a.md")
        Path(folder, "a.md").write_text(text, encoding="utf-8")
        self.answers: dict[Dependency, str] = {}
        self.store = TextStore(folder / "pages.sqlite")

    def page(
        self,
        content: str = "digest of the text",
        fingerprint: bytes = b"code",
        rendered_elsewhere: Callable[[CachedPage], str | None] = lambda _: None,
    ) -> CachedPage:
        """The page of the next build."""
        self.cache = cache = RenderedPageCache(
            self.store,
            fingerprint,
            {"a.md": content, "b.md": content},
            lambda dependency: self.answers.get(dependency, "the same"),
        )
        directory = SiteDirectory(Path(self.config.site_dir), {})
        page = CachedPage(None, self.files.src_uris["a.md"], self.config)
        page.attach(
            RenderingContext(
                cache,
                self.extension,
                OperationMarkdown(self.config, self.files, self.extension),
                self.config,
                self.files,
                directory,
                rendered_elsewhere,
                OperationScripts(directory, "", (), NO_OVERRIDES),
            )
        )
        return page

    def cache_key(self, page: CachedPage | None = None) -> bytes:
        page = page or self.page()
        return self.cache.key(page)

    def render(self) -> CachedPage:
        page = self.page()
        page.read_source(self.config)
        page.render(self.config, self.files)
        return page


@pytest.fixture
def site(tmp_path: Path, catalog: Catalog) -> Site:
    return Site(tmp_path, catalog, f"---\ntitle: A\n---\n# One\n\n{MARKERS}See <xref:{UID}>.\n")


def test_a_page_is_in_the_cache_when_it_was_rendered(site: Site) -> None:
    assert site.page().entry is None
    handlers = [*logging.getLogger("mkdocs").handlers]
    rendered = site.render()
    assert logging.getLogger("mkdocs").handlers == handlers
    extensions: list[object] = [*site.config.markdown_extensions]
    assert site.extension in extensions, "other pages have other recorders"
    assert rendered.entry
    assert rendered.content == rendered.markdown == "", "only the theme needs it"
    found = site.render()
    found.load()
    assert found.content is not None
    assert "<h1" in found.content
    assert found.present_anchor_ids is not None
    assert "one" in found.present_anchor_ids
    assert found.meta == {"title": "A"}
    assert [link.id for link in found.toc][:1] == ["one"]


@pytest.mark.parametrize("dependency", [*ASKED, Dependency("neighbours", "a.md")])
def test_a_page_is_invalid_when_a_dependency_has_changed(
    site: Site, dependency: Dependency
) -> None:
    site.render()
    assert site.page().entry
    site.answers[dependency] = "other"
    assert site.page().entry is None
    site.answers[Dependency("type", "Of nobody")] = "other"
    del site.answers[dependency]
    assert site.page().entry


def test_what_another_process_has_just_stored_is_not_checked_again(site: Site) -> None:
    dependency = Dependency("uid", UID)
    made = site.render().content_key()
    site.answers[dependency] = "never asked for"
    page = site.page(rendered_elsewhere=lambda _: made)
    page.read_source(site.config)
    assert page.entry
    # Another build, at the same time.
    site.answers[dependency] = "other"
    assert site.render().content_key() != made
    site.answers[dependency] = "again another"
    page = site.page(rendered_elsewhere=lambda _: made)
    page.read_source(site.config)
    assert page.entry is None


def test_a_page_is_invalid_when_its_text_or_the_code_has_changed(site: Site) -> None:
    site.render()
    assert site.page("digest of another text").entry is None
    assert site.page(fingerprint=b"other code").entry is None
    assert site.page().entry


def test_a_page_that_warns_is_not_cached(tmp_path: Path, catalog: Catalog) -> None:
    site = Site(tmp_path, catalog, "# One\n\n[x](gone.md)\n", logging.WARNING)
    assert site.render().entry is None
    assert site.page().entry is None


def test_a_page_whose_content_is_lost_is_rendered_for_the_theme(site: Site) -> None:
    site.render()
    page = site.page()
    site.store.close()
    page.read_source(site.config)
    page.render(site.config, site.files)
    page.load()
    assert page.content is not None
    assert "<h1" in page.content


def test_a_page_whose_content_is_lost_is_what_plugins_made_of_it(site: Site) -> None:
    page = site.render()
    page.meta["template"] = "of-a-plugin.html"
    site.store.close()
    page.load()
    assert page.meta == {"title": "A", "template": "of-a-plugin.html"}


def test_a_page_in_the_cache_has_no_anchors_in_memory(site: Site) -> None:
    page = site.render()
    assert page.present_anchor_ids
    page.unload()
    site.store.close()
    assert page.present_anchor_ids is None, "MkDocs checks no links to what is lost"


def test_a_page_without_an_entry_keeps_its_content(tmp_path: Path, catalog: Catalog) -> None:
    page = Site(tmp_path, catalog, "# One\n\n[x](gone.md)\n", logging.WARNING).render()
    page.unload()
    page.load()
    assert page.content is not None
    assert "<h1" in page.content
    assert page.present_anchor_ids
    assert [link.title for link in page.toc] == ["One"]


def test_a_page_that_is_reset_takes_no_memory_and_is_in_the_store(site: Site) -> None:
    page = site.render()
    assert [*site.cache.entries.values()] == [page.entry]
    page.reset()
    assert site.cache.entries == {}
    held = (page.entry, page.content, page.markdown, page.present_anchor_ids, page.links_to_anchors)
    assert held == (None,) * 5
    assert (page.meta, [*page.toc]) == ({}, [])
    assert site.page().entry


@pytest.mark.parametrize(
    ("line", "meta"),
    [
        ("date: 2026-03-14", {"date": date(2026, 3, 14)}),
        ("at: 2026-03-14 09:26:53", {"at": datetime(2026, 3, 14, 9, 26, 53)}),
        ("tags: [{of: 2026-03-14}]", {"tags": [{"of": date(2026, 3, 14)}]}),
        ("1: one", None),
        ("{a: {2: two}}", None),
        ("tags: !!set {a, b}", None),
    ],
)
def test_front_matter_comes_back_as_it_was_or_the_page_is_not_cached(
    tmp_path: Path, catalog: Catalog, line: str, meta: dict[str, object] | None
) -> None:
    site = Site(tmp_path, catalog, f"---\n{line}\n---\n# One\n")
    entry = site.render().entry
    assert (entry is not None) == (meta is not None)
    if entry:
        found = site.render()
        assert found.meta == meta
        assert found.markdown == ""


def test_an_entry_of_the_store_is_handed_to_the_next_build(site: Site) -> None:
    entry = site.render().entry
    assert site.page().entry == entry
    assert [*site.cache.entries.values()] == [entry]


def test_each_state_of_a_page_has_its_own_content(site: Site) -> None:
    page = site.render()
    entry = page.entry
    assert entry
    site.answers[Dependency("uid", UID)] = "other"
    page.content = "of another state"
    other = site.cache.put(page, {}, ASKED)
    assert other
    first, second = (site.cache.content(page, each) for each in (entry, other))
    assert first
    assert second
    assert "<h1" in first.html
    assert second.html == "of another state"
    keys = {
        site.cache.html_key(page, each, around)
        for each in (entry, other)
        for around in ((), ("ab", "c"), ("a", "bc"))
    }
    assert len(keys) == 6


def test_pages_with_the_same_text_have_entries_of_their_own(site: Site) -> None:
    other = CachedPage(None, files_of(site.config, "b.md").src_uris["b.md"], site.config)
    assert site.cache_key() != site.cache_key(other)


def test_a_page_with_marks_for_the_search_is_not_cached(tmp_path: Path, catalog: Catalog) -> None:
    marked = '# One\n\n<p data-search-exclude="yes">Not to be found.</p>\n'
    assert Site(tmp_path, catalog, marked).render().entry is None


def test_a_page_with_our_own_marks_for_the_search_is_cached(
    tmp_path: Path, catalog: Catalog
) -> None:
    own = '# One\n\n<nav class="callsheet-crumbs" data-search-exclude="">All types</nav>\n'
    assert Site(tmp_path, catalog, own).render().entry is not None


def test_the_table_of_contents_comes_back_with_all_levels(tmp_path: Path, catalog: Catalog) -> None:
    site = Site(tmp_path, catalog, "# One\n\n## Two\n\n### Three\n")
    site.render()
    found = site.render()
    found.load()
    (one,) = found.toc
    assert [each.title for each in one.children] == ["Two"]
    assert [each.title for each in one.children[0].children] == ["Three"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [(b"# One", True), (b"[!INCLUDE[x](y.md)]", False), (b"<!-- CallSheet: types -->", False)],
)
def test_a_page_that_takes_text_from_others_does_not_stand_alone(
    text: bytes, expected: bool
) -> None:
    assert stands_alone(text) is expected


@pytest.mark.parametrize("kind", ["neighbours", "operations", "uids"])
def test_what_a_page_depends_on_is_that_of_its_collection(tmp_path: Path, kind: str) -> None:
    parts = tuple(DocsCollection(name, folder=name) for name in ("one", "two"))
    folders = {"one": ("First", "Second"), "two": ("Third", "Fourth")}
    for folder, uids in folders.items():
        (tmp_path / folder).mkdir()
        for uid in uids:
            text = operation_page(uid, f"GET /api/{uid}/{{id}}")
            (tmp_path / folder / f"{uid}.md").write_text(text, encoding="utf-8")

    def digest(folder: str) -> str:
        named = f"{folder}/{folders[folder][0]}.md" if kind == "neighbours" else ""
        extension = CallsheetExtension(catalogs[0], generate_types=True, generate_uids=True)
        extension.operations.replace(*(SiteCatalog(each, TypeDefiner()) for each in catalogs))
        digests = DependencyDigests(extension.operations, extension.types, extension.permalinks)
        return digests(Dependency(kind, f"{folder}{APART}{named}"))

    catalogs = read_collected(tmp_path, parts)
    before = {folder: digest(folder) for folder in folders}
    file = tmp_path / "two" / "Fourth.md"
    file.write_text(file.read_text().replace("title: ", "title: Another "), encoding="utf-8")
    catalogs = read_collected(tmp_path, parts)
    assert [digest(folder) == before[folder] for folder in folders] == [True, False]


def test_the_entries_of_a_build_are_stored_together_and_checked_one_by_one(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.render()
    key = site.cache_key()
    site.page()
    site.cache.save()
    asked: list[bytes] = []
    get = site.store.get

    def counted(key: bytes) -> str | None:
        asked.append(key)
        return get(key)

    monkeypatch.setattr(site.store, "get", counted)
    assert site.page().entry
    assert key not in asked
    assert site.page(content="another digest").entry is None
    assert site.page(fingerprint=b"other code").entry is None
    site.answers[Dependency("uid", UID)] = "another"
    assert site.page().entry is None
    assert key in asked, "another build may have stored an entry since"


@pytest.mark.parametrize("path", ["index.md", "a.md", "b/index.md", "b/c.d-e_f.md", "ä b/ü%.md"])
@pytest.mark.parametrize(
    "site_url",
    [
        "",
        "http://127.0.0.1:80/",
        "https://example.com/docs/v1.2/",
        "https://example.com/docs",
        "https://user:x@EXAMPLE.com/a/../b/",
        "HTTPS://example.com/a//b/",
        "https://example.com/?a=/",
        "https://example.com/#/",
        "https://äö.example/ü/",
        "/docs/",
    ],
)
@pytest.mark.parametrize("as_folders", [True, False])
def test_the_address_of_a_page_is_that_of_mkdocs(
    tmp_path: Path, path: str, site_url: str, as_folders: bool
) -> None:
    config = config_of(tmp_path)
    config.site_url = site_url
    file = File(path, config.docs_dir, config.site_dir, use_directory_urls=as_folders)
    page, other = CachedPage(None, file, config), Page(None, file, config)
    assert (page.canonical_url, page.abs_url) == (other.canonical_url, other.abs_url)
