"""The navigation beside a page: the whole group, below headings, with a filter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from callsheet.site.theme.sidebar import AROUND
from tests.browser import ships
from tests.browser.conftest import DESKTOP, PHONE, NewPage, built, expect_scripts
from tests.browser.serving import serve
from tests.browser.test_accessibility import violations

NUMBER = 60
GROUP = "fleet/"


def ship(number: int) -> str:
    text = ships.operation(
        "PUT", f"Ship/Mast{number}", f"v1Ship_{number}", about=f"Sets mast {number}."
    )
    tag = "Sails" if number % 2 else "Anchors"
    return text.replace("uid:", f"tags: [{tag}]\nuid:", 1)


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with one group of many operations with two tags, and no navigation of an author."""
    folder = tmp_path_factory.mktemp("fleet")
    pages = {f"{GROUP}s{number}.md": ship(number) for number in range(NUMBER)}
    with serve(folder / "site") as url:
        ships.write(folder, {"index.md": "# Home\n", **pages}, url=url)
        config = folder / "mkdocs.yml"
        lines = config.read_text(encoding="utf-8").splitlines(keepends=True)
        config.write_text(
            "".join(line for line in lines if not line.startswith("nav:")), encoding="utf-8"
        )
        built(folder)
        yield url


def entries(page: Page) -> Locator:
    return page.locator(".callsheet-filter ~ .md-nav__item:visible > a.md-nav__link .md-ellipsis")


def headings(page: Page) -> Locator:
    return page.locator(".callsheet-filter ~ .callsheet-nav-heading:visible")


def whole(page: Page) -> Locator:
    return page.get_by_role("link", name=f"All {NUMBER} …")


def wait_for(page: Page) -> Locator:
    expect_scripts(page)
    return page.get_by_role("searchbox", name="Filter the operations of this group")


BOXES = """() => [...document.querySelectorAll(".callsheet-filter ~ li:not([class*=active]) > a")]
  .map((link) => {
    const text = document.createRange();
    text.selectNodeContents(link.querySelector(".md-ellipsis") ?? link);
    const first = text.getClientRects()[0];
    const { x, y, width, height } = link.getBoundingClientRect();
    return [link.textContent, x, y, width, height, first.x, first.y].map((value) =>
      typeof value === "number" ? Math.round(value * 10) : value);
  })"""


@pytest.mark.slow
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
def test_the_script_completes_entries_that_look_the_same_before(
    fleet: str, new_page: NewPage, viewport: ViewportSize
) -> None:
    found = []
    for pattern in ("**/callsheet.js", "**/nothing"):
        page = new_page(viewport=viewport)
        page.route(pattern, lambda route: route.fulfill(body=""))
        page.goto(f"{fleet}{GROUP}s40/")
        if "nothing" in pattern:
            wait_for(page)
        # The script has put a field there, and the contents into the active entry.
        page.add_style_tag(
            content=".callsheet-filter{display:none} *{transition:none!important}"
            ".md-nav--secondary,#__toc+label{display:none!important}"
            ".md-nav__link--active{display:flex!important}"
        )
        page.evaluate("document.getElementById('__drawer').checked = true")
        found.append(page.evaluate(BOXES))
        complete = page.locator(".callsheet-filter ~ .md-nav__item > a.md-nav__link .md-status")
        expect(complete).to_have_count(1 if "callsheet" in pattern else 2 * AROUND + 1)
    assert len(found[0]) > 2 * AROUND - 1
    assert found[0] == found[1]


EXPECTED = [*range(0, NUMBER, 2), *range(1, NUMBER, 2)]


def numbers(page: Page) -> list[int]:
    texts = entries(page).all_inner_texts()
    return [int("".join(filter(str.isdigit, text))) for text in texts if "All" not in text]


@pytest.mark.slow
def test_the_link_shows_the_whole_group_in_place(fleet: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{fleet}{GROUP}s40/")
    wait_for(page)
    in_order = sorted(range(NUMBER), key=lambda n: (n % 2, f"s{n}"))
    place = in_order.index(40)
    assert numbers(page) == in_order[place - AROUND : place + AROUND + 1]
    whole(page).scroll_into_view_if_needed()
    before = whole(page).bounding_box()
    whole(page).click()
    expect(whole(page)).to_have_count(0)
    assert numbers(page) == in_order
    expect(headings(page)).to_have_text(["Anchors", "Sails"])
    focused = page.locator("a:focus")
    expect(focused).to_have_text(f"Sets mast {in_order[place + AROUND + 1]}")
    after = focused.bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 2, "the first entry that is new is where the link was"
    # Who has opened it finds it so on the next page.
    page.locator("a.md-nav__link[href$='/s1/']").click()
    page.wait_for_url("**/s1/")
    expect(entries(page)).to_have_count(NUMBER)


def test_the_filter_finds_what_the_page_does_not_have(fleet: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{fleet}{GROUP}s0/")
    box = wait_for(page)
    assert box.get_attribute("placeholder") == f"Filter {NUMBER}"
    assert 57 not in numbers(page)
    box.press_sequentially("sets mast 57")
    expect(entries(page)).to_have_count(1)
    assert numbers(page) == [57]
    expect(headings(page)).to_have_text(["Sails"])
    expect(page.locator(".callsheet-filter [role=status]")).to_have_text(f"1 of {NUMBER}")
    expect(box).to_be_focused()
    own = {
        "include": [[".callsheet-filter"], [".callsheet-nav-heading"], [".md-nav__item:has(> a)"]]
    }
    assert violations(page, own) == []
    box.fill("")
    expect(entries(page)).to_have_count(NUMBER)


PLACES = (0, 137, 10_000)
"""Pixels that a navigation is scrolled: not at all, to within an entry, and to its end."""


@pytest.mark.parametrize(
    "width",
    [1280, *(pytest.param(width, marks=pytest.mark.slow) for width in (390, 1440, 1920))],
)
def test_no_entry_is_half_covered_wherever_the_navigation_is_scrolled(
    fleet: str, new_page: NewPage, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 500}, reduced_motion="reduce")
    page.goto(f"{fleet}{GROUP}s40/")
    wait_for(page)
    if width == PHONE["width"]:
        page.get_by_role("button", name="Navigation").press("Enter")
    whole(page).click()
    expect(whole(page)).to_have_count(0)
    for place in PLACES:
        page.locator(".callsheet-filter").evaluate(
            """(e, place) => {
              for (let around = e; (around = around.parentElement); ) around.scrollTo(0, place);
            }""",
            place,
        )
        assert violations(page, {"include": [[".md-sidebar--primary"]]}) == [], place


def test_the_filter_is_in_view_beside_the_page_in_the_middle_of_its_group(
    fleet: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(f"{fleet}{GROUP}s40/")
    for name in ("s40", "s42"):
        box = wait_for(page)
        expect(page.locator(".md-nav__link--active:visible").last).to_be_in_viewport(ratio=1)
        expect(box).to_be_in_viewport(ratio=1)
        if name == "s40":
            page.locator("a.md-nav__link[href$='/s42/']").click()
            page.wait_for_url("**/s42/")


def test_the_rest_of_a_group_that_cannot_be_loaded_has_a_page(
    fleet: str, new_page: NewPage
) -> None:
    page = new_page()
    page.route("**/navigation/*.js", lambda route: route.fulfill(status=404))
    page.goto(f"{fleet}{GROUP}s0/")
    box = wait_for(page)
    box.fill("sets mast 57")
    expect(entries(page)).to_have_count(1)
    expect(whole(page)).to_be_visible()
    whole(page).click()
    page.wait_for_url(f"**/{GROUP}")
    expect(page.locator(".callsheet-cards > li")).to_have_count(NUMBER)


def test_without_scripts_the_link_leads_to_the_page_of_the_group(
    fleet: str, new_page: NewPage
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{fleet}{GROUP}s0/")
    whole(page).click()
    page.wait_for_url(f"**/{GROUP}")
    expect(page.locator(".callsheet-cards > li")).to_have_count(NUMBER)


def test_the_whole_group_is_in_the_drawer_of_a_phone(fleet: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto(f"{fleet}{GROUP}s0/")
    wait_for(page)
    page.locator(".md-header__button[for='__drawer']").click()
    whole(page).click()
    expect(whole(page)).to_have_count(0)
    assert len(numbers(page)) == NUMBER
