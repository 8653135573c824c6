"""The list of operations, and the links that stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from callsheet.catalog import Catalog
from tests.browser.conftest import NewPage, leave

PAGE = "reference/Person/v1PersonEntity_GetImage/"


def found(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in page.locator("dialog li a code").all_inner_texts()]


def open_list(page: Page) -> None:
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog", name="Find an operation")).to_be_visible()
    expect(page.locator("dialog[open]").get_by_role("status")).to_contain_text("operation")


def test_the_list_opens_with_a_key_and_with_a_button(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own)
    open_list(page)
    assert len(found(page)) == 14
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.get_by_role("button", name="Find an operation").click()
    expect(page.locator("dialog[open]")).to_contain_text("Ctrl K")
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("button", name="Find an operation")).to_be_focused()


def test_the_data_are_loaded_on_first_use_only(own: str, new_page: NewPage) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(own)
    expect(page.get_by_role("button", name="Find an operation")).to_be_visible()
    assert not [url for url in asked if "operations.js" in url]
    for _ in range(2):
        open_list(page)
        page.keyboard.press("Escape")
        # It has the focus until it is gone.
        expect(page.locator("dialog")).to_have_count(0)
    assert len([url for url in asked if "operations.js" in url]) == 1


QUERIES = {
    "get": 2,
    "PUT": 2,
    "put imageinfo": 1,
    "/api/v1/Agents/BLOB/": 8,
    "v1PersonEntity_DeleteImageContent": 1,
    "nothing at all": 0,
}


def test_it_filters_by_method_path_words_and_uid(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own)
    open_list(page)
    said = page.locator("dialog[open]").get_by_role("status")
    for query, count in QUERIES.items():
        page.locator("dialog input").fill(query)
        expect(page.locator("dialog li")).to_have_count(count)
        expect(said).to_have_text(
            {0: "No operations.", 1: "1 operation."}.get(count, f"{count} operations.")
        )


def test_it_works_by_keyboard(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own)
    open_list(page)
    page.keyboard.type("person image")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator("dialog li a").nth(1)
    expect(second).to_be_focused()
    goal = str(second.get_attribute("href"))
    page.keyboard.press("Enter")
    page.wait_for_url(goal)
    expect(page.locator("dialog[open]")).to_have_count(0)
    open_list(page)
    page.keyboard.type("v1PersonEntity_GetImageInfo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/v1PersonEntity_GetImageInfo/")


def test_the_key_is_left_to_a_field_that_has_the_focus(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own)
    page.keyboard.press("/")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.locator("dialog[open]")).to_have_count(0)


@pytest.mark.slow
def test_a_permanent_link_leads_to_the_page(own: str, new_page: NewPage, catalog: Catalog) -> None:
    page = new_page()
    operation = catalog.operations[-1]
    for form in ("uid/#%s", "uid/index.html#%s", "uid/%s/", "uid/%s"):
        page.goto(own)
        leave(page, f"/{form % operation.uid}")
        expect(page).to_have_url(own + operation.path.removesuffix(".md") + "/")
        uid = page.locator("[data-callsheet-uid]")
        expect(uid).to_have_attribute("data-callsheet-uid", operation.uid)


def test_each_page_shows_its_permanent_link(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own + PAGE)
    page.get_by_text("Permanent link:").get_by_role("link").click()
    expect(page).to_have_url(own + PAGE)


def test_an_unknown_uid_says_so_and_shows_the_list(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own + "uid/#v1Nothing_<b>")
    expect(page.get_by_text("No operation has the uid v1Nothing_<b>.")).to_be_visible()
    expect(page.locator(".callsheet-operations li")).to_have_count(14)


def test_the_page_of_permanent_links_is_not_searched(own_folder: Path) -> None:
    index = (own_folder / "search/search_index.json").read_text(encoding="utf-8")
    assert "Permanent links" not in index
