"""Long tables filter as the reader types."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import ships
from tests.browser.conftest import NewPage, Served, built

pytestmark = pytest.mark.slow

GET = "fleet/Get/"


def rows(page: Page) -> Locator:
    return page.locator("[id^='response-']:is(tr):visible")


def test_a_long_table_filters_and_says_how_many_rows_are_left(
    ships_site: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(ships_site + GET)
    field = page.get_by_role("searchbox", name="Filter: Response body")
    expect(rows(page)).to_have_count(ships.ROWS)
    field.press_sequentially("MAST 6 int")
    names = [f"Mast{n}" for n in range(5, ships.ROWS) if "6" in str(n)]
    expect(rows(page)).to_have_count(len(names))
    status = page.get_by_role("status").filter(has_text="rows")
    expect(status).to_have_text(f"{len(names)} of {ships.ROWS} rows")
    field.fill("no such row")
    expect(rows(page)).to_have_count(0)
    expect(status).to_have_text(f"0 of {ships.ROWS} rows")
    field.press("Escape")
    expect(rows(page)).to_have_count(ships.ROWS)


def test_a_link_to_a_row_that_is_filtered_out_shows_it(
    tmp_path: Path, served: Served, new_page: NewPage
) -> None:
    # Instant navigation would fetch the page anew, without a filter.
    folder = built(ships.write(tmp_path, ships.pages(), features="navigation.tabs"))
    url = served(folder)
    page = new_page()
    page.goto(url + GET)
    row = page.locator("[id='response-Mast60']")
    page.get_by_role("searchbox", name="Filter").fill("Captain")
    expect(row).to_be_hidden()
    page.get_by_role("link", name="mast 60", exact=True).click()
    expect(row).to_be_visible()
    expect(row).to_be_in_viewport()


def test_a_short_table_has_no_filter(ships_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(ships_site + "fleet/Put/")
    expect(page.get_by_role("tablist")).to_be_visible()
    expect(page.get_by_role("searchbox", name=re.compile("Filter"))).to_have_count(0)
