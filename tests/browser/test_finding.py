"""The search, and the links that stay."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from callsheet.catalog import Catalog
from tests.browser import ships
from tests.browser.conftest import PHONE, NewPage, Served, built, leave

PAGE = "reference/Person/v1PersonEntity_GetImage/"


def field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Results").get_by_role("option")


def search(page: Page, query: str) -> None:
    """Write a query into the open search, and wait until all is loaded."""
    field(page).fill(query)
    status = page.locator("dialog[open]").get_by_role("status")
    expect(status).not_to_contain_text("Loading")


def open_search(page: Page) -> None:
    page.keyboard.press("Control+k")
    expect(field(page)).to_be_focused()
    expect(page.locator("dialog[open]").get_by_role("status")).to_contain_text("operation")


@pytest.mark.parametrize("key", ["Control+k", "/", "f", "s"])
@pytest.mark.slow
def test_keys_open_the_search(own: str, new_page: NewPage, key: str) -> None:
    page = new_page()
    page.goto(own)
    page.keyboard.press(key)
    page.keyboard.type("webhook / image")
    # What is typed while the script is loaded is not lost.
    expect(field(page)).to_have_value("webhook / image")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)


@pytest.mark.parametrize("late", ["**/search.js", "**/search/0.js"])
def test_enter_waits_for_what_may_be_better(own: str, new_page: NewPage, late: str) -> None:
    page = new_page()
    held: list[Route] = []
    page.route(late, lambda route: held.append(route))
    page.goto(own)
    with page.expect_request(late):
        page.keyboard.press("/")
    expect(page.locator("dialog[open]").get_by_role("status")).to_contain_text("Loading")
    field(page).fill("v1PersonEntity_GetImage")
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    assert held
    for each in held:
        each.continue_()
    expect(page).to_have_url(re.compile(PAGE))


def test_the_field_of_the_theme_opens_the_search(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own)
    theme = page.locator("input.md-search__input")
    assert page.get_by_role("button", name="Search", exact=True).count() == 0, "one box"
    theme.click()
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(theme).to_be_focused()
    expect(page.locator("dialog")).to_have_count(0)
    # The focus alone changes nothing, and the theme's own results stay away.
    expect(page.locator("#__search")).not_to_be_checked()
    page.keyboard.type("im")
    expect(field(page)).to_have_value("im")
    expect(theme).to_have_value("")
    page.keyboard.press("Escape")
    theme.fill("image")
    expect(field(page)).to_have_value("image")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()


def test_the_search_works_by_touch(own: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(own)
    page.locator('.md-header__button[for="__search"]').tap()
    search(page, "upload picture")
    assert options(page).first.bounding_box()["height"] >= 44  # type: ignore[index]
    options(page).first.tap()
    page.wait_for_url("**/v1PersonEntity_SaveImage_POST/")


@pytest.mark.slow
def test_a_site_without_a_field_has_a_button(
    tmp_path: Path, served: Served, new_page: NewPage
) -> None:
    plain = ships.write(tmp_path, ships.pages())
    config = plain / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("[search, callsheet", "[callsheet"), encoding="utf-8")
    page = new_page()
    url = served(built(plain))
    page.goto(f"{url}fleet/Get/")
    page.get_by_role("button", name="Search", exact=True).click()
    search(page, "delete a ship")
    expect(options(page).first).to_contain_text("DELETE")
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()


def test_the_data_are_loaded_on_first_use_only(own: str, new_page: NewPage) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(own)
    expect(page.locator("input.md-search__input")).to_be_visible()
    page.wait_for_load_state("networkidle")

    def ours() -> list[str]:
        return [url for url in asked if "/callsheet/search" in url]

    assert ours() == []
    for _ in range(2):
        open_search(page)
        search(page, "image")
        page.keyboard.press("Escape")
        # It has the focus until it is gone.
        expect(page.locator("dialog")).to_have_count(0)
    assert len(ours()) == len(set(ours())) > 1


QUERIES = {
    "upload a picture": "v1PersonEntity_SaveImage_POST",
    "how do I remove the photo of a person?": "v1PersonEntity_DeleteImageContent",
    "https://example.com/tenant/api/v1/Person/7/ImageInfo?x=1": "v1PersonEntity_GetImageInfo",
    "PUT Person/{id}/ImageInfo": "v1PersonEntity_PutImageInfo",
    "v1blobagent_getblobentity": "v1BLOBAgent_GetBlobEntity",
    "dowload persn image": "v1PersonEntity_GetImage",
    "changeproj": "v1BLOBAgent_ChangeProjectImage",
}


def test_questions_addresses_and_uids_find_operations(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own)
    open_search(page)
    for query, uid in QUERIES.items():
        search(page, query)
        expect(options(page).first).to_have_attribute("href", re.compile(f"/{uid}/(#.*)?$"))
    search(page, "xyzzy")
    expect(options(page)).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text(re.compile("^Nothing found"))
    expect(field(page)).to_have_attribute("aria-expanded", "false")


def test_pages_headings_types_and_rows_are_found(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own)
    open_search(page)
    search(page, "several examples")
    expect(options(page).first).to_have_attribute("href", f"{own}site/#several-examples")
    search(page, "BlobEntity")
    expect(options(page).first).to_have_attribute("href", f"{own}types/BlobEntity/")
    search(page, "conceptual type")
    first = options(page).first
    expect(first.locator(".callsheet-row")).to_have_text("Response ConceptualType")
    first.click()
    expect(page).to_have_url(re.compile("#response-ConceptualType$"))
    expect(page.locator("tr:target")).to_contain_text("ConceptualType")


def test_it_works_by_keyboard_as_a_combobox(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own)
    open_search(page)
    search(page, "person image")
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    for number, key in enumerate(["", "ArrowDown", "ArrowDown"]):
        if key:
            page.keyboard.press(key)
        chosen = options(page).nth(number)
        expect(chosen).to_have_attribute("aria-selected", "true")
        identity = str(chosen.get_attribute("id"))
        expect(field(page)).to_have_attribute("aria-activedescendant", identity)
        expect(field(page)).to_be_focused()
    expect(page.locator('[aria-selected="true"]')).to_have_count(1)
    page.keyboard.press("ArrowUp")
    goal = str(options(page).nth(1).get_attribute("href"))
    page.keyboard.press("Enter")
    page.wait_for_url(goal)
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_what_is_found_is_announced(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own)
    open_search(page)
    status = page.locator("dialog[open]").get_by_role("status")
    expect(status).to_have_text("14 operations.")
    search(page, "v1PersonEntity_GetImage")
    expect(status).to_have_text("1 operation.")
    search(page, "ConceptualType")
    expect(status).to_have_text("3 operations, 1 type.")


def test_a_search_that_closes_does_not_keep_the_keys(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own)
    open_search(page)
    page.evaluate(
        """() => {
          const dialog = document.querySelector("dialog[open]");
          const key = new KeyboardEvent("keydown", {key: "k", ctrlKey: true, bubbles: true});
          dialog.close();
          dialog.querySelector("input").dispatchEvent(key);
        }"""
    )
    expect(field(page)).to_be_focused()


def test_a_file_that_is_missing_is_reported_and_asked_for_again(
    own: str, new_page: NewPage
) -> None:
    page = new_page()
    page.route("**/search/1.js", lambda route: route.fulfill(status=404))
    page.goto(own)
    open_search(page)
    status = page.get_by_role("status")
    expect(status).to_contain_text("Some results cannot be loaded.")
    page.keyboard.press("Escape")
    page.unroute("**/search/1.js")
    open_search(page)
    search(page, "BlobEntity")
    expect(status).not_to_contain_text("cannot")


def test_a_field_that_has_the_focus_keeps_its_keys(ships_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{ships_site}fleet/Get/")
    rows = page.get_by_role("searchbox", name="Filter").first
    rows.focus()
    page.keyboard.press("Control+k")
    page.keyboard.type("a/b")
    expect(rows).to_have_value("a/b")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_it_leads_to_the_page_by_instant_navigation(ships_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(ships_site)
    page.evaluate("window.same = true")
    for query, heading in (("replace ship", "Does it"), ("get a ship", "Finds it")):
        open_search(page)
        search(page, query)
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_contain_text(heading)
        expect(page.locator("dialog")).to_have_count(0)
    assert page.evaluate("window.same"), "the page was loaded anew"


def test_the_theme_search_finds_operations(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{own}?q=upload+image")
    first = page.locator("a.md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile("v1PersonEntity_SaveImage_POST"))


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


@pytest.mark.parametrize("anchor", ["cs205", "cs205-unknown-type"])
def test_a_link_to_a_rule_leads_to_its_page(own: str, new_page: NewPage, anchor: str) -> None:
    page = new_page()
    page.goto(own)
    leave(page, f"{own}rules/#{anchor}")
    page.wait_for_url("**/rules/tables/#cs205-unknown-type")
    expect(page.get_by_role("heading", name="CS205")).to_be_in_viewport()


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


def test_a_missing_page_has_a_search_for_its_words(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own + "old/Person/GetImageInfo.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
    place = page.locator(".callsheet-missing")
    expect(place.get_by_role("searchbox")).to_have_value("old Person GetImageInfo")
    place.get_by_role("searchbox").fill("GetImageInfo")
    page.keyboard.press("Enter")
    expect(field(page)).to_have_value("GetImageInfo")
    expect(options(page).first).to_contain_text("ImageInfo")


def test_a_missing_page_of_the_authors_own_stays(tmp_path: Path) -> None:
    folder = ships.write(tmp_path, ships.pages())
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("  font: false", "  font: false\n  custom_dir: own"), "utf-8")
    (folder / "own").mkdir()
    (folder / "own" / "404.html").write_text("<h1>Ashore</h1>", encoding="utf-8")
    assert (built(folder) / "404.html").read_text(encoding="utf-8") == "<h1>Ashore</h1>"
