"""Sites in other languages than English: nothing of ours stays English, and nothing breaks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.catalog import Catalog
from callsheet.server.adapters.app import background, create_app
from tests import parcels
from tests.berth_pages import MANY_ROWS, write_pages
from tests.browser.conftest import DESKTOP, PHONE, NewPage, Served
from tests.site_phrases import all_phrases
from tests.test_other_plugins import build

CONFIGURATION = """\
site_name: Berths
site_url: https://example.com/
theme: {{name: material, font: false{theme}}}
plugins:
  - search
  - callsheet: {{locale: {locale}, any_server: true}}
markdown_extensions: [attr_list, tables]
"""
# The visible texts of ours, and those of attributes that readers see or hear; no code,
# and nothing that a server has sent.
TEXTS = """() => {
  const ours = '[class*="callsheet"], dialog';
  const found = [];
  for (const element of document.querySelectorAll(`:is(${ours}), :is(${ours}) *`)) {
    if (element.closest("pre, code, style, script, .highlight, .callsheet-headers")) continue;
    if (!element.checkVisibility()) continue;
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) found.push(node.data);
    }
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      found.push(element.getAttribute(name) ?? "");
    }
  }
  return found;
}"""
# Where the first two letters of an element are.
PLACES = """(element) => {
  const range = new Range();
  return [0, 1].map((at) => {
    range.setStart(element.firstChild, at);
    range.setEnd(element.firstChild, at + 1);
    return range.getBoundingClientRect().x;
  });
}"""
# Names and values of the page, of HTTP, and of languages; and units.
KNOWN = {
    *("harbourId", "berthId", "BerthId", "MasterId", "BerthMaster", "Harbour", "Berth", "berth"),
    *("Name", "Depth", "Kind", "Master", "Quay", "Buoy", "Pier", "Old", "quay", "Berit", "north"),
    *("notify", "select", "filter", "v1Berth", "Change", "List", "api", "reader", "callsheet"),
    *("Authorization", "Accept", "Content", "Type", "Basic", "Bearer", "GET", "PUT", "HTTP"),
    *("Python", "curl", "JavaScript", "PHP", "PowerShell", "JSON", "json", "application", "https"),
    *("charset", "utf", "http", "mjs", "ps1", "php", "string", "int32", "bool", "integer"),
    *("object", "array", "true", "false"),
}
WORD = re.compile(r"[A-Za-z][A-Za-z0-9]{2,}")


def wide(text: str) -> str:
    """A text with other letters, so that a reader of a test tells it from an English one."""
    pieces = re.split(r"(\{\d\})", text)
    return "".join(
        piece if place % 2 else re.sub("[A-Za-z]", lambda m: chr(ord(m[0]) + 0xFEE0), piece)
        for place, piece in enumerate(pieces)
    )


def left_over(page: Page) -> set[str]:
    """The English words that a reader meets."""
    words = {word for text in page.evaluate(TEXTS) for word in WORD.findall(text)}
    return {word for word in words if not re.fullmatch(r"filter\d+", word)} - KNOWN


def made(folder: Path, locale: str, theme: str = "", language: str = "he") -> Path:
    write_pages(folder / "docs", language, rows=MANY_ROWS)
    text = CONFIGURATION.format(theme=theme, locale=locale)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    build(folder)
    return folder


@pytest.fixture(scope="module")
def in_wide_letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with all texts of ours in other letters, and its API."""
    folder = tmp_path_factory.mktemp("wide")
    phrases = {text: text if text == "en" else wide(text) for text in all_phrases()}
    content = {"language": "x-wide", "phrases": phrases}
    (folder / "wide.json").write_text(json.dumps(content), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE_VARIABLE, "")
        made(folder, "wide.json")
    app = create_app(Catalog.read(folder / "docs"), "sqlite://", folder / "site")
    with background(app) as url:
        yield f"{url}/"


@pytest.mark.slow  # A browser goes through all that a page has.
def test_no_english_word_of_ours_is_left_over(in_wide_letters: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{in_wide_letters}Berth/change/")
    assert not left_over(page)
    page.get_by_role("searchbox", name=wide("Filter")).first.fill("select")
    page.get_by_role("button", name=wide("Try it")).click()
    expect(page.get_by_role("heading", name=wide("Try it"))).to_be_focused()
    assert not left_over(page)
    page.get_by_label("berthId").fill("x")
    page.get_by_role("button", name=wide("Send")).first.click()
    assert not left_over(page)
    page.get_by_label("berthId").fill("7")
    page.get_by_role("button", name=wide("Send")).first.click()
    expect(page.locator(".callsheet-answer .callsheet-status")).to_have_text("200")
    for details in page.locator("details").all():
        details.evaluate("element => { element.open = true; }")
    assert not left_over(page)
    page.get_by_role("button", name=wide("Your values")).first.click()
    page.locator("dialog[open]").wait_for()
    assert not left_over(page)
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    for query in ("", "select", "qqqq"):
        page.get_by_role("combobox").last.fill(query)
        expect(page.locator("dialog[open]").get_by_role("status")).to_contain_text(
            wide("Nothing") if query == "qqqq" else wide("operation")
        )
        assert not left_over(page)


@pytest.mark.slow  # A browser opens several pages.
@pytest.mark.parametrize("path", ["operations/", "types/", "types/BerthMaster/", "nowhere/"])
def test_no_english_word_is_left_over_on_lists(
    path: str, in_wide_letters: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(in_wide_letters + path)
    assert page.evaluate(TEXTS)
    assert not left_over(page)


@pytest.fixture(scope="module")
def right_to_left(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose language is written from right to left, and its API."""
    folder = tmp_path_factory.mktemp("rtl")
    content = {"language": "he", "direction": "rtl", "phrases": {"Try it": chr(0x5D0) * 4}}
    (folder / "he.json").write_text(json.dumps(content), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE_VARIABLE, "")
        (folder / "docs/Berth").mkdir(parents=True)
        removal = parcels.page("remove", "DELETE /api/Berth/{id}").replace("A parcel.", "")
        (folder / "docs/Berth/remove.md").write_text(removal, encoding="utf-8")
        made(folder, "he.json")
    app = create_app(Catalog.read(folder / "docs"), "sqlite://", folder / "site")
    with background(app) as url:
        yield f"{url}/"


@pytest.mark.slow  # A browser lays out pages in two sizes.
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_page_can_be_read_from_right_to_left(
    size: Any, right_to_left: str, new_page: NewPage
) -> None:
    page = new_page(viewport=size)
    page.goto(f"{right_to_left}Berth/change/")
    expect(page.locator("body")).to_have_attribute("dir", "rtl")
    title = page.get_by_role("heading", level=1)
    box, main = title.bounding_box(), page.locator(".callsheet-page").bounding_box()
    assert box
    assert main
    assert title.evaluate("element => getComputedStyle(element).textAlign") in ("start", "right")
    # Code has its own direction, also within a sentence: a slash stays where it is.
    for code in page.locator(".callsheet-route > code, .callsheet-table code, pre").all():
        assert code.evaluate("element => getComputedStyle(element).direction") == "ltr"
    # So do names: a sign at their beginning or end is left or right of the letters.
    for name in ("$select", "C#"):
        name_of = page.locator(".callsheet td > a, [role=tab]", has_text=name).first
        places = name_of.evaluate(PLACES)
        assert places[0] < places[1], name
    # And routes in the navigation.
    entry = page.locator(".md-nav--primary .md-ellipsis", has_text="{id}")
    places = entry.evaluate(PLACES)
    assert places[0] < places[1]
    assert entry.evaluate("element => getComputedStyle(element).textAlign") == "right"
    page.get_by_role("button", name=chr(0x5D0) * 4).click()
    expect(page.get_by_role("heading", name=chr(0x5D0) * 4)).to_be_focused()
    send = page.get_by_role("button", name="Send").first
    send.click()
    expect(page.locator(".callsheet-answer .callsheet-status")).to_have_text("200")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    close = page.get_by_role("button", name="Close the console")
    left, right = close.bounding_box(), send.bounding_box()
    assert left
    assert right
    assert left["x"] < right["x"]
    page.goto(f"{right_to_left}operations/")
    route = page.locator(".callsheet code", has_text="/api/v1/Harbour").first
    assert route.evaluate("element => getComputedStyle(element).textAlign") == "right"


@pytest.mark.slow  # A browser lays out pages in two sizes.
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("language", ["de", "nl"])
def test_long_words_do_not_break_the_layout(
    language: str, size: Any, tmp_path: Path, new_page: NewPage, served: Served
) -> None:
    made(tmp_path, language, language="de")
    page = new_page(viewport=size)
    page.goto(f"{served(tmp_path / 'site')}Berth/change/")
    page.locator(".callsheet-route button").click()
    page.locator(".callsheet-console").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    cut = """() => [...document.querySelectorAll(".callsheet button")]
      .filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1)
      .map((each) => each.textContent)"""
    assert page.evaluate(cut) == []
