"""What a reader sees of a page, wide and narrow, and on paper."""

from __future__ import annotations

import re
from typing import Any, Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, NewPage, expect_scripts

GET = "fleet/Get/"
UPLOAD = "reference/Person/v1PersonEntity_SaveImage_POST/"
SHIFTS = """() => new Promise((resolve) => {
  let total = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) total += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(total), 100)));
})"""


def box(page: Page, selector: str) -> Any:
    return box_of(page.locator(selector).first)


def box_of(found: Locator) -> Any:
    bounds = found.bounding_box()
    assert bounds is not None
    return bounds


def in_view(page: Page, selector: str) -> bool:
    visible: bool = page.locator(selector).first.evaluate(
        "e => { const b = e.getBoundingClientRect();"
        " return b.height > 0 && b.top >= 0 && b.top < innerHeight }"
    )
    return visible


def test_on_a_wide_screen_samples_stand_beside_and_stay_in_view(
    ships_site: str, new_page: NewPage
) -> None:
    page = new_page(viewport=DESKTOP)
    page.goto(ships_site + GET)
    main, beside = box(page, ".callsheet-main"), box(page, ".callsheet-beside")
    assert beside["x"] >= main["x"] + main["width"]
    page.locator("[id='response-Mast40']").scroll_into_view_if_needed()
    # It has no scroll bar of its own; of what is longer than the screen, the end stays in view.
    assert page.locator(".callsheet-beside").evaluate("e => e.scrollHeight - e.clientHeight") <= 1
    beside = box(page, ".callsheet-beside")
    assert beside["y"] < DESKTOP["height"] / 2
    assert beside["y"] + beside["height"] >= DESKTOP["height"] - 1


def test_on_a_phone_samples_follow(ships_site: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto(ships_site + GET)
    main, beside = box(page, ".callsheet-main"), box(page, ".callsheet-beside")
    assert beside["y"] >= main["y"] + main["height"]
    assert beside["x"] == main["x"]


WIDTHS = (320, 390, 768, 1280, 1440, 1920, 2560)
OVERHANG = """() => {
  const column = document.querySelector(".md-content").getBoundingClientRect();
  const boxes = [...document.querySelectorAll(".callsheet :is(td, h1, h2, p, li, summary)")];
  return Math.max(0, ...boxes.map((e) => e.getBoundingClientRect())
    .filter((b) => b.width && b.height).map((b) => b.right - column.right));
}"""


@pytest.mark.parametrize("path", [GET, "types/Ship/", "types/", "uid/", ""])
@pytest.mark.slow
def test_no_page_is_wider_than_the_screen(ships_site: str, new_page: NewPage, path: str) -> None:
    page = new_page()
    page.goto(ships_site + path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        # Material's sidebars may be on their way.
        page.wait_for_function(f"document.documentElement.scrollWidth <= {width}")
        # Nothing in it sticks out of its column, either.
        assert page.evaluate(OVERHANG) <= 0, width


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", [GET, "types/Ship/"])
def test_nothing_moves_while_a_page_loads(
    ships_site: str, new_page: NewPage, path: str, viewport: dict[str, int]
) -> None:
    page = new_page(viewport=viewport)
    page.goto(ships_site + path)
    assert page.evaluate(SHIFTS) < 0.01


def test_nested_types_unfold_one_by_one_and_all_at_once(ships_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(ships_site + GET)
    row = page.locator("[id='response-Captain']")
    expect(row.get_by_text("Cabin.Deck")).to_be_hidden()
    row.locator("summary").click()
    expect(row.get_by_text("Cabin.Deck")).to_be_visible()
    crew = page.locator("[id='response-Crew'] details li")
    expect(crew.first).to_be_hidden()
    page.get_by_role("button", name="Expand all").click()
    expect(crew.first).to_be_visible()
    page.get_by_role("button", name="Collapse all").click()
    expect(crew.first).to_be_hidden()
    expect(row.get_by_text("Cabin.Deck")).to_be_hidden()


def test_usual_headers_are_folded_and_a_link_unfolds_them(
    ships_site: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(ships_site + "fleet/Put/")
    expect(page.locator("[id='header-X-Own']")).to_be_visible()
    expect(page.locator("[id='header-Accept']")).to_be_visible()
    expect(page.locator("[id='header-X-Trace']")).to_be_hidden()
    page.goto(ships_site + "fleet/Put/#header-X-Trace")
    expect(page.locator("[id='header-X-Trace']")).to_be_in_viewport()


def test_rows_sections_and_statuses_have_links(ships_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(ships_site + GET)
    for anchor in ("path-shipId", "status-404", "response-body", "response-Mast9"):
        link = page.locator(f"[id='{anchor}'] a[href$='#{anchor}']")
        expect(link).to_have_css("opacity", "0", pseudo="after")
        link.focus()
        expect(link).to_have_css("opacity", "1", pseudo="after")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**#{anchor}")
        expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_a_name_can_be_marked_and_the_sign_behind_it_is_the_link(
    ships_site: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(ships_site + GET)
    cell = page.locator("[id='response-Name'] td").first
    cell.dblclick(position={"x": 20, "y": 16})
    assert page.evaluate("getSelection().toString()") == "Name"
    assert "#" not in page.url
    width = cell.locator("a").evaluate("e => e.getBoundingClientRect().right") - box_of(cell)["x"]
    cell.click(position={"x": width - 4, "y": 16})
    page.wait_for_url("**#response-Name")


def test_a_table_whose_rows_are_blocks_is_a_table_still(ships_site: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto(ships_site + GET)
    table = page.get_by_role("table", name="Path parameters")
    expect(table.get_by_role("row")).to_have_count(2)
    expect(table.get_by_role("cell")).to_have_text(["shipId required", "int32", re.compile(".*")])


def test_the_drawer_of_a_phone_has_the_table_of_contents(
    ships_site: str, new_page: NewPage
) -> None:
    page = new_page(viewport=PHONE)
    page.goto(ships_site + GET)
    page.locator(".md-header__button[for=__drawer]").click()
    drawer = page.locator(".md-nav--primary")
    entry = drawer.get_by_role("link", name="Response", exact=True)
    expect(entry).not_to_be_in_viewport()
    drawer.locator("label.md-nav__link[for=__toc]").click()
    expect(entry).to_be_in_viewport()
    entry.click()
    page.wait_for_url("**#response")
    expect(page.locator("h2[id='response']")).to_be_in_viewport()


def test_required_and_deprecated_are_marked(ships_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(ships_site + GET)
    expect(page.locator("[id='path-shipId']")).to_contain_text("required")
    expect(page.locator("[id='response-OldName']")).to_contain_text("deprecated")
    expect(page.locator("[id='response-Name']")).not_to_contain_text("deprecated")
    page.goto(f"{ships_site}types/Ship/")
    expect(page.locator("[id='property-OldName']")).to_contain_text("deprecated")
    expect(page.locator("[id='property-Name']")).not_to_contain_text("deprecated")


@pytest.mark.slow
def test_crumbs_and_turns_stay_within_the_group(own: str, new_page: NewPage) -> None:
    page = new_page()
    # The order is that of the navigation, which begins with reading the image.
    page.goto(own + "reference/Person/v1PersonEntity_GetImage/")
    expect(page.get_by_role("link", name="Previous")).to_have_count(0)
    seen = [page.locator("h1").inner_text()]
    while page.get_by_role("link", name="Next").count():
        page.get_by_role("link", name="Next").click()
        expect(page.locator("h1")).not_to_have_text(seen[-1])
        seen.append(page.locator("h1").inner_text())
    assert len(seen) == 6
    page.get_by_role("link", name="Previous").click()
    expect(page.locator("h1")).to_have_text(seen[-2])
    page.get_by_label("Breadcrumbs").get_by_role("link").last.click()
    expect(page.locator("h1")).to_contain_text("Person images")


def test_the_navigation_shows_methods(ships_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(ships_site + GET)
    items = page.locator(".md-nav--primary .md-nav__link:has([class*=callsheet])")
    badges = items.locator(".md-status").evaluate_all(
        "all => all.map(e => getComputedStyle(e, '::after').content)"
    )
    assert {badge.strip('"') for badge in badges} == {"GET", "PUT", "DEL"}
    assert "Finds it, up to mast 60" in items.first.inner_text()
    assert page.title() == "Finds it, up to mast 60 - Ships"


def test_instant_navigation_keeps_everything_working(ships_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(ships_site + GET)
    page.evaluate("window.same = true")
    for name in ("Next", "Previous"):
        page.get_by_role("link", name=name).click()
        page.wait_for_url("**/fleet/*/")
        expect(page.get_by_role("tablist")).to_have_count(1)
    assert page.evaluate("window.same"), "the page was loaded anew"
    expect_scripts(page)
    expect(page.get_by_role("button", name="Copy", exact=True)).to_have_count(1)


def test_on_paper_everything_is_unfolded_in_one_column(ships_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(ships_site + GET)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for text in ("X-Trace", "Cabin.Deck", "import requests"):
        expect(page.locator(".callsheet").get_by_text(text).first).to_be_visible()
    message = page.locator(".callsheet").get_by_text("Authorization: Basic").first
    expect(message).to_be_hidden()
    main, beside = box(page, ".callsheet-main"), box(page, ".callsheet-beside")
    assert beside["y"] >= main["y"] + main["height"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.get_by_text("Cabin.Deck").first).to_be_hidden()


@pytest.mark.parametrize("language", ["Python", "C#"])
def test_an_upload_takes_three_pages_of_paper_at_most(
    own: str, new_page: NewPage, language: str
) -> None:
    page = new_page()
    page.goto(own + UPLOAD)
    tab = page.get_by_role("tab", name=language, exact=True)
    tab.click()
    # Its program may come from a script.
    expect(tab).to_have_attribute("aria-selected", "true")
    assert 1 <= pages_of_paper(page) <= 3


def test_a_short_page_takes_one_page_of_paper(own: str, new_page: NewPage) -> None:
    page = new_page()
    for path in ("reference/Person/", "types/BlobEntity/"):
        page.goto(own + path)
        assert pages_of_paper(page) == 1


def pages_of_paper(page: Page) -> int:
    return len(re.findall(rb"/Type ?/Page\b", page.pdf(format="A4")))


def test_long_tables_and_nested_types_are_compact_on_paper(
    ships_site: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(ships_site + GET)
    assert pages_of_paper(page) <= 4
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    first, second = page.locator("[id='response-Captain'] details li").all()[:2]
    assert box_of(first)["y"] == box_of(second)["y"], "properties are a text"
    program = page.locator(".callsheet-tabs pre > code").first
    assert program.evaluate("(e) => getComputedStyle(e).columnCount") == "auto"
    program.evaluate(
        "(e) => { for (let n = 0; n < 120; n++) e.append(document.createElement('b')); }"
    )
    assert program.evaluate("(e) => getComputedStyle(e).columnCount") == "3", "a long one has three"


@pytest.mark.parametrize("media", ["screen", "print"])
def test_programs_are_dark_on_the_screen_and_not_on_paper(
    own: str, new_page: NewPage, media: Literal["screen", "print"]
) -> None:
    page = new_page(color_scheme="light")
    page.goto(own + UPLOAD)
    page.emulate_media(media=media)
    ground = page.locator(".callsheet-tabs").first.evaluate(
        "e => getComputedStyle(e).backgroundColor"
    )
    red, green, blue = (int(part) for part in re.findall(r"\d+", ground)[:3])
    assert (red + green + blue > 3 * 128) == (media == "print")


@pytest.mark.parametrize(("width", "columns"), [(1199, 1), (1200, 2), (1240, 2), (1920, 2)])
def test_code_stands_beside_the_text_from_1200_pixels_on(
    own: str, new_page: NewPage, width: int, columns: int
) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(own + UPLOAD)
    main, beside = box(page, ".callsheet-main"), box(page, ".callsheet-beside")
    assert (beside["x"] >= main["x"] + main["width"]) == (columns == 2)
    expect(page.locator(".md-sidebar--secondary")).to_be_hidden()
    links = page.get_by_role("navigation", name="On this page").get_by_role("link")
    assert links.all_inner_texts()[:2] == ["Path parameters", "Request headers"]


@pytest.mark.parametrize("width", [1200, 1280, 1440, 1920])
@pytest.mark.slow
def test_a_line_of_sixty_columns_is_not_wrapped(own: str, new_page: NewPage, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(own + UPLOAD)
    code = page.locator(".callsheet-panel:visible pre > code")
    code.evaluate("e => { e.textContent = 'x'.repeat(60) }")
    one = box_of(code)["height"]
    code.evaluate("e => { e.textContent = 'x' }")
    assert box_of(code)["height"] == one
    code.evaluate("e => { e.textContent = 'x'.repeat(200) }")
    assert box_of(code)["height"] > one
    assert code.evaluate("e => e.scrollWidth <= e.clientWidth"), "it is wrapped, not cut"


def test_the_group_beside_a_page_can_be_filtered(ships_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(ships_site + "types/Ship/")
    expect_scripts(page)
    # The place of the filter is only in the navigation of long groups.
    page.goto(ships_site + GET)
    page.evaluate(
        """() => {
          const list = document.querySelector(".md-nav__item--active > .md-nav__link--active")
            .parentElement.parentElement;
          list.insertAdjacentHTML("afterbegin", '<li class="md-nav__item callsheet-filter"></li>');
          document$.next(document);
        }"""
    )
    box_ = page.get_by_role("searchbox", name="Filter the operations of this group")
    # One key after the link to the content is the link to the filter, before the whole header.
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(box_).to_be_focused()
    entries = page.locator(".callsheet-filter ~ li:visible")
    count = entries.count()
    box_.fill("put")
    # What filters is loaded with the first key.
    expect(entries).not_to_have_count(count)
    assert entries.count() > 0
    box_.fill("")
    expect(entries).to_have_count(count)


def test_right_to_left_mirrors_the_columns(ships_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(ships_site + GET)
    page.evaluate("document.body.dir = 'rtl'")
    main, beside = box(page, ".callsheet-main"), box(page, ".callsheet-beside")
    assert beside["x"] + beside["width"] <= main["x"]
    assert page.evaluate("document.documentElement.scrollWidth") <= DESKTOP["width"]
