"""What goes past Markdown on the page of an operation is as Markdown makes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bs4 import Tag
from markdown import Markdown
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from callsheet.site.extension import CallsheetExtension
from callsheet.site.incremental.operation_markdown import OperationMarkdown
from callsheet.site.markdown.converter import SiteMarkdown
from callsheet.site.markdown.html_injection import HtmlInjector
from tests.parsed import Parsed
from tests.test_links import tree
from tests.test_mkdocs_internals import config_of, files_of
from tests.test_types_site import operation

EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "meta", "nl2br",
    "pymdownx.betterem", "pymdownx.blocks.details", "pymdownx.caret", "pymdownx.emoji",
    "pymdownx.fancylists", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark",
    "pymdownx.smartsymbols", "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tabbed",
    "pymdownx.tasklist", "pymdownx.tilde", "sane_lists", "smarty", "tables", "toc", "wikilinks",
]  # fmt: skip
LINES = [
    "Gets a ship.",
    "\n\nFinds ships, by name; which ones?\n",
    "ends with blanks  ",
    "  begins with blanks",
    "1. is a list",
    "a. is a list, too",
    "iv) as well",
    "1",
    "a.",
    "Key: value",
    "two-part: value",
    "two-part-key, no value: none",
    "Note: see: there",
    "the 1st of 2nd ships",
    "- no",
    "Überfahrt nach Århus, 5 Schiffe",
    "WWW and HTML, https",
    "creates/stores it (all of it), and/or (see: there) 1/2",
    "stands (c) for (tm) what (r is",
    "one) is no list",
    "smiles :smile: here",
    "two\nlines",
    "",
]


@pytest.mark.parametrize("extensions", [[], ["toc"], EXTENSIONS, *([each] for each in EXTENSIONS)])
def test_a_plain_line_is_what_any_known_extension_makes_of_it(extensions: list[str]) -> None:
    def fresh() -> Markdown:
        return Markdown(extensions=extensions)

    md = fresh()
    markdown = SiteMarkdown(md, HtmlInjector(md), str, {})
    for line in LINES:
        assert markdown.block(line, set()).html == fresh().convert(line), line
        cell = fresh().convert(f"x | y\n--- | ---\n{line.strip()} | z")
        if "tables" in extensions and line.strip() and "\n" not in line:
            assert f">{markdown.inline(line.strip())}</td>" in cell, line


def test_a_cell_is_kept_for_other_pages_unless_it_may_lead_somewhere() -> None:
    md = Markdown()
    cells: dict[str, str] = {}
    markdown = SiteMarkdown(md, HtmlInjector(md), str, cells)
    same = ["<para>One &amp; all</para> <br/>", "`a` is *b*"]
    for text in (*same, '<a href="b.md">b</a>', "<xref:b>", "[b](b.md)", "<b.md>", "b@c.example"):
        markdown.inline(text)
    assert [*cells] == same


PAGE = """\
---
uid: getShip
---

# Ship & <crew> "now"

```http
GET /ships/{id}
```

See <a name="own"></a> there.

| Path Part | Type | Description |
| --- | --- | --- |
| id | int | The <span id="cell">*number*</span> |

## Remarks on `code` & more

Words.

### Deeper &amp; deeper

## Response: Ship

| Response | Description |
| --- | --- |
| 200 | OK |
"""


@pytest.mark.parametrize(
    "toc",
    [
        {},
        {"toc_depth": "2"},
        {"toc_depth": "2-3", "permalink": True},
        {"baselevel": 3},
        {"baselevel": 5, "anchorlink": True},
        None,
    ],
)
def test_contents_and_ids_are_those_of_mkdocs(
    tmp_path: Path, toc: dict[str, object] | None
) -> None:
    extension = CallsheetExtension(docs_dir=str(tmp_path))
    config = config_of(tmp_path)
    extensions: list[object] = [extension] if toc is None else ["toc", extension]
    config["markdown_extensions"] = extensions
    config["mdx_configs"] = {} if toc is None else {"toc": toc}
    files = files_of(config, "a.md")
    (tmp_path / "a.md").write_text(PAGE, encoding="utf-8")
    pages = []
    for _ in range(2):
        page = Page(None, files.src_uris["a.md"], config)
        page.read_source(config)
        pages.append(page)
    pages[0].render(config, files)
    assert OperationMarkdown(config, files, extension).render(pages[1]) is not None
    usual, ours = pages
    assert ours.content == usual.content
    assert entries(ours.toc.items) == entries(usual.toc.items)
    assert ours.present_anchor_ids == usual.present_anchor_ids
    shown = Parsed(ours.content or "")
    ids = {str(each["id"]) for each in shown.select("h1, h2, h3, tr, #cell") if each.get("id")}
    assert ids | {"own"} <= (ours.present_anchor_ids or set())


ROWS = """\
| Name | string | What it is *called*, see [home](../index.md) <b>now</b> & then. |
| Kind | Enum: tall-ship, small-craft-of-the-harbour | A `date-time`, <https://example.com>. |
| Captain | Sailor | |
| Crew | array | Who else is "on board"? |"""


def test_a_marker_alone_is_what_it_is_among_other_text(tmp_path: Path) -> None:
    body = '{"Name": "Ada", "Captain": null, "Crew": [{"Sea-Rank": 1}]}'
    tree(tmp_path, {"a/Ship.md": operation("Ship", "Ship", ROWS, body)})
    extension = CallsheetExtension(docs_dir=str(tmp_path), generate_types=True)
    names = sorted(extension.types.definitions())
    assert {"Sailor", "Ship"} <= {*names}
    for name in names:
        marker = f"<!-- callsheet: type {name} -->"
        alone, among = (Markdown(extensions=["toc", extension]) for _ in range(2))
        assert shape(alone.convert(f"\n{marker}\n")) == shape(among.convert(marker + TEXT)), name
        assert titles(vars(alone)["toc_tokens"]) == titles(vars(among)["toc_tokens"]), name


@pytest.mark.parametrize("heading", ["Ships at sea", "A *few* ships", "Ships #", "C# {: .own }"])
@pytest.mark.parametrize("marker", ["types", "operations", "uids", "type Ship"])
def test_a_marker_below_a_heading_is_what_it_is_among_other_text(
    tmp_path: Path, heading: str, marker: str
) -> None:
    body = '{"Name": "Ada\'s", "Captain": null, "Crew": []}'
    tree(tmp_path, {"a/Ship.md": operation("Ship", 'Ada\'s "ship"', ROWS, body)})
    extension = CallsheetExtension(docs_dir=str(tmp_path), generate_types=True)
    alone, among = (Markdown(extensions=["toc", "attr_list", extension]) for _ in range(2))
    text = f"# {heading}\n\n<!-- callsheet: {marker} -->"
    assert shape(alone.convert(f"{text}\n")) == shape(among.convert(text + TEXT))
    assert titles(vars(alone)["toc_tokens"]) == titles(vars(among)["toc_tokens"])


TEXT = "\n\n<p class=own></p>"


def shape(html: str) -> list[object]:
    """What of a page is shown, and how."""
    shown: list[object] = []
    for each in Parsed(html.removesuffix("<p class=own></p>")).descendants:
        if isinstance(each, Tag):
            shown.append((each.name, sorted(each.attrs.items())))
        elif text := " ".join(str(each).split()):
            shown.append(text)
    return shown


def titles(tokens: list[dict[str, Any]]) -> list[object]:
    return [(each["id"], each["name"], titles(each["children"])) for each in tokens]


def entries(links: list[AnchorLink]) -> list[object]:
    return [(link.title, link.id, link.level, entries(link.children)) for link in links]
