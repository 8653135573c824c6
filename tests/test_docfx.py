"""The habits of DocFX in a site: cross references, alerts, includes, tables of contents."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from markdown import Markdown

from callsheet.catalog.toc import Toc, TocEntry, read_toc
from callsheet.site.markdown import includes
from tests.parsed import Parsed
from tests.test_links import tree
from tests.test_site import PAGE, Rendering, build, page_of

SITE = """\
site_name: Ships
theme: {name: mkdocs}
plugins: [callsheet]
markdown_extensions: [admonition, attr_list, tables, pymdownx.superfences]
use_directory_urls: %s
validation: {omitted_files: info, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
SHIP = "---\nuid: fleet.Ship\ntitle: A *ship* & <more>\n---\n\n# Ship\n\n## Crew\n"
EXTENSIONS = ["callsheet", "admonition", "tables", "toc", "pymdownx.superfences"]


def convert(docs: Path, text: str, page: str = "index.md") -> BeautifulSoup:
    md = Markdown(extensions=EXTENSIONS, extension_configs={"callsheet": {"docs_dir": docs}})
    md.preprocessors.register(Rendering(page), "rendering_context", 100)
    return Parsed(md.convert(text))


def site(folder: Path, pages: dict[str, str], urls: str = "true") -> Path:
    (folder / "mkdocs.yml").write_text(SITE % urls, encoding="utf-8")
    tree(folder / "docs", {"index.md": "# Home\n", **pages})
    return folder


def link(page: Tag) -> tuple[str, str]:
    (found,) = page.select("a")
    return str(found["href"]), found.get_text()


@pytest.mark.parametrize(
    ("written", "href", "text"),
    [
        ("<xref:fleet.Ship>", "../ships/Ship.md", "A *ship* & <more>"),
        ("<xref:fleet.Ship?text=Two+*words*>", "../ships/Ship.md", "Two *words*"),
        ("<xref:fleet.Ship#crew>", "../ships/Ship.md#crew", "A *ship* & <more>"),
        ("[our *ship*](xref:fleet.Ship#crew)", "../ships/Ship.md#crew", "our ship"),
        ("[](xref:fleet.Ship)", "../ships/Ship.md", "A *ship* & <more>"),
        ("[ship]\n\n[ship]: xref:fleet.Ship", "../ships/Ship.md", "ship"),
        ("(@fleet.Ship)", "../ships/Ship.md", "A *ship* & <more>"),
        ('*@"fleet.Ship"*', "../ships/Ship.md", "A *ship* & <more>"),
        ("[x](~/ships/Ship.md#crew)", "../ships/Ship.md#crew", "x"),
        ("[x](../../../ships/Ship.md)", "../ships/Ship.md", "x"),
        ("[x](../ships/Ship.md)", "../ships/Ship.md", "x"),
    ],
)
def test_a_reference_becomes_a_link(tmp_path: Path, written: str, href: str, text: str) -> None:
    tree(tmp_path, {"ships/Ship.md": SHIP})
    assert link(convert(tmp_path, written, "guide/a.md")) == (href, text)


def test_a_reference_without_page_stays_visible(tmp_path: Path) -> None:
    page = convert(tmp_path, '<xref:a.B> [the *ship*](xref:c.D) @"e f" [](xref:g) @nobody')
    assert not page.select("a")
    assert page.get_text() == "a.B the ship c.D e f g @nobody"
    assert [code.get_text() for code in page.select("code")] == ["a.B", "c.D", "e f", "g"]


def test_code_and_addresses_are_left_alone(tmp_path: Path) -> None:
    tree(tmp_path, {"ships/Ship.md": SHIP})
    text = (
        "`@fleet.Ship <xref:fleet.Ship>`\n\n```\n@fleet.Ship [!include[](a.md)]\n> [!NOTE]\n```\n\n"
        "    <xref:fleet.Ship>\n\nme@fleet.Ship <b title='@fleet.Ship'>x</b> \\@fleet.Ship"
    )
    page = convert(tmp_path, text)
    assert not page.select("a, .admonition")
    assert page.get_text().count("fleet.Ship") == 6


def test_a_page_without_docfx_is_the_same(tmp_path: Path) -> None:
    text = (
        "# A\n\n> quote\n> more\n\n> [!NOTE] is not an alert\n\n* list\n\n[a](b.md) ![c](d.png)\n\n"
        "x@y.org, @you and <b>&amp;</b>\n\n!!! note\n    text\n\n[x]: <y z.md>\n\n[x]"
    )
    ours = Markdown(extensions=EXTENSIONS, extension_configs={"callsheet": {"docs_dir": tmp_path}})
    assert ours.convert(text) == Markdown(extensions=EXTENSIONS[1:]).convert(text)


ALERT = """\
> [!{kind}]
> Text with **bold**.
>
> * one
>     * two
>
> ```py
> print(1)
> ```
"""


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("NOTE", "note"),
        ("Tip", "tip"),
        ("IMPORTANT", "info"),
        ("caution", "danger"),
        ("WARNING", "warning"),
    ],
)
def test_an_alert_is_an_admonition(tmp_path: Path, kind: str, name: str) -> None:
    page = convert(tmp_path, ALERT.format(kind=kind))
    (alert,) = page.select(f"div.admonition.{name}")
    assert alert["class"] == ["admonition", name]
    assert alert.select(".admonition-title")[0].get_text() == kind.capitalize()
    assert alert.select("p > strong")
    assert alert.select("ul ul li")[0].get_text().strip() == "two"
    assert alert.select("pre")[0].get_text().strip() == "print(1)"
    assert not page.select("blockquote")


def test_alerts_and_quotes_end_each_other(tmp_path: Path) -> None:
    text = (
        "start\n> plain\n> [!NOTE]\n> a\n> [!TIP]\n> b\n\n> quote\n\n    code\n\n> [!NOTE]\n\n    c"
    )
    page = convert(tmp_path, text)
    assert [element.name for element in page if isinstance(element, Tag)] == [
        *("p", "blockquote", "div", "div", "blockquote", "pre", "div", "pre"),
    ]
    notes = [" ".join(each.get_text().split()) for each in page.select(".admonition")]
    assert notes == ["Note a", "Tip b", "Note"]


def test_an_alert_in_a_list(tmp_path: Path) -> None:
    page = convert(tmp_path, "* item\n\n    > [!NOTE]\n    > text\n\n* next\n")
    assert page.select("li:first-child .admonition")
    assert len(page.select("ul > li")) == 2


def test_quotes_without_end_are_no_fault(tmp_path: Path) -> None:
    assert convert(tmp_path, "> " * 3000 + "[!NOTE]\n").get_text()


INCLUDED = """\
---
title: Not shown
---
## Included

See [ship](Ship.md#crew), ![plan](plan%20b.png), [x].

```
[!include[](gone.md)] [ship](Ship.md)
```

[!include[](deep/term.txt)]

[x]: <../x y.md>
"""


def included(docs: Path, text: str) -> BeautifulSoup:
    tree(docs, {"ships/part.md": INCLUDED, "ships/deep/term.txt": "A [term](../Ship.md)\n"})
    return convert(docs, text, "guide/a.md")


@pytest.mark.parametrize("before", ["", "* item\n\n    ", "* ", "> "])
def test_an_include_is_replaced(tmp_path: Path, before: str) -> None:
    page = included(tmp_path, f"# Top\n\n{before}[!INCLUDE [part](~/ships/part.md)]\n")
    (heading,) = page.select("h2")
    assert heading.get_text() == "Included"
    assert heading.parent is not None
    assert (heading.parent.name in ("li", "blockquote")) is bool(before)
    assert [str(a["href"]) for a in page.select("a")] == [
        "../ships/Ship.md#crew",
        "../x%20y.md",
        "../ships/Ship.md",
    ]
    assert page.select("img")[0]["src"] == "../ships/plan%20b.png"
    assert "[!include[](gone.md)] [ship](Ship.md)" in page.select("pre")[0].get_text()
    assert "Not shown" not in page.get_text()


def test_an_include_in_a_line_is_one_line(tmp_path: Path) -> None:
    page = included(tmp_path, "A [!include[](../ships/deep/term.txt)], and `[!include[](x)]`.")
    assert page.get_text() == "A A term, and [!include[](x)]."
    assert page.select("a")[0]["href"] == "../ships/Ship.md"


def test_an_include_that_cannot_be_had_stays_visible(tmp_path: Path) -> None:
    tree(tmp_path, {"a.md": "x\n\n[!include[](b.md)]\n", "b.md": "[!include[`t`](a.md)]\n"})
    page = convert(tmp_path, "[!include[a](a.md)] [!include[no](no.md)]")
    codes = [code.get_text() for code in page.select("code")]
    assert codes == ["[!include[`t`](a.md)]", "[!include[no](no.md)]"]


def test_a_page_cannot_include_itself(tmp_path: Path) -> None:
    tree(tmp_path, {"a.md": "[!include[](a.md)]"})
    assert convert(tmp_path, "[!include[](a.md)]", "a.md").select("code")


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_an_include_cannot_leave_the_tree(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "way.md").symlink_to(tmp_path / "secret.md")
    text = f"[!include[](../secret.md)] [!include[](way.md)] [!include[]({tmp_path}/secret.md)]"
    page = convert(docs, text)
    assert len(page.select("code")) == 3
    assert page.get_text().count("secret") == 2


def test_includes_cannot_make_a_page_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(includes, "MAX_CHARACTERS", 10_000)
    twice = "[!include[](%d.txt)]\n\n[!include[](%d.txt)]\n"
    files = {f"{n}.txt": twice % (n + 1, n + 1) for n in range(12)}
    tree(tmp_path, {**files, "12.txt": "x" * 100})
    assert len(convert(tmp_path, "[!include[](0.txt)]").get_text()) < 100_000
    assert "would be too large" in caplog.text


def test_operation_pages_have_it_all(tmp_path: Path) -> None:
    text = PAGE.replace("## Remarks\n\nPlain.", "").replace("## Remarks\n", "> [!NOTE]\n> Mind.\n")
    text = text.replace("Plain words", "Cell <xref:fleet.Ship> [!include[](part.txt)] words")
    text = text.replace("Finds a", "Finds @fleet.Ship, a")
    pages = {"index.md": "# Home\n", "Ship.md": SHIP, "get.md": text, "part.txt": "a  part\n"}
    folder = site(tmp_path, pages)
    assert (result := build(folder)).returncode == 0, result.stderr
    page = page_of(folder / "site/get/index.html")
    assert page.select(".callsheet .admonition.note")
    assert [a.get_text() for a in page.select('.callsheet a[href="../Ship/"]')] == (
        ["A *ship* & <more>"] * 2
    )
    assert "a part words" in page.select('tr[id="header-X-Other"]')[0].get_text()


@pytest.mark.parametrize("urls", ["true", "false"])
def test_the_engine_makes_the_urls(tmp_path: Path, urls: str) -> None:
    pages = {"g/a.md": "<xref:fleet.Ship#crew> [x](~/index.md)", "ships/Ship.md": SHIP}
    folder = site(tmp_path, pages, urls)
    assert (result := build(folder)).returncode == 0, result.stderr
    file = "g/a/index.html" if urls == "true" else "g/a.html"
    addresses = [str(a["href"]) for a in page_of(folder / "site" / file).select("[role=main] a")]
    expected = ["../../ships/Ship/#crew", "../.."], ["../ships/Ship.html#crew", "../index.html"]
    assert [a.rstrip("/") for a in addresses] == expected[urls == "false"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("pages", "complaint"),
    [
        ({"a.md": "\n<xref:gone>\n"}, "a.md:2: CS013"),
        ({"a.md": "[a](gone.md)\n"}, "a.md:1: CS014"),
        ({"a.md": "[a](../../etc/gone.md)\n"}, "a.md:1: CS014 There is no page `etc/gone.md`"),
        ({"a.md": "[!include[](gone.md)]\n"}, "a.md:1: CS015"),
        ({"a.md": "\n\n[!include[](a.md)]\n"}, "a.md:3: CS016"),
        ({"a.md": "<xref:fleet.Ship#gone>", "Ship.md": SHIP}, "'#gone'"),
        ({"toc.yml": "- name: A\n\n- name: Gone\n  href: gone.md\n"}, "toc.yml:4: CS019"),
        ({"toc.yml": "- href: toc.yml\n"}, "toc.yml:1: CS020"),
        ({"toc.yml": "- {name: x"}, "toc.yml:1: CS018"),
    ],
)
def test_a_fault_fails_a_strict_build(
    tmp_path: Path, pages: dict[str, str], complaint: str
) -> None:
    result = build(site(tmp_path, pages))
    assert result.returncode == 1
    assert complaint in result.stderr


def toc(folder: Path, files: dict[str, str]) -> Toc:
    catalog = tree(folder, files)
    found = read_toc(folder, {page.uid: page for page in catalog.pages if page.uid})
    assert found is not None
    return found


def test_a_table_of_contents_is_read(tmp_path: Path) -> None:
    files = {
        "toc.yml": """\
items:
- name: Home
  href: index.md?x=1#y
- name: 404
  href: ~/Ship.md
- uid: fleet.Ship
- name: Guide
  href: guide/
- name: Other
  href: other/toc.yml
  topicHref: other/start.md
- name: Section
  topicUid: fleet.Ship
  items:
  - {name: Far, href: "https://example.org/a"}
  - {name: By uid, href: "xref:fleet.Ship"}
- name: Folder
  href: folder/
  homepage: index.md
- name: Plain folder
  href: plain/
""",
        "guide/TOC.yml": "- name: One\n  href: one.md\n- name: Up\n  href: ../index.md\n",
        "guide/one.md": "# One\n",
        "other/toc.yml": "- name: Start\n  href: start.md\n",
        "other/start.md": "# Start\n",
        "folder/x.txt": "",
        "plain/index.md": "# Plain\n",
        "index.md": "# Home\n",
        "Ship.md": SHIP,
    }
    found = toc(tmp_path, files)
    assert found.findings == ()
    up = TocEntry("Up", "index.md")
    far = TocEntry("Far", url="https://example.org/a")
    assert found.entries == (
        TocEntry("Home", "index.md"),
        TocEntry("404", "Ship.md"),
        TocEntry("", "Ship.md"),
        TocEntry("Guide", entries=(TocEntry("One", "guide/one.md"), up)),
        TocEntry("Other", "other/start.md", entries=(TocEntry("Start", "other/start.md"),)),
        TocEntry("Section", "Ship.md", entries=(far, TocEntry("By uid", "Ship.md"))),
        TocEntry("Folder", "index.md"),
        TocEntry("Plain folder", "plain/index.md"),
    )


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("- name: A\n- name: B\n  href: index.md\n", 1, "CS019"),
        ("- name: A\n  href: a.md\n", 2, "CS019"),
        ("- name: A\n  href: ../../../etc/a.md\n", 2, "CS019"),
        ("- name: A\n  href: x/\n", 2, "CS019"),
        ("- name: A\n  href: x/toc.yml\n", 2, "CS019"),
        ("- name: A\n  href: toc.yml\n", 2, "CS020"),
        ("- name: A\n  uid: nobody\n", 2, "CS019"),
        ("- name: A\n  href: file.txt\n", 2, "CS019"),
        ("- just text\n", 1, "CS018"),
        ("just text\n", 1, "CS018"),
        ("items: {a: b}\n", 1, "CS018"),
        ("\n- [a\n", 2, "CS018"),
        ("- &a\n  name: A\n  items: [*a]\n", 1, "CS018"),
        ("- name: \x00\n", 1, "CS018"),
    ],
)
def test_what_is_wrong_with_a_table_of_contents(
    tmp_path: Path, text: str, line: int, code: str
) -> None:
    found = toc(tmp_path, {"toc.yml": text, "index.md": "# Home\n", "file.txt": ""})
    assert [(finding.line, finding.code) for finding in found.findings] == [(line, code)]


def test_aliases_cannot_make_a_table_without_end(tmp_path: Path) -> None:
    lines = ["- &a0 {name: A, href: index.md}"]
    lines += [f"- &a{n} {{name: A, items: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 40)]
    found = toc(tmp_path, {"toc.yml": "\n".join(lines), "index.md": "# Home\n"})
    assert {finding.code for finding in found.findings} == {"CS018"}
    deep = "".join(f"{'  ' * n}- name: A\n{'  ' * n}  items:\n" for n in range(400))
    assert toc(tmp_path, {"toc.yml": deep}).findings


def test_the_table_of_contents_is_the_navigation(tmp_path: Path) -> None:
    files = {
        "toc.yml": "- name: Ships\n  href: ships/\n  topicHref: ships/Ship.md\n"
        "- {name: Far, href: https://example.org}\n",
        "ships/toc.yml": "- name: The second\n  href: b.md\n",
        "ships/b.md": "# B\n",
        "ships/Ship.md": SHIP,
        "unlisted.md": "# Unlisted\n",
    }
    folder = site(tmp_path, files)
    assert (result := build(folder)).returncode == 0, result.stderr
    page = page_of(folder / "site/index.html")
    menu = [(a.get_text().strip(), str(a["href"])) for a in page.select("#navbar-collapse li a")]
    assert ("The second", "ships/b/") in menu
    assert ("Far", "https://example.org") in menu
    assert menu.index(("The second", "ships/b/")) > [url for _, url in menu].index("ships/Ship/")
    assert "Unlisted" not in page.select("#navbar-collapse")[0].get_text()


@pytest.mark.parametrize("setting", ["nav: [index.md]", "plugins: [{callsheet: {toc: false}}]"])
def test_the_author_has_the_last_word_on_navigation(tmp_path: Path, setting: str) -> None:
    folder = site(tmp_path, {"toc.yml": "- {name: Other, href: index.md}\n"})
    config = (folder / "mkdocs.yml").read_text().replace("plugins: [callsheet]\n", "")
    plugins = "" if "plugins" in setting else "plugins: [callsheet]\n"
    (folder / "mkdocs.yml").write_text(f"{config}{plugins}{setting}\n")
    assert (result := build(folder)).returncode == 0, result.stderr
    assert "Other" not in page_of(folder / "site/index.html").get_text()
