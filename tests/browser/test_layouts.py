"""References in the layouts of others, as a browser shows their sites."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from callsheet.catalog import Catalog
from tests.browser.conftest import PHONE, NewPage, Served
from tests.layouts.references import FOLDER, NAMES
from tests.sites import MATERIAL, build

WIDE = {"width": 1920, "height": 1000}


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_each_operation_is_shown_in_its_place(
    name: str, tmp_path: Path, served: Served, new_page: NewPage
) -> None:
    shutil.copytree(FOLDER / name, tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text(MATERIAL)
    build(tmp_path)
    catalog = Catalog.read(FOLDER / name, cached=False)
    address = served(tmp_path / "site")
    phone, wide = new_page(viewport=PHONE), new_page(viewport=WIDE)
    for path, operations in catalog.on_page.items():
        stem = path.rpartition(".")[0]
        url = f"{address}{stem.removesuffix('index')}/"
        phone.goto(url)
        expect(phone.locator("[data-callsheet-uid]")).to_have_count(len(operations))
        assert phone.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        wide.goto(f"{url}#{operations[-1].uid}")
        panel = wide.locator("[data-callsheet-uid]").last
        box, text = panel.bounding_box(), wide.locator(".callsheet-columns").last.bounding_box()
        assert box is not None
        assert text is not None
        assert box["x"] > text["x"] + text["width"] / 2 - 50
        panel.get_by_role("button", name="Try it").click()
        expect(panel.get_by_role("button", name="Send")).to_be_visible()


@pytest.mark.slow
def test_headings_do_not_repeat_operations(
    tmp_path: Path, served: Served, new_page: NewPage
) -> None:
    shutil.copytree(FOLDER / "gitlab", tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text(MATERIAL)
    build(tmp_path)
    page = new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{served(tmp_path / 'site')}berths/")
    expect(page.locator(".md-nav--primary a:visible", has_text="List all berths")).to_have_count(1)


@pytest.mark.slow
def test_a_card_leads_to_a_page_of_mdx(tmp_path: Path, served: Served, new_page: NewPage) -> None:
    shutil.copytree(FOLDER / "generic", tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text(MATERIAL)
    build(tmp_path)
    address = served(tmp_path / "site")
    page = new_page(viewport=WIDE)
    page.goto(address)
    page.locator(".tabbed-labels").get_by_text("By machine").click()
    expect(page.get_by_text("Mind the propeller")).to_be_visible()
    page.get_by_role("article").get_by_role("link", name="Moorings", exact=True).click()
    expect(page.get_by_role("heading", name="Create a mooring")).to_be_visible()
