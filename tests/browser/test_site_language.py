"""Sites in other languages than English: nothing of ours stays English, and nothing breaks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.catalog import Catalog
from callsheet.server.adapters.app import background, create_app
from tests.berth_pages import MANY_ROWS, write_pages
from tests.browser.conftest import NewPage
from tests.site_phrases import all_phrases
from tests.test_other_plugins import build

CONFIGURATION = """\
site_name: Λιμάνι
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
    if (element.closest("pre, code, style, script, .highlight, .callsheet-headers") || !element.checkVisibility()) continue;
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) found.push(node.data);
    }
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      found.push(element.getAttribute(name) ?? "");
    }
  }
  return found;
}"""
# Names and values of the page, of HTTP, and of languages; and units.
KNOWN = set(
    [
        "harbourId",
        "berthId",
        "notify",
        "select",
        "Authorization",
        "Accept",
        "Content",
        "Type",
        "Name",
        "Depth",
        "Kind",
        "Master",
        "Quay",
        "Buoy",
        "Pier",
        "BerthId",
        "BerthMaster",
        "berth",
        "Berth",
        "object",
        "array",
        "Harbour",
        "MasterId",
        "Old",
        "quay",
        "Berit",
        "north",
        "true",
        "false",
        "filter",
        "api",
        "GET",
        "PUT",
        "HTTP",
        "JSON",
        "Basic",
        "Bearer",
        "reader",
        "callsheet",
        "Python",
        "curl",
        "JavaScript",
        "PHP",
        "PowerShell",
        "application",
        "json",
        "charset",
        "utf",
        "http",
        "https",
        "py",
        "sh",
        "js",
        "mjs",
        "http",
        "cs",
        "ps1",
        "php",
        "v1Berth",
        "Change",
        "List",
        "string",
        "int32",
        "bool",
        "integer",
        "Request",
        "Header",
        "Callsheet",
    ]
)
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


def made(folder: Path, locale: str, theme: str = "", language: str = "el") -> Path:
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
    page.get_by_role("dialog").wait_for()
    assert not left_over(page)
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    for query in ("", "select", "qqqq"):
        page.get_by_role("combobox").last.fill(query)
        expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text(
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
