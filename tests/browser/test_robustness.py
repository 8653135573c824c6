"""Without scripts, without a server, below a path, with hostile pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser import ships
from tests.browser.conftest import NewPage, Served, built, expect_scripts, leave

GET = "fleet/Get/"


def works(page: Page) -> None:
    """All that scripts add is there: tabs, filter, list of operations, links."""
    expect(page.get_by_role("tab", name="Python")).to_have_attribute("aria-selected", "true")
    page.get_by_role("tab", name="HTTP").click()
    expect(page.get_by_text("Authorization: Basic").first).to_be_visible()
    page.get_by_role("searchbox", name="Filter").fill("Captain")
    expect(page.locator("[id='response-Mast60']")).to_be_hidden()
    page.keyboard.press("Escape")
    # A field that has the focus keeps its keys.
    page.locator("h1").click()
    page.keyboard.press("Control+k")
    page.keyboard.type("v1Ship_Put")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Does it")
    # The link leads back to this page: neither its heading nor its address tells that it is a new
    # document, and the one before may still be loading.
    address = page.url
    page.evaluate("window.isBefore = true")
    page.get_by_text("Permanent link:").get_by_role("link").click()
    page.wait_for_function("address => !window.isBefore && location.href === address", arg=address)
    page.wait_for_load_state()
    expect(page.locator("h1")).to_contain_text("Does it")


def test_a_part_that_a_script_cannot_handle_leaves_the_others_as_they_are(
    browser: Browser, ships_site: str
) -> None:
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))

    def without_table(route: Route) -> None:
        html = route.fetch().text()
        tools = "<div class=callsheet-tools></div>"
        assert tools in html
        route.fulfill(body=html.replace(tools, f"{tools}<p>Mine.</p>"), content_type="text/html")

    page.route(f"{ships_site}{GET}", without_table)
    page.goto(ships_site + GET)
    expect(page.get_by_role("button", name="Try it")).to_be_visible()
    expect(page.get_by_role("tab", name="Python")).to_have_attribute("aria-selected", "true")
    assert len(faults) == 1
    page.close()


def test_without_scripts_everything_can_be_read(ships_site: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(ships_site + GET)
    expect(page.locator(".callsheet-tabs").get_by_text("import requests")).to_be_visible()
    page.locator(".callsheet-tabs > label", has_text="HTTP").click()
    expect(page.get_by_text("Authorization: Basic").first).to_be_visible()
    expect(page.locator(".callsheet-tabs").get_by_text("import requests")).to_be_hidden()
    page.locator("[id='response-Captain'] summary").click()
    expect(page.get_by_text("Cabin.Deck").first).to_be_visible()
    expect(page.locator("[id='response-Mast60']")).to_be_visible()
    expect(page.locator(".callsheet button:visible")).to_have_count(0)
    page.locator(".callsheet-permanent a").click()
    assert page.url.endswith("uid/#v1Ship_Get")
    expect(page.locator("[id='v1Ship_Get']")).to_be_in_viewport()
    page.locator("[id='v1Ship_Get'] a").click()
    assert page.url == ships_site + GET


def test_without_scripts_tabs_are_used_by_keyboard(ships_site: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(ships_site + GET)
    page.locator(".callsheet-tabs > input").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".callsheet-tabs").get_by_text("import requests")).to_be_hidden()


@pytest.mark.slow
def test_from_a_disk(tmp_path: Path, new_page: NewPage) -> None:
    ships.write(tmp_path, ships.pages(), plugins=", offline")
    site = built(tmp_path)
    page = new_page()
    # Material's search asks for a polyfill there, which newer browsers do without.
    page.context.route("https://unpkg.com/**", lambda route: route.fulfill(body=""))
    page.goto((site / "fleet/Get.html").as_uri())
    works(page)
    page.goto((site / "uid/index.html").as_uri() + "#v1Ship_Delete")
    expect(page).to_have_url(re.compile(r"/fleet/Remove\.html$"))


@pytest.mark.slow
def test_below_a_path(tmp_path: Path, served: Served, new_page: NewPage) -> None:
    url = served(tmp_path / "site", "/docs/api/")
    built(ships.write(tmp_path, ships.pages(), url=url))
    page = new_page()
    page.goto(url + GET)
    works(page)
    leave(page, "/docs/api/uid/v1Ship_Delete/")
    expect(page).to_have_url(f"{url}fleet/Remove/")


@pytest.mark.slow
def test_in_another_theme(tmp_path: Path, served: Served, new_page: NewPage) -> None:
    ships.write(tmp_path, ships.pages())
    config = tmp_path / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    theme = text[text.index("theme:") : text.index("plugins:")]
    config.write_text(
        text.replace(theme, "theme: {name: mkdocs, highlightjs: false}\n"), encoding="utf-8"
    )
    page = new_page()
    site = built(tmp_path)
    url = served(site)
    page.goto(url + GET)
    expect(page.get_by_role("tab", name="Python")).to_be_visible()
    page.locator(".callsheet-finder").click()
    page.keyboard.type("replace a ship")
    expect(page.get_by_role("option").first).to_contain_text("PUT")


@pytest.mark.slow
def test_texts_of_hostile_pages_are_texts(hostile_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script("window.attack = () => { document.documentElement.id = 'attacked' }")

    def is_unharmed() -> None:
        expect_scripts(page)
        found = page.locator("#attacked, [onerror], .callsheet :is(img, script)")
        assert not found.evaluate_all("all => all.map(e => e.outerHTML.slice(0, 300))")

    # MkDocs' own pages show their titles as HTML; what operation pages say of them is ours.
    for path in ("", "types/", "uid/", GET):
        page.goto(hostile_site + path)
        is_unharmed()
    page.keyboard.press("Control+k")
    page.keyboard.type("v1")
    expect(page.locator("dialog li")).to_have_count(2)
    assert "<img src=x" in page.locator("dialog[open]").inner_text()
    is_unharmed()
    page.keyboard.press("Escape")
    page.get_by_role("searchbox", name="Filter").fill("img")
    page.get_by_role("button", name="Your values").first.click()
    for field in page.locator("dialog input:visible").all():
        field.fill(ships.PAYLOAD)
    page.keyboard.press("Escape")
    is_unharmed()
    page.reload()
    assert ships.PAYLOAD.split("\\")[0][:9] in page.locator(".callsheet-panel").first.inner_text()
    is_unharmed()
    for path in (GET, "uid/"):
        page.goto(f"{hostile_site}{path}#{ships.PAYLOAD}")
        is_unharmed()
    expect(page.get_by_text("No operation has the uid <img")).to_be_visible()
