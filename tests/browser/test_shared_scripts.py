"""What pages leave to scripts: programs in further languages, and usual headers."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PHONE, NewPage
from tests.parcels import page as page_text
from tests.sites import MATERIAL, build

pytestmark = pytest.mark.slow

SHOWN = "Parcel/p03/index.html"
LANGUAGE = "callsheet.language"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of as many pages as have their usual headers elsewhere."""
    folder = tmp_path_factory.mktemp("parcels")
    (folder / "docs" / "Parcel").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Parcels\n", encoding="utf-8")
    for number in range(20):
        text = page_text(f"p{number:02}", f"GET /api/Parcel{number}/{{id}}")
        (folder / "docs" / "Parcel" / f"p{number:02}.md").write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    build(folder)
    return folder / "site"


def tab(page: Page, name: str) -> Locator:
    return page.get_by_role("tab", name=name, exact=True)


def panel(page: Page) -> Locator:
    return page.locator(".callsheet-panel:visible")


def test_from_a_disk_a_further_language_is_shown_and_remembered(
    folder: Path, new_page: NewPage
) -> None:
    page = new_page()
    page.goto((folder / SHOWN).as_uri())
    tab(page, "C#").click()
    expect(panel(page).locator("code").first).to_have_text("p03.cs")
    expect(panel(page).locator("pre")).to_contain_text("new HttpClient")
    expect(panel(page).locator("[data-fill=base]")).to_have_count(1)
    page.goto((folder / SHOWN.replace("p03", "p04")).as_uri())
    expect(panel(page).locator("code").first).to_have_text("p04.cs")
    expect(tab(page, "C#")).to_have_attribute("aria-selected", "true")


def test_the_language_that_is_chosen_last_is_shown(folder: Path, new_page: NewPage) -> None:
    page = new_page()
    page.goto((folder / SHOWN).as_uri())
    # All in one task of the page, before any script can have been loaded.
    page.evaluate(
        """() => {
          const [, curl, javascript, csharp] = document.querySelectorAll("[role=tab]");
          for (const each of [csharp, javascript, csharp, javascript, curl]) each.click();
        }"""
    )
    expect(tab(page, "curl")).to_have_attribute("aria-selected", "true")
    tab(page, "JavaScript").click()
    expect(panel(page).locator("code").first).to_have_text("p03.mjs")
    expect(panel(page).get_by_role("button", name="Copy")).to_have_count(1)
    expect(panel(page)).to_have_count(1)


def test_without_its_script_a_tab_says_so_and_the_next_press_tries_again(
    folder: Path, new_page: NewPage
) -> None:
    page = new_page()
    page.goto((folder / SHOWN).as_uri())
    page.evaluate(
        """() => {
          const operation = document.querySelector("[data-callsheet-file]");
          window.file = operation.dataset.callsheetFile;
          operation.dataset.callsheetFile = "files.js";
          window.reportError = () => {};
          window.callsheetFiles = () => {};
        }"""
    )
    tab(page, "C#").click()
    expect(panel(page)).to_have_text("It cannot be loaded.")
    page.evaluate(
        "() => document.querySelector('[data-callsheet-file]').dataset.callsheetFile = file"
    )
    tab(page, "Python").click()
    tab(page, "C#").click()
    expect(panel(page).locator("pre")).to_contain_text("new HttpClient")


def test_values_of_the_reader_are_in_programs_that_come_later(
    folder: Path, new_page: NewPage
) -> None:
    page = new_page(viewport=PHONE)
    page.goto((folder / SHOWN).as_uri())
    page.get_by_role("button", name="Your values").click()
    page.get_by_label("Address of the server").fill("https://example.com/mine")
    page.get_by_label("User").fill("me")
    page.get_by_label("Password").fill("secret")
    page.keyboard.press("Escape")
    tab(page, "JavaScript").click()
    expect(panel(page).locator("pre")).to_contain_text("https://example.com/mine")
    expect(panel(page).locator("pre")).to_contain_text('"me"')
    expect(panel(page).locator("pre")).not_to_contain_text("secret")


def test_without_scripts_there_is_no_tab_of_what_is_not_there(
    folder: Path, new_page: NewPage
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto((folder / SHOWN).as_uri())
    assert page.locator(".callsheet-tabs > label").all_inner_texts() == ["Python", "curl", "HTTP"]
    page.get_by_text("Usual headers: ").click()
    link = page.locator(".callsheet-usual a").get_attribute("href")
    page.goto(urljoin(page.url, f"{link}index.html"))
    expect(page.locator("#header-SO-Culture")).to_contain_text("A culture.")


def test_usual_headers_are_shown_in_place(folder: Path, new_page: NewPage) -> None:
    page = new_page()
    page.goto((folder / SHOWN).as_uri())
    page.get_by_text("Usual headers: ").click()
    expect(page.locator("#header-SO-Culture")).to_contain_text("A culture.")
    expect(page.locator(".callsheet-usual th")).to_have_text(["Name", "Description"])
    # On narrow screens, browsers drop the roles of rows that are shown as blocks.
    expect(page.locator("#header-SO-Culture")).to_have_attribute("role", "row")


def test_a_link_to_a_usual_header_leads_to_it(folder: Path, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto(f"{(folder / SHOWN).as_uri()}#header-SO-Culture")
    expect(page.locator("#header-SO-Culture")).to_be_in_viewport()
