"""Pictures of the main views, for people to look at: they are kept in `artifacts/screenshots`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, NewPage, expect_scripts
from tests.conftest import ROOT

FOLDER = ROOT / "artifacts" / "screenshots"
VIEWS: dict[str, dict[str, Any]] = {
    "wide-light": {"viewport": DESKTOP, "color_scheme": "light"},
    "wide-dark": {"viewport": DESKTOP, "color_scheme": "dark"},
    "phone-light": {"viewport": PHONE, "color_scheme": "light"},
    "phone-dark": {"viewport": PHONE, "color_scheme": "dark"},
}
PAGES = {
    "image-operation": "reference/Person/v1PersonEntity_SaveImage_POST/",
    "record-operation": "reference/Person/v1PersonEntity_PutImageInfo/",
    "type": "types/BlobEntity/",
    "overview": "reference/",
    "permanent-links": "uid/",
}


def kept(name: str) -> Path:
    FOLDER.mkdir(parents=True, exist_ok=True)
    return FOLDER / f"{name}.png"


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_pictures_of_the_main_views(own: str, new_page: NewPage, view: str) -> None:
    page = new_page(**VIEWS[view])
    for name, path in PAGES.items():
        page.goto(own + path)
        expect_scripts(page)
        picture = page.screenshot(path=kept(f"{name}-{view}"), full_page="wide" not in view)
        assert picture.startswith(b"\x89PNG")
    page.keyboard.press("Control+k")
    page.keyboard.type("image of a person")
    expect(page.get_by_role("option").first).to_contain_text("Person")
    page.screenshot(path=kept(f"search-{view}"))


@pytest.mark.slow
def test_pictures_of_a_long_table_and_of_paper(ships_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(ships_site + "fleet/Get/")
    page.screenshot(path=kept("long-table-wide-light"), full_page=True)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.screenshot(path=kept("long-table-paper"), full_page=True)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.slow
def test_pictures_of_examples_to_choose(cargo_site: str, new_page: NewPage, view: str) -> None:
    page = new_page(**VIEWS[view])
    for name, path in (("examples", "fleet/Get/"), ("many-examples", "fleet/Put/")):
        page.goto(cargo_site + path)
        expect(page.get_by_role("tablist")).to_be_visible()
        page.locator(".callsheet-variants").evaluate("e => e.scrollIntoView({ block: 'center' })")
        page.screenshot(path=kept(f"{name}-{view}"))
