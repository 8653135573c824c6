"""A cached page is rendered again when anything that it shows has changed, and only then.

All builds are made in this process, of a few small pages, so that an edit takes about a second.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.site.generated.console import FOLDER
from callsheet.site.incremental.operation_markdown import OperationMarkdown
from tests.parcels import page
from tests.sites import MATERIAL, contents

pytestmark = pytest.mark.slow

ID = (("id", "int32", "Which one. **Required**"),)
ROWS = (("Size", "Box", "How big."), ("Weight", "int32", "How heavy."))
SCHEME = "security: [tenant]"


def operation(uid: str, type_: str, text: str = "", front: str = "", **options: Any) -> str:
    """The page of an operation; `text` is its description, `front` a line of its front matter."""
    made = page(
        uid,
        f"GET /api/{uid}/{{id}}",
        path=ID,
        type_=type_,
        rows=options.pop("rows", ROWS),
        **options,
    )
    if front:
        made = made.replace(f"uid: {uid}\n", f"uid: {uid}\n{front}\n", 1)
    return made.replace("A parcel.", text or "A parcel.", 1)


PAGES = {
    "index.md": "# Home\n",
    "near/index.md": "# Near\n",
    "near/first.md": operation("First", "Parcel", "See <xref:Far>.", SCHEME),
    "near/second.md": operation("Second", "Letter"),
    "near/third.md": operation("Third", "Letter", rows=(("Weight", "int32", "How heavy."),)),
    "far/far.md": operation(
        "Far", "Crate", front="security: [tenant: {type: apiKey, in: header, name: X-Tenant}]"
    ),
    "far/box.md": operation("BoxGet", "Box", rows=(("Side", "int32", "How long."),)),
}
FIRST, SECOND, THIRD, FAR, BOX = [path for path in PAGES if "index" not in path]


class Site:
    """A site that is built again and again.

    Attributes:
        folder: Where it is.
        rendered: The pages that the last build has rendered, rather than taken from the cache.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rendered: list[str] = []
        self.write(PAGES)
        (folder / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")

    def write(self, pages: dict[str, str]) -> None:
        """Write pages."""
        for path, text in pages.items():
            (self.folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / "docs" / path).write_text(text, encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace the first occurrence of a text in a file."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def build(
        self, cache: str = "cache", start: str = "build", *, dirty: bool = False
    ) -> dict[str, bytes]:
        """Build the site, and return its files by path.

        Args:
            cache: The folder of the cache; without one, nothing is cached.
            start: The command of MkDocs that begins; none to go on with the one before.
            dirty: Whether MkDocs leaves out pages that are older than those of the site.
        """
        site = "site" if cache else "anew"
        self.rendered.clear()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(CACHE_VARIABLE, str(self.folder / cache) if cache else "")
            patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
            for renders in (Page, OperationMarkdown):
                patch.setattr(renders, "render", self._noting(renders.render))
            config = load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.folder / site))
            if start:
                config.plugins.on_startup(command=start, dirty=dirty)  # type: ignore[arg-type]
            serve = "http://127.0.0.1/" if start != "build" else None
            mkdocs_build(config, serve_url=serve, dirty=dirty)
        return contents(self.folder / site)

    def _noting(self, render: Callable[..., Any]) -> Callable[..., Any]:
        def noting(*arguments: Any) -> Any:
            found = render(*arguments)
            # A page that has something cached is not rendered by MkDocs, and one with a processor
            # that is not known not by us.
            if found is not None or isinstance(arguments[0], Page):
                [page] = [each for each in arguments if isinstance(each, Page)]
                self.rendered.append(page.file.src_uri)
            return found

        return noting

    def assert_fresh(self, **options: Any) -> list[str]:
        """Assert that a build with the cache makes what one without makes.

        Returns:
            The operation pages that the build with the cache has rendered.
        """
        cached = self.build(**options)
        rendered = [path for path in self.rendered if path in PAGES and "index" not in path]
        anew = self.build(cache="")
        assert {p for p in anew.keys() | cached.keys() if anew.get(p) != cached.get(p)} == set()
        return rendered


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site that has been built, and so is cached."""
    site = Site(tmp_path_factory.mktemp("site"))
    site.build()
    return site


@contextmanager
def restored(site: Site) -> Iterator[None]:
    """Take back what is edited."""
    before = contents(site.folder / "docs")
    settings = (site.folder / "mkdocs.yml").read_bytes()
    try:
        yield
    finally:
        for path in contents(site.folder / "docs").keys() - before.keys():
            (site.folder / "docs" / path).unlink()
        for path, content in before.items():
            if not (file := site.folder / "docs" / path).exists() or file.read_bytes() != content:
                file.write_bytes(content)
        (site.folder / "mkdocs.yml").write_bytes(settings)


@pytest.fixture
def site(built: Site) -> Iterator[Site]:
    """A site that is cached as it is, and may be edited."""
    with restored(built):
        # The test before may have taken entries out of the cache.
        built.build()
        yield built


def test_without_an_edit_nothing_is_rendered(site: Site) -> None:
    site.build()
    assert not {*site.rendered} - PAGES.keys(), "lists and pages of types"
    pages = ("near/first/index.html", "operations/index.html", "far/index.html")
    files = {p: (site.folder / "site" / p).stat().st_mtime_ns for p in pages}
    assert site.assert_fresh() == []
    for path, written in files.items():
        assert (site.folder / "site" / path).stat().st_mtime_ns == written


def test_the_index_of_mkdocs_own_search_is_the_same_with_and_without_a_cache(site: Site) -> None:
    site.edit("mkdocs.yml", "plugins: [search, callsheet]", "plugins: [/search, callsheet]")
    site.assert_fresh()
    assert site.assert_fresh() == []


@pytest.mark.parametrize(
    ("path", "old", "new", "rendered"),
    [
        pytest.param(BOX, "| Side | int32", "| Edge | int32", {FIRST, SECOND, FAR, BOX}, id="type"),
        pytest.param(BOX, "title: GET /api/BoxGet/{id}", "title: Get box", {FAR, BOX}, id="title"),
        pytest.param(
            FAR, "title: GET /api/Far/{id}", "title: Get far", {FIRST, FAR, BOX},
            id="title of link",
        ),
        pytest.param(FAR, "name: X-Tenant", "name: X-Org", {FIRST, FAR}, id="scheme"),
        pytest.param(FAR, "in: header", "in: query", {FIRST, FAR}, id="place of scheme"),
        pytest.param(FAR, "uid: Far", "uid: Farther", {FIRST, FAR}, id="uid"),
        # The summary is the title, which is in the navigation of the group.
        pytest.param(FAR, "A parcel.", "A crate.", {FAR, BOX}, id="summary"),
        pytest.param(FAR, "A parcel.", "A parcel.\n\nIt is heavy.", {FAR}, id="description"),
        pytest.param(
            SECOND, "title: GET /api/Second/{id}", "title: Get it", {FIRST, SECOND, THIRD},
            id="title of neighbour",
        ),
        pytest.param(
            SECOND, "GET /api/Second/{id}\n```", "PUT /api/Second/{id}\n```",
            {FIRST, SECOND, THIRD}, id="method of neighbour",
        ),
        pytest.param("near/index.md", "# Near", "# By", {FIRST, SECOND, THIRD}, id="overview"),
    ],
)  # fmt: skip
def test_an_edit_renders_the_pages_that_show_it_and_no_others(
    site: Site, path: str, old: str, new: str, rendered: set[str]
) -> None:
    # What the edit of another test has left in the cache would be another reason.
    site.build()
    site.edit(f"docs/{path}", old, new)
    assert set(site.assert_fresh()) == rendered


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "old", "new", "page"),
    [
        (SECOND, "A parcel.", "A letter.", "operations/index.html"),
        (SECOND, "title: GET", "title: READ", "operations/index.html"),
        (BOX, "A parcel.", "A letter.", "far/index.html"),
        (BOX, "title: GET", "title: READ", "far/index.html"),
        (BOX, "GET /api/BoxGet/{id}\n```", "PUT /api/BoxGet/{id}\n```", "far/index.html"),
        (BOX, "| Side | int32", "| Edge | int32", "types/Box/index.html"),
        (BOX, "Side | int32 | How long.", "Side | int32 | How wide.", "types/Box/index.html"),
        (BOX, "title: GET /api/BoxGet/{id}", "title: Get box", "types/Box/index.html"),
        (BOX, "GET /api/BoxGet/{id}\n```", "PUT /api/BoxGet/{id}\n```", "types/Box/index.html"),
        (SECOND, "| Size | Box", "| Size | int32", "types/Box/index.html"),
        (BOX, "Side | int32 |", "Side | int32 | x |\n| Top | int32 |", "types/index.html"),
        (SECOND, "| Size | Box", "| Size | int32", "types/index.html"),
    ],
)
def test_generated_pages_follow_the_operations(
    site: Site, path: str, old: str, new: str, page: str
) -> None:
    before = site.build()[page]
    site.edit(f"docs/{path}", old, new)
    site.assert_fresh()
    assert (site.folder / "site" / page).read_bytes() != before


def test_a_new_page_of_a_type_changes_those_that_link_to_it(site: Site) -> None:
    assert b"href=Parcel/" in site.build()["types/index.html"]
    site.write({"far/new.md": operation("New", "Parcel", rows=(("Size", "Slip", "It."),))})
    site.assert_fresh()
    assert "types/Slip/index.html" in contents(site.folder / "site")


def test_a_type_that_gets_a_page_of_its_author_is_linked_there(site: Site) -> None:
    site.write({"types/Box.md": "# Box\n\nOurs.\n"})
    rendered = site.assert_fresh()
    assert FIRST in rendered


def test_usual_headers_are_known_to_every_page(site: Site) -> None:
    """Whether a header goes without saying is settled by how many pages have it."""
    for path in (FIRST, SECOND, THIRD, FAR, BOX)[:4]:
        site.edit(f"docs/{path}", "| SO-Culture | A culture. |", "| SO-Culture | The culture. |")
    assert BOX in site.assert_fresh()


def test_pages_in_the_cache_and_texts_of_the_time_before_serve_the_next_build(site: Site) -> None:
    """What `mkdocs serve` remembers between builds."""
    site.build(start="serve")
    first = site.rendered.copy()
    site.build(start="")
    assert FIRST not in site.rendered, first
    for old, new in (("A parcel.", "A casket."), ("A casket.", "A chest.")):
        site.edit(f"docs/{FAR}", old, new)
        site.build(start="")
        assert [path for path in site.rendered if path in (FIRST, SECOND, FAR)] == [FAR]
        text = (site.folder / "site" / "far/far/index.html").read_text(encoding="utf-8")
        assert new in text


def test_a_page_of_the_same_size_and_time_is_read_again_while_it_is_new(site: Site) -> None:
    """A file may be written twice within one tick of the clock of its file system."""
    file = site.folder / "docs" / FAR
    # However long a build takes on a busy machine, the file is new while it runs.
    soon = time.time() + 60
    os.utime(file, (soon, soon))
    site.build(start="serve")
    status = file.stat()
    site.edit(f"docs/{FAR}", "A parcel.", "A barrel.")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    site.build(start="")
    assert b"A barrel." in (site.folder / "site" / "far/far/index.html").read_bytes()


THEMED = MATERIAL.replace("name: material,", "name: material, custom_dir: over,")


def themed(folder: Path, text: str, name: str = "main.html") -> Site:
    """A site whose theme has a template of its author."""
    site = Site(folder)
    (folder / "mkdocs.yml").write_text(THEMED, encoding="utf-8")
    (folder / "over").mkdir()
    (folder / "over" / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / "over" / name).write_text(text, encoding="utf-8")
    return site


MAIN = '{% extends "base.html" %}{% block announce %}Closed on Mondays{% endblock %}'


@pytest.mark.parametrize(
    ("name", "text", "old", "new"),
    [
        ("main.html", MAIN, "Mondays", "Fridays"),
        ("partials/copyright.html", "By night", "By", "At"),
        ("partials/deep/er.html", "By night", "By", "At"),
        (".icons/one.svg", "<svg/>", "svg", "svg "),
    ],
)
def test_a_changed_template_of_the_author_renders_all_pages(
    tmp_path: Path, name: str, text: str, old: str, new: str
) -> None:
    site = themed(tmp_path, text, name)
    site.build()
    site.build()
    assert FIRST not in site.rendered, "templates of the author are no reason not to cache"
    site.edit(f"over/{name}", old, new)
    assert set(site.assert_fresh()) == {FIRST, SECOND, THIRD, FAR, BOX}


@pytest.mark.slow
@pytest.mark.parametrize(
    "sees",
    ["{{ pages | length }}", "{{ build_date_utc }}", "{{ [1, 2] | random }}", "{{ lipsum(1) }}"],
)
def test_a_template_that_sees_other_pages_the_clock_or_chance_is_never_cached(
    tmp_path: Path, sees: str
) -> None:
    site = themed(tmp_path, MAIN.replace("Closed", sees))
    site.build()
    site.build()
    assert FIRST in site.rendered


def test_only_in_templates_such_words_are_a_reason(tmp_path: Path) -> None:
    site = themed(tmp_path, "// pages at random", "script.js")
    site.build()
    site.build()
    assert FIRST not in site.rendered


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("site_name: Parcels", "site_name: Letters"),
        ("permalink: true", "permalink: '#'"),
        ("site_url: https://example.com/", "site_url: https://example.org/"),
        ("features: [navigation.indexes]", "features: []"),
        ("plugins: [search, callsheet]", "plugins: [search: {lang: de}, callsheet]"),
        ("plugins: [search, callsheet]", "plugins: [search, callsheet: {languages: [curl]}]"),
        ("site_name", "extra: {generator: false}\nsite_name"),
        ("site_name", "use_directory_urls: false\nsite_name"),
    ],
)
def test_a_changed_setting_renders_all_pages(site: Site, old: str, new: str) -> None:
    site.edit("mkdocs.yml", old, new)
    assert set(site.assert_fresh()) == {FIRST, SECOND, THIRD, FAR, BOX}


@pytest.mark.slow
@pytest.mark.parametrize("setting", ["watch: [docs]", "dev_addr: 127.0.0.1:9000"])
def test_settings_that_no_page_shows_render_none(site: Site, setting: str) -> None:
    site.edit("mkdocs.yml", "site_name", f"{setting}\nsite_name")
    assert site.assert_fresh() == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "setting",
    [
        "markdown_extensions: [attr_list, tables, pymdownx.snippets, toc: {permalink: true}]",
        "hooks: [hook.py]",
    ],
)
def test_what_may_do_anything_with_pages_is_never_cached(site: Site, setting: str) -> None:
    hook = "def on_page_content(html, **_):\n    return html\n"
    (site.folder / "hook.py").write_text(hook, encoding="utf-8")
    old = MATERIAL[MATERIAL.index("markdown_extensions") :]
    site.edit("mkdocs.yml", old, f"{setting}\n" if "markdown" in setting else f"{old}{setting}\n")
    for _ in range(2):
        site.build()
        assert FIRST in site.rendered


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["[!include[x](../part.md)]", "[!INCLUDE[x](../part.md)]", "<!-- callsheet: uids -->"]
)
def test_a_page_that_brings_in_another_is_never_cached(site: Site, text: str) -> None:
    site.write({"part.md": "Part.\n"})
    site.edit(f"docs/{FAR}", "A parcel.", f"A parcel.\n\n{text}")
    for _ in range(2):
        assert FAR in site.assert_fresh()


def test_the_front_matter_of_a_cached_page_comes_back_with_its_dates(site: Site) -> None:
    site.edit(
        f"docs/{FAR}",
        "uid: Far\n",
        "uid: Far\nwhen: 2026-01-02\nat: 2026-01-02 03:04:05\ntags: [a, {b: 2026-03-04}]\n",
    )
    with restored(site):
        site.build()
        assert site.assert_fresh() == []


@pytest.mark.slow
@pytest.mark.parametrize("value", ["{1: one}", "!!set {a, b}", "!!binary YQ=="])
def test_front_matter_that_json_cannot_hold_keeps_a_page_out_of_the_cache(
    site: Site, value: str
) -> None:
    site.edit(f"docs/{FAR}", "uid: Far\n", f"uid: Far\nodd: {value}\n")
    for _ in range(2):
        assert FAR in site.assert_fresh()


def test_a_page_that_warns_warns_in_each_build(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    site.edit(f"docs/{FAR}", "A parcel.", "See [this](nowhere.md).")
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.WARNING, "mkdocs"):
            site.build()
        assert "nowhere.md" in caplog.text


def test_links_to_anchors_of_cached_pages_are_checked(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    site.edit(f"docs/{FAR}", "A parcel.", "See [there](box.md#sample-request).")
    site.build()
    caplog.clear()
    with caplog.at_level(logging.INFO, "mkdocs"):
        site.build()
    assert "anchor" not in caplog.text
    site.edit(f"docs/{FAR}", "box.md#sample-request", "box.md#no-such-place")
    with caplog.at_level(logging.INFO, "mkdocs"):
        site.build()
    assert "box.md#no-such-place" in caplog.text


@pytest.mark.slow
def test_marks_for_the_search_keep_a_page_out_of_the_cache(site: Site) -> None:
    site.edit(f"docs/{FAR}", "A parcel.", "A *parcel*{data-search-exclude=''}.")
    for _ in range(2):
        assert FAR in site.assert_fresh()


def test_a_page_with_a_template_of_its_own_is_as_its_theme_makes_it(site: Site) -> None:
    site.edit(f"docs/{FAR}", "uid: Far\n", "uid: Far\ntemplate: main.html\n")
    for _ in range(2):
        site.assert_fresh()


def test_an_entry_with_a_status_is_the_same_with_and_without_a_cache(tmp_path: Path) -> None:
    site = Site(tmp_path)
    # The first pages of each kind are compared with what the theme makes: these have no such entry.
    groups = [f"{group}/{name}" for group in ("a", "b", "c") for name in ("one", "two", "three")]
    site.write({f"{path}.md": operation(path.replace("/", ""), "Box") for path in groups})
    front = "status: new\ntemplate: main.html"
    site.write({"c/four.md": operation("Four", "Box", front=front)})
    for _ in range(2):
        site.assert_fresh()


def scripts(site: Site) -> dict[str, int]:
    """When the scripts of operations were written, by path."""
    files = (site.folder / "site" / FOLDER).glob("*-*.js")
    return {file.name: file.stat().st_mtime_ns for file in files}


def test_an_edit_writes_the_script_of_its_group_and_no_other(site: Site) -> None:
    site.build()
    before = scripts(site)
    assert len(before) == 2
    site.edit(f"docs/{SECOND}", "/api/Second/7", "/api/Second/2")
    assert site.assert_fresh() == [SECOND]
    after = scripts(site)
    assert len({name for name in after if after[name] != before[name]}) == 1


def test_without_its_contents_in_the_cache_a_script_is_whole(site: Site) -> None:
    site.build(start="serve")
    for file in (site.folder / "cache").glob("*.sqlite"):
        file.unlink()
    site.edit(f"docs/{SECOND}", "/api/Second/7", "/api/Second/2")
    shown = site.build(start="")
    anew = site.build(cache="", start="serve")
    assert all(shown[path] == anew[path] for path in anew if path.startswith(FOLDER))


def test_where_only_modified_pages_are_built_others_keep_their_scripts(site: Site) -> None:
    before = site.build()
    site.edit(f"docs/{SECOND}", "/api/Second/7", "/api/Second/2")
    os.utime(site.folder / "docs" / SECOND, (time.time() + 9, time.time() + 9))
    after = site.build(dirty=True)
    shared = {path for path in before if path.startswith(FOLDER)}
    assert all(after[path] == before[path] for path in shared)
    (own,) = (path for path in after.keys() - shared if path.startswith(FOLDER))
    page = after["near/second/index.html"].decode()
    assert Path(own).name in page


@pytest.mark.slow
def test_an_emptied_cache_is_survived_by_a_running_server(site: Site) -> None:
    site.build(start="serve")
    expected = site.build(start="")
    for file in (site.folder / "cache").glob("*.sqlite"):
        file.unlink()
    site.edit("docs/near/index.md", "# Near", "# Nearby")
    site.build(start="")
    site.edit("docs/near/index.md", "# Nearby", "# Near")
    again = site.build(start="")
    assert {p for p in again if again[p] != expected[p] and p.endswith(".html")} == set()


def test_the_page_of_what_is_not_there_leads_to_all_operations(site: Site) -> None:
    assert b'"/operations/"' in site.build()["404.html"]
