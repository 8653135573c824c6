"""What keeps pages calm: words stay whole, and nothing is cut or jumps from page to page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, NewPage, expect_scripts
from tests.browser.kinds import CHANGE, UPLOAD, find, find_nothing, send

pytestmark = pytest.mark.slow

DIVIDED = """(selector) => [...document.querySelectorAll(selector)].flatMap((code) => {
  const found = [];
  const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    for (const { 0: word, index } of walker.currentNode.data.matchAll(/[\\w{}]+/g)) {
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, index + word.length);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (lines.size > 1) found.push(word);
    }
  }
  return found;
})"""
"""Returns the words of elements that stand on two lines."""


def divided(page: Page, selector: str) -> list[str]:
    assert page.locator(selector).count()
    words: list[str] = page.evaluate(DIVIDED, selector)
    return words


def test_words_of_addresses_and_names_stay_whole_on_a_phone(own: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    for path in (UPLOAD, CHANGE, "reference/"):
        page.goto(own + path)
        expect_scripts(page)
        shown = ".callsheet :is(.callsheet-route, .callsheet-file, .callsheet-cards > li) code"
        assert divided(page, shown) == []
    find(page)
    assert divided(page, "[role=option] code") == []
    page.goto(own + CHANGE)
    expect_scripts(page)
    send(page)
    assert divided(page, ".callsheet-url code") == []
    assert divided(page, ".callsheet-json c-s, .callsheet-main li code") == []


def test_the_header_stays_where_it_is_from_page_to_page(own: str, new_page: NewPage) -> None:
    for size in (DESKTOP, {"width": 1920, "height": 1080}):
        page = new_page(viewport=size)
        places = set()
        for path in (
            "",
            "security/",
            "reference/",
            "reference/Person/",
            UPLOAD,
            "types/BlobEntity/",
        ):
            page.goto(own + path)
            for part in (".md-header__topic", ".md-tabs__link", ".md-search"):
                box: Any = page.locator(part).first.bounding_box()
                places.add((part, round(box["x"])))
        assert len(places) == 3


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
def test_code_and_tables_of_the_guide_are_not_cut(
    own: str, new_page: NewPage, viewport: Any
) -> None:
    page = new_page(viewport=viewport)
    for path in ("", "getting-started/", "commands/"):
        page.goto(own + path)
        cut = page.evaluate(
            """() => [...document.querySelectorAll(".md-typeset pre > code, .md-typeset__table")]
              .filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
              .map((e) => e.textContent.slice(0, 80))"""
        )
        assert cut == []
        expect_scripts(page)
        covered = page.evaluate(
            """() => [...document.querySelectorAll("pre:has(> .md-code__nav) > code")]
              .filter((code) => {
                const words = document.createRange();
                words.selectNodeContents(code);
                const { left, bottom } = code.parentElement.firstElementChild.nextSibling
                  .querySelector("button").getBoundingClientRect();
                return [...words.getClientRects()].some((e) => e.right > left && e.top < bottom);
              })
              .map((code) => code.textContent.slice(0, 80))"""
        )
        assert covered == []


@pytest.mark.parametrize("width", [1280, 1440, 1920])
def test_text_next_to_panels_has_room_for_its_tables(
    several_site: str, new_page: NewPage, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(several_site)
    table: Any = page.locator(".md-typeset__scrollwrap").first
    assert table.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    text: Any = page.locator(".callsheet-columns > div").first.bounding_box()
    route: Any = page.locator(".callsheet-route").first.bounding_box()
    assert route["x"] > text["x"] + 400
    contents = page.locator(".md-sidebar:visible").get_by_role("link", name="Remove a berth")
    # On the widest screens the contents have a column of their own, beside the navigation.
    expect(contents.locator("visible=true")).to_have_count(2 if width == 1920 else 1)


def test_cards_lead_to_other_pages_than_their_own(several_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(several_site)
    expect(page.locator(".callsheet-route")).to_have_count(2)
    expect(page.locator(".callsheet-cards")).to_have_count(0)


def test_scrollbars_have_the_colours_of_the_scheme(own: str, new_page: NewPage) -> None:
    page = new_page(color_scheme="dark")
    page.goto(own)
    expect_scripts(page)
    find(page)
    expect(page.locator(".callsheet-found")).to_have_css("scrollbar-width", "thin")
    page.goto(own + CHANGE)
    send(page)
    for part in (".callsheet-editor", ".callsheet-answer .callsheet-json"):
        expect(page.locator(part).first).to_have_css("scrollbar-width", "thin")


def test_the_dialog_of_the_search_stays_in_its_place(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own)
    expect_scripts(page)
    tops = set()
    for look in (find, find_nothing):
        look(page)
        box: Any = page.locator("dialog").bounding_box()
        tops.add(box["y"])
        page.keyboard.press("Escape")
    assert len(tops) == 1


def test_the_filter_of_a_long_table_stays_in_view(ships_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{ships_site}types/Ship/#property-Mast40")
    field = page.get_by_role("searchbox", name="Filter").or_(
        page.locator(".callsheet-tools .callsheet-input")
    )
    expect(field.first).to_be_in_viewport()
    page.locator("tr a[href$=Mast50]").first.scroll_into_view_if_needed()
    expect(field.first).to_be_in_viewport()


DIVIDED_CODE = """(selector) => [...document.querySelectorAll(selector)]
  .filter((e) => e.checkVisibility() && e.textContent.includes("-") && e.textContent.length <= 24
    && new Set([...e.getClientRects()].map((box) => Math.round(box.top))).size > 1)
  .map((e) => e.textContent)"""
"""Returns the short texts of elements that stand on two lines."""


def test_short_code_with_hyphens_stays_whole_on_a_phone(own: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    for path in ("commands/", "configuration/", UPLOAD):
        page.goto(own + path)
        assert page.locator(".callsheet-whole").count()
        assert page.evaluate(DIVIDED_CODE, ".md-content :is(p, li) > code:not(a > code)") == []
