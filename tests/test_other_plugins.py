"""Sites with other plugins, in the ways of the real ones that `test_neighbours` installs."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, PluginCollection

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.site.mkdocs_internals import skip_pages
from callsheet.site.other_plugins import (
    for_print,
    language_folder,
    language_of_build,
    mark_language,
    note_templates,
)
from tests.sites import MATERIAL, contents

PAGE = """\
---
uid: {uid}
title: "GET /{name}"
---

# GET /{name}

```http
GET /{name}
```

{summary}

## Response: object

200: OK

| Property | Type | Description |
| --- | --- | --- |
| size | int32 | How large it is. |
"""

# As mkdocs-static-i18n does: it builds the other languages within the last step of the first one,
# with the same configuration, and writes the search index again with the entries of all.
LANGUAGES = """\
from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.plugins import BasePlugin, event_priority


class Languages(BasePlugin):
    current_language, is_default_language_build, entries = "en", True, []


plugin = Languages()


def on_config(config):
    dict.__setitem__(config.plugins, "i18n", plugin)


@event_priority(-100)
def on_files(files, config):
    for file in files:
        if file.src_dir == config.docs_dir and not plugin.is_default_language_build:
            file.dest_uri = "de/" + file.dest_uri
            file.__dict__.pop("url", None)
            file.__dict__.pop("abs_dest_path", None)


@event_priority(-100)
def on_post_build(config):
    search = config.plugins["material/search"]
    plugin.entries += search.search_index.entries
    if not plugin.is_default_language_build:
        return
    clean, utils.clean_directory = utils.clean_directory, lambda folder: None
    plugin.current_language, plugin.is_default_language_build = "de", False
    build(config)
    utils.clean_directory = clean
    search.search_index.entries[:] = plugin.entries
    search.on_post_build(config=config)
"""


def project(folder: Path, configuration: str = MATERIAL) -> Path:
    docs = folder / "docs"
    (docs / "ship").mkdir(parents=True)
    (docs / "index.md").write_text("# Ships\n", encoding="utf-8")
    for name in ("ships", "crews"):
        text = PAGE.format(uid=f"get_{name}", name=name, summary=f"Lists all the {name}.")
        (docs / "ship" / f"{name}.md").write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    return folder


def build(folder: Path, *, strict: bool = True) -> dict[str, bytes]:
    """Builds a site and gives its files by path."""
    config = load_config(str(folder / "mkdocs.yml"), strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    build_site(config)
    return contents(folder / "site")


@pytest.mark.parametrize("cached", [False, True])
def test_builds_of_one_run_keep_what_the_others_have_written(
    tmp_path: Path, cached: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache") if cached else "")
    project(tmp_path)
    if cached:
        # A build before has filled the site and the cache.
        build(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(f"{MATERIAL}hooks: [languages.py]\n", encoding="utf-8")
    (tmp_path / "languages.py").write_text(LANGUAGES, encoding="utf-8")
    files = build(tmp_path)
    ours = re.compile(r"(?:ship|types|uid|operations|assets/callsheet)/|llms.txt|openapi.json")
    # The digest of the theme's script differs, as each language has its own words in it.
    plain = {re.sub(r"/theme-\w+", "/theme", path) for path in files}
    first = {path for path in plain if ours.match(path)}
    further = {path.removeprefix("de/") for path in plain if path.startswith("de/")}
    assert first - further == set()
    assert {"ship/ships/index.html", "ship/ships.md", "uid/index.html", "llms.txt"} <= first
    for folder in ("", "de/"):
        page = files[f"{folder}ship/ships/index.html"].decode()
        assert page.count("assets/callsheet/callsheet.js") == 1
        assert page.count("assets/callsheet/callsheet.css") == 1
        # The script finds its files relative to itself, and so do the links of the search.
        assert "../../assets/callsheet/callsheet.js" in page
        data = files[f"{folder}assets/callsheet/search/0.js"].decode()
        assert '"ship/ships/"' in data
        assert "de/ship" not in data
    index = json.loads(files["search/search_index.json"])["docs"]
    shown = Counter(entry["location"] for entry in index)
    assert shown["ship/ships/"] == shown["de/ship/ships/"] == 1


@pytest.mark.parametrize(
    ("plugin", "folder"),
    [
        (None, ""),
        (SimpleNamespace(), ""),
        (SimpleNamespace(current_language=None), ""),
        (SimpleNamespace(current_language="en", is_default_language_build=True), ""),
        (SimpleNamespace(current_language="nb", is_default_language_build=False), "nb/"),
    ],
)
def test_the_folder_of_a_language(plugin: Any, folder: str) -> None:
    config: Any = SimpleNamespace(plugins={"i18n": plugin} if plugin else {})
    assert language_folder(config) == folder


@pytest.mark.parametrize(("current", "tag"), [(None, "de"), ("de", "de"), ("en", "en")])
def test_the_first_build_is_that_of_the_default_language(current: str | None, tag: str) -> None:
    # The plugin learns of the language only when this one has been asked for its configuration.
    languages = [{"locale": "en"}, {"locale": "de", "default": True}]
    plugin = SimpleNamespace(current_language=current, config={"languages": languages})
    config: Any = SimpleNamespace(plugins={"i18n": plugin})
    assert language_of_build(config) == tag


@pytest.mark.parametrize(
    ("locales", "shown"),
    [
        ({}, None),
        ({"locale": "en", "locale_alternate_of": "en"}, None),
        ({"locale": "en", "locale_alternate_of": "de"}, '<div lang="en">\nText\n</div>'),
    ],
)
def test_a_page_that_is_not_translated_has_its_language(
    locales: dict[str, str], shown: str | None
) -> None:
    page: Any = SimpleNamespace(file=SimpleNamespace(**locales))
    assert mark_language("Text", page) == shown


class Historian(BasePlugin[MkDocsConfig]):  # type: ignore[no-untyped-call]
    def __init__(self) -> None:
        self.asked: list[str] = []

    def on_page_content(self, html: str, *, page: Any, config: Any, files: Any) -> str:
        self.asked.append(page.title)
        return f"{html} by {page.title}"


def test_plugins_about_files_are_not_asked_about_pages_without_one() -> None:
    plugins = PluginCollection()
    plugins["historian"] = historian = Historian()
    for _ in range(2):
        skip_pages(
            plugins,
            "page_content",
            lambda name: name == __name__,
            lambda page: page.title == "made",
        )
    given: Any = {"config": None, "files": None}
    shown = [
        plugins.on_page_content("text", page=cast(Any, SimpleNamespace(title=title)), **given)
        for title in ("made", "written")
    ]
    assert shown == ["text", "text by written"]
    assert historian.asked == ["written"]


def test_ids_are_unique_on_the_page_of_all_pages() -> None:
    html = '<tr id=a><h2 class="b" id=c></h2><input id="d" name=e><label for="d"></label>'
    page: Any = SimpleNamespace(url="Ship/List/", html=html)
    for_print(page)
    assert page.html == (
        "<tr id='ship-list-a'><h2 class=\"b\" id='ship-list-c'></h2>"
        '<input id="d" name="e"><label for="d"></label>'
    )


def test_a_list_for_models_of_the_author_stays(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "docs/llms.txt").write_text("# By hand\n", encoding="utf-8")
    files = build(tmp_path)
    assert files["llms.txt"] == b"# By hand\n"
    assert "openapi.json" in files


PARTS = """\
from mkdocs.structure.files import File


def on_config(config):
    config.docs_dir = config.docs_dir.replace("docs", "merged")


def on_files(files, config):
    text = files.get_file_from_path("ship/ships.md").content_string
    for old, new in (("ships", "ports"), ("size", "depth")):
        text = text.replace(old, new)
    files.append(File.generated(config, "port/ports.md", content=text))
"""


def test_operation_pages_that_other_plugins_make_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, "")
    project(tmp_path, f"{MATERIAL}hooks: [parts.py]\n")
    (tmp_path / "parts.py").write_text(PARTS, encoding="utf-8")
    # As mkdocs-monorepo-plugin and mkdocs-multirepo-plugin do.
    (tmp_path / "docs").rename(tmp_path / "merged")
    (tmp_path / "docs").mkdir()
    files = build(tmp_path)
    assert b"(port/ports.md): Lists all the ports." in files["llms.txt"]
    assert b"id=response-depth" in files["port/ports/index.html"]
    assert set(json.loads(files["openapi.json"])["paths"]) == {"/ships", "/crews", "/ports"}


@pytest.mark.parametrize("name", ["macros", "include-markdown"])
def test_pages_with_something_for_templates_are_named(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    texts = {"a.md": b"Of {id}", "b.md": b"Ask {{ person }}.", "c.md": b"{% include 'd' %}"}
    with caplog.at_level("INFO", "mkdocs"):
        note_templates(cast(Any, SimpleNamespace(plugins={})), texts, texts)
        assert not caplog.messages
        note_templates(cast(Any, SimpleNamespace(plugins={name: None})), texts, texts)
    (message,) = caplog.messages
    assert message.startswith(f"b.md: `{name}` is not run on operation pages, of which this and 1")
