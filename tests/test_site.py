"""Operation pages in a site: the Python-Markdown extension, and the MkDocs plugin around it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from markdown.preprocessors import Preprocessor

from callsheet.catalog import Catalog
from callsheet.samples import LANGUAGES, python_sample, samples_of
from callsheet.samples.request.choices import NO_OVERRIDES
from callsheet.site.extension import CallsheetExtension, makeExtension
from callsheet.site.markdown.current_page import current_page
from tests.conftest import DOCS, ROOT
from tests.parsed import Parsed
from tests.sites import further_programs

UPLOAD = "reference/Person/v1PersonEntity_SaveImage_POST.md"
PAGE = """\
---
uid: v1Ship_Get
---

# GET Ship/{id}

```http
GET /api/v1/Ship/{shipId}
```

Finds a [ship](index.md).[^1]

[^1]: Not a boat.

## Remarks

| Path Part | Type | Description |
|-----------|------|-------------|
| shipId | int32 | Number. **Required** |

## Remarks

Plain.

## Request Headers

| Parameter Name | Description |
|----------------|-------------|
| X-Ship | See [home](index.md), `code` and <br> *more*. # no heading |
| X-Other | Plain words, nothing else. |
"""
SITE = """\
site_name: Ships
theme: {name: mkdocs}
plugins: [callsheet]
markdown_extensions: [attr_list, tables, footnotes, toc: {permalink: true}]
use_directory_urls: %s
validation: {anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""

MARKER = "<!-- callsheet: operations -->"


def build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", "site", *options]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def site(folder: Path, pages: dict[str, str], urls: str = "true") -> Path:
    (folder / "mkdocs.yml").write_text(SITE % urls, encoding="utf-8")
    for name, text in pages.items():
        file = folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def page_of(file: Path) -> BeautifulSoup:
    return Parsed(file.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site."""
    folder = tmp_path_factory.mktemp("site")
    result = build(ROOT, "--site-dir", str(folder))
    assert result.returncode == 0, result.stderr
    return folder


def test_our_own_site_builds_without_a_warning(built: Path) -> None:
    page = page_of(built / "reference/Person/v1PersonEntity_SaveImage_POST/index.html")
    assert page.select_one('link[href$="assets/callsheet/callsheet.css"]')
    assert page.select_one('script[src$="assets/callsheet/callsheet.js"][defer]')
    for name in ("callsheet.css", "callsheet.js", "search.js", "search/0.js", "assets/image.png"):
        assert (built / "assets/callsheet" / name).is_file(), name
    beside = page.select('.md-nav--primary li[class^="c-"]')
    assert len(beside) > 1
    assert "c-put" in {str(name) for item in beside for name in item["class"]}
    assert page.select(".callsheet-route .callsheet-method")[0].get_text() == "POST"


def test_our_own_site_asks_no_other_server(built: Path) -> None:
    for file in built.rglob("*.html"):
        page = page_of(file)
        loaded = [e.get("src") for e in page.select("[src]")]
        loaded += [e["href"] for e in page.select('link:not([rel="canonical"])')]
        assert not [url for url in loaded if "//" in str(url)], file


def test_every_page_shows_its_program_byte_for_byte(built: Path) -> None:
    for operation in Catalog.read(DOCS).operations:
        page = page_of(built / operation.path.removesuffix(".md") / "index.html")
        code = page.select(".callsheet-panel pre code")
        assert code[0].get_text() == python_sample(operation).text
        tabs = page.select_one(".callsheet-tabs")
        assert tabs
        assert [label.get_text() for label in tabs.select("label")] == ["Python", "curl", "HTTP"]
        assert tabs["data-further"] == "JavaScript,C#"
        shown = further_programs(built, page)
        samples = samples_of(
            operation, [LANGUAGES["javascript"], LANGUAGES["csharp"]], NO_OVERRIDES
        )
        assert shown == [(sample.filename, sample.text) for sample in samples]


def test_the_table_of_contents_lists_the_sections(built: Path) -> None:
    page = page_of(built / "reference/Person/v1PersonEntity_PutImageInfo/index.html")
    # That of the theme, which a stylesheet would hide, is not there.
    assert page.select(".md-sidebar--secondary") == []
    links = page.select(".callsheet-contents a")
    assert [str(link["href"]) for link in links] == [
        "#path-parameters",
        "#request-headers",
        "#request-body",
        "#response",
        "#sample-request",
        "#sample-response",
    ]
    assert all(page.select(str(link["href"])) for link in links)


def test_the_search_index_has_parameters_and_no_permalinks(built: Path) -> None:
    index = (built / "search/search_index.json").read_text(encoding="utf-8")
    assert "ConceptualType" in index
    assert "\\u00b6" not in index
    assert "¶" not in index


@pytest.mark.parametrize("urls", ["true", "false"])
def test_the_overview_links_all_operations(tmp_path: Path, urls: str) -> None:
    shutil.copytree(DOCS / "reference", tmp_path / "docs/reference")
    folder = site(tmp_path, {"deep/down/list.md": f"# All\n\n{MARKER}\n"}, urls)
    assert (result := build(folder)).returncode == 0, result.stderr
    place = "deep/down/list/index.html" if urls == "true" else "deep/down/list.html"
    page = page_of(folder / "site" / place)
    titles = [h2.get_text().removesuffix("¶") for h2 in page.select(".callsheet h2")]
    assert titles == ["BLOB agent", "Person images"]
    rows = page.select(".callsheet-operations li")
    operations = Catalog.read(DOCS).operations
    labels = [o.summary.removesuffix(".") for o in operations]
    assert [row.select("a")[0].get_text() for row in rows] == labels
    assert [row.select("span")[0].get_text() for row in rows] == [o.method for o in operations]
    for row in rows:
        target = urljoin(f"/{place}", str(row.select("a")[0]["href"])).lstrip("/")
        file = folder / "site" / target / "index.html" if urls == "true" else None
        assert (file or folder / "site" / target).is_file(), target
    assert page.select('a[href="#person-images"]')


def test_cells_and_texts_have_the_sites_markdown(tmp_path: Path) -> None:
    folder = site(tmp_path, {"index.md": "# Home\n", "ship.md": PAGE})
    result = build(folder)
    assert "CS008" in result.stderr
    (folder / "docs/ship.md").write_text(
        PAGE.replace("## Remarks\n\nPlain", "### Remarks\n\nPlain")
    )
    assert (result := build(folder)).returncode == 0, result.stderr
    page = page_of(folder / "site/ship/index.html")
    cell = page.select('tr[id="header-X-Ship"] td')[-1]
    assert str(cell) == (
        '<td>See <a href="../">home</a>, <code>code</code> and <br/>'
        " <em>more</em>. # no heading</td>"
    )
    assert len(page.select(".footnote")) == 1
    ids = [str(heading["id"]) for heading in page.select(".callsheet :is(h2, h3)")]
    assert ids[:4] == ["remarks", "path-parameters", "remarks_1", "request-headers"]
    assert page.select_one("title") is not None
    assert "Finds a ship" in str(page.title)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("[home](index.md)", "[home](gone.md)", "'gone.md'"),
        ("[ship](index.md)", "[ship](gone.md)", "'gone.md'"),
        ("[home](index.md)", "[home](index.md#gone)", "'#gone'"),
        ("[home](index.md)", "[home](#status-200)", "'#status-200'"),
    ],
)
def test_a_broken_link_fails_a_strict_build(
    tmp_path: Path, old: str, new: str, complaint: str
) -> None:
    text = PAGE.replace("## Remarks\n\nPlain.", "").replace(old, new)
    result = build(site(tmp_path, {"index.md": "# Home\n", "ship.md": text}))
    assert result.returncode == 1
    assert complaint in result.stderr
    assert result.stderr.count("WARNING") == 1


def test_rows_and_sections_can_be_linked_to(tmp_path: Path) -> None:
    text = PAGE.replace("## Remarks\n\nPlain.", "")
    home = "# Home\n\n[a](ship.md#path-shipId) [b](ship.md#request-headers) [c](ship.md#remarks)\n"
    result = build(site(tmp_path, {"index.md": home, "ship.md": text}))
    assert result.returncode == 0, result.stderr


def test_a_finding_fails_a_strict_build(tmp_path: Path) -> None:
    text = PAGE.replace("uid: v1Ship_Get", "uid: no/uid")
    result = build(site(tmp_path, {"index.md": "# Home\n", "ship.md": text}))
    assert result.returncode == 1
    assert "WARNING -  ship.md:2: CS003 `no/uid` cannot be a `uid`. Give" in result.stderr


def test_a_title_need_not_be_a_text(tmp_path: Path) -> None:
    titles = {"yes": "True", "2024-05-01": "2024-05-01", "1.5": "1.5"}
    pages = {f"{n}.md": f"---\ntitle: {title}\n---\n\nText.\n" for n, title in enumerate(titles)}
    built = build(site(tmp_path, {"index.md": "# Home\n", **pages}, urls="false"))
    assert built.returncode == 0, built.stderr
    for number, shown in enumerate(titles.values()):
        assert page_of(tmp_path / f"site/{number}.html").select("title")[0].text.startswith(shown)


def test_other_pages_are_left_alone() -> None:
    text = (
        "# Title\n\nText & <b>html</b>.\n\n```http\nGET /x\n```\n\n## Two\n\n"
        f"```\n{MARKER}\n```\n\n    {MARKER}\n\n[x]: y.md\n\n[x] <!-- comment -->\n"
    ).replace("```http", "```text")
    extensions: list[Any] = ["toc", "fenced_code", "tables", "footnotes"]
    plain = Markdown(extensions=extensions)
    ours = Markdown(extensions=[*extensions, makeExtension()])
    assert ours.convert(text) == plain.convert(text)
    assert vars(ours)["toc_tokens"] == vars(plain)["toc_tokens"]


def test_a_text_without_page_is_read_as_it_is() -> None:
    md = Markdown(extensions=["callsheet", "toc", "footnotes"])
    page = Parsed(md.convert(PAGE))
    assert current_page(md) is None
    assert page.select('tr[id="path-shipId"]')
    first = vars(md)["toc_tokens"][0]
    assert (first["name"], first["id"]) == ("Finds a ship", "get-shipid")
    assert [child["id"] for child in first["children"]] == [
        "remarks",
        "path-parameters",
        "remarks-2",
        "request-headers",
        "sample-request",
    ]


def test_an_instance_can_convert_one_page_after_the_other() -> None:
    md = Markdown(extensions=["callsheet", "toc", "footnotes"])
    first = md.convert(PAGE)
    assert md.reset().convert("# Other\n\nText.") == '<h1 id="other">Other</h1>\n<p>Text.</p>'
    assert md.reset().convert(PAGE) == first


class Rendering(Preprocessor):
    """What Zensical's context looks like to an extension."""

    class Page:
        def __init__(self, path: str) -> None:
            self.path = path

    def __init__(self, path: str) -> None:
        super().__init__()
        self.page = self.Page(path)

    def run(self, lines: list[str]) -> list[str]:
        return lines


def test_without_plugin_the_page_is_read_from_the_docs_directory() -> None:
    md = Markdown(extensions=["callsheet"], extension_configs={"callsheet": {"docs_dir": DOCS}})
    md.preprocessors.register(Rendering(UPLOAD), "rendering_context", 100)
    page = Parsed(md.convert("Whatever the engine has left of it."))
    assert current_page(md) == UPLOAD
    assert [h1.get_text() for h1 in page.select("h1")] == [
        "Uploads an image and makes it the image of a person"
    ]


def test_a_catalog_decides_which_pages_are_operations(catalog: Catalog) -> None:
    md = Markdown(extensions=[CallsheetExtension(catalog)])
    md.preprocessors.register(Rendering("index.md"), "rendering_context", 100)
    assert md.convert("# Home") == "<h1>Home</h1>"


def test_control_characters_cannot_forge_placeholders() -> None:
    forged = "\x02wzxhzdk:0\x03"
    text = PAGE.replace("Number.", f"Number {forged} *x*.").replace("# GET", f"# {forged} GET")
    page = Parsed(Markdown(extensions=["callsheet", "toc"]).convert(text))
    assert page.select("h1")[0].get_text() == "wzxhzdk:0 GET Ship/{id}"
    assert "Number wzxhzdk:0 x." in page.select('tr[id="path-shipId"]')[0].get_text()


@pytest.mark.parametrize("name", ["000_3f83bbc69dcb99a4.txt", "004_a88f54689b9328b5.txt"])
def test_the_seeds_are_operation_pages(shared: Path, name: str) -> None:
    text = (shared / "seeds" / name).read_text(encoding="utf-8")
    html = Markdown(extensions=["callsheet", "toc", "tables", "fenced_code"]).convert(text)
    page = Parsed(html)
    assert len(page.select(".callsheet > h1")) == 1
    labels = [label.get_text() for label in page.select(".callsheet-tabs > label")]
    assert (labels[0], labels[-1]) == ("Python", "HTTP")
    assert "**" not in page.get_text()
